/** Who works for a landlord, in which role, and whether they can come in: what an administrator changes. */
import { randomUUIDv7 } from 'node:crypto';
import { administratorRole, leavingRefusal, rolesRefusal } from '../../domain/access/administrator.ts';
import { managerRefusal } from '../../domain/access/reporting-line.ts';
import type { Instant } from '../../domain/calendar/dates.ts';
import { removeAccount, signedInTimes } from '../../storage/accounts/accounts.ts';
import { type AccountChange, accountChanges, recordAccountChange } from '../../storage/accounts/changes.ts';
import { invitedPeople, withdrawInvitations } from '../../storage/accounts/invitations.ts';
import { recordLeft, replaceRoles } from '../../storage/accounts/members.ts';
import { signInName, takeName } from '../../storage/accounts/names.ts';
import { cameInTimes } from '../../storage/accounts/providers.ts';
import { sortNameOf } from '../../storage/cases/residents.ts';
import type { StaffMember } from '../../storage/cases/staff.ts';
import type { Tx } from '../../storage/landlord-transaction.ts';
import { addPerson } from '../../storage/landlords.ts';
import { closeReceipt, openReceipt } from '../../storage/receipts.ts';
import { endSessionsOf } from '../../storage/sessions.ts';
import { type Application, timeNow, type Viewer } from '../application.ts';
import type { Landlord } from '../landlord.ts';
import type { Reading } from '../reading.ts';
import { asAdministrator, memberOf, nobody, type Refused, refused, Stopped, taken } from './as-administrator.ts';
import { invite } from './invitations.ts';

/** How somebody stands: `none` has neither an account nor a link that may be used. */
export type Standing = 'signed-in' | 'invited' | 'none' | 'left';
export type Person = StaffMember & { standing: Standing; signedInAt: Instant | null };

/** Everybody who works for the landlord, and those who have left, with how they stand. */
export async function listPeople(tx: Reading, { landlordId, staff }: Landlord, now: Instant): Promise<Person[]> {
  const [own, through, invited] = await Promise.all([
    signedInTimes(tx, landlordId),
    cameInTimes(tx, landlordId),
    invitedPeople(tx, landlordId, now),
  ]);
  return staff.map(one => {
    const { personId, leftOn } = one;
    const canComeIn = own.has(personId) || through.has(personId);
    const here = canComeIn ? 'signed-in' : invited.has(personId) ? 'invited' : 'none';
    const times = [own.get(personId), through.get(personId)].filter(time => time !== undefined && time !== null);
    return { ...one, standing: leftOn === null ? here : 'left', signedInAt: times.sort().at(-1) ?? null };
  });
}

/** What was changed about somebody, the latest first. */
export function historyOf(tx: Reading, viewer: Viewer, personId: string): Promise<AccountChange[]> {
  return accountChanges(tx, { landlordId: viewer.landlordId, personId });
}

export type NewColleague = {
  name: string;
  email: string;
  jobTitle: string | null;
  team: string | null;
  managerId: string | null;
  roles: readonly string[];
};

/** `token`: of the link to pass on; null where the same form was sent before and its link was shown then. */
export type Added = { kind: 'done'; personId: string; token: string | null };

/** Adds somebody and makes their link. A second press of the button adds nobody. */
export function addColleague(
  app: Application,
  viewer: Viewer,
  colleague: NewColleague,
  commandId: string,
): Promise<Added | Refused> {
  const { landlordId } = viewer;
  const { now } = timeNow(app);
  const roles = [...new Set(colleague.roles)];
  const payload = { act: 'add-person', ...colleague, roles };
  const command = { landlordId, commandId, payload, receivedAt: now };
  return asAdministrator(app, viewer, async (tx, landlord) => {
    const receipt = await openReceipt(tx, command);
    if (receipt.kind === 'same') return { kind: 'done', personId: String(receipt.result), token: null };
    if (receipt.kind === 'other') return refused('This form was sent before with something else in it. That was kept');
    const why = whyNot(landlord, colleague);
    if (why !== null) throw new Stopped(why);
    const personId = randomUUIDv7();
    await keepPerson(tx, landlordId, personId, { ...colleague, roles }, now);
    const actor = `person:${viewer.personId}`;
    const whose = { landlordId, personId };
    await recordAccountChange(tx, whose, { kind: 'added', actor, roles, at: now });
    const token = await invite(tx, whose, actor, now);
    await closeReceipt(tx, command, personId);
    return { kind: 'done', personId, token };
  });
}

