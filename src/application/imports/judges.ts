/** Holds rows of a file against what is known here, a batch at a time: for each kind, what is looked up, and what the rows become. */
import { homeKeys, homeRules, isSameHomeCell, type KnownHome, matchHome } from '../../domain/register/homes.ts';
import type { ImportKind } from '../../domain/register/imports.ts';
import { judgeRow, type Met } from '../../domain/register/judge.ts';
import { type Fault, type Fields, type Row, textIn, type Verdict } from '../../domain/register/row.ts';
import { colleagueKeys, type KnownColleague, matchColleague, staffRules } from '../../domain/register/staff.ts';
import type { StaffMember } from '../../storage/cases/staff.ts';
import type { Tx } from '../../storage/landlord-transaction.ts';
import { homesIdentified, homesIn, namesTaken } from '../../storage/register/known.ts';
import { asEmail, asPhone, isEmail } from '../contact-details.ts';
import type { Landlord } from '../landlord.ts';
import { asHome } from '../new-person.ts';
import { type Judge, valuesIn } from './judge.ts';
import { buildingsJudge } from './judge-buildings.ts';
import { peopleJudge } from './judge-people.ts';

export const waysWritten = { asEmail, asPhone, isEmail };

export function openJudge(tx: Tx, landlord: Landlord, kind: ImportKind): Judge {
  if (kind === 'homes') return homesJudge(tx, landlord.landlordId);
  if (kind === 'people') return peopleJudge(tx, landlord.landlordId, waysWritten);
  return kind === 'buildings' ? buildingsJudge(tx, landlord.landlordId) : staffJudge(tx, landlord);
}

function homesJudge(tx: Tx, landlordId: string): Judge {
  const met: Met = new Map();
  return {
    rules: homeRules,
    judge: async given => {
      const rows = given.map(row => ({ ...row, fields: withPostcode(row.fields) }));
      const known = await knownHomes(tx, landlordId, rows);
      const find = (fields: Fields): KnownHome[] => [
        ...new Set([
          ...(known.by.get(`uprn ${textIn(fields, 'uprn')}`) ?? []),
          ...(known.by.get(`reference ${textIn(fields, 'property_reference')}`) ?? []),
          ...(known.by.get(`postcode ${textIn(fields, 'postcode')}`) ?? []),
        ]),
      ];
      return rows.map(row =>
        judgeRow(row, { known: find(row.fields), met, match: matchHome, keys: homeKeys, same: isSameHomeCell }),
      );
    },
  };
}

/** The address as it is kept everywhere: with its postcode, so that a search finds it there. */
function withPostcode(fields: Fields): Fields {
  const { address } = asHome({ address: textIn(fields, 'address') ?? '', postcode: textIn(fields, 'postcode') });
  return { ...fields, address };
}

/** What the rows could mean. By postcode only where neither number is known: few rows need it, and a postcode has many homes. */
async function knownHomes(tx: Tx, landlordId: string, rows: readonly Row[]): Promise<{ by: Map<string, KnownHome[]> }> {
  const identified = await homesIdentified(tx, landlordId, {
    uprns: valuesIn(rows, 'uprn'),
    references: valuesIn(rows, 'property_reference'),
  });
  const by = new Map<string, KnownHome[]>();
  const add = (key: string, home: KnownHome): void => void by.set(key, [...(by.get(key) ?? []), home]);
  for (const home of identified) {
    add(`uprn ${textIn(home.fields, 'uprn')}`, home);
    add(`reference ${textIn(home.fields, 'property_reference')}`, home);
  }
  const strangers = rows.filter(
    ({ fields }) =>
      !by.has(`uprn ${textIn(fields, 'uprn')}`) && !by.has(`reference ${textIn(fields, 'property_reference')}`),
  );
  for (const home of await homesIn(tx, landlordId, valuesIn(strangers, 'postcode')))
    add(`postcode ${textIn(home.fields, 'postcode')}`, home);
  return { by };
}

function staffJudge(tx: Tx, { policy, staff }: Landlord): Judge {
  const met: Met = new Map();
  const known = staff.map(one => asColleague(one, staff, policy));
  return {
    rules: staffRules(policy, waysWritten),
    judge: async rows => {
      const emails = valuesIn(rows, 'email');
      const taken = new Set(
        await namesTaken(
          tx,
          emails.filter(email => !known.some(one => textIn(one.fields, 'email') === email)),
        ),
      );
      const here = new Set([...emails, ...[...met.keys()].map(key => key.replace(/^email /, ''))]);
      for (const one of known) if (one.active) here.add(textIn(one.fields, 'email') ?? '');
      return rows.map((row): Verdict => {
        const fault = faultOf(row.fields, taken, here);
        if (fault === null) return judgeRow(row, { known, met, match: matchColleague, keys: colleagueKeys });
        return { kind: 'rejected', line: row.line, fields: row.fields, faults: [fault] };
      });
    },
  };
}

function faultOf(fields: Fields, taken: ReadonlySet<string>, here: ReadonlySet<string>): Fault | null {
  const [email, manager] = [textIn(fields, 'email'), textIn(fields, 'manager')];
  if (email !== null && taken.has(email))
    return { column: 'email', value: email, why: 'somebody signs in with this email address already' };
  if (manager === null || here.has(manager)) return null;
  return {
    column: 'manager',
    value: manager,
    why: 'nobody who works here, and nobody in the file so far, has this address',
  };
}

/** Somebody as a file would say them: roles that a file cannot give are not held against it. */
function asColleague(one: StaffMember, staff: readonly StaffMember[], { roles }: Landlord['policy']): KnownColleague {
  const manager = staff.find(({ personId }) => personId === one.managerId)?.email ?? null;
  const own = roles.filter(role => one.roles.includes(role.id)).map(role => role.id);
  const { email, name, jobTitle, team } = one;
  return {
    id: one.personId,
    active: one.active,
    fields: {
      ...{ email: email === null ? null : asEmail(email), name, job_title: jobTitle, team },
      ...{ manager: manager === null ? null : asEmail(manager), roles: own.length === 0 ? null : own.join(';') },
    },
  };
}
