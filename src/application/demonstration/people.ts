/** The invented people of the demonstration: staff in every role of a landlord's policy, and residents in invented homes. */
import { randomUUIDv7 } from 'node:crypto';
import type { Instant } from '../../domain/calendar/dates.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import type { Role } from '../../domain/policy/roles.ts';
import { sortNameOf } from '../../storage/cases/residents.ts';
import type { Tx } from '../../storage/landlord-transaction.ts';
import { addPerson } from '../../storage/landlords.ts';
import type { Viewer } from '../application.ts';

const staffNames = [
  'Priya Shah',
  'Marcus Bell',
  'Siobhan Keane',
  'Tom Adeyemi',
  'Helen Marsh',
  'Rafiq Uddin',
  'Joan Whitlock',
  'Dewi Price',
  'Carla Mendes',
  'Stephen Oduya',
  'Ruth Calder',
  'Ines Moreau',
  'Neil Garside',
  'Blessing Eze',
  'Fiona Tait',
  'Graham Lowe',
  'Yasmin Haddad',
  'Peter Novak',
  'Asha Patel',
  'Bryn Howells',
  'Dilys Morgan',
  'Emeka Obi',
  'Frances Wood',
  'Hamid Rezaei',
  'Iris Langley',
  'Jonah Reid',
  'Kofi Mensah',
  'Lena Fischer',
  'Nadia Bouzid',
  'Owen Tranter',
  'Rosa Carvalho',
  'Simon Hale',
  'Tess Okafor',
  'Vera Kovacs',
  'Will Danby',
  'Zara Iqbal',
  'Alun Rees',
  'Beth Carver',
  'Colm Daly',
  'Edie Frost',
  'Gavin Stone',
  'Hannah Orr',
  'Isaac Quaye',
  'Judith Park',
  'Kit Marlow',
  'Leila Saad',
];

/** How many people have a role: several officers and colleagues, one of most others. */
function headcount(role: Role): number {
  if (role.seniority === 'officer') return 3;
  if (role.seniority === 'colleague') return 3;
  return role.may.includes('review-stage-2') && role.seniority === 'head' ? 2 : 1;
}

/** Puts people into every role of the policy. Names run on from `from`, so that two landlords share nobody. */
export async function hireStaff(
  tx: Tx,
  landlordId: string,
  policy: Policy,
  from: number,
  now: Instant,
): Promise<Viewer[]> {
  const staff: Viewer[] = [];
  for (const role of policy.roles) {
    for (let number = 0; number < headcount(role); number += 1) {
      const index = from + staff.length;
      const name = staffNames[index % staffNames.length] ?? 'Robin Vale';
      staff.push({ landlordId, personId: randomUUIDv7(), name, roles: [role.id] });
    }
  }
  const lead = staff.find(person => mayIn(policy, person, 'assign'));
  const leadFirst = [...staff].sort((a, b) => Number(b === lead) - Number(a === lead));
  for (const person of leadFirst) {
    const role = policy.roles.find(one => person.roles.includes(one.id));
    await addPerson(tx, landlordId, {
      personId: person.personId,
      name: person.name,
      sortName: sortNameOf(person.name),
      email: `${person.name.toLowerCase().replace(/[^a-z]+/g, '.')}@${policy.id}.example`,
      jobTitle: role?.title ?? null,
      team: role?.seniority === 'colleague' ? 'repairs' : 'complaints',
      managerId: role?.seniority === 'officer' && lead !== undefined ? lead.personId : null,
      roles: person.roles,
      createdAt: now,
    });
  }
  return staff;
}

/** Whether somebody's roles carry a capability. */
export function mayIn(policy: Policy, person: Viewer, capability: Role['may'][number]): boolean {
  return policy.roles.some(role => person.roles.includes(role.id) && role.may.includes(capability));
}

const residents = [
  'Mrs Amaka Okonkwo',
  'Mr Daniel Fletcher',
  'Ms Zofia Kowalska',
  'Mr Imran Aziz',
  'Mrs Doris Hargreaves',
  'Ms Chloe Baptiste',
  'Mr Owen Pritchard',
  'Mrs Fatima Rahman',
  'Mr Kwame Boateng',
  'Ms Rosalind Peake',
  'Mr Viktor Lazarov',
  'Mrs Jean Sutcliffe',
  'Ms Nadia Karimi',
  'Mr Leon Marsden',
  'Mrs Harpreet Gill',
  'Mr Alan Wetherby',
  'Ms Tamsin Rowe',
  'Mr Yusuf Abdi',
  'Mrs Eileen Corrigan',
  'Ms Beatriz Lima',
  'Mr Colin Ashworth',
  'Mrs Grace Onyango',
  'Mr Stuart Nettles',
  'Ms Hana Suzuki',
  'Mr Reuben Clarke',
  'Mrs Sylvia Dunn',
  'Ms Aoife Brennan',
  'Mr Tariq Mahmood',
  'Mrs Pauline Vickers',
  'Ms Ewa Zielinska',
  'Mr Desmond Pike',
  'Mrs Lorna Fairbairn',
];
const streets = [
  'Larch Court',
  'Ashdown House',
  'Canal Row',
  'Quarry Bank',
  'Fennel Close',
  'Tern Walk',
  'Foundry Street',
  'Orchard Rise',
];

/** The n-th invented resident with an invented home and ways to reach them; numbers and addresses are of kinds kept for fiction. */
export function resident(n: number): {
  name: string;
  email: string | null;
  phone: string | null;
  address: string;
  postcode: string;
} {
  const name = residents[n % residents.length] ?? 'Mx Robin Vale';
  const plain = name
    .toLowerCase()
    .replace(/^(mr|mrs|ms) /, '')
    .replace(/[^a-z]+/g, '.');
  const street = streets[n % streets.length] ?? 'Larch Court';
  return {
    name,
    email: n % 4 === 3 ? null : `${plain}@example.org`,
    phone: n % 5 === 4 ? null : `01632 960${String(100 + n)}`,
    address: `${n % 3 === 0 ? `Flat ${(n % 9) + 1}, ` : `${n + 2} `}${street}, Testington`,
    postcode: `ZZ${(n % 8) + 1} ${(n % 9) + 1}${'ABDEFGHJ'[n % 8]}${'LNPQRSTU'[n % 8]}`,
  };
}
