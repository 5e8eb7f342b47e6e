/**
 * What can have happened to a landlord itself. Its own stream, whose id is the landlord's; past tense, never edited, and without the
 * words of anybody: those lie beside the log, with what proves them here.
 */
import type { CalendarChange } from '../calendar/change.ts';
import type { LocalDate } from '../calendar/dates.ts';
import type { TextRef } from '../complaint/events.ts';
import type { RecordedReview } from '../policy/policy-review.ts';
import type { RegisterImported } from '../register/imports.ts';
import type { PolicyReviewed } from './record-review.ts';

/** `reason`: who announced it, or why; not in the events of before it was kept there. */
export type CalendarChanged = {
  type: 'CalendarChanged';
  schema: 1;
  occurredOn: LocalDate;
  body: CalendarChange & { revision: number; reason?: TextRef };
};

export type LandlordEvent = PolicyReviewed | CalendarChanged | RegisterImported;
type LandlordEventType = LandlordEvent['type'];

const types: Record<LandlordEventType, true> = {
  PolicyReviewed: true,
  CalendarChanged: true,
  RegisterImported: true,
};

/** Every type of event there is in a landlord's stream. */
export const landlordEventTypes = Object.keys(types) as LandlordEventType[];

/** The reviews of the policy, in the order in which they were recorded. */
export function reviewsIn(events: readonly LandlordEvent[]): RecordedReview[] {
  return events.flatMap(event => {
    if (event.type !== 'PolicyReviewed') return [];
    const { version, approvedOn, approvedBy } = event.body;
    return [{ version, approvedOn, approvedBy }];
  });
}
