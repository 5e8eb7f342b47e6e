/** The real demonstration, played up to a fixed day into a database of its own and served, for journeys in a real browser. */
import { after } from 'node:test';
import type { Viewer } from '../src/application/application.ts';
import { makeDemonstration } from '../src/application/demonstration/demonstration.ts';
import { script } from '../src/application/demonstration/roads.ts';
import { demonstrationPeople } from '../src/application/people.ts';
import { signIn } from '../src/application/sign-in.ts';
import type { Capability, Role } from '../src/domain/policy/roles.ts';
import type { LandlordName } from './staff-site.ts';
import { makeVisitor, type Visitor } from './staff-visitor.ts';
import { openTestApplication, type TestApplication } from './test-application.ts';

/** Who the journeys are: those who work on complaints, run them, review them, and are asked for facts. */
export type Part = 'officer' | 'lead' | 'head' | 'colleague';
export const parts: readonly Part[] = ['officer', 'lead', 'head', 'colleague'];

export type PlayedCase = { reference: string; road: string; daysAgo: number };

export type PlayedLandlord = {
  name: LandlordName;
  /** Everybody of a part; there are three officers. */
  people(part: Part): readonly [Viewer, ...Viewer[]];
  /** All complaints, in the order in which the demonstration plays them. */
  cases: readonly PlayedCase[];
};

export type DemonstrationSite = Omit<TestApplication, 'close'> & {
  /** The address to open in a browser. */
  base: string;
  landlords: readonly PlayedLandlord[];
  as(person: Viewer): Promise<Visitor>;
  /** What a browser keeps when this person is signed in, for `open(url, { storage })`. */
  storageOf(person: Viewer): Promise<SignedInStorage>;
};

export type SignedInStorage = {
  cookies: {
    name: string;
    value: string;
    domain: string;
    path: string;
    expires: number;
    httpOnly: boolean;
    secure: boolean;
    sameSite: 'Lax';
  }[];
  origins: [];
};

/** Plays it, which takes some seconds; closed when the test file is done. */
export async function demonstrationSite(): Promise<DemonstrationSite> {
  const { close, ...open } = await openTestApplication('2026-11-04T10:00:00.000Z', { demonstrationSignIn: true });
  after(close);
  await makeDemonstration(open.app, () => undefined);
  const base = await open.web.listen({ host: '127.0.0.1', port: 0 });
  return {
    ...open,
    base,
    landlords: [await playedLandlord(open, 'magna'), await playedLandlord(open, 'magenta')],
    as: async person => {
      const token = await signIn(open.app, person);
      return makeVisitor(open.inject, async () => token);
    },
    storageOf: async person => signedInStorage(await signIn(open.app, person)),
  };
}

/** The session's cookie as a browser keeps it. */
export function signedInStorage(token: string): SignedInStorage {
  const cookie = { name: 'redress-session', value: token, domain: '127.0.0.1', path: '/', expires: -1 };
  return { cookies: [{ ...cookie, httpOnly: true, secure: false, sameSite: 'Lax' }], origins: [] };
}

async function playedLandlord(
  { app, database }: Pick<TestApplication, 'app' | 'database'>,
  name: LandlordName,
): Promise<PlayedLandlord> {
  const { policy } = app.packs.current(name);
  const found = (await demonstrationPeople(app)).find(one => one.name === policy.landlord.name);
  if (found === undefined) throw new Error(`The demonstration has no ${name}.`);
  const { landlordId } = found;
  const viewers = found.people.map(({ personId, name, roles }): Viewer => ({ landlordId, personId, name, roles }));
  const people: PlayedLandlord['people'] = part => {
    const role = policy.roles.find(one => isPart(one, part));
    const [first, ...rest] = viewers.filter(person => person.roles.includes(role?.id ?? ''));
    if (first === undefined) throw new Error(`${name} has nobody who is ${part}.`);
    return [first, ...rest];
  };
  return { name, people, cases: await playedCases(database, landlordId) };
}

function isPart({ seniority, may }: Role, part: Part): boolean {
  const can = (capability: Capability): boolean => may.includes(capability);
  if (part === 'officer') return seniority === 'officer' && can('investigate-stage-1');
  if (part === 'lead') return can('assign') && can('manage-calendar');
  if (part === 'head') return seniority !== 'officer' && can('review-stage-2') && !can('manage-calendar');
  return seniority === 'colleague';
}

/** Cases get their ids one after the other, as they are played: the n-th is the n-th of the script, and what came of requests follows. */
async function playedCases(database: TestApplication['database'], landlordId: string): Promise<PlayedCase[]> {
  const { rows } = await database.admin.query<{ reference: string }>(
    'select reference from case_index where landlord_id = $1 order by case_id',
    [landlordId],
  );
  if (rows.length < script.length) throw new Error(`${rows.length} complaints were played, not ${script.length}.`);
  return script.map(([road, daysAgo], at) => ({ reference: rows[at]?.reference ?? '', road, daysAgo }));
}
