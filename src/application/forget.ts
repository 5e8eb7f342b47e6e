/** What is kept only for a while: receipts of forms, drafts nobody goes on with, and sessions that have ended. */
import { addDays, type Instant, londonDateOf, londonInstant } from '../domain/calendar/dates.ts';
import { forgetDrafts } from '../storage/drafts.ts';
import { inLandlord } from '../storage/landlord-transaction.ts';
import type { Database } from '../storage/pools.ts';
import { forgetReceipts } from '../storage/receipts.ts';
import { forgetSessions } from '../storage/sessions.ts';

/** How long, in days. */
export type Keeping = {
  /** For so long a second press of the same button is recognised. */
  readonly receipts: number;
  /** After so long without a word typed, a draft is thrown away. */
  readonly drafts: number;
};

export type Forgotten = { readonly receipts: number; readonly drafts: number; readonly sessions: number };

/** Forgets what is over, of every landlord. Whole days are kept, London's; a session goes once it has ended. */
export async function forgetWhatIsOver(database: Database, keeping: Keeping, now: Instant): Promise<Forgotten> {
  const before = (days: number): Instant => londonInstant(addDays(londonDateOf(now), -days), '00:00');
  const landlords = await database.kysely.selectFrom('landlord').select('landlord_id').orderBy('landlord_id').execute();
  let [receipts, drafts] = [0, 0];
  for (const { landlord_id } of landlords) {
    receipts += await inLandlord(database, landlord_id, tx =>
      forgetReceipts(tx, landlord_id, before(keeping.receipts)),
    );
    drafts += await inLandlord(database, landlord_id, tx => forgetDrafts(tx, landlord_id, before(keeping.drafts)));
  }
  return { receipts, drafts, sessions: await forgetSessions(database, now) };
}
