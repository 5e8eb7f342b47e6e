import { readInLandlord, type Tx } from '../storage/landlord-transaction.ts';
import type { Application } from './application.ts';

/** One read-only moment of one landlord's data: every query of a page asks in the same one. */
export type Reading = Tx;

/** Runs a page's queries in one read-only transaction of a landlord. */
export function reading<T>(app: Application, landlordId: string, work: (tx: Reading) => Promise<T>): Promise<T> {
  return readInLandlord(app.database, landlordId, work);
}
