/** The derived row of a restricted referral, from its events: when it changes, and on rebuilding. */

import type { ReferralEvent } from '../domain/referral/events.ts';
import { owedOnReferral } from '../domain/referral/owed.ts';
import { type Referral, replayReferral } from '../domain/referral/referral.ts';
import { loadEvents, type StoredEvent } from '../storage/events.ts';
import type { Tx } from '../storage/landlord-transaction.ts';
import { removeReferralRow, writeReferralRow } from '../storage/referrals.ts';
import type { Application } from './application.ts';
import { type Landlord, loadLandlord } from './landlord.ts';
import type { Reading } from './reading.ts';

/** A referral with its events; none where the id is none of a referral of this landlord. */
export async function loadReferral(
  tx: Reading,
  landlordId: string,
  referralId: string,
): Promise<{ referral: Referral | null; events: readonly StoredEvent[] }> {
  const events = await loadEvents(tx, landlordId, referralId);
  if (events[0]?.type !== 'ReferralMade') return { referral: null, events: [] };
  return { referral: replayReferral(events.map(asReferralEvent)), events };
}

/** A stored event as the domain knows it. */
function asReferralEvent({ type, schema, occurredOn, body }: StoredEvent): ReferralEvent {
  return { type, schema, occurredOn, body } as object as ReferralEvent;
}

/** Writes the row. */
export async function writeReferral(tx: Tx, landlord: Landlord, referralId: string, referral: Referral): Promise<void> {
  const due = owedOnReferral(referral, landlord);
  const dueAt = (kind: string) => due.find(one => one.kind === kind)?.dueAt ?? referral.at;
  await writeReferralRow(tx, {
    landlord_id: landlord.landlordId,
    referral_id: referralId,
    case_id: referral.caseId,
    version: referral.version,
    made_at: referral.at,
    made_by: referral.madeBy,
    duty_person: referral.dutyPersonId,
    pass_on_by: dueAt('pass-on-referral'),
    passed_on_at: referral.passedOn.map(one => one.at).toSorted()[0] ?? null,
    close_by: dueAt('close-referral'),
    closed_at: referral.closed?.at ?? null,
  });
}

/** Writes it again from the events. */
export async function rebuildReferral(
  app: Pick<Application, 'landlords' | 'clock'>,
  tx: Tx,
  landlordId: string,
  referralId: string,
): Promise<void> {
  const { referral } = await loadReferral(tx, landlordId, referralId);
  if (referral === null) return;
  await removeReferralRow(tx, landlordId, referralId);
  await writeReferral(tx, await loadLandlord(app, tx, landlordId), referralId, referral);
}
