/** The kinds of record that are no complaint's case, each with how its derived rows are written again from its events. */
import type { RecordKind } from '../domain/records.ts';
import type { Tx } from '../storage/landlord-transaction.ts';
import type { Application } from './application.ts';
import { rebuildNeeds } from './needs/write-needs.ts';
import { rebuildBuilding } from './write-building.ts';
import { rebuildContact } from './write-contact.ts';
import { rebuildDissatisfaction } from './write-dissatisfaction.ts';
import { rebuildReferral } from './write-referral.ts';
import { rebuildServiceRequest } from './write-service-request.ts';

type Rebuild = (
  app: Pick<Application, 'packs' | 'landlords' | 'clock'>,
  tx: Tx,
  landlordId: string,
  recordId: string,
) => Promise<void>;

const rebuilds: Readonly<Record<RecordKind, Rebuild>> = {
  contact: rebuildContact,
  dissatisfaction: rebuildDissatisfaction,
  needs: rebuildNeeds,
  referral: rebuildReferral,
  building: rebuildBuilding,
  'service-request': rebuildServiceRequest,
};

/** Rebuilds one record, in the caller's transaction; also where only the calendar has changed. */
export function rebuildRecord(kind: RecordKind, ...where: Parameters<Rebuild>): Promise<void> {
  return rebuilds[kind](...where);
}
