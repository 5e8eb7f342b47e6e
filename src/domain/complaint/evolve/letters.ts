/** Letters: only their handing over moves a clock (R7); a return takes it back (R66). */
import type { LocalDate } from '../../calendar/dates.ts';
import type { EventOf, HandedOver, PersonId } from '../events.ts';
import { reachedOn } from '../formats.ts';
import type { Letter, LetterReturn } from '../letter-state.ts';
import type { Extension } from '../stage-state.ts';
import type { CaseState } from '../state.ts';
import type { ExtensionFacts, StageTimeline } from '../timeline.ts';
import { changed, timelineOf, withDeparture, withInvolvement, withStageTimeline } from './parts.ts';

export const evolveLetters = {
  LetterIssued(state: CaseState, { occurredOn, body }: EventOf<'LetterIssued'>): CaseState {
    const { renderer: _renderer, packHash: _packHash, words: _words, ...letter } = body;
    const definitionRevision = state.stages[body.stage].definition?.revision ?? 0;
    const fresh: Letter = {
      ...letter,
      definitionRevision,
      issuedOn: occurredOn,
      sent: null,
      returned: null,
      returns: [],
      held: null,
      cancelled: null,
      formats: [],
      incidentClosed: null,
      quotesWindow: body.quotesWindow ?? null,
      copies: body.copies ?? [],
    };
    const issued = { ...state, letters: [...state.letters, fresh] };
    return body.kind === 'response' ? withInvolvement(issued, body.signedBy, body.stage, 'signatory') : issued;
  },

  LetterSent(state: CaseState, { occurredOn, body }: EventOf<'LetterSent'>): CaseState {
    const sent = withLetter(state, body.letterId, letter => afterSending(letter, occurredOn, body));
    return withDeparture(sent, occurredOn, 'letter', body.departure);
  },

  LetterReturned(state: CaseState, { occurredOn, body }: EventOf<'LetterReturned'>): CaseState {
    const returned = { on: occurredOn, why: body.why };
    return withLetter(state, body.letterId, letter => ({
      returned,
      returns: [...letter.returns, returned],
      formats: [],
      held: letter.held ?? whyHeld(state, letter),
    }));
  },

  LetterCancelled(state: CaseState, { occurredOn, body }: EventOf<'LetterCancelled'>): CaseState {
    const cancelled = { on: occurredOn, by: body.by, reason: body.reason };
    return withLetter(state, body.letterId, () => ({ cancelled }));
  },

  DataIncidentClosed(state: CaseState, { occurredOn, body }: EventOf<'DataIncidentClosed'>): CaseState {
    const { copy, reported, by } = body;
    return withLetter(state, body.letterId, () => ({ incidentClosed: { on: occurredOn, copy, reported, by } }));
  },
};

/** Every letter that reached a person who was not the one it was for: what it was to discharge is owed again (R7, R66). */
export function lettersAstray(state: CaseState, to: PersonId, on: LocalDate): CaseState {
  return sentTo(state, to).reduce((before, { letterId }) => {
    const returned = { on, why: 'wrong-person' } as const;
    return withLetter(before, letterId, ({ returns }) => ({ returned, returns: [...returns, returned], formats: [] }));
  }, state);
}

/** The letters that reached a person. */
export function sentTo({ letters }: CaseState, to: PersonId | null): Letter[] {
  return letters.filter(letter => letter.to === to && delivered(letter));
}

/** It reached somebody that it was not for. */
export function wentAstray(returned: LetterReturn | null): boolean {
  return returned?.why === 'wrong-address' || returned?.why === 'wrong-person';
}

/** What happened to the reader since it was issued, so that it does not go again as it is (R62, R63). */
function whyHeld({ death, moves, complainantId }: CaseState, letter: Letter): Letter['held'] {
  if (death !== null && letter.issuedOn < death.toldOn) return 'died';
  const moved = letter.to === complainantId && moves.some(move => letter.issuedOn < move.on);
  return moved ? 'moved' : null;
}

