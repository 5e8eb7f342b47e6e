/** The demonstration: both landlords with people in every role and complaints in every state, made by real commands. */
import { randomUUIDv7 } from 'node:crypto';
import { addDays, type LocalDate } from '../../domain/calendar/dates.ts';
import {
  type Calendar,
  countWorkingDays,
  isWorkingDay,
  previousWorkingDay,
} from '../../domain/calendar/working-days.ts';
import { inLandlord } from '../../storage/landlord-transaction.ts';
import { addLandlord, forgetDemonstration } from '../../storage/landlords.ts';
import { storePack } from '../../storage/packs.ts';
import { openDatabase } from '../../storage/pools.ts';
import { type Application, timeNow } from '../application.ts';
import { matters } from './matters.ts';
import { hireStaff } from './people.ts';
import { type Cast, playStory } from './play.ts';
import { roads, script } from './roads.ts';

/** Whether there is any landlord, real or of the demonstration. */
export async function hasLandlords(app: Application): Promise<boolean> {
  return (
    (await app.database.kysely.selectFrom('landlord').select('landlord_id').limit(1).executeTakeFirst()) !== undefined
  );
}

/** Takes the demonstration's landlords away and plays them again up to today; real landlords are never touched. */
export async function bringDemonstrationUpToDate(
  app: Application,
  ownerUrl: string,
  say: (line: string) => void,
): Promise<void> {
  const landlords = await app.database.kysely.selectFrom('landlord').select(['landlord_id', 'demonstration']).execute();
  if (landlords.some(one => !one.demonstration)) {
    throw new Error('There are real landlords here; a demonstration is never played beside them.');
  }
  const owner = openDatabase(ownerUrl, { max: 1, applicationName: 'redress demo' });
  try {
    for (const { landlord_id } of landlords) await forgetDemonstration(owner, landlord_id);
  } finally {
    await owner.end();
  }
  await makeDemonstration(app, say);
}

/** Makes the demonstration on an empty database; `say` is told how far it is. */
export async function makeDemonstration(app: Application, say: (line: string) => void): Promise<void> {
  const landlords = [...app.packs.shipped.values()].filter(pack => pack.policy.kind === 'landlord');
  const { today } = timeNow(app);
  const calendar = app.calendars.shipped;
  const last = isWorkingDay(calendar, today) ? today : previousWorkingDay(calendar, today);
  let number = 0;
  for (const [index, { policy, hash, bytes }] of landlords.entries()) {
    const landlordId = randomUUIDv7();
    const { now } = timeNow(app);
    const staff = await inLandlord(app.database, landlordId, async tx => {
      const { id: policyId, landlord } = policy;
      await addLandlord(tx, {
        landlordId,
        slug: policyId,
        name: landlord.name,
        policyId,
        demonstration: true,
        createdAt: now,
      });
      await storePack(tx, landlordId, { policyId, version: policy.version.version, hash, bytes, loadedAt: now });
      return hireStaff(tx, landlordId, policy, index * 23, now);
    });
    const cast: Cast = { landlordId, staff, calendar };
    for (const [road, daysAgo] of script) {
      const matter = matters[number % matters.length];
      if (matter === undefined) throw new Error('There are no matters to complain about.');
      await playStory(app, cast, {
        number,
        road: roads[road],
        matter,
        receivedOn: workingDaysBefore(calendar, last, daysAgo),
        today: last,
      });
      number += 1;
      if (number % 8 === 0)
        say(`Making the demonstration: ${number} of ${script.length * landlords.length} complaints …`);
    }
  }
}

/** The working day so many working days before another. */
function workingDaysBefore(calendar: Calendar, day: LocalDate, days: number): LocalDate {
  let at = addDays(day, -days);
  while (countWorkingDays(calendar, at, day) < days || !isWorkingDay(calendar, at)) at = addDays(at, -1);
  return at;
}
