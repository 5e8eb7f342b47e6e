/** The yearly review of an invented landlord's policy, recorded some months ago (MAG-61, MGL-44). */
import { randomUUIDv7 } from 'node:crypto';
import { addMonths } from '../../domain/calendar/dates.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { type Application, timeNow, type Viewer } from '../application.ts';
import { recordPolicyReview } from '../policy-reviews.ts';
import { mayIn } from './people.ts';

const monthsAgo = 5;

/** Records it as whoever manages the policy. A policy without such people, or younger than the review would be, has none. */
export async function reviewPolicy(app: Application, staff: readonly Viewer[], policy: Policy): Promise<void> {
  const who = staff.find(person => mayIn(policy, person, 'manage-policy'));
  const approver = policy.roles.find(role => role.may.includes('approve-policy'));
  if (who === undefined || approver === undefined) return;
  await recordPolicyReview(app, who, {
    approvedOn: addMonths(timeNow(app).today, -monthsAgo),
    approvedBy: approver.id,
    outcome: 'kept',
    evidence: 'Minutes of the summer meeting, item 7.',
    commandId: randomUUIDv7(),
  });
}
