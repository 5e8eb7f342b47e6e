/** From the terminal: how a landlord's people come in through its own sign-in provider. */
import { administratorRole } from '../../../domain/access/administrator.ts';
import type { ProviderSettings } from '../../../domain/access/provider.ts';
import { readProviderSettings } from '../../../outside/sign-in/settings-file.ts';
import { readAccount } from '../../../storage/accounts/accounts.ts';
import { takeTurnWithPeople } from '../../../storage/accounts/members.ts';
import { signInName } from '../../../storage/accounts/names.ts';
import { providerOf, settleProvider } from '../../../storage/accounts/providers.ts';
import { inLandlord, readInLandlord, type Tx } from '../../../storage/landlord-transaction.ts';
import { type Application, timeNow } from '../../application.ts';
import { type Landlord, loadLandlord } from '../../landlord.ts';
import { areRoles } from '../manage-people.ts';
import { sealClientSecret, settledProvider } from './settled.ts';

/** Lines to say; `refused` where nothing was changed. */
export type Settled = { kind: 'done' | 'refused'; lines: readonly string[] };

const refused = (...lines: string[]): Settled => ({ kind: 'refused', lines });
const byHand = 'machine:command-line';

async function landlordOf(app: Application, slug: string): Promise<string | Settled> {
  const row = await app.database.kysely
    .selectFrom('landlord')
    .select(['landlord_id', 'demonstration'])
    .where('slug', '=', slug)
    .executeTakeFirst();
  if (row === undefined) return refused(`There is no landlord "${slug}" here.`);
  return row.demonstration
    ? refused('In the demonstration nobody signs in: one comes in as anybody.')
    : row.landlord_id;
}

/** Settles what a file says. `secret`: the client's secret, where the file names none. */
export async function settleFromFile(
  app: Application,
  { slug, file, secret }: { slug: string; file: string; secret: string | undefined },
  returnTo: string,
): Promise<Settled> {
  const landlordId = await landlordOf(app, slug);
  if (typeof landlordId !== 'string') return landlordId;
  const read = await readProviderSettings(file).catch((error: unknown) => ({ faults: [String(error)] }));
  if ('faults' in read) return refused(`${file} cannot be used:`, ...read.faults.map(fault => `  ${fault}`));
  const { emergencyEmail, clientSecret: kept, ...settings } = read;
  const clientSecret = kept ?? secret ?? '';
  if (clientSecret === '')
    return refused(
      'The secret is missing: name its file as clientSecretFile, or set REDRESS_CLIENT_SECRET for this command.',
    );
  const answers = await tryProvider(app, { ...settings, emergencyPersonId: null }, clientSecret, returnTo);
  if (answers !== null) return refused(answers);
  const { now } = timeNow(app);
  return inLandlord(app.database, landlordId, async tx => {
    await takeTurnWithPeople(tx, landlordId);
    const landlord = await loadLandlord(app, tx, landlordId);
    const emergency = await emergencyPerson(tx, landlord, emergencyEmail);
    if (typeof emergency === 'object' && emergency !== null) return emergency;
    const unknown = Object.keys(settings.roles?.groups ?? {}).filter(role => !areRoles(landlord.policy, [role]));
    if (unknown.length > 0) return refused(unknownRoles(landlord, unknown));
    const sealed = await sealClientSecret(app, landlordId, clientSecret);
    const whole = { ...settings, emergencyPersonId: emergency };
    await settleProvider(tx, landlordId, { settings: whole, clientSecret: sealed }, { actor: byHand, now });
    return { kind: 'done', lines: told(whole, returnTo) } as const;
  });
}

/** Asks the provider whether it is one, before anybody depends on it. */
async function tryProvider(
  app: Application,
  { issuer, clientId, scopes, name }: ProviderSettings,
  clientSecret: string,
  back: string,
): Promise<string | null> {
  const trip = { state: 'trial', nonce: 'trial', verifier: 'trial' };
  const client = { key: `trial of ${issuer}`, issuer, clientId, clientSecret, scopes };
  const address = await app.providers.address(client, { back, trip, again: false });
  return typeof address === 'string'
    ? null
    : `${name} does not answer at ${issuer} as a provider of OpenID Connect does (${address.code}). Nothing was changed.`;
}

function unknownRoles({ policy }: Landlord, unknown: readonly string[]): string {
  const known = [...policy.roles.map(role => role.id), administratorRole].join(', ');
  return `roles.groups names ${unknown.map(role => `"${role}"`).join(', ')}; the roles are ${known}.`;
}

/** The one who can always come in: an administrator who has set up an account of Redress. */
async function emergencyPerson(
  tx: Tx,
  { staff, landlordId }: Landlord,
  email: string | null,
): Promise<string | null | Settled> {
  if (email === null) return null;
  const person = staff.find(one => one.email !== null && signInName(one.email) === signInName(email));
  if (!person?.active) return refused(`emergencyAdministrator is "${email}", and nobody with that address works here.`);
  if (!person.roles.includes(administratorRole)) return refused(`${person.name} is not an administrator.`);
  return (await readAccount(tx, { landlordId, personId: person.personId })) === null
    ? refused(
        `${person.name} has no account of Redress yet. Let them come in with a link first, or nobody could when the provider is down.`,
      )
    : person.personId;
}

function told({ name, people, roles, ownAccounts, emailDomains }: ProviderSettings, returnTo: string): string[] {
  return [
    `People sign in with ${name} from now on. It has to send them back to ${returnTo}`,
    people === 'made'
      ? 'Whoever it gives a role is added when they first come in.'
      : `Whoever comes in was added here before. The first time they open their link${emailDomains.length > 0 ? `, or have a verified address of ${emailDomains.join(' or ')}` : ''}.`,
    roles === null ? 'Roles are given here, by administrators.' : `Roles come from the claim "${roles.claim}".`,
    ownAccounts
      ? 'Passwords of Redress work as well.'
      : 'Passwords of Redress are off, but for the one for emergencies.',
  ];
}

/** Switches it off: everybody needs an account of Redress again. Sessions go on until they end. */
export async function switchProviderOff(app: Application, slug: string): Promise<Settled> {
  const landlordId = await landlordOf(app, slug);
  if (typeof landlordId !== 'string') return landlordId;
  const { now } = timeNow(app);
  return inLandlord(app.database, landlordId, async tx => {
    if ((await providerOf(tx, landlordId)) === null) return refused(`"${slug}" has no sign-in provider.`);
    await settleProvider(tx, landlordId, null, { actor: byHand, now });
    const lines = [
      'It is switched off. Make a link for whoever has no password of Redress: "redress person invite --help".',
    ];
    return { kind: 'done', lines } as const;
  });
}

/** What is settled, without the secret, and whether the provider answers. */
export async function sayProvider(app: Application, slug: string, returnTo: string): Promise<Settled> {
  const landlordId = await landlordOf(app, slug);
  if (typeof landlordId !== 'string') return landlordId;
  const provider = await readInLandlord(app.database, landlordId, tx => settledProvider(app, tx, landlordId));
  if (provider === null) return refused(`"${slug}" has no sign-in provider.`);
  const { settings, client, revision } = provider;
  const answers = await tryProvider(app, settings, client.clientSecret, returnTo);
  const lines = [JSON.stringify({ revision, ...settings }, null, 2), `It has to send people back to ${returnTo}`];
  return answers === null ? { kind: 'done', lines } : refused(...lines, answers);
}
