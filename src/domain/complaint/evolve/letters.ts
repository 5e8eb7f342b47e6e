/** Letters: only their handing over moves a clock (R7); a return takes it back (R66). */
import type { LocalDate } from '../../calendar/dates.ts';
import type { EventOf, HandedOver } from '../events.ts';
import type { CaseState, Extension, Letter } from '../state.ts';
import type { ExtensionFacts, StageTimeline } from '../timeline.ts';
import { changed, timelineOf, withInvolvement, withStageTimeline } from './parts.ts';

export const evolveLetters = {
  LetterIssued(state: CaseState, { occurredOn, body }: EventOf<'LetterIssued'>): CaseState {
    const { renderer: _renderer, packHash: _packHash, ...letter } = body;
    const issued = {
      ...state,
      letters: [...state.letters, { ...letter, issuedOn: occurredOn, sent: null, returned: null }],
    };
    return body.kind === 'response' ? withInvolvement(issued, body.signedBy, body.stage, 'signatory') : issued;
  },

  LetterSent(state: CaseState, { occurredOn, body }: EventOf<'LetterSent'>): CaseState {
    const sent = { on: occurredOn, how: body.how, dateProof: body.dateProof };
    return withLetter(state, body.letterId, { sent });
  },

  LetterReturned(state: CaseState, { occurredOn, body }: EventOf<'LetterReturned'>): CaseState {
    return withLetter(state, body.letterId, { returned: { on: occurredOn, why: body.why } });
  },
};

function withLetter(state: CaseState, letterId: string, change: Partial<Letter>): CaseState {
  const letter = state.letters.find(one => one.letterId === letterId);
  if (letter === undefined) return state;
  const letters = changed(state.letters, one => one.letterId === letterId, change);
  const next = withStageTimeline(
    { ...state, letters },
    letter.stage,
    writtenDates(letters, letter.stage, timelineOf(state, letter.stage), state.stages[letter.stage].extensions),
  );
  const refused = letters.findLast(one => one.kind === 'refusal' && delivered(one))?.sent?.on ?? null;
  return state.refusal === null ? next : { ...next, refusal: { ...state.refusal, letterSentOn: refused } };
}

/** A letter that was handed over and did not come back. */
export function delivered(letter: Letter): boolean {
  return letter.sent !== null && letter.returned === null;
}

/** The dates that letters give a stage's timeline. First delivered letter of each kind counts; later ones correct, not repeat. */
function writtenDates(
  letters: readonly Letter[],
  stage: 1 | 2,
  before: StageTimeline,
  extensions: readonly Extension[],
): Partial<StageTimeline> {
  const sent = letters.filter(letter => letter.stage === stage && delivered(letter));
  const acknowledgement = firstSent(sent, 'acknowledgement', before.restartedOn);
  const response = firstSent(sent, 'response', before.restartedOn);
  return {
    acknowledgedOn: acknowledgement?.sent?.on ?? null,
    respondedOn: response?.sent?.on ?? null,
    responseMethod: method(response?.sent?.how),
    responseCovers: response?.contents.includes('responsibility') ?? false,
    refusalSentOn: firstSent(sent, stage === 1 ? 'refusal' : 'escalation-refusal', null)?.sent?.on ?? null,
    earlyReplySentOn: stage === 2 ? (firstSent(sent, 'update', null)?.sent?.on ?? null) : null,
    extensions: extensionFacts(extensions, sent),
  };
}

function firstSent(sent: readonly Letter[], kind: Letter['kind'], since: LocalDate | null): Letter | undefined {
  return sent.find(letter => letter.kind === kind && (since === null || (letter.sent?.on ?? '') >= since));
}

function method(how: HandedOver | undefined): StageTimeline['responseMethod'] {
  if (how === undefined) return null;
  return how === 'email' ? 'email' : 'post';
}

/** What extensions are worth to the clock: each waits for its own notice to be handed over (R9). */
export function extensionFacts(extensions: readonly Extension[], letters: readonly Letter[]): ExtensionFacts[] {
  return extensions.map(extension => {
    const notice = letters.find(letter => letter.extensionId === extension.extensionId && delivered(letter));
    return {
      newDueOn: extension.newDueOn,
      noticeSentOn: notice?.sent?.on ?? null,
      notice: 'complete',
      agreement: extension.agreement,
      goodReasonApproved: extension.approvedBy !== null,
    };
  });
}
