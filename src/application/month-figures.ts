/**
 * Rolling up: the figures of months that are over are kept, and worked out again, as a whole, when something of such a month
 * has changed since (engineering: roll-ups). The current month is always counted from the rows.
 */
import { addMonths, type Instant, londonDateOf } from '../domain/calendar/dates.ts';
import { inLandlord, type Tx } from '../storage/landlord-transaction.ts';
import { keepMonthFigures, lockMonthFigures, monthsToWorkOut, takeMarksOff } from '../storage/month-figures.ts';
import { type Application, timeNow } from './application.ts';
import { liveFigures, monthOf, monthsFrom } from './queries/duty-figures.ts';

/** How many finished months are kept. */
const keptMonths = 12;

/** Rolls up every landlord's months that need it. Returns how many months that were. */
export async function rollUpMonths(app: Pick<Application, 'database' | 'clock'>): Promise<number> {
  const { now } = timeNow(app);
  const landlords = await app.database.kysely.selectFrom('landlord').select('landlord_id').execute();
  let months = 0;
  for (const { landlord_id } of landlords) {
    months += await inLandlord(app.database, landlord_id, tx => rollUpLandlord(tx, landlord_id, now));
  }
  return months;
}

/** The same for one landlord, in the caller's transaction. */
export async function rollUpLandlord(tx: Tx, landlordId: string, now: Instant): Promise<number> {
  const today = londonDateOf(now);
  const current = monthOf(today);
  await lockMonthFigures(tx, landlordId);
  const recent = monthsFrom(addMonths(current, -keptMonths), keptMonths);
  const months = await monthsToWorkOut(tx, landlordId, current, recent);
  if (months.length === 0) return 0;
  await takeMarksOff(tx, landlordId, months);
  for (const { month, counts } of await liveFigures(tx, landlordId, months, today)) {
    await keepMonthFigures(tx, landlordId, month, counts, now);
  }
  return months.length;
}
