/** From the terminal: a real landlord with its first administrator, and a fresh link for somebody there already. */
import { randomUUIDv7 } from 'node:crypto';
import { administratorRole, administratorTitle } from '../../domain/access/administrator.ts';
import { recordAccountChange } from '../../storage/accounts/changes.ts';
import { signInName, takeName } from '../../storage/accounts/names.ts';
import { allStaff } from '../../storage/cases/staff.ts';
import { inLandlord } from '../../storage/landlord-transaction.ts';
import { addLandlord } from '../../storage/landlords.ts';
import { storePack } from '../../storage/packs.ts';
import { type Application, timeNow } from '../application.ts';
import { isEmail } from '../contact-details.ts';
import { whyStopped } from './as-administrator.ts';
import { invite } from './invitations.ts';
import { keepPerson } from './manage-people.ts';

export type NewRealLandlord = { policyId: string; slug: string; name: string; adminName: string; adminEmail: string };
/** The token of the link, or why not, as a sentence. */
export type SetUp = { kind: 'done'; token: string } | { kind: 'refused'; sentence: string };

const refused = (sentence: string): SetUp => ({ kind: 'refused', sentence });
const byHand = 'machine:command-line';

/** Adds a landlord that is no demonstration, with its first administrator and their link. */
export async function addRealLandlord(app: Application, given: NewRealLandlord): Promise<SetUp> {
  const why = await whyNotLandlord(app, given);
  if (why !== null) return refused(why);
  const pack = app.packs.shipped.get(given.policyId);
  if (pack === undefined) throw new Error(`The pack ${given.policyId} was there a moment ago.`);
  const { policy, hash, bytes } = pack;
  const { now } = timeNow(app);
  const [landlordId, personId] = [randomUUIDv7(), randomUUIDv7()];
  const whose = { landlordId, personId };
  const first = {
    name: given.adminName,
    email: given.adminEmail,
    jobTitle: administratorTitle,
    team: null,
    managerId: null,
  };
  try {
    return await inLandlord(app.database, landlordId, async tx => {
      const { slug, name, policyId } = given;
      await addLandlord(tx, { landlordId, slug, name, policyId, demonstration: false, createdAt: now });
      await storePack(tx, landlordId, { policyId, version: policy.version.version, hash, bytes, loadedAt: now });
      await keepPerson(tx, landlordId, personId, { ...first, roles: [administratorRole] }, now);
      await recordAccountChange(tx, whose, { kind: 'added', actor: byHand, roles: [administratorRole], at: now });
      return { kind: 'done', token: await invite(tx, whose, byHand, now) } as const;
    });
  } catch (error) {
    const stopped = whyStopped(error);
    if (stopped !== null) return refused(`--admin-email: ${stopped.sentence}.`);
    throw error;
  }
}

async function whyNotLandlord(app: Application, given: NewRealLandlord): Promise<string | null> {
  const wrong = whatIsWrong(app, given);
  if (wrong !== null) return wrong;
  const there = await app.database.kysely.selectFrom('landlord').select(['slug', 'demonstration']).execute();
  if (there.some(one => one.demonstration))
    return 'This database holds the demonstration, and a real landlord is never beside it. Start with an empty data folder or database and REDRESS_DEMO=off, then add the landlord there.';
  return there.some(one => one.slug === given.slug) ? `There is a landlord "${given.slug}" here already.` : null;
}

function whatIsWrong(
  app: Application,
  { policyId, slug, name, adminName, adminEmail }: NewRealLandlord,
): string | null {
  const pack = app.packs.shipped.get(policyId);
  if (pack?.policy.kind !== 'landlord') {
    const known = [...app.packs.shipped.values()]
      .filter(one => one.policy.kind === 'landlord')
      .map(one => one.policy.id);
    return `--policy is "${policyId}"; expected the pack of a landlord: ${known.join(' or ')}.`;
  }
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) || slug.length > 60)
    return `--slug is "${slug}"; expected small letters, digits and hyphens, such as alder-homes.`;
  if (name.trim() === '' || name.length > 200) return '--name is the name of the landlord, of up to 200 characters.';
  if (adminName.trim() === '' || adminName.length > 200)
    return '--admin-name is the name of a person, of up to 200 characters.';
  return isEmail(adminEmail.trim()) && adminEmail.length <= 254
    ? null
    : `--admin-email is "${adminEmail}"; expected an address such as name@example.org.`;
}

/** Makes a fresh link for somebody who works for a landlord: the last administrator's telephone is lost, for example. */
export async function inviteByHand(app: Application, { slug, email }: { slug: string; email: string }): Promise<SetUp> {
  const landlord = await app.database.kysely
    .selectFrom('landlord')
    .select(['landlord_id', 'demonstration'])
    .where('slug', '=', slug)
    .executeTakeFirst();
  if (landlord === undefined) return refused(`There is no landlord "${slug}" here.`);
  if (landlord.demonstration) return refused('In the demonstration nobody is invited: one comes in as anybody.');
  const { landlord_id: landlordId } = landlord;
  const { now, today } = timeNow(app);
  return inLandlord(app.database, landlordId, async tx => {
    const name = signInName(email);
    const person = (await allStaff(tx, landlordId, today)).find(
      one => one.email !== null && signInName(one.email) === name,
    );
    if (person === undefined) return refused(`Nobody at "${slug}" has the email address "${email}".`);
    if (!person.active) return refused(`${person.name} has left, so there is no link for them.`);
    const whose = { landlordId, personId: person.personId };
    if (!(await takeName(tx, name, whose))) return refused('Somebody else signs in with this email address already.');
    return { kind: 'done', token: await invite(tx, whose, byHand, now) };
  });
}
