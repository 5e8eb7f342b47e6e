/** Refusals about what is owed beside the stages. */
import { type LocalDate, sayDate } from '../../calendar/dates.ts';
import { type NoFacts, said } from './words.ts';

export const dutyRefusals = {
  'nothing-of-the-kind-open': (_: NoFacts) =>
    said('There is nothing of this kind open on this complaint.', 'Look at the timeline for what was done about it.'),
  'next-asking-needed': ({ on }: { on: LocalDate }) =>
    said(
      `The other procedure has not ended, so they are asked again, on a day after ${sayDate(on)}.`,
      'Give the day on which to ask again.',
    ),
  'review-point-answered': ({ on }: { on: LocalDate }) =>
    said(
      `The stage 1 answer went on ${sayDate(on)}, so the point cannot join it any more.`,
      'What they are still dissatisfied with is logged as a complaint of its own, linked to this one.',
    ),
  'message-before-answer': (_: NoFacts) =>
    said(
      'Stage 1 has not been answered, so there is nothing yet that a message could take further.',
      'Add it as a note or a point, or record a request for stage 2: it keeps its day.',
    ),
  'message-in-stage-2': (_: NoFacts) =>
    said('Stage 2 has been asked for already.', 'Add a note, or a point if the message raises something new.'),
  'forwarded-dates': (_: NoFacts) =>
    said(
      'The resident’s own earlier request cannot be later than the Ombudsman’s letter, and the Ombudsman’s date not before that letter.',
      'Put the three days in their order.',
    ),
};