/** Adds a person with the name they sign in with. Throws `Stopped` where it is somebody's already. */
export async function keepPerson(
  tx: Tx,
  landlordId: string,
  personId: string,
  { name, email, ...rest }: NewColleague,
  now: Instant,
): Promise<void> {
  const own = signInName(email);
  await addPerson(tx, landlordId, { personId, name, sortName: sortNameOf(name), email: own, ...rest, createdAt: now });
  if (!(await takeName(tx, own, { landlordId, personId }))) throw new Stopped(taken);
}

function whyNot({ staff, policy }: Landlord, { email, managerId, roles }: NewColleague): Refused | null {
  if (staff.some(one => one.email !== null && signInName(one.email) === signInName(email)))
    return refused('Somebody with this email address works here already, or has worked here', 'email');
  const line = managerRefusal(null, managerId, staff);
  if (line !== null) return refused(line, 'manager');
  return areRoles(policy, roles) ? null : refused('Choose from the roles on this page', 'roles');
}

/** Whether each of these can be given under this policy. */
export function areRoles(policy: Landlord['policy'], roles: readonly string[]): boolean {
  return roles.every(id => id === administratorRole || policy.roles.some(role => role.id === id));
}

/** Makes a fresh link for somebody: they were not invited, it is over, or their telephone is lost. */
export function inviteAgain(app: Application, viewer: Viewer, personId: string): Promise<Added | Refused> {
  const { now } = timeNow(app);
  return asAdministrator(app, viewer, async (tx, landlord) => {
    const member = memberOf(landlord, personId);
    if (member === undefined) return nobody;
    if (!member.active) return refused('They have left, so they are not invited any more.');
    if (member.email === null) return refused('They have no email address to sign in with.');
    const whose = { landlordId: viewer.landlordId, personId };
    if (!(await takeName(tx, signInName(member.email), whose))) return taken;
    return { kind: 'done', personId, token: await invite(tx, whose, `person:${viewer.personId}`, now) };
  });
}

/** Gives somebody other roles. */
export function changeRoles(
  app: Application,
  viewer: Viewer,
  personId: string,
  roles: readonly string[],
): Promise<{ kind: 'done' } | Refused> {
  const { now } = timeNow(app);
  return asAdministrator(app, viewer, async (tx, landlord) => {
    const member = memberOf(landlord, personId);
    if (member === undefined) return nobody;
    const why = rolesRefusal(viewer.personId, member, roles);
    if (why !== null) return refused(why, 'roles');
    // A role of an earlier version of the policy stays with whoever has it, though it cannot be given any more.
    const old = member.roles.filter(id => !areRoles(landlord.policy, [id]));
    if (!areRoles(landlord.policy, roles)) return refused('Choose from the roles on this page', 'roles');
    const whose = { landlordId: viewer.landlordId, personId };
    await replaceRoles(tx, whose, [...new Set([...roles, ...old])]);
    const actor = `person:${viewer.personId}`;
    await recordAccountChange(tx, whose, { kind: 'roles-changed', actor, roles, at: now });
    return { kind: 'done' };
  });
}

/** Records that somebody has left, from today: their sessions end at once, and nothing lets them in any more. */
export function recordLeaving(app: Application, viewer: Viewer, personId: string): Promise<{ kind: 'done' } | Refused> {
  const { now, today } = timeNow(app);
  return asAdministrator(app, viewer, async (tx, landlord) => {
    const member = memberOf(landlord, personId);
    if (member === undefined) return nobody;
    const why = leavingRefusal(viewer.personId, member);
    if (why !== null) return refused(why);
    const whose = { landlordId: viewer.landlordId, personId };
    await recordLeft(tx, whose, today);
    await endSessionsOf(tx, whose, 'all');
    await withdrawInvitations(tx, whose);
    await removeAccount(tx, whose);
    await recordAccountChange(tx, whose, { kind: 'left', actor: `person:${viewer.personId}`, at: now });
    return { kind: 'done' };
  });
}
