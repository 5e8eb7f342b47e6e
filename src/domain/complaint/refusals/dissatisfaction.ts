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
  'route-needs-no': (_: NoFacts) =>
    said(
      'How to complain later is confirmed to those who said that they do not want to complain now.',
      'Record their answer first.',
    ),
};
