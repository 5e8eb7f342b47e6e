/** Staff of a file: added without a link (an administrator invites whoever is to come in), or changed, each change told as by hand. */
import { administratorRole } from '../../domain/access/administrator.ts';
import { type Fields, textIn } from '../../domain/register/row.ts';
import { recordAccountChange } from '../../storage/accounts/changes.ts';
import { replaceRoles, takeTurnWithPeople, updatePerson } from '../../storage/accounts/members.ts';
import { signInName } from '../../storage/accounts/names.ts';
import type { StaffMember } from '../../storage/cases/staff.ts';
import type { Tx } from '../../storage/landlord-transaction.ts';
import type { ImportRow } from '../../storage/register/import-runs.ts';
import { whyStopped } from '../accounts/as-administrator.ts';
import { keepPerson } from '../accounts/manage-people.ts';
import { type Application, timeNow } from '../application.ts';
import { type Landlord, loadLandlord } from '../landlord.ts';
import type { Importer } from './stage.ts';

/** Ends the transaction with the sentence why the staff of a file cannot be taken as they were shown. */
export class StaffNotTaken extends Error {}

type Kept = Exclude<ImportRow, { verdict: 'rejected' }>;

export async function applyStaff(app: Application, tx: Tx, who: Importer, kept: AsyncIterable<Kept>): Promise<void> {
  const { landlordId, actor } = who;
  const { now } = timeNow(app);
  await takeTurnWithPeople(tx, landlordId);
  const landlord = await loadLandlord(app, tx, landlordId);
  const ids = new Map(
    landlord.staff.flatMap(one => (one.email === null ? [] : [[signInName(one.email), one.personId]])),
  );
  const rows: Kept[] = [];
  for await (const row of kept) rows.push(row);
  for (const { verdict, subject: personId, fields } of rows) {
    const whose = { landlordId, personId };
    if (verdict === 'new') {
      const person = asNew(fields);
      await addOne(tx, whose, person, now);
      ids.set(signInName(person.email), personId);
      await recordAccountChange(tx, whose, { kind: 'added', actor, roles: person.roles, at: now });
    } else {
      const before = landlord.staff.find(one => one.personId === personId);
      if (before === undefined)
        throw new StaffNotTaken('Somebody of the file is not here any more. Nothing was changed.');
      await updatePerson(tx, whose, asChanged(before, fields));
      const roles = rolesAfter(landlord, before, fields);
      if (roles === null) continue;
      await replaceRoles(tx, whose, roles);
      await recordAccountChange(tx, whose, { kind: 'roles-changed', actor, roles, at: now });
    }
  }
  for (const row of rows) await setManager(tx, landlordId, row, ids);
}

function asNew(fields: Fields) {
  const text = (column: string): string => textIn(fields, column) ?? '';
  return {
    ...{
      name: text('name'),
      email: text('email'),
      jobTitle: textIn(fields, 'job_title'),
      team: textIn(fields, 'team'),
    },
    ...{ managerId: null, roles: rolesIn(fields) },
  };
}

async function addOne(
  tx: Tx,
  { landlordId, personId }: { landlordId: string; personId: string },
  person: ReturnType<typeof asNew>,
  now: Parameters<typeof keepPerson>[4],
): Promise<void> {
  try {
    await keepPerson(tx, landlordId, personId, person, now);
  } catch (error) {
    const why = whyStopped(error);
    if (why === null) throw error;
    throw new StaffNotTaken(`${person.email}: ${why.sentence}. Nothing was changed.`);
  }
}

/** What the file has no column for stays. */
function asChanged(before: StaffMember, fields: Fields) {
  const { name, jobTitle, team } = before;
  return {
    name: textIn(fields, 'name') ?? name,
    jobTitle: 'job_title' in fields ? textIn(fields, 'job_title') : jobTitle,
    team: 'team' in fields ? textIn(fields, 'team') : team,
  };
}

/** The roles afterwards, where they change: an administrator stays one, and so do roles of an earlier version of the policy. */
function rolesAfter({ policy }: Landlord, before: StaffMember, fields: Fields): string[] | null {
  if (!('roles' in fields)) return null;
  const kept = before.roles.filter(id => id === administratorRole || !policy.roles.some(role => role.id === id));
  const after = [...new Set([...rolesIn(fields), ...kept])];
  const same = after.length === before.roles.length && after.every(id => before.roles.includes(id));
  return same ? null : after;
}

function rolesIn(fields: Fields): string[] {
  return (textIn(fields, 'roles') ?? '').split(';').filter(id => id !== '');
}

/** Once everybody is there: a manager may stand below in the file. */
async function setManager(
  tx: Tx,
  landlordId: string,
  { subject: personId, fields, line }: Kept,
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  if (!('manager' in fields)) return;
  const email = textIn(fields, 'manager');
  const managerId = email === null ? null : ids.get(signInName(email));
  if (managerId === undefined)
    throw new StaffNotTaken(`Line ${line}: the manager ${email} is not here and was not taken. Nothing was changed.`);
  await updatePerson(tx, { landlordId, personId }, { managerId });
}
