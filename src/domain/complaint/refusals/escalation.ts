/** Refusals about going to stage 2. */
import { type LocalDate, sayDate } from '../../calendar/dates.ts';
import { type NoFacts, said, sayList } from './words.ts';

export const escalationRefusals = {
  'stage-2-answered': ({ on }: { on: LocalDate }) =>
    said(
      `The stage 2 response was sent on ${sayDate(on)}, and there is no third stage.`,
      'The resident can go to the Housing Ombudsman; a new matter can be logged as a new complaint.',
    ),
  'refused-no-stage-2': (_: NoFacts) =>
    said(
      'The complaint was not accepted, and there is no appeal inside the landlord against that.',
      'The resident can ask the Housing Ombudsman to look at the decision.',
    ),
  'withdrawn-no-stage-2': (_: NoFacts) =>
    said('The complaint was withdrawn.', 'Revive it first, with what the resident said; their first date is kept.'),
  'points-excluded': ({ numbers }: { numbers: number[] }) =>
    said(
      `${numbers.length === 1 ? 'Point' : 'Points'} ${sayList(numbers)} did not stay in the complaint, so stage 2 cannot look at it.`,
      'The resident can ask the Housing Ombudsman about a point that was not taken.',
    ),
  'points-none-asked': (_: NoFacts) =>
    said('Nothing is chosen to be looked at again.', 'Choose all of the complaint, or at least one point.'),
  'nothing-to-decide': (_: NoFacts) =>
    said('No request for stage 2 is waiting for a decision.', 'A request in time is accepted by itself.'),
  'escalation-refusal-nobody-named': (_: NoFacts) =>
    said(
      'The policy does not name who may decline a request for stage 2, so nobody may.',
      'Accept the request; stage 2 begins from the day it was made.',
    ),
  'escalation-ground': ({ clause }: { clause: string }) =>
    said(
      `A request for stage 2 can be declined only on a ground of the policy, or because it came late (${clause}).`,
      'Choose the ground that applies, or accept the request.',
    ),
  'escalation-not-late': ({ closesOn }: { closesOn: LocalDate | null }) =>
    said(
      closesOn === null
        ? 'The policy sets no time for asking, so the request is not late.'
        : `The request came in time: the window closes on ${sayDate(closesOn)}.`,
      'Accept the request.',
    ),
  'escalation-under-way': ({ on }: { on: LocalDate }) =>
    said(
      `Stage 2 was acknowledged on ${sayDate(on)}, so it is under way.`,
      'Single points can be excluded on a ground, or suspended for court proceedings.',
    ),
  'support-wrong-person': ({ who, clause }: { who: string; clause: string }) =>
    said(`A decision not to take a complaint to stage 2 is supported by ${who} (${clause}).`, `Choose ${who}.`),
};
