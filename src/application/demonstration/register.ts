/** What the invented landlords' housing systems know: homes, blocks and people, brought in as real files are. */
import { randomUUIDv7 } from 'node:crypto';
import type { ImportKind } from '../../domain/register/imports.ts';
import { type Application, timeNow } from '../application.ts';
import { importAtOnce } from '../imports/apply.ts';
import { resident } from './people.ts';
import type { Cast } from './play.ts';

/** Blocks of the invented streets: one is higher-risk, one is not, and of one it cannot be told yet. */
const blocks = [
  { street: 'Larch Court', reference: 'LARCH', storeys: '9', height: '27.4', homes: '54' },
  { street: 'Ashdown House', reference: 'ASHDOWN', storeys: '4', height: '12.1', homes: '24' },
  { street: 'Tern Walk', reference: 'TERN', storeys: '6', height: '', homes: '30' },
] as const;

const tenures = ['social rent', 'social rent', 'affordable rent', 'shared ownership', 'leasehold'] as const;

/** Homes and blocks, before anybody complains: complaints then know the tenure of their home. */
export async function bringInHomes(
  app: Application,
  cast: Cast,
  name: string,
  numbers: readonly number[],
): Promise<void> {
  const addresses = new Map(numbers.map(n => [resident(n).address, { n, ...resident(n) }]));
  const homes = [...addresses.values()].map(({ n, address, postcode }) => {
    const tenure = tenures[n % tenures.length] ?? 'social rent';
    const block = blocks.find(one => address.includes(one.street))?.reference ?? '';
    const rented = tenure.endsWith('rent');
    return [
      String(100_090_000_000 + n),
      `H${1000 + n}`,
      address,
      postcode,
      block,
      tenure,
      rented ? 'yes' : 'no',
      '2019-04-01',
    ];
  });
  const since = `${Number(timeNow(app).today.slice(0, 4)) - 2}-04-01`;
  const buildings = blocks.map(({ street, reference, storeys, height, homes: count }) => [
    ...[reference, street, `${street}, Testington`, storeys, height, count, name, since],
  ]);
  const columns = 'uprn,property_reference,address,postcode,building,tenure,relevant_stock,tenancy_start';
  await bringIn(app, cast, 'homes', columns, homes);
  await bringIn(
    ...([app, cast, 'buildings'] as const),
    'reference,name,address,storeys,height,homes,principal_accountable_person,principal_since',
    buildings,
  );
}

/** The people in them, once some have complained: these keep the identity of their complaints. */
export async function bringInPeople(app: Application, cast: Cast, numbers: readonly number[]): Promise<void> {
  const people = new Map(numbers.map(n => [resident(n).name, { n, ...resident(n) }]));
  const rows = [...people.values()].map(({ n, name, email, phone }) => [
    `R${1000 + n}`,
    name,
    email ?? '',
    phone ?? '',
    `H${1000 + n}`,
  ]);
  await bringIn(app, cast, 'people', 'person_reference,name,email,phone,property_reference', rows);
}

async function bringIn(
  app: Application,
  cast: Cast,
  kind: ImportKind,
  columns: string,
  rows: readonly (readonly string[])[],
): Promise<void> {
  async function* bytes(): AsyncGenerator<Buffer> {
    const lines = rows.map(row => row.map(cell => `"${cell}"`).join(','));
    yield Buffer.from([columns, ...lines].join('\n'));
  }
  const who = { landlordId: cast.landlordId, actor: 'machine:command-line' };
  const file = { kind, name: `${kind} of the housing system.csv`, bytes: bytes() };
  const outcome = await importAtOnce(app, who, file, randomUUIDv7());
  if (outcome.kind !== 'applied') throw new Error(`The invented ${kind} came to “${outcome.kind}”.`);
}
