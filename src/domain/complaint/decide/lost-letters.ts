/** Letters that did not arrive or are not to go, and the data incident of one that went to a wrong address (R7, R66, R82). */
import type { CommandOf } from '../commands.ts';
import type { Act, Acts } from '../deciding.ts';
import { delivered } from '../evolve/letters.ts';
import type { Letter } from '../letter-state.ts';
import { misdirected } from '../obligations/incidents.ts';
import { refuse } from '../refusals.ts';
import { fact, unless } from './facts.ts';
import { notBefore, notInFuture } from './guards.ts';

/** Came back, or never went: what it was to discharge is owed again from its first date (R7, R66). */
const returnLetter: Act<CommandOf<'ReturnLetter'>> = {
  allowed(state, _deciding, { letterId }) {
    if (letterId === undefined) return null;
    const letter = state.letters.find(one => one.letterId === letterId);
    if (letter === undefined) return refuse('no-such-letter', {});
    return delivered(letter) ? null : refuse('letter-not-sent', {});
  },
  decide({ letterId, on, why, note }, state, deciding) {
    const sentOn = letterSentOn(state.letters, letterId);
    const refusal =
      notInFuture('The day it came back', on, deciding) ??
      notBefore('The day it came back', on, 'the day it was sent', sentOn);
    return unless(refusal, () => [fact('LetterReturned', on, { letterId, why, note })]);
  },
};

/** Issued and not to go after all: the frozen file stays, marked, and what it was to discharge stays owed (R82). */
const cancelLetter: Act<CommandOf<'CancelLetter'>> = {
  allowed(state, _deciding, { letterId }) {
    if (letterId === undefined) return null;
    const letter = state.letters.find(one => one.letterId === letterId);
    if (letter === undefined) return refuse('no-such-letter', {});
    if (letter.cancelled !== null) return refuse('letter-cancelled', { on: letter.cancelled.on });
    return letter.sent !== null && delivered(letter) ? refuse('letter-gone', { on: letter.sent.on }) : null;
  },
  decide: ({ letterId, reason }, _state, { today, actor }) => ({
    events: [fact('LetterCancelled', today, { letterId, reason, by: actor.personId })],
  }),
};

function letterSentOn(letters: readonly Letter[], letterId: string) {
  return letters.find(one => one.letterId === letterId)?.sent?.on ?? null;
}

/** What became of the copy and whether it was reported, recorded by whoever dealt with it. */
const closeDataIncident: Act<CommandOf<'CloseDataIncident'>> = {
  allowed(state, _deciding, { letterId }) {
    const open = misdirected(state).filter(one => one.incidentClosed === null);
    if (letterId === undefined) return open.length > 0 ? null : refuse('no-data-incident', {});
    return open.some(one => one.letterId === letterId) ? null : refuse('no-data-incident', {});
  },
  decide: ({ letterId, copy, reported, note }, _state, { today, actor }) => ({
    events: [fact('DataIncidentClosed', today, { letterId, copy, reported, note, by: actor.personId })],
  }),
};

export const lostLetterActs: Acts<'ReturnLetter' | 'CancelLetter' | 'CloseDataIncident'> = {
  ReturnLetter: returnLetter,
  CancelLetter: cancelLetter,
  CloseDataIncident: closeDataIncident,
};
