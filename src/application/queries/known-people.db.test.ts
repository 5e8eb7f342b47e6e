import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import test from 'node:test';
import { assertIndexed, planOf, plansInside } from '../../../test/plans.ts';
import { staffSite } from '../../../test/staff-site.ts';
import { importAtOnce } from '../imports/apply.ts';
import { reading } from '../reading.ts';
import { knownEntry, knownPeople } from './known-people.ts';

const site = await staffSite();
const { landlordId } = site.magna;

async function bring(kind: 'homes' | 'people', lines: readonly string[], landlord = landlordId): Promise<void> {
  async function* bytes(): AsyncGenerator<Buffer> {
    yield Buffer.from(lines.join('\n'));
  }
  const who = { landlordId: landlord, actor: 'machine:command-line' };
  const outcome = await importAtOnce(site.app, who, { kind, name: 'a.csv', bytes: bytes() }, randomUUID());
  assert.ok(outcome.kind === 'applied' && outcome.run.rejected === 0);
}

await bring('homes', [
  'uprn,property_reference,address,postcode,tenure,relevant_stock,building,tenancy_end',
  '100040000001,HOME-1,"14 Larch Court, Testington",ZZ1 4LC,social rent,yes,LARCH,',
  '100040000002,P2,"114 Larch Court, Testington",ZZ1 4LC,social rent,yes,LARCH,',
  '100040000003,P3,"3 St. John’s Row, Testington",ZZ2 3QR,leasehold,no,,2026-10-01',
  '100040000004,HOME-4,"4 Quiet Yard, Testington",ZZ3 1AA,,,,',
  ...Array.from({ length: 3000 }, (_, n) => `2000${n},Q${n},"${n} Other Street",ZZ${10 + (n % 80)} 1AA,,,,`),
]);
await bring('people', [
  'person_reference,name,email,phone,uprn',
  'RES-1,Mrs Amaka Okonkwo,amaka@example.org,07700 900123,100040000001',
  'R2,Mr José Núñez-O’Brien,jose@example.org,,100040000003',
  'R3,Ms Żaneta Łabędź,zaneta@example.org,,',
  'RES-4,Ms Hidden Hart,hart@example.org,,100040000004',
  ...Array.from({ length: 3000 }, (_, n) => `S${n},Somebody Other${n},s${n}@example.org,,2000${n}`),
]);
await bring(
  'people',
  ['person_reference,name,email', 'X1,Mrs Amaka Okonkwo,amaka@example.org'],
  site.magenta.landlordId,
);
for (const table of ['home', 'resident']) await site.database.admin.query(`analyze ${table}`);

const find = async (sought: string): Promise<string[]> => {
  const { entries } = await reading(site.app, landlordId, tx => knownPeople(tx, landlordId, sought));
  return entries.map(one => one.name ?? one.home?.address ?? '');
};

test('[R68] a person or a home is found by any part that people say', async () => {
  const okonkwo = ['Mrs Amaka Okonkwo'];
  for (const sought of ['okonkwo', 'amaka okon', 'OKONKWO Amaka', '14 larch court', '07700900123', '+44 7700 900123'])
    assert.deepEqual(await find(sought), okonkwo, sought);
  for (const sought of [
    'Amaka@Example.org',
    '100040000001',
    'HOME-1',
    'RES-1',
    'okonkwo larch',
    '14 larch amaka',
    'amaka okonkvo',
  ])
    assert.deepEqual(await find(sought), okonkwo, sought);
  assert.deepEqual(await find('zz14lc'), ['Mrs Amaka Okonkwo', '114 Larch Court, Testington, ZZ1 4LC']);
  for (const sought of ['nunez', 'jose obrien', "o'brien", 'st johns row'])
    assert.deepEqual(await find(sought), ['Mr José Núñez-O’Brien'], sought);
  for (const sought of ['zaneta', 'łabędź', 'labedz'])
    assert.deepEqual(await find(sought), ['Ms Żaneta Łabędź'], sought);
});

test('a number is a whole number, two letters find nothing, and signs of patterns are signs', async () => {
  assert.deepEqual(await find('4 larch'), []);
  for (const sought of ['ok', '%', '%%%', '___', "'; --", '\\\\\\', '   ', '🏠🏠🏠'])
    assert.deepEqual(await find(sought), [], sought);
});

test('more than a page shows is said, and nothing of another landlord is found', async () => {
  const found = await reading(site.app, landlordId, tx => knownPeople(tx, landlordId, 'other street'));
  assert.deepEqual([found.entries.length, found.more], [8, true]);
  const other = await reading(site.app, site.magenta.landlordId, tx =>
    knownPeople(tx, site.magenta.landlordId, 'larch'),
  );
  assert.deepEqual(other.entries, []);
});

test('[R60] whoever keeps their address secret is found by name, without it, and no address leads to them', async () => {
  const { rows } = await site.database.admin.query(`select resident_id from resident where person_reference = 'RES-4'`);
  const { caseId } = await site.logged(site.magna.person('complaints-adviser'), {
    complainant: {
      name: 'Ms Hidden Hart',
      email: 'hart@example.org',
      phone: null,
      knownAs: null,
      inRegister: rows[0].resident_id,
    },
  });
  assert.deepEqual(await find('4 quiet yard'), ['Ms Hidden Hart']);
  await site.database.admin.query(`update case_index set safe_contact = array['secret-address'] where case_id = $1`, [
    caseId,
  ]);
  const { entries } = await reading(site.app, landlordId, tx => knownPeople(tx, landlordId, 'hidden hart'));
  assert.deepEqual(entries, [{ residentId: rows[0].resident_id, name: 'Ms Hidden Hart', home: null }]);
  assert.deepEqual(await find('hart quiet yard'), []);
  assert.deepEqual(await find('4 quiet yard'), ['4 Quiet Yard, Testington, ZZ3 1AA']);
  const one = await reading(site.app, landlordId, tx =>
    knownEntry(tx, landlordId, { residentId: rows[0].resident_id, homeId: null }),
  );
  assert.equal(one?.home, null);
});

test('searching homes and people uses their indexes in spite of row-level security', async () => {
  for (const [call, index] of [
    [`select * from find_homes('14 larch court', 20)`, /Bitmap Index Scan on home_by_look/],
    [`select * from find_residents('amaka okon', 20)`, /Bitmap Index Scan on resident_by_look/],
    [`select * from find_residents_like('okonkvo', 20)`, /Bitmap Index Scan on resident_by_look/],
    [`select * from find_residents_at('okonkwo', 'larch', 20)`, /Bitmap Index Scan on (resident|home)_by_look/],
  ] as const) {
    const plans = await plansInside(site.database, landlordId, call);
    assert.match(plans, index, plans);
    assert.doesNotMatch(plans, /Seq Scan/, plans);
  }
  for (const [where, index] of [
    [`uprn = '100040000001'`, /home_by_uprn/],
    [`building = 'LARCH'`, /home_by_building/],
  ] as const)
    assertIndexed(
      await planOf(site.database, landlordId, `select address from home where landlord_id = $1 and ${where}`, [
        landlordId,
      ]),
      index,
    );
  for (const column of ['person_reference', 'email', 'phone', 'home_id']) {
    const value = column === 'home_id' ? randomUUID() : 'x';
    const plan = await planOf(
      site.database,
      landlordId,
      `select name from resident where landlord_id = $1 and ${column} = $2`,
      [landlordId, value],
    );
    assertIndexed(plan, /resident_by_(reference|email|phone|home)/);
  }
});
