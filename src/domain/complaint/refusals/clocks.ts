/** Refusals about stages and their clocks. */
import { type LocalDate, sayDate } from '../../calendar/dates.ts';
import { said } from './words.ts';

export const clockRefusals = {
  'stage-not-open': ({ stage, because }: { stage: 1 | 2; because: string }) =>
    said(
      `Stage ${stage} is not open: ${because}.`,
      stage === 2 ? 'It opens when the resident asks for it.' : 'A new complaint can be logged and linked.',
    ),
  'already-answered': ({ stage, on }: { stage: 1 | 2; on: LocalDate }) =>
    said(
      `The stage ${stage} response was sent on ${sayDate(on)}.`,
      'A corrected response can be issued, and a new matter can be logged as a new complaint.',
    ),
  'not-defined': ({ stage }: { stage: 1 | 2 }) =>
    said(
      `Stage ${stage} has no definition yet: the numbered points and what the resident wants.`,
      'Define the complaint first.',
    ),
  'extension-no-cap': ({ clause }: { clause: string }) =>
    said(
      `The policy allows no extension (${clause}).`,
      'Agree with the resident how often to update them, and answer as soon as it is known.',
    ),
  'extension-not-later': ({ dueOn }: { dueOn: LocalDate }) =>
    said(
      `An extension needs a later date than the present one, ${sayDate(dueOn)}.`,
      'Answer by the present date, or choose a later one.',
    ),
  'extension-not-working-day': ({ date, next }: { date: LocalDate; next: LocalDate }) =>
    said(`${sayDate(date)} is not a working day.`, `The next working day is ${sayDate(next)}.`),
  'extension-beyond-cap': ({
    latest,
    words,
    clause,
    who,
  }: {
    latest: LocalDate;
    words: string;
    clause: string;
    who: string;
  }) =>
    said(
      `More than ${words} from the original date, that is after ${sayDate(latest)}, needs a good reason and approval (${clause}).`,
      `Choose ${sayDate(latest)} or earlier, or give the good reason and have ${who} approve it.`,
    ),
  'extension-beyond-outer-date': ({ outer, who }: { outer: LocalDate; who: string }) =>
    said(
      `After ${sayDate(outer)}, the Code’s outer date for an extended answer by our reading, it needs a good reason and approval (Code 6.4).`,
      `Choose ${sayDate(outer)} or earlier, or give the good reason and have ${who} approve it.`,
    ),
  'extension-too-late': ({ dueOn }: { dueOn: LocalDate }) =>
    said(
      `The answer was due on ${sayDate(dueOn)}, so an extension can no longer move that date.`,
      'Tell the resident when to expect the answer, and agree how often to update them until then.',
    ),
  'extension-agreement-needed': ({ clause }: { clause: string }) =>
    said(
      `The policy extends only in agreement with the resident (${clause}).`,
      'Ask the resident. If they do not agree the date stays; tell them all the same when to expect the answer.',
    ),
};
