/** Every "no, because" of the complaint, in words a person understands, with what would be allowed instead. */
import { type LocalDate, sayDate } from '../calendar/dates.ts';

/** The closed union of refusals: a code and the facts its sentence needs. */
type Sentences = {
  'already-logged': Record<string, never>;
  'no-such-complaint': Record<string, never>;
  disposed: Record<string, never>;
  'not-your-role': { act: string; who: string; clause: string };
  'date-in-future': { what: string; today: LocalDate };
  'date-before': { what: string; date: LocalDate; before: string; limit: LocalDate };
  'stage-not-open': { stage: 1 | 2; because: string };
  'already-answered': { stage: 1 | 2; on: LocalDate };
  'not-defined': { stage: 1 | 2 };
  'extension-no-cap': { clause: string };
  'extension-not-later': { dueOn: LocalDate };
  'extension-not-working-day': { date: LocalDate; next: LocalDate };
  'extension-beyond-cap': { latest: LocalDate; words: string; clause: string; who: string };
  'extension-too-late': { dueOn: LocalDate };
  'extension-agreement-needed': { clause: string };
};

export type RefusalCode = keyof Sentences;
export type Refusal = { [K in RefusalCode]: { code: K; facts: Sentences[K] } }[RefusalCode];

/** A refusal of one kind with its facts. */
export function refuse<K extends RefusalCode>(code: K, facts: Sentences[K]): Refusal {
  return { code, facts } as Extract<Refusal, { code: K }>;
}

type Say = { [K in RefusalCode]: (facts: Sentences[K]) => { why: string; instead: string } };

const say: Say = {
  'already-logged': () => ({ why: 'This complaint has been logged already.', instead: 'Open it from All cases.' }),
  'no-such-complaint': () => ({
    why: 'There is no such complaint.',
    instead: 'Look for it by reference, name or address.',
  }),
  disposed: () => ({
    why: 'What was kept of this complaint has been disposed of under the retention rules.',
    instead: 'A new complaint can be logged.',
  }),
  'not-your-role': ({ act, who, clause }) => ({
    why: `You may not ${act}: that is for ${who} (${clause}).`,
    instead: `Ask ${who} to do it.`,
  }),
  'date-in-future': ({ what, today }) => ({
    why: `${what} cannot be after today, ${sayDate(today)}.`,
    instead: 'Give the day on which it happened.',
  }),
  'date-before': ({ what, date, before, limit }) => ({
    why: `${what}, ${sayDate(date)}, is before ${before}, ${sayDate(limit)}.`,
    instead: `Give a date on or after ${sayDate(limit)}, or correct the earlier one first.`,
  }),
  'stage-not-open': ({ stage, because }) => ({
    why: `Stage ${stage} is not open: ${because}.`,
    instead: stage === 2 ? 'It opens when the resident asks for it.' : 'A new complaint can be logged and linked.',
  }),
  'already-answered': ({ stage, on }) => ({
    why: `The stage ${stage} response was sent on ${sayDate(on)}.`,
    instead: 'A corrected response can be issued, and a new matter can be logged as a new complaint.',
  }),
  'not-defined': ({ stage }) => ({
    why: `Stage ${stage} has no definition yet: the numbered points and what the resident wants.`,
    instead: 'Define the complaint first.',
  }),
  'extension-no-cap': ({ clause }) => ({
    why: `The policy allows no extension (${clause}).`,
    instead: 'Agree with the resident how often to update them, and answer as soon as it is known.',
  }),
  'extension-not-later': ({ dueOn }) => ({
    why: `An extension needs a later date than the present one, ${sayDate(dueOn)}.`,
    instead: 'Answer by the present date, or choose a later one.',
  }),
  'extension-not-working-day': ({ date, next }) => ({
    why: `${sayDate(date)} is not a working day.`,
    instead: `The next working day is ${sayDate(next)}.`,
  }),
  'extension-beyond-cap': ({ latest, words, clause, who }) => ({
    why: `More than ${words} from the original date, that is after ${sayDate(latest)}, needs a good reason and approval (${clause}).`,
    instead: `Choose ${sayDate(latest)} or earlier, or give the good reason and have ${who} approve it.`,
  }),
  'extension-too-late': ({ dueOn }) => ({
    why: `The answer was due on ${sayDate(dueOn)}, so an extension can no longer move that date.`,
    instead: 'Tell the resident when to expect the answer, and agree how often to update them until then.',
  }),
  'extension-agreement-needed': ({ clause }) => ({
    why: `The policy extends only in agreement with the resident (${clause}).`,
    instead: 'Ask the resident. If they do not agree the date stays; tell them all the same when to expect the answer.',
  }),
};

/** The sentence for a person, and what would be allowed instead. */
export function sayRefusal(refusal: Refusal): { why: string; instead: string } {
  const words = say[refusal.code] as (facts: Refusal['facts']) => { why: string; instead: string };
  return words(refusal.facts);
}
