/** Who somebody is here that a provider vouches for: by its own name for them, or, the first time, by an address that it has verified. */
import { randomUUIDv7 } from 'node:crypto';
import { administratorRole } from '../../../domain/access/administrator.ts';
import {
  believedEmail,
  type Claims,
  claimedGroups,
  claimedName,
  type ProviderSettings,
  rolesFromGroups,
} from '../../../domain/access/provider.ts';
import type { WhyNotIn } from '../../../domain/access/why-not-in.ts';
import { type Instant, londonDateOf } from '../../../domain/calendar/dates.ts';
import { recordAccountChange } from '../../../storage/accounts/changes.ts';
import { replaceRoles } from '../../../storage/accounts/members.ts';
import { signInName } from '../../../storage/accounts/names.ts';
import { bindIdentity, type Identity, identityOf, whoseIdentity } from '../../../storage/accounts/providers.ts';
import { allStaff, type StaffMember } from '../../../storage/cases/staff.ts';
import type { Tx } from '../../../storage/landlord-transaction.ts';
import { keepPerson } from '../manage-people.ts';

/** Who changed what, where a provider's answer did. */
export const byProvider = 'machine:sign-in-provider';

export type Vouched = {
  landlordId: string;
  settings: ProviderSettings;
  identity: Identity;
  claims: Claims;
  now: Instant;
};

/** The person, bound to the identity from now on; or why there is none. */
export async function recognise(tx: Tx, vouched: Vouched): Promise<StaffMember | WhyNotIn> {
  const { landlordId, identity, settings, claims } = vouched;
  const staff = await allStaff(tx, landlordId, londonDateOf(vouched.now));
  const known = await whoseIdentity(tx, landlordId, identity);
  if (known !== null) return staff.find(one => one.personId === known) ?? 'unknown';
  const email = believedEmail(settings, claims);
  const colleague =
    email === null ? undefined : staff.find(one => one.email !== null && signInName(one.email) === email);
  if (colleague === undefined) return settings.people === 'made' ? make(tx, vouched, email) : 'unknown';
  if (!colleague.active) return 'left';
  const whose = { landlordId, personId: colleague.personId };
  // An address is given to the next person when somebody leaves: whoever has an identity is known by that alone.
  if ((await identityOf(tx, whose)) !== null) return 'address-taken';
  await bind(tx, vouched, colleague.personId);
  return colleague;
}

/** Gives the identity to somebody, and keeps that it was given. */
export async function bind(tx: Tx, { landlordId, identity, now }: Vouched, personId: string): Promise<void> {
  const whose = { landlordId, personId };
  await bindIdentity(tx, whose, identity, now);
  await recordAccountChange(tx, whose, { kind: 'identity-bound', actor: `person:${personId}`, at: now });
}

async function make(tx: Tx, vouched: Vouched, email: string | null): Promise<StaffMember | WhyNotIn> {
  const { landlordId, settings, claims, now } = vouched;
  const groups = settings.roles === null ? null : claimedGroups(claims, settings.roles.claim);
  if (groups?.kind === 'too-many') return 'too-many-groups';
  const roles =
    settings.roles === null || groups === null
      ? []
      : rolesFromGroups(settings.roles, groups.groups, [], { onlyAdministrator: false });
  if (roles.length === 0) return 'no-role';
  const name = claimedName(claims);
  if (email === null || name === null) return 'no-address';
  const personId = randomUUIDv7();
  const details = { name, email, jobTitle: null, team: null, managerId: null };
  await keepPerson(tx, landlordId, personId, { ...details, roles }, now);
  await recordAccountChange(tx, { landlordId, personId }, { kind: 'added', actor: byProvider, roles, at: now });
  await bind(tx, vouched, personId);
  const known = { since: londonDateOf(now), absences: [], training: [] };
  return { personId, ...details, ...known, roles, active: true, leftOn: null };
}

/** Gives somebody the roles that their groups make, and keeps what changed. Why not where they have none then. */
export async function applyGroups(tx: Tx, vouched: Vouched, person: StaffMember): Promise<WhyNotIn | null> {
  const { landlordId, settings, claims, now } = vouched;
  if (settings.roles === null) return null;
  const groups = claimedGroups(claims, settings.roles.claim);
  if (groups.kind === 'too-many') return 'too-many-groups';
  const others = (await allStaff(tx, landlordId, londonDateOf(now))).filter(
    one => one.active && one.personId !== person.personId,
  );
  const onlyAdministrator = !others.some(one => one.roles.includes(administratorRole));
  const roles = rolesFromGroups(settings.roles, groups.groups, person.roles, { onlyAdministrator });
  const before = person.roles.toSorted();
  if (roles.join('\n') !== before.join('\n')) {
    const whose = { landlordId, personId: person.personId };
    await replaceRoles(tx, whose, roles);
    await recordAccountChange(tx, whose, { kind: 'roles-changed', actor: byProvider, roles, at: now });
  }
  return roles.length === 0 ? 'no-role' : null;
}
