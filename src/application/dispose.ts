/**
 * What people wrote in a complaint, taken away for good, and with it what was written in its restricted referrals: each stream says
 * so itself, so that neither tells of the other. What happened stays, and so do names, which other complaints may need, and letters
 * as files.
 */
import { type Instant, londonDateOf } from '../domain/calendar/dates.ts';
import { textIdsIn } from '../domain/complaint/text-ids.ts';
import { appendEvents, loadEvents, type StoredEvent } from '../storage/events.ts';
import type { Tx } from '../storage/landlord-transaction.ts';
import { disposeTexts, textsAbout } from '../storage/personal-text.ts';
import { referralsOfCase } from '../storage/referrals.ts';
import type { Application } from './application.ts';
import { type Landlord, loadLandlord } from './landlord.ts';
import { rebuildCase } from './rebuild.ts';
import { rebuildReferral } from './write-referral.ts';

export type Disposal = {
  landlordId: string;
  caseId: string;
  /** The rule of the policy under which they go, by its id. */
  under: string;
  now: Instant;
};

/** `referral-open`: somebody may be in danger still, and nothing was taken away. */
export type DisposalOutcome = 'disposed' | 'referral-open';

/** Takes the words away, in the caller's transaction. Where nothing is left to take, nothing is recorded. */
export async function disposeOfWords(app: Application, tx: Tx, disposal: Disposal): Promise<DisposalOutcome> {
  const { landlordId, caseId } = disposal;
  const [landlord, referrals, about] = await Promise.all([
    loadLandlord(app, tx, landlordId),
    referralsOfCase(tx, landlordId, caseId),
    textsAbout(tx, landlordId, caseId),
  ]);
  if (referrals.some(one => one.closedAt === null)) return 'referral-open';
  const written = new Set(about.filter(one => one.value !== null).map(one => one.textId));
  for (const { referralId } of referrals) {
    if (await emptied(tx, landlord, referralId, written, disposal)) await rebuildReferral(tx, landlord, referralId);
  }
  if (await emptied(tx, landlord, caseId, written, disposal)) await rebuildCase(app, tx, landlordId, caseId);
  return 'disposed';
}

/** Empties those words that a stream names, and says so in it. False where none were left. */
async function emptied(
  tx: Tx,
  { hash }: Landlord,
  stream: string,
  written: ReadonlySet<string>,
  { landlordId, under, now }: Disposal,
): Promise<boolean> {
  const events: readonly StoredEvent[] = await loadEvents(tx, landlordId, stream);
  const on = londonDateOf(now);
  const named = textIdsIn(events).filter(id => written.has(id));
  const textIds = await disposeTexts(tx, landlordId, named, on);
  if (textIds.length === 0) return false;
  const stored = await appendEvents(tx, {
    ...{ landlordId, caseId: stream, expectedVersion: events.length, packHash: hash },
    ...{ actor: 'machine:disposal', recordedAt: now },
    events: [{ type: 'Disposed', schema: 1, occurredOn: on, body: { textIds, under } }],
  });
  // Thrown, so that the words come back with the transaction.
  if (stored.kind === 'version-conflict') throw new Error(`Somebody else was at work on ${stream}.`);
  return true;
}
