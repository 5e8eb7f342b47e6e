/** Another name, address, job title, team or manager of somebody who works here: changed by an administrator, and kept as a change. */
import { managerRefusal } from '../../domain/access/reporting-line.ts';
import { recordAccountChange } from '../../storage/accounts/changes.ts';
import { updatePerson } from '../../storage/accounts/members.ts';
import { releaseName, signInName, takeName } from '../../storage/accounts/names.ts';
import type { StaffMember } from '../../storage/cases/staff.ts';
import { type Application, timeNow, type Viewer } from '../application.ts';
import type { Landlord } from '../landlord.ts';
import { asAdministrator, memberOf, nobody, type Refused, refused, Stopped, taken } from './as-administrator.ts';

/** `email` is null only where they never had one. */
export type Details = {
  name: string;
  email: string | null;
  jobTitle: string | null;
  team: string | null;
  managerId: string | null;
};

/** What can be changed, as it is kept with a change. What it was before is not: a former name is nobody's business. */
export const detailNames = ['name', 'email', 'job-title', 'team', 'manager'] as const;
export type DetailName = (typeof detailNames)[number];

/** Changes what differs. With another address they sign in with it from then on; the one before is free again. */
export function changeDetails(
  app: Application,
  viewer: Viewer,
  personId: string,
  given: Details,
): Promise<{ kind: 'done' } | Refused> {
  const { now } = timeNow(app);
  const details = { ...given, email: given.email === null ? null : signInName(given.email) };
  return asAdministrator(app, viewer, async (tx, landlord) => {
    const member = memberOf(landlord, personId);
    if (member === undefined) return nobody;
    const why = whyNot(landlord, member, details);
    if (why !== null) return why;
    const changed = detailNames.filter(name => differs(member, details, name));
    if (changed.length === 0) return { kind: 'done' };
    const whose = { landlordId: viewer.landlordId, personId };
    await updatePerson(tx, whose, details);
    if (changed.includes('email') && details.email !== null) {
      await releaseName(tx, whose);
      if (!(await takeName(tx, details.email, whose))) throw new Stopped(taken);
    }
    const actor = `person:${viewer.personId}`;
    await recordAccountChange(tx, whose, { kind: 'details-changed', actor, details: changed, at: now });
    return { kind: 'done' };
  });
}

function differs(member: StaffMember, details: Details, name: DetailName): boolean {
  if (name === 'email') return (member.email === null ? null : signInName(member.email)) !== details.email;
  if (name === 'job-title') return member.jobTitle !== details.jobTitle;
  return name === 'manager' ? member.managerId !== details.managerId : member[name] !== details[name];
}

function whyNot({ staff }: Landlord, member: StaffMember, { email, managerId }: Details): Refused | null {
  if (!member.active) return refused('They have left, so their details are not changed any more.');
  if (email === null && member.email !== null)
    return refused('Enter the email address they will sign in with', 'email');
  const others = staff.filter(one => one.personId !== member.personId);
  if (email !== null && others.some(one => one.email !== null && signInName(one.email) === email))
    return refused('Somebody with this email address works here already, or has worked here', 'email');
  // Whoever was their manager and has left stays so until somebody chooses another.
  const line = managerId === member.managerId ? null : managerRefusal(member.personId, managerId, staff);
  return line === null ? null : refused(line, 'manager');
}
