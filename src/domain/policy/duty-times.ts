/** How soon duties are owed for which neither a policy nor the Code gives a clock of its own: data of the packs, one by one. */
import type { Policy } from './policy.ts';
import type { ClauseId, Span } from './spans.ts';

/** A length of time with where it comes from; `note` says so in words, above all where the figure is ours. */
export type DutyTime = Span & { clause: ClauseId; note: string };

export type Duty =
  /** From dissatisfaction being told to offering a complaint (MAG-07, MGL-03). */
  | 'offer-complaint'
  /** From an offer without an answer to asking again. */
  | 'ask-offer-answer'
  /** From "no" to handing over in writing how to complain later. */
  | 'confirm-route';

export type DutyTimes = Partial<Record<Duty, DutyTime>>;

/** The landlord's own time for a duty, or the one that stands beside the Code. Throws where a pack of the Code lacks it. */
export function dutyTime(duty: Duty, { policy, code }: { policy: Policy; code: Policy }): DutyTime {
  const time = policy.dutyTimes?.[duty] ?? code.dutyTimes?.[duty];
  if (time === undefined) throw new Error(`Neither ${policy.id} nor ${code.id} says how soon "${duty}" is owed.`);
  return time;
}
