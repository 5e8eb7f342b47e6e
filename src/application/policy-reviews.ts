/** Reviews of a landlord's policy: which were recorded, what the landlord therefore owes, and recording one (MAG-61, MGL-44). */
import { type LandlordDuty, landlordDuties } from '../domain/landlord/duties.ts';
import { reviewsIn } from '../domain/landlord/events.ts';
import { type ReviewRecord, recordReview } from '../domain/landlord/record-review.ts';
import type { RecordedReview } from '../domain/policy/policy-review.ts';
import { actOnLandlord, landlordEvents } from './act-on-landlord.ts';
import type { Application, Viewer } from './application.ts';
import type { Landlord } from './landlord.ts';
import type { Reading } from './reading.ts';

export type ReviewAsk = Omit<ReviewRecord, 'evidence'> & { evidence: string; commandId: string };
export type ReviewRecorded = { kind: 'done' } | { kind: 'refused'; sentence: string };

/** The reviews that stand in the landlord's own stream, in their order. */
export async function recordedReviews(tx: Reading, landlordId: string): Promise<RecordedReview[]> {
  return reviewsIn(await landlordEvents(tx, landlordId));
}

/** What the landlord itself owes, besides its complaints. */
export async function owedByLandlord(tx: Reading, landlord: Landlord): Promise<LandlordDuty[]> {
  return landlordDuties({ ...landlord, reviews: await recordedReviews(tx, landlord.landlordId) });
}

/** Records a review in the landlord's own stream, once however often the button is pressed. */
export async function recordPolicyReview(app: Application, who: Viewer, ask: ReviewAsk): Promise<ReviewRecorded> {
  const { commandId, evidence, ...record } = ask;
  const form = { commandId, payload: { act: 'record-policy-review', ...record, evidence } };
  const outcome = await actOnLandlord(app, who, form, async ({ landlord, before }, { keep, today }) => {
    const { policy, hash } = landlord;
    const facts = { policy, packHash: hash, roles: who.roles, today, reviews: reviewsIn(before) };
    const decided = recordReview({ ...record, evidence: keep(evidence, 'policy-review') }, facts);
    return 'refused' in decided ? decided : { events: [decided], packHash: hash };
  });
  if (outcome.kind === 'done') return { kind: 'done' };
  if (outcome.kind === 'refused') return outcome;
  const sentence = 'This form was sent before with something else in it. That was recorded; this was not.';
  return { kind: 'refused', sentence };
}
