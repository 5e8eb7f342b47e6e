/** Refusals that any act may meet: the case, the date, the role. */
import { type LocalDate, sayDate } from '../../calendar/dates.ts';
import { type NoFacts, said } from './words.ts';

export const wholeCaseRefusals = {
  'already-logged': (_: NoFacts) => said('This complaint has been logged already.', 'Open it from All cases.'),
  'no-such-complaint': (_: NoFacts) =>
    said('There is no such complaint.', 'Look for it by reference, name or address.'),
  disposed: (_: NoFacts) =>
    said(
      'What was kept of this complaint has been disposed of under the retention rules.',
      'A new complaint can be logged.',
    ),
  'not-your-role': ({ act, who, clause }: { act: string; who: string; clause: string }) =>
    said(`You may not ${act}: that is for ${who} (${clause}).`, `Ask ${who} to do it.`),
  'date-in-future': ({ what, today }: { what: string; today: LocalDate }) =>
    said(`${what} cannot be after today, ${sayDate(today)}.`, 'Give the day on which it happened.'),
  'date-before': ({ what, date, before, limit }: { what: string; date: LocalDate; before: string; limit: LocalDate }) =>
    said(
      `${what}, ${sayDate(date)}, is before ${before}, ${sayDate(limit)}.`,
      `Give a date on or after ${sayDate(limit)}, or correct the earlier one first.`,
    ),
  'date-after': ({ what, date, after, limit }: { what: string; date: LocalDate; after: string; limit: LocalDate }) =>
    said(
      `${what}, ${sayDate(date)}, is after ${after}, ${sayDate(limit)}.`,
      `Give a date on or before ${sayDate(limit)}.`,
    ),
  'date-not-working-day': ({ what, date, next }: { what: string; date: LocalDate; next: LocalDate }) =>
    said(`${what}, ${sayDate(date)}, is not a working day.`, `The next working day is ${sayDate(next)}.`),
  'not-in-policy': ({ what, value }: { what: string; value: string }) =>
    said(`The policy in force knows no ${what} called “${value}”.`, `Choose a ${what} from the list.`),
  'nothing-changes': ({ what }: { what: string }) => said(`${what}, so nothing would change.`, 'Leave it as it is.'),
  'correction-needs-approval': ({ who }: { who: string }) =>
    said(
      'What is put right changes what is owed and what is counted, so somebody other than you has to approve it.',
      `Name who approved it: ${who}.`,
    ),
  'duplicate-came-first': ({ on, other }: { on: LocalDate; other: LocalDate }) =>
    said(
      `This complaint was received first, on ${sayDate(on)}; the other one on ${sayDate(other)}.`,
      'Mark the other one as told twice: the earliest receipt goes on.',
    ),
  'no-such-entry': (_: NoFacts) =>
    said('There is no such entry, or it is marked already.', 'Choose one from the timeline.'),
  'record-goes-no-further': ({ why, on }: { why: 'logged-in-error' | 'duplicate'; on: LocalDate }) =>
    said(
      `On ${sayDate(on)} this was recorded as ${why === 'duplicate' ? 'the same complaint told twice' : 'logged in error'}, so it goes no further.`,
      why === 'duplicate'
        ? 'Do it on the complaint that goes on, from the links.'
        : 'A new complaint can be logged; notes can be added here.',
    ),
  'already-linked': (_: NoFacts) =>
    said('The two complaints are linked already.', 'Open the other one from the links.'),
  'representative-is-complainant': (_: NoFacts) =>
    said('The person who complains cannot also be their own representative.', 'Name the person who acts for them.'),
};
