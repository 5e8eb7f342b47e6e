/** Letters: what keeps one from being issued, and what counts as sent and as come back (R7, R45, R66). */
import { addressee } from '../../letters/addressee.ts';
import { FORMAT_NAMES } from '../../policy/formats.ts';
import { copiesTo, mayBeTold } from '../authorities.ts';
import type { CommandOf } from '../commands.ts';
import type { Act, Acts, Deciding } from '../deciding.ts';
import type { PersonId, SentFormat } from '../events.ts';
import { delivered, onItsWay, wentAstray } from '../evolve/letters.ts';
import { timelineOf } from '../evolve/parts.ts';
import { departure, letterNeedsMissed, unmetByLetter } from '../follow-needs.ts';
import { formatsFor, formatsToCome, reachedOn } from '../formats.ts';
import type { Letter } from '../letter-state.ts';
import { type Refusal, refuse } from '../refusals.ts';
import { unsafeLetter } from '../safe-contact.ts';
import type { CaseState } from '../state.ts';
import { fact, unless } from './facts.ts';
import { notBefore, notInFuture } from './guards.ts';
import { letterOpen } from './letter-order.ts';

type Issue = CommandOf<'IssueLetter'>;

const issueLetter: Act<Issue> = {
  allowed: letterOpen,
  decide(command, state, deciding) {
    const { type: _type, missing, ...body } = command;
    const signedBy = signatory(command, state, deciding);
    const refusal =
      (state.letters.some(one => one.letterId === body.letterId) ? refuse('letter-known', {}) : null) ??
      wrongPerson(command, state, deciding) ??
      wrongCorrection(command, state) ??
      unacknowledged(command, state) ??
      (missing.length > 0 ? refuse('letter-incomplete', { missing }) : null);
    const { today: dated } = deciding;
    const copied = copiesTo(state, body.to, dated);
    const copies = copied.length === 0 ? {} : { copies: copied };
    return unless(refusal, () => [fact('LetterIssued', dated, { ...body, dated, signedBy, ...copies })]);
  },
};

/** Who signs: the stage's handler, or whoever took the decision that the letter tells of. */
function signatory({ kind, stage }: Issue, state: CaseState, { actor }: Deciding): PersonId {
  if (kind === 'refusal') return state.refusal?.by ?? actor.personId;
  if (kind === 'escalation-refusal') return state.escalations.at(-1)?.decided?.by ?? actor.personId;
  return state.stages[stage].handlerId ?? actor.personId;
}

/** Nothing goes to a representative before there is authority for them to act (R22), nor to the dead where somebody goes on (R62). */
function wrongPerson({ to }: Issue, state: CaseState, { today }: Deciding): Refusal | null {
  const theirs = to === state.complainantId && state.successor === null;
  return theirs || to === addressee(state, today) ? null : refuse('letter-wrong-person', {});
}

/** A letter put right replaces one of its own kind and stage that went; the first stays as it was (R45). */
function wrongCorrection({ supersedes, kind, stage }: Issue, state: CaseState): Refusal | null {
  if (supersedes === null) return null;
  const first = state.letters.find(one => one.letterId === supersedes);
  return first !== undefined && first.kind === kind && first.stage === stage && first.sent !== null
    ? null
    : refuse('letter-not-supersedable', {});
}

/** Without an acknowledgement on its way, the response itself has to say what one must (R8). */
function unacknowledged({ kind, stage, contents }: Issue, state: CaseState): Refusal | null {
  if (kind !== 'response' || timelineOf(state, stage).acknowledgedOn !== null) return null;
  const waits = state.letters.some(one => one.kind === 'acknowledgement' && one.stage === stage && onItsWay(one));
  return waits || contents.includes('responsibility') ? null : refuse('acknowledge-first', { stage });
}

const sendLetter: Act<CommandOf<'SendLetter'>> = {
  allowed(state, deciding, { letterId }) {
    if (letterId === undefined) return null;
    const letter = state.letters.find(one => one.letterId === letterId);
    if (letter === undefined) return refuse('no-such-letter', {});
    if (letter.cancelled !== null) return refuse('letter-cancelled', { on: letter.cancelled.on });
    const arrivedOn = delivered(letter) ? reachedOn(letter) : null;
    if (arrivedOn !== null && formatsToCome(letter, state).length === 0)
      return refuse('letter-sent-already', { on: letter.sent?.on ?? arrivedOn });
    if (letter.held !== null) return refuse('letter-held', { why: heldBecause[letter.held] });
    if (wentAstray(letter.returned)) return refuse('letter-misaddressed', {});
    return mayBeTold(state, letter.to, deciding.today) ? null : refuse('letter-authority-ended', {});
  },
  decide({ letterId, on, how, dateProof, evidence, format, despite }, state, deciding) {
    const letter = state.letters.find(one => one.letterId === letterId);
    const missed = letter === undefined ? [] : letterNeedsMissed(state, letter, how, format);
    const refusal =
      notInFuture('The day of sending', on, deciding) ??
      notBefore('The day of sending', on, 'the day the letter was issued', letter?.issuedOn ?? null) ??
      notBefore('The day of sending', on, 'the day it came back', letter?.returned?.on ?? null) ??
      (letter === undefined ? null : unsafeLetter(state, letter.to, how)) ??
      (letter === undefined ? null : wrongFormat(letter, format, state, deciding)) ??
      unmetByLetter(missed, despite) ??
      (dateProof === 'stated' && evidence === null ? refuse('stated-date-needs-evidence', {}) : null);
    return unless(refusal, () => [
      fact('LetterSent', on, {
        ...{ letterId, how, dateProof, evidence },
        ...(format === undefined ? {} : { format }),
        ...departure(missed, despite),
      }),
    ]);
  },
};

const heldBecause = { died: 'we were told that the resident has died', moved: 'the resident moved' };

/** A response to somebody with an agreed format says what it went in: in another one it is no response (R7). */
function wrongFormat(
  letter: Letter,
  format: SentFormat | undefined,
  state: CaseState,
  deciding: Deciding,
): Refusal | null {
  const agreed = letter.kind === 'response' ? formatsFor(state, letter.to) : [];
  if (agreed.length === 0) return format === undefined ? null : refuse('format-not-agreed', {});
  if (format === undefined) return refuse('format-not-said', { formats: agreed.map(one => FORMAT_NAMES[one]) });
  if (format.as !== 'plain')
    return formatsToCome(letter, state).includes(format.as) ? null : refuse('format-not-agreed', {});
  const arrivedOn = delivered(letter) ? reachedOn(letter) : null;
  if (arrivedOn !== null) return refuse('letter-sent-already', { on: arrivedOn });
  if (format.calledOn === null) return null;
  return (
    notInFuture('The day of the call', format.calledOn, deciding) ??
    notBefore('The day of the call', format.calledOn, 'the day the letter was issued', letter.issuedOn)
  );
}

export const letterActs: Acts<'IssueLetter' | 'SendLetter'> = { IssueLetter: issueLetter, SendLetter: sendLetter };
