/** What is kept only for a while: receipts of forms, drafts nobody goes on with, sessions and links that are over, devices nobody comes from. */
import { forgottenAfterSeconds } from '../domain/access/throttle.ts';
import { addDays, addHours, type Instant, londonDateOf, londonInstant } from '../domain/calendar/dates.ts';
import { forgetDevices } from '../storage/accounts/devices.ts';
import { forgetFailures } from '../storage/accounts/failures.ts';
import { forgetInvitations } from '../storage/accounts/invitations.ts';
import { forgetDrafts } from '../storage/drafts.ts';
import { inLandlord } from '../storage/landlord-transaction.ts';
import type { Database } from '../storage/pools.ts';
import { forgetLinks } from '../storage/question-links.ts';
import { forgetReceipts } from '../storage/receipts.ts';
import { forgetImports } from '../storage/register/import-runs.ts';
import { forgetSessions } from '../storage/sessions.ts';

/** How long, in days. */
export type Keeping = {
  /** For so long a second press of the same button is recognised. */
  readonly receipts: number;
  /** After so long without a word typed, a draft is thrown away. */
  readonly drafts: number;
};

export type Forgotten = {
  readonly receipts: number;
  readonly drafts: number;
  readonly sessions: number;
  readonly invitations: number;
  readonly questionLinks: number;
  readonly devices: number;
  /** Rows of files that were brought in. */
  readonly imported: number;
  readonly failures: number;
};

/** A link that is over still says for so many days that it is. */
const invitationsKept = 30;
/** What a file would change is forgotten where nobody goes on with it for a week, and its rows a quarter of a year after it was brought in. */
const importsKept = { preview: 7, rows: 90 };
/** Longer than any holiday, and than a year's leave. */
const devicesKept = 400;

/** Forgets what is over, of every landlord. Whole days are kept, London's; a session goes once it has ended. */
export async function forgetWhatIsOver(database: Database, keeping: Keeping, now: Instant): Promise<Forgotten> {
  const before = (days: number): Instant => londonInstant(addDays(londonDateOf(now), -days), '00:00');
  const landlords = await database.kysely.selectFrom('landlord').select('landlord_id').orderBy('landlord_id').execute();
  let [receipts, drafts, devices, imported] = [0, 0, 0, 0];
  for (const { landlord_id } of landlords) {
    receipts += await inLandlord(database, landlord_id, tx =>
      forgetReceipts(tx, landlord_id, before(keeping.receipts)),
    );
    drafts += await inLandlord(database, landlord_id, tx => forgetDrafts(tx, landlord_id, before(keeping.drafts)));
    devices += await inLandlord(database, landlord_id, tx => forgetDevices(tx, landlord_id, before(devicesKept)));
    imported += await inLandlord(database, landlord_id, tx =>
      forgetImports(tx, landlord_id, { preview: before(importsKept.preview), rows: before(importsKept.rows) }),
    );
  }
  const sessions = await forgetSessions(database, now);
  const invitations = await forgetInvitations(database, before(invitationsKept));
  const questionLinks = await forgetLinks(database, addDays(londonDateOf(now), -invitationsKept));
  const failures = await forgetFailures(database, addHours(now, -forgottenAfterSeconds / 3600));
  return { receipts, drafts, sessions, invitations, questionLinks, devices, failures, imported };
}
