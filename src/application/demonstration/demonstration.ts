/** The demonstration: both landlords with people in every role and complaints in every state, made by real commands. */

import { randomUUIDv7 } from 'node:crypto';
import { addDays, type Instant, type LocalDate } from '../../domain/calendar/dates.ts';
import {
  type Calendar,
  countWorkingDays,
  isWorkingDay,
  previousWorkingDay,
} from '../../domain/calendar/working-days.ts';
import type { LoadedPack } from '../../outside/policy-files/load-pack.ts';
import { inLandlord } from '../../storage/landlord-transaction.ts';
import { addLandlord, forgetDemonstration } from '../../storage/landlords.ts';
import { storePack } from '../../storage/packs.ts';
import { openDatabase } from '../../storage/pools.ts';
import { type Application, timeNow } from '../application.ts';
import { loadLandlord } from '../landlord.ts';
import { playContacts } from './contacts.ts';
import { supplyInventedDetails } from './details.ts';
import { type Matter, matters } from './matters.ts';
import { hireStaff } from './people.ts';
import { type Cast, playStory } from './play.ts';
import { bringInHomes, bringInPeople } from './register.ts';
import { askForServices } from './requests.ts';
import { reviewPolicy } from './reviewed-policy.ts';
import { roads, script } from './roads.ts';
import { playStaff } from './staff.ts';

/** Whether there is any landlord, real or of the demonstration. */
export async function hasLandlords(app: Application): Promise<boolean> {
  return (
    (await app.database.kysely.selectFrom('landlord').select('landlord_id').limit(1).executeTakeFirst()) !== undefined
  );
}

/** Whether there is a demonstration that somebody stopped while it was being made: nothing else takes complaints away. */
export async function demonstrationUnfinished(app: Application): Promise<boolean> {
  const landlords = await app.database.kysely.selectFrom('landlord').select(['landlord_id', 'demonstration']).execute();
  if (landlords.some(one => !one.demonstration)) return false;
  for (const { landlord_id } of landlords) {
    const known = await inLandlord(app.database, landlord_id, tx =>
      tx
        .selectFrom('case_index')
        .select('case_id')
        .where('landlord_id', '=', landlord_id)
        .limit(script.length)
        .execute(),
    );
    if (known.length < script.length) return true;
  }
  return false;
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
  const calendar = app.calendars.shipped;
  const { now, today } = timeNow(app);
  const last = isWorkingDay(calendar, today) ? today : previousWorkingDay(calendar, today);
  const casts: Cast[] = [];
  for (const pack of app.packs.shipped.values()) {
    if (pack.policy.kind !== 'landlord') continue;
    const cast = await castOf(app, pack, casts.length);
    await reviewPolicy(app, cast.staff, pack.policy);
    await bringInHomes(app, cast, pack.policy.landlord.name, numbersOf(casts.length));
    casts.push(cast);
  }
  let played = 0;
  const faults: unknown[] = [];
  const goOn = (): boolean => {
    played += 1;
    const all = casts.length * script.length;
    if (played % 8 === 0) say(`Making the demonstration: ${played} of ${all} complaints …`);
    return faults.length === 0;
  };
  // Playing is mostly waiting for the database and the typesetter, so the landlords are played side by side.
  const playing = casts.map((cast, index) => playScript(app, cast, index * script.length, { last, now }, goOn));
  await Promise.all(playing.map(one => one.catch(error => faults.push(error))));
  if (faults.length > 0) throw faults[0];
  for (const [index, cast] of casts.entries()) await bringInPeople(app, cast, numbersOf(index));
  for (const cast of casts) await playStaff(app, cast, await packsOf(app, cast.landlordId));
}

/** The numbers of a landlord's stories, and of some households that never complain. */
function numbersOf(index: number): number[] {
  return Array.from({ length: script.length + 12 }, (_, place) => index * script.length + place);
}

async function packsOf(app: Application, landlordId: string): Promise<Parameters<typeof playStaff>[2]> {
  return inLandlord(app.database, landlordId, tx => loadLandlord(app, tx, landlordId));
}

/** All stories of one landlord, one after the other: the first complaint of the script has the first id. */
async function playScript(
  app: Application,
  cast: Cast,
  from: number,
  { last, now }: { last: LocalDate; now: Instant },
  goOn: () => boolean,
): Promise<void> {
  await playContacts(app, cast, last, now);
  for (const [place, [road, daysAgo]] of script.entries()) {
    const number = from + place;
    const receivedOn = workingDaysBefore(cast.calendar, last, daysAgo);
    await playStory(app, cast, { number, road: roads[road], matter: matterOf(number), receivedOn, today: last, now });
    if (!goOn()) return;
  }
  const before = (days: number): LocalDate => workingDaysBefore(cast.calendar, last, days);
  await askForServices(app, cast, from, { before, last, now });
}

/** A landlord with its pack and people in every role. */
function castOf(app: Application, { policy, hash, bytes }: LoadedPack, index: number): Promise<Cast> {
  const landlordId = randomUUIDv7();
  const { now } = timeNow(app);
  const { id: policyId, landlord, version } = policy;
  return inLandlord(app.database, landlordId, async tx => {
    const names = { slug: policyId, name: landlord.name, policyId };
    await addLandlord(tx, { landlordId, ...names, demonstration: true, createdAt: now });
    await storePack(tx, landlordId, { policyId, version: version.version, hash, bytes, loadedAt: now });
    await supplyInventedDetails(tx, landlordId, policy, now);
    const staff = await hireStaff(tx, landlordId, policy, index * 23, now);
    return { landlordId, staff, calendar: app.calendars.shipped };
  });
}

function matterOf(number: number): Matter {
  const matter = matters[number % matters.length];
  if (matter === undefined) throw new Error('There are no matters to complain about.');
  return matter;
}

/** The working day so many working days before another. */
function workingDaysBefore(calendar: Calendar, day: LocalDate, days: number): LocalDate {
  let at = addDays(day, -days);
  while (countWorkingDays(calendar, at, day) < days || !isWorkingDay(calendar, at)) at = addDays(at, -1);
  return at;
}
