/** A landlord, and complaints that really happened: made by acts, with events and letters behind them. */
import { randomUUIDv7 } from 'node:crypto';
import { act } from '../src/application/act.ts';
import { type Application, timeNow, type Viewer } from '../src/application/application.ts';
import { supplyInventedDetails } from '../src/application/demonstration/details.ts';
import { matters } from '../src/application/demonstration/matters.ts';
import { hireStaff, mayIn } from '../src/application/demonstration/people.ts';
import { playStory } from '../src/application/demonstration/play.ts';
import { roads } from '../src/application/demonstration/roads.ts';
import { reading } from '../src/application/reading.ts';
import { addDays } from '../src/domain/calendar/dates.ts';
import { inLandlord } from '../src/storage/landlord-transaction.ts';
import { addLandlord } from '../src/storage/landlords.ts';
import { storePack } from '../src/storage/packs.ts';

export type Employer = {
  landlordId: string;
  staff: readonly Viewer[];
  /** Sees every complaint and gives them to people. */
  lead: Viewer;
};

/** A landlord under one of the shipped policies, with people in every role. */
export async function employer(app: Application, slug: string): Promise<Employer> {
  const pack = [...app.packs.shipped.values()].find(one => one.policy.kind === 'landlord');
  if (pack === undefined) throw new Error('No landlord’s policy is shipped.');
  const { policy, hash, bytes } = pack;
  const landlordId = randomUUIDv7();
  const { now } = timeNow(app);
  const staff = await inLandlord(app.database, landlordId, async tx => {
    const names = { slug, name: slug, policyId: policy.id };
    await addLandlord(tx, { landlordId, ...names, demonstration: false, createdAt: now });
    const version = { policyId: policy.id, version: policy.version.version };
    await storePack(tx, landlordId, { ...version, hash, bytes, loadedAt: now });
    await supplyInventedDetails(tx, landlordId, policy, now);
    return hireStaff(tx, landlordId, policy, 0, now);
  });
  const lead = staff.find(person => mayIn(policy, person, 'assign'));
  if (lead === undefined) throw new Error('Nobody may assign a complaint.');
  return { landlordId, staff, lead };
}

/** Plays one complaint to the end of stage 2 and goes on noting until it has so many events. Gives its reference. */
export async function longCase(
  app: Application,
  { landlordId, staff, lead }: Employer,
  events: number,
): Promise<string> {
  const { now, today } = timeNow(app);
  const cast = { landlordId, staff, calendar: app.calendars.shipped };
  const [matter] = matters;
  if (matter === undefined) throw new Error('There are no matters to complain about.');
  const story = { number: 0, road: roads.toStage2, matter, receivedOn: addDays(today, -120), today, now };
  await playStory(app, cast, story);
  const known = await theCase(app, landlordId);
  for (let { version } = known; version < events; version += 1) {
    const ask = { caseId: known.case_id, versionSeen: null, commandId: randomUUIDv7(), payload: {} };
    const outcome = await act(app, lead, ask, ({ keep }) => ({
      type: 'AddNote',
      note: keep('The surveyor rang to say that the report will be with us on Friday.', 'note'),
    }));
    if (outcome.kind !== 'done') throw new Error(`A note was not taken: ${outcome.kind}`);
  }
  return known.reference;
}

/** The only case of a landlord. */
function theCase(app: Application, landlordId: string) {
  return reading(app, landlordId, tx =>
    tx
      .selectFrom('case_index')
      .select(['case_id', 'reference', 'version'])
      .where('landlord_id', '=', landlordId)
      .executeTakeFirstOrThrow(),
  );
}
