/** A file of staff: whom it means, and what may be changed by a file. */
import type { Policy } from '../policy/policy.ts';
import { lineCell } from './cells.ts';
import type { Match } from './homes.ts';
import { emailCell, type WaysWritten } from './people.ts';
import { type Fields, type ReadCell, type RowRules, textIn } from './row.ts';

/** The rules of such a file. Roles are the policy's, by title or by id; an administrator is not made by a file. */
export function staffRules({ roles }: Policy, ways: WaysWritten): RowRules {
  return {
    columns: [
      { name: 'email', needed: true, holds: 'the email address they sign in with', read: emailCell(ways) },
      { name: 'name', needed: true, holds: 'their name', read: lineCell(200) },
      { name: 'job_title', holds: 'the job title', read: lineCell(200) },
      { name: 'team', holds: 'the team', read: lineCell(100) },
      { name: 'manager', holds: 'the email address of their manager', read: emailCell(ways) },
      { name: 'roles', holds: 'roles of the policy, with semicolons between them', read: rolesCell(roles) },
    ],
    check: fields =>
      textIn(fields, 'manager') !== null && textIn(fields, 'manager') === textIn(fields, 'email')
        ? [{ column: 'manager', value: textIn(fields, 'manager'), why: 'nobody is their own manager' }]
        : [],
  };
}

/** Ids in the order of the policy, with semicolons: one way of writing, so that the same roles are the same text. */
function rolesCell(roles: Policy['roles']): (text: string) => ReadCell {
  return text => {
    const asked = text
      .split(';')
      .map(one => one.trim().toLowerCase())
      .filter(one => one !== '');
    const unknown = asked.find(one => !roles.some(role => isRole(role, one)));
    if (unknown !== undefined) {
      const known = roles.map(role => role.title).join(', ');
      return { why: `“${unknown}” is no role of the policy; expected some of: ${known}` };
    }
    const ids = roles.filter(role => asked.some(one => isRole(role, one))).map(role => role.id);
    return { value: ids.length === 0 ? null : ids.join(';') };
  };
}

function isRole({ id, title, alsoCalled }: Policy['roles'][number], asked: string): boolean {
  return [id, title, alsoCalled].some(name => name?.toLowerCase() === asked);
}

export type KnownColleague = { readonly id: string; readonly active: boolean; readonly fields: Fields };

/** By the email address. Whoever has left is not brought back by a file. */
export function matchColleague(fields: Fields, known: readonly KnownColleague[]): Match {
  const email = textIn(fields, 'email');
  const found = known.find(one => textIn(one.fields, 'email') === email);
  if (found === undefined) return 'new';
  if (found.active) return { is: found.id };
  const why = 'somebody with this address has left; a file does not bring them back';
  return { fault: { column: 'email', value: email, why } };
}

export function colleagueKeys(fields: Fields): readonly string[] {
  return [`email ${textIn(fields, 'email') ?? ''}`];
}
