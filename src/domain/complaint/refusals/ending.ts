/** Refusals about not taking a complaint, its withdrawal and its suspension. */
import { type LocalDate, sayDate } from '../../calendar/dates.ts';
import { type NoFacts, said } from './words.ts';

const takeIt = 'Take the complaint, or choose another ground that applies.';

export const endingRefusals = {
  'no-such-ground': (_: NoFacts) =>
    said('The policy has no such ground.', 'Choose one of its grounds, or take the complaint.'),
  'ground-for-points': ({ label, clause }: { label: string; clause: string }) =>
    said(
      `The ground “${label}” holds for single points, not for a whole complaint (${clause}).`,
      'Define the points, then exclude or suspend those it covers; the others go on.',
    ),
  'ground-for-complaints': ({ label, clause }: { label: string; clause: string }) =>
    said(`The ground “${label}” holds for a whole complaint only (${clause}).`, takeIt),
  'ground-unanswered': ({ ask, clause }: { ask: string; clause: string }) =>
    said(`The ground needs an answer to: ${ask} (${clause})`, 'Answer it; the answer is kept with the decision.'),
  'ground-bad-answer': ({ ask, expected }: { ask: string; expected: string }) =>
    said(`The answer to “${ask}” should be ${expected}.`, 'Put the answer right.'),
  'ground-barred': ({ because, clause }: { because: string; clause: string }) =>
    said(`The ground does not apply: ${because} (${clause})`, takeIt),
  'ground-in-time': ({ latest, endsOn, clause }: { latest: LocalDate; endsOn: LocalDate; clause: string }) =>
    said(
      `The complaint is in time: counted from ${sayDate(latest)}, the later of the day it happened and the day they knew, the time runs to ${sayDate(endsOn)} (${clause}).`,
      takeIt,
    ),
  'point-not-pleaded': ({ clause }: { clause: string }) =>
    said(
      `The point is not among those pleaded at court (${clause}).`,
      'Answer it; a claim holds up only what is in its particulars.',
    ),
  'already-refused': ({ on }: { on: LocalDate }) =>
    said(
      `It was decided on ${sayDate(on)} not to take this complaint.`,
      'Send the letter. The Ombudsman can direct us to take it.',
    ),
  'not-refused': (_: NoFacts) =>
    said(
      'The complaint was not refused, so there is nothing for the Ombudsman to direct.',
      'If stage 2 was declined, record a request for it forwarded by the Ombudsman.',
    ),
  'already-withdrawn': ({ on }: { on: LocalDate }) =>
    said(`The complaint was withdrawn on ${sayDate(on)}.`, 'It can be revived if the resident wants it back.'),
  'nothing-to-withdraw': ({ on }: { on: LocalDate }) =>
    said(
      `The answer was sent on ${sayDate(on)} and nothing is open, so there is nothing to withdraw.`,
      'Add a note, or record what the resident says as a contact.',
    ),
  'not-withdrawn': (_: NoFacts) => said('The complaint is not withdrawn.', 'It goes on as it is.'),
  'suspension-needs-claim': (_: NoFacts) =>
    said(
      'Points are suspended only for a claim that has been filed at court, with its reference.',
      'A letter before claim, the pre-action protocol or mediation suspends nothing: the complaint goes on.',
    ),
  'suspension-needs-points': (_: NoFacts) =>
    said('A suspension covers the points that are pleaded at court.', 'Choose those points; the others go on.'),
  'suspension-needs-interval': (_: NoFacts) =>
    said('A suspension is looked at again at intervals.', 'Say how often, for example every 20 working days.'),
  'not-suspended': (_: NoFacts) => said('Nothing is suspended.', 'The complaint goes on as it is.'),
};
