/** Refusals about questions to colleagues and outsiders. */
import { type LocalDate, sayDate } from '../../calendar/dates.ts';
import { type NoFacts, said } from './words.ts';

export const questionRefusals = {
  'information-known': (_: NoFacts) => said('That question was asked already.', 'Open it from the list.'),
  'no-such-request': (_: NoFacts) => said('There is no such question.', 'Choose one from the list.'),
  'information-given': ({ on }: { on: LocalDate }) =>
    said(`This was answered on ${sayDate(on)}.`, 'The handler can ask again.'),
  'question-over': ({ on }: { on: LocalDate }) =>
    said(`This question ended on ${sayDate(on)}.`, 'The handler can ask it anew, of whoever can answer it.'),
  'information-after-answer': ({ dueOn }: { dueOn: LocalDate }) =>
    said(
      `Our own answer is due on ${sayDate(dueOn)}, so the information would come too late.`,
      `Ask for it by ${sayDate(dueOn)} or earlier.`,
    ),
  'not-asked-of-you': (_: NoFacts) =>
    said('This was asked of somebody else.', 'The person asked or the handler of the complaint can answer it.'),
  'no-such-file': (_: NoFacts) =>
    said('A file that is to go with it is no part of this complaint.', 'Choose from the files of the complaint.'),
  'telling-needs-reason': (_: NoFacts) =>
    said(
      'Somebody outside is told the resident’s name or address only for a reason.',
      'Say why they need it to answer, or leave both out.',
    ),
  'address-is-secret': (_: NoFacts) =>
    said(
      'The resident’s address may not be told to anybody else.',
      'Ask without it: what is about the home can be found by a job number, or by a colleague who knows it.',
    ),
  'link-not-needed': (_: NoFacts) =>
    said('A colleague finds the question in their own work.', 'Links are for people without an account here.'),
  'longer-is-not-later': ({ dueOn }: { dueOn: LocalDate }) =>
    said(
      `The answer is asked for by ${sayDate(dueOn)}, and that is not later.`,
      'Give a day after it, or answer by the date.',
    ),
};
