/** Refusals around dissatisfaction that is not, or not yet, a complaint. */
import { type LocalDate, sayDate } from '../../calendar/dates.ts';
import { type NoFacts, said } from './words.ts';

export const dissatisfactionRefusals = {
  'dissatisfaction-is-complaint': (_: NoFacts) =>
    said(
      'Being dissatisfied with how a request was dealt with, or with the answer to it, is a complaint: nothing has to be offered.',
      'Log it as a complaint, received the day they told us.',
    ),
  'no-such-record': (_: NoFacts) =>
    said('There is no such record of dissatisfaction.', 'Look for it in the list of dissatisfaction.'),
  'dissatisfaction-became-complaint': ({ reference }: { reference: string }) =>
    said(`It has become the complaint ${reference}.`, 'Open that complaint, and record there what is new.'),
  'offer-answered': ({ answer, on }: { answer: 'yes' | 'no'; on: LocalDate }) =>
    said(
      `They answered on ${sayDate(on)}: ${answer === 'yes' ? 'yes, they want to complain' : 'no, not now'}.`,
      answer === 'yes' ? 'Log the complaint.' : 'Record another answer if they change their mind.',
    ),
  'no-answer-to-review': (_: NoFacts) =>
    said('There is no “no” here that is to be looked at again.', 'Look through the list of those that are.'),
  'own-no-answer': (_: NoFacts) =>
    said(
      'Their answer was recorded by you, and is looked at again by somebody else.',
      'Leave it in the list for a colleague.',
    ),
  'route-needs-no': (_: NoFacts) =>
    said(
      'How to complain later is confirmed to those who said that they do not want to complain now.',
      'Record their answer first.',
    ),
};
