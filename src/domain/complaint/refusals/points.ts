/** Refusals about points, their investigation and what is promised. */
import { type LocalDate, sayDate } from '../../calendar/dates.ts';
import { type NoFacts, said, sayList } from './words.ts';

const newComplaint = 'Log it as a new complaint, linked to this one, received the day it was raised.';

export const pointRefusals = {
  'no-such-point': (_: NoFacts) =>
    said('There is no such point in this complaint.', 'Choose one of its numbered points.'),
  'point-ended': ({ number, how }: { number: number; how: string }) =>
    said(`Point ${number} was ${how}.`, 'What it was about can be logged as a new complaint if it comes up again.'),
  'point-suspended': ({ number }: { number: number }) =>
    said(
      `Point ${number} is suspended while a court considers it.`,
      'Resume it first if the court no longer does; the other points go on.',
    ),
  'point-not-pursued': ({ number }: { number: number }) =>
    said(
      `Point ${number} is not pursued at stage 2, so its stage 1 answer stands.`,
      'If the resident wants it back, record that and define stage 2 again.',
    ),
  'point-already-there': (_: NoFacts) =>
    said('That point is part of this complaint already.', 'Define the complaint again to change its words.'),
  'points-none': (_: NoFacts) =>
    said('A definition has at least one point.', 'Put what the resident is unhappy about as point 1.'),
  'points-numbered': ({ expected }: { expected: number }) =>
    said(
      'Points are numbered from 1 without a gap, and each number is used once.',
      `The numbers here should run from 1 to ${expected}.`,
    ),
  'points-left-over': ({ numbers }: { numbers: number[] }) =>
    said(
      `The stage 2 definition says nothing of ${numbers.length === 1 ? 'point' : 'points'} ${sayList(numbers)}.`,
      'List each as pursued, or as not pursued so that its stage 1 answer stands.',
    ),
  'points-asked-for': ({ numbers }: { numbers: number[] }) =>
    said(
      `The resident asked for ${numbers.length === 1 ? 'point' : 'points'} ${sayList(numbers)} to be looked at again.`,
      'Define them at stage 2. If they no longer want one, record that they withdraw it, with what shows it.',
    ),
  'point-after-response': ({ stage, on }: { stage: 1 | 2; on: LocalDate }) =>
    said(`The stage ${stage} response was sent on ${sayDate(on)}, so nothing can join it any more.`, newComplaint),
  'point-unrelated': (_: NoFacts) => said('It is not about the same matter as this complaint.', newComplaint),
  'point-would-delay': (_: NoFacts) =>
    said('Taking it here would hold up the answer to the rest without good reason.', newComplaint),
  'point-resident-chooses': (_: NoFacts) =>
    said(
      'A point that joins at stage 2 is looked at once only, so it joins only if the resident wants it here.',
      `Ask them. Otherwise: ${newComplaint.charAt(0).toLowerCase()}${newComplaint.slice(1)}`,
    ),
  'last-point': ({ instead }: { instead: string }) =>
    said('It is the only point left, and a complaint without a point cannot be answered.', instead),
  'nothing-asked': (_: NoFacts) => said('No question to the resident is open.', 'Record it as a contact instead.'),
  'money-needs-sum': (_: NoFacts) => said('An offer of money needs its sum.', 'Give the sum in pounds and pence.'),
  'sum-needs-money': (_: NoFacts) =>
    said('A sum belongs to an offer of money only.', 'Choose money as the kind of remedy, or leave the sum out.'),
  'remedy-known': (_: NoFacts) => said('That remedy is recorded already.', 'Open it from the list.'),
  'action-known': (_: NoFacts) => said('That promise is recorded already.', 'Open it from the list.'),
  'promise-needs-date': (_: NoFacts) =>
    said(
      'A promise without a date cannot be kept or missed.',
      'Give the date, or the date by which the resident will be told it.',
    ),
  'promise-needs-owner': (_: NoFacts) =>
    said('A promise belongs to somebody.', 'Name the person, the team or the contractor who will do it.'),
  'no-such-action': (_: NoFacts) => said('There is no such promise.', 'Choose one from the list.'),
  'action-done': ({ on }: { on: LocalDate }) =>
    said(`This was done on ${sayDate(on)}.`, 'If it has to be done again, promise it again with its own date.'),
};
