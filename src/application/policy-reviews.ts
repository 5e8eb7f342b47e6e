/** Reviews of a landlord's policy: which were recorded, what the landlord therefore owes, and recording one (MAG-61, MGL-44). */
import { type LandlordDuty, landlordDuties } from '../domain/landlord/duties.ts';
import { type LandlordEvent, reviewsIn } from '../domain/landlord/events.ts';
import { type ReviewRecord, recordReview } from '../domain/landlord/record-review.ts';
import type { RecordedReview } from '../domain/policy/policy-review.ts';
import { lockCalendar } from '../storage/calendar-revisions.ts';
import { appendEvents, loadEvents, lockStream, type StoredEvent } from '../storage/events.ts';
import { inLandlord, type Tx } from '../storage/landlord-transaction.ts';
import { prepareText, storePrepared } from '../storage/personal-text.ts';
import { closeReceipt, openReceipt } from '../storage/receipts.ts';
import { type Application, timeNow, type Viewer } from './application.ts';
import { type Landlord, loadLandlord } from './landlord.ts';
import type { Reading } from './reading.ts';

export type ReviewAsk = Omit<ReviewRecord, 'evidence'> & { evidence: string; commandId: string };
export type ReviewRecorded = { kind: 'done' } | { kind: 'refused'; sentence: string };

/** The reviews that stand in the landlord's own stream, in their order. */
export async function recordedReviews(tx: Reading, landlordId: string): Promise<RecordedReview[]> {
  const events = await loadEvents(tx, landlordId, landlordId);
  return reviewsIn(events.map(asLandlordEvent));
}

/** A stored event of a landlord's stream as the domain knows it. Each shape ever written is read in tests. */
function asLandlordEvent({ type, schema, occurredOn, body }: StoredEvent): LandlordEvent {
  return { type, schema, occurredOn, body } as object as LandlordEvent;
}

/** What the landlord itself owes, besides its complaints. */
export async function owedByLandlord(tx: Reading, landlord: Landlord): Promise<LandlordDuty[]> {
  return landlordDuties({ ...landlord, reviews: await recordedReviews(tx, landlord.landlordId) });
}

/** Ends a transaction in which nothing was recorded, with the sentence why. */
class NotRecorded extends Error {}

/** Records a review in the landlord's own stream, once however often the button is pressed. */
export async function recordPolicyReview(app: Application, who: Viewer, ask: ReviewAsk): Promise<ReviewRecorded> {
  try {
    await inLandlord(app.database, who.landlordId, tx => recordWithin(app, tx, who, ask));
    return { kind: 'done' };
  } catch (error) {
    if (error instanceof NotRecorded) return { kind: 'refused', sentence: error.message };
    throw error;
  }
}

async function recordWithin(app: Application, tx: Tx, who: Viewer, ask: ReviewAsk): Promise<void> {
  const { landlordId, personId, roles } = who;
  const { now, today } = timeNow(app);
  const { commandId, evidence, ...record } = ask;
  const payload = { act: 'record-policy-review', ...record, evidence };
  const command = { landlordId, commandId, payload, receivedAt: now };
  const receipt = await openReceipt(tx, command);
  if (receipt.kind === 'same') return;
  if (receipt.kind === 'other')
    throw new NotRecorded('This form was sent before with something else in it. That was recorded; this was not.');
  await lockCalendar(tx, landlordId);
  const { policy, hash } = await loadLandlord(app, tx, landlordId);
  const text = prepareText({ subject: landlordId, class: 'policy-review', value: evidence });
  const facts = { policy, packHash: hash, roles, today, reviews: await recordedReviews(tx, landlordId) };
  const decided = recordReview({ ...record, evidence: text.reference }, facts);
  if ('refused' in decided) throw new NotRecorded(decided.refused);
  const expectedVersion = await lockStream(tx, landlordId, landlordId);
  const append = { landlordId, caseId: landlordId, expectedVersion, events: [decided] };
  const stored = await appendEvents(tx, { ...append, actor: `person:${personId}`, recordedAt: now, packHash: hash });
  if (stored.kind !== 'appended') throw new Error(`The stream of ${landlordId} was being written by somebody else.`);
  await storePrepared(tx, landlordId, [text]);
  await closeReceipt(tx, command, {});
}
