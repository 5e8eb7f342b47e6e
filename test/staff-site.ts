/**
 * The staff's pages as a whole on a database of their own, for page tests: two landlords with people in every role, a clock
 * that stands where it is put, and visitors who read pages and send forms as a browser would.
 */
import { randomUUIDv7 } from 'node:crypto';
import { after } from 'node:test';
import type { Application, Viewer } from '../src/application/application.ts';
import type { Contact } from '../src/application/contact-details.ts';
import { supplyInventedDetails } from '../src/application/demonstration/details.ts';
import { logComplaint, type NewComplaint } from '../src/application/log-complaint.ts';
import type { PackLibrary } from '../src/application/pack-library.ts';
import { signIn } from '../src/application/sign-in.ts';
import type { Instant } from '../src/domain/calendar/dates.ts';
import { sortNameOf } from '../src/storage/cases/residents.ts';
import { inLandlord } from '../src/storage/landlord-transaction.ts';
import type { TestDatabase } from './database.ts';
import { type Inject, makeVisitor, type Visitor } from './staff-visitor.ts';
import { openTestApplication } from './test-application.ts';

export type LandlordName = 'magna' | 'magenta';

export type SiteLandlord = {
  landlordId: string;
  /** Somebody in a role of the landlord's policy; there are two of each, and `which` is 0 or 1. */
  person(role: string, which?: 0 | 1): Viewer;
  people: readonly Viewer[];
};

export type StaffSite = {
  app: Application;
  database: TestDatabase;
  /** Stands still until it is set: Wednesday 4 November 2026, ten in the morning, to begin with. */
  clock: { now(): string; set(instant: Instant): void };
  magna: SiteLandlord;
  magenta: SiteLandlord;
  /** A browser with this person signed in. */
  as(person: Viewer): Promise<Visitor>;
  /** Logs an ordinary complaint as this person, straight through the application, and gives its reference. */
  logged(person: Viewer, changes?: Partial<NewComplaint>): Promise<{ reference: string; caseId: string }>;
  /** Every route that the router knows, as `GET /cases`. */
  routes: readonly string[];
  /** Asks the pages as any browser would. */
  inject: Inject;
  /** Opens a port for a real browser and gives its address. */
  listen(): Promise<string>;
};

/** Opens everything; closed when the test file is done. */
export async function staffSite(start: Instant = '2026-11-04T10:00:00.000Z'): Promise<StaffSite> {
  const { app, database, clock, web, routes, inject, close } = await openTestApplication(start, {
    demonstrationSignIn: false,
  });
  after(close);
  return {
    app,
    database,
    clock,
    inject,
    routes,
    magna: await addLandlord(app, 'magna'),
    magenta: await addLandlord(app, 'magenta'),
    as: async person => makeVisitor(inject, await comingIn(app, person)),
    logged: (person, changes) => logOne(app, person, changes),
    listen: () => web.listen({ host: '127.0.0.1', port: 0 }),
  };
}

/** Signs a person in, and again whenever the clock was set to a time when the session has ended. */
async function comingIn(app: Application, person: Viewer): Promise<() => Promise<string>> {
  let since = app.clock.now();
  let token = await signIn(app, person);
  return async () => {
    const hours = (Date.parse(app.clock.now()) - Date.parse(since)) / 3_600_000;
    if (Math.abs(hours) < 11) return token;
    since = app.clock.now();
    token = await signIn(app, person);
    return token;
  };
}

/** Somebody who complains; the name is invented. */
export const mrsOkonkwo: Contact = { name: 'Amaka Okonkwo', email: 'amaka@example.org', phone: '01632 960123' };

/** An ordinary complaint about a repair, told by phone on a day before the site's clock. */
export function someComplaint(changes: Partial<NewComplaint> = {}): NewComplaint {
  return {
    receivedOn: '2026-11-02',
    channel: 'phone',
    toldTo: 'staff',
    complainant: { ...mrsOkonkwo, knownAs: null },
    complainantType: 'tenant',
    representative: null,
    home: { address: '14 Larch Court, Testington', postcode: 'ZZ1 4LC' },
    words: 'The kitchen ceiling has been leaking since June and nobody comes back to me.',
    category: 'property-condition',
    serviceArea: 'repairs',
    contractor: null,
    complainedOf: [],
    flags: [],
    needs: [],
    earlierCaseIds: [],
    splitFrom: null,
    ...changes,
  };
}

async function logOne(
  app: Application,
  person: Viewer,
  changes?: Partial<NewComplaint>,
): Promise<{ reference: string; caseId: string }> {
  const form = { commandId: randomUUIDv7(), payload: {} };
  const logged = await logComplaint(app, person, someComplaint(changes), form);
  if (logged.kind !== 'done') throw new Error(`The complaint was not logged: ${JSON.stringify(logged)}`);
  return { reference: logged.reference, caseId: logged.caseId };
}

const firstNames = 'Asha Bryn Carol Dilys Emeka Fran Gwen Hamid Iris Jonah Kofi Lena Mair Nadia Owen Priya'.split(' ');
const lastNames = 'Abbott Barlow Cheema Doyle Evans Farah Gill Hughes Iqbal Jarvis Khan Lowe Mensah'.split(' ');

async function addLandlord(app: Application, policyId: LandlordName): Promise<SiteLandlord> {
  const { policy } = app.packs.current(policyId);
  const landlordId = randomUUIDv7();
  const made = policy.roles.flatMap((role, at) =>
    [0, 1].map(which => ({
      landlordId,
      personId: randomUUIDv7(),
      name: `${firstNames[(at * 2 + which) % firstNames.length]} ${lastNames[(at * 2 + which) % lastNames.length]}`,
      roles: [role.id],
    })),
  );
  await store(app, policy, policyId, landlordId, made);
  const person = (role: string, which: 0 | 1 = 0): Viewer => {
    const found = made.filter(one => one.roles.includes(role))[which];
    if (found === undefined) throw new Error(`${policyId} has nobody in the role ${role}.`);
    return found;
  };
  return { landlordId, person, people: made };
}

async function store(
  app: Application,
  policy: ReturnType<PackLibrary['current']>['policy'],
  policyId: string,
  landlordId: string,
  people: readonly Viewer[],
): Promise<void> {
  const created: Instant = '2026-01-01T00:00:00.000Z';
  const landlord = { landlord_id: landlordId, created_at: created };
  await inLandlord(app.database, landlordId, async tx => {
    await tx
      .insertInto('landlord')
      .values({ ...landlord, slug: policyId, name: policy.landlord.name, policy_id: policyId })
      .execute();
    const rows = people.map(({ personId, name }) => ({
      ...landlord,
      person_id: personId,
      name,
      sort_name: sortNameOf(name),
      email: `${name.toLowerCase().replace(' ', '.')}@example.org`,
      job_title: null,
      team: null,
      manager_id: null,
      left_on: null,
    }));
    await supplyInventedDetails(tx, landlordId, policy, created);
    await tx.insertInto('person').values(rows).execute();
    const roles = people.flatMap(({ personId, roles }) =>
      roles.map(role => ({ landlord_id: landlordId, person_id: personId, role })),
    );
    await tx.insertInto('person_role').values(roles).execute();
  });
}