/** A response that its reader has already stays sent on its day; the agreed format that follows is noted beside it (R7). */
function afterSending(letter: Letter, on: LocalDate, body: EventOf<'LetterSent'>['body']): Partial<Letter> {
  const format = body.format ?? null;
  const agreed = format === null || format.as === 'plain' ? [] : [{ as: format.as, on }];
  const formats = [...letter.formats, ...agreed];
  if (delivered(letter) && reachedOn(letter) !== null) return { formats };
  return { sent: { on, how: body.how, dateProof: body.dateProof, format }, returned: null, formats };
}

function withLetter(state: CaseState, letterId: string, change: (letter: Letter) => Partial<Letter>): CaseState {
  const letter = state.letters.find(one => one.letterId === letterId);
  if (letter === undefined) return state;
  const letters = changed(state.letters, one => one.letterId === letterId, change(letter));
  const next = withStageTimeline(
    { ...state, letters },
    letter.stage,
    writtenDates(letters, letter.stage, timelineOf(state, letter.stage), state.stages[letter.stage].extensions),
  );
  if (state.refusal === null) return next;
  return { ...next, refusal: { ...state.refusal, letterSentOn: next.timeline.stage1.refusalSentOn } };
}

/** A letter that was handed over and did not come back. */
export function delivered(letter: Letter): boolean {
  return letter.sent !== null && letter.returned === null;
}

/** A letter that was issued and neither went nor came back, nor is held or cancelled: it waits to be handed over. */
export function onItsWay(letter: Letter): boolean {
  return letter.sent === null && letter.returned === null && letter.cancelled === null && letter.held === null;
}

/** The dates that letters give a stage's timeline. The first delivered letter of each kind counts; later ones correct it (R45). */
function writtenDates(
  letters: readonly Letter[],
  stage: 1 | 2,
  before: StageTimeline,
  extensions: readonly Extension[],
): Partial<StageTimeline> {
  const sent = letters.filter(letter => letter.stage === stage && delivered(letter) && reachedOn(letter) !== null);
  const acknowledgement = firstSent(sent, 'acknowledgement', before.restartedOn);
  const responses = sentSince(sent, 'response', before.restartedOn);
  const [response] = responses;
  const refusal = stage === 1 ? 'refusal' : 'escalation-refusal';
  return {
    acknowledgedOn: acknowledgement?.sent?.on ?? null,
    respondedOn: response === undefined ? null : reachedOn(response),
    responseMethod: method(response?.sent?.how),
    corrected: correction(responses),
    responseCovers: response?.contents.includes('responsibility') ?? false,
    // Only while it is refused: the letter of a refusal that was overtaken discharges nothing any more (R20).
    refusalSentOn: before.refusedOn === null ? null : (firstSent(sent, refusal, before.refusedOn)?.sent?.on ?? null),
    earlyReplySentOn: stage === 2 ? (firstSent(sent, 'update', null)?.sent?.on ?? null) : null,
    extensions: extensionFacts(extensions, sent),
  };
}

function firstSent(sent: readonly Letter[], kind: Letter['kind'], since: LocalDate | null): Letter | undefined {
  return sentSince(sent, kind, since)[0];
}

/** Letters of a kind in the order in which they went, which a letter sent again may have changed. */
function sentSince(sent: readonly Letter[], kind: Letter['kind'], since: LocalDate | null): Letter[] {
  return sent
    .filter(letter => letter.kind === kind && (since === null || sentOn(letter) >= since))
    .sort((a, b) => (sentOn(a) < sentOn(b) ? -1 : sentOn(a) > sentOn(b) ? 1 : 0));
}

function sentOn(letter: Letter): string {
  return reachedOn(letter) ?? '';
}

function correction(responses: readonly Letter[]): StageTimeline['corrected'] {
  const last = responses.length > 1 ? responses.at(-1) : undefined;
  const on = last === undefined ? null : reachedOn(last);
  return last?.sent && on !== null ? { on, method: method(last.sent.how) } : null;
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
