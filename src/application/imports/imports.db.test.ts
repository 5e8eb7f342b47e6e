import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import test from 'node:test';
import { mrsOkonkwo, staffSite } from '../../../test/staff-site.ts';
import type { ImportKind } from '../../domain/register/imports.ts';
import { inLandlord } from '../../storage/landlord-transaction.ts';
import { rowsOf } from '../../storage/register/import-runs.ts';
import { applyImport, importAtOnce } from './apply.ts';
import { stageImport } from './stage.ts';

const site = await staffSite();
const { app } = site;
const { landlordId } = site.magna;
const who = { landlordId, actor: 'machine:command-line' };

function file(kind: ImportKind, ...lines: readonly string[]) {
  async function* bytes(): AsyncGenerator<Buffer> {
    yield Buffer.from(lines.join('\n'));
  }
  return { kind, name: `${kind}.csv`, bytes: bytes() };
}

async function staged(kind: ImportKind, ...lines: readonly string[]) {
  const outcome = await stageImport(app, who, file(kind, ...lines));
  assert.equal(outcome.kind, 'staged', outcome.kind === 'unreadable' ? outcome.sentence : '');
  return outcome.kind === 'staged' ? outcome.run : assert.fail();
}

const counts = ({
  added,
  changed,
  unchanged,
  rejected,
}: Record<'added' | 'changed' | 'unchanged' | 'rejected', number>) => [...[added, changed, unchanged, rejected]];

const rows = (importId: string, verdict: 'new' | 'changed' | 'rejected') =>
  inLandlord(app.database, landlordId, tx => rowsOf(tx, { landlordId, importId }, verdict, 0, 100));

const applied = async (kind: ImportKind, ...lines: readonly string[]) => {
  const outcome = await importAtOnce(app, who, file(kind, ...lines), randomUUID());
  assert.equal(outcome.kind, 'applied', outcome.kind === 'stopped' ? outcome.sentence : outcome.kind);
  return outcome.kind === 'applied' ? outcome.run : assert.fail();
};

const query = async (text: string, ...values: unknown[]) => (await site.database.admin.query(text, values)).rows;

const homes = [
  'UPRN,Property reference,Address,Postcode,Building,Tenure,Relevant stock,Tenancy start,Tenancy end',
  '100040000001,P1,"1 Tern Walk, Testington",zz7 1aa,TERN,social rent,yes,01/04/2019,',
  '100040000002,P2,"2 Tern Walk, Testington",ZZ7 1AA,TERN,shared ownership,no,2020-01-01,2024-06-30',
  ',P3,"3 Tern Walk, Testington",ZZ7 1AA,,,,,',
];

test('a file is looked at before anything is changed, and applied once as it was shown', async () => {
  const run = await staged('homes', ...homes);
  assert.deepEqual(counts(run), [3, 0, 0, 0]);
  assert.equal((await query('select from home where landlord_id = $1', landlordId)).length, 0);
  const first = await applyImport(app, who, run.importId, randomUUID());
  assert.equal(first.kind, 'applied');
  const again = await applyImport(app, who, run.importId, randomUUID());
  assert.ok(again.kind === 'applied' && again.again);
  const there = await query(
    `select uprn, property_reference, address, postcode, building, tenure, relevant_stock, tenancy_from::text, tenancy_until::text
     from home where landlord_id = $1 order by property_reference`,
    landlordId,
  );
  assert.deepEqual(there[1], {
    uprn: '100040000002',
    property_reference: 'P2',
    address: '2 Tern Walk, Testington, ZZ7 1AA',
    postcode: 'ZZ7 1AA',
    building: 'TERN',
    tenure: 'shared ownership',
    relevant_stock: false,
    tenancy_from: '2020-01-01',
    tenancy_until: '2024-06-30',
  });
  const events = await query(
    `select actor, body_json as body from event where landlord_id = $1 and type = 'RegisterImported'`,
    landlordId,
  );
  assert.equal(events.length, 1);
  assert.deepEqual(
    [events[0].actor, events[0].body.added, events[0].body.sha256],
    ['machine:command-line', 3, run.sha256],
  );
  assert.doesNotMatch(JSON.stringify(events), /Tern/, 'no word of the file is in the log');
});

test('the same file again changes nothing, and a change is told with what stood there', async () => {
  assert.deepEqual(counts(await staged('homes', ...homes)), [0, 0, 3, 0]);
  const run = await staged(
    'homes',
    'uprn,address,postcode,tenure',
    '100040000001,"1 TERN WALK Testington",ZZ7 1AA,affordable rent',
  );
  assert.deepEqual(counts(run), [0, 1, 0, 0]);
  const [row] = await rows(run.importId, 'changed');
  assert.ok(row?.verdict === 'changed');
  assert.deepEqual(row.changes, [{ column: 'tenure', from: 'social rent', to: 'affordable rent' }]);
  await applyImport(app, who, run.importId, randomUUID());
  const [home] = await query(`select address, building, tenure from home where uprn = '100040000001'`);
  assert.deepEqual(home, { address: '1 Tern Walk, Testington, ZZ7 1AA', building: 'TERN', tenure: 'affordable rent' });
});

test('what could be two homes is not taken, and the candidates are named', async () => {
  await applied(
    'homes',
    'property_reference,address,postcode',
    'D1,"9 Double Row",ZZ8 2BB',
    'D2,"9 Double Row",ZZ8 2BB',
  );
  const run = await staged(
    'homes',
    'uprn,property_reference,address,postcode',
    ',,"9, double row.",zz82bb',
    '100040000001,P2,"1 Tern Walk, Testington",ZZ7 1AA',
    '100040000001,,"Elsewhere",ZZ7 1AB',
    '12x,,"Nowhere",ZZ7',
  );
  assert.deepEqual(counts(run), [0, 1, 0, 3]);
  const rejected = await rows(run.importId, 'rejected');
  const whys = rejected.map(row =>
    row.verdict === 'rejected' ? row.faults.map(one => `${row.line} ${one.column}: ${one.why}`) : [],
  );
  assert.match(String(whys[0]), /2 address: it could be any of these homes.*reference D1.*reference D2/);
  assert.match(String(whys[1]), /3 property_reference: it belongs to another home already: 2 Tern Walk/);
  assert.equal(whys[2]?.length, 2);
  assert.match(String(whys[2]), /5 uprn: expected a UPRN.*5 postcode: expected a postcode/);
});

test('what changed since it was shown is told and shown anew, and nothing is changed meanwhile', async () => {
  const run = await staged(
    'homes',
    'property_reference,address,postcode,tenure',
    'P3,"3 Tern Walk, Testington",ZZ7 1AA,licence',
    'P4,"4 Tern Walk, Testington",ZZ7 1AA,',
  );
  await query(`update home set tenure = 'lease' where property_reference = 'P3'`);
  const moved = await applyImport(app, who, run.importId, randomUUID());
  assert.ok(moved.kind === 'moved');
  assert.deepEqual(moved.lines, [2]);
  assert.equal((await query(`select from home where property_reference = 'P4'`)).length, 0);
  const [row] = await rows(run.importId, 'changed');
  assert.ok(row?.verdict === 'changed');
  assert.deepEqual(row.changes, [{ column: 'tenure', from: 'lease', to: 'licence' }]);
  assert.equal((await applyImport(app, who, run.importId, randomUUID())).kind, 'applied');
});

test('people live in homes that are known; whoever complained before keeps the identity of their complaint', async () => {
  const lead = site.magna.person('complaints-resolution-lead');
  const { caseId } = await site.logged(lead);
  const run = await applied(
    'people',
    'person_reference,name,email,phone,uprn',
    'R1,Ms Zofia Kowalska,zofia@example.org,07700 900111,100040000001',
    `R2,${mrsOkonkwo.name},${mrsOkonkwo.email},,100040000002`,
    'R3,Mr Nobody Home,,,999',
    ',Mr Without Anything,,,',
  );
  assert.deepEqual(counts(run), [2, 0, 0, 2]);
  const [complainant] = await query('select complainant_id from case_index where case_id = $1', caseId);
  const [okonkwo] = await query(`select resident_id from resident where person_reference = 'R2'`);
  assert.equal(okonkwo.resident_id, complainant.complainant_id);
  const again = await staged(
    'people',
    'person_reference,name,phone,uprn',
    'R1,Ms Zofia Kowalska,+447700900111,100040000002',
  );
  const [row] = await rows(again.importId, 'changed');
  assert.ok(row?.verdict === 'changed');
  assert.deepEqual(row.changes, [
    { column: 'home', from: '1 Tern Walk, Testington, ZZ7 1AA', to: '2 Tern Walk, Testington, ZZ7 1AA' },
  ]);
  assert.equal((await applyImport(app, who, again.importId, randomUUID())).kind, 'applied');
  assert.equal((await query('select from resident where landlord_id = $1', landlordId)).length, 2);
});

test('a new address of a home stands in the complaints about it, as making all rows again would have it', async () => {
  const lead = site.magna.person('complaints-resolution-lead');
  const { reference } = await site.logged(lead, { home: { address: '5 Tern Walk, Testington', postcode: 'ZZ7 1AA' } });
  await applied('homes', 'uprn,address,postcode', '100040000005,"5 Tern Walk, Testington",ZZ7 1AA');
  await applied('homes', 'uprn,address,postcode', '100040000005,"Flat A, 5 Tern Walk, Testington",ZZ7 1AA');
  const [row] = await query('select address from case_index where reference = $1', reference);
  assert.equal(row.address, 'Flat A, 5 Tern Walk, Testington, ZZ7 1AA');
});

test('staff are added without a link and changed as by hand; a file makes nobody an administrator and brings nobody back', async () => {
  const before = site.magna.person('complaints-adviser');
  const email = `${before.name.toLowerCase().replace(' ', '.')}@example.org`;
  const run = await applied(
    'staff',
    'name,email,job_title,team,manager,roles',
    `Bea Cole,BEA@example.org,Adviser,Complaints,${email},Complaints Adviser`,
    `${before.name},${email},Senior adviser,,,complaints-adviser; Complaints Resolution Lead`,
    'Cy Dent,cy@example.org,,,nobody@example.org,',
    'Di East,di@example.org,,,,redress:administrator',
  );
  assert.deepEqual(counts(run), [1, 1, 0, 2]);
  const [bea] = await query(
    `select p.name, m.name as manager, array(select role from person_role r where r.person_id = p.person_id) as roles
     from person p left join person m on m.person_id = p.manager_id where p.email = 'bea@example.org'`,
  );
  assert.deepEqual(bea, { name: 'Bea Cole', manager: before.name, roles: ['complaints-adviser'] });
  const changes = await query('select kind, roles from account_change where person_id = $1', before.personId);
  assert.deepEqual(changes, [{ kind: 'roles-changed', roles: ['complaints-adviser', 'complaints-resolution-lead'] }]);
  assert.equal((await query('select from invitation')).length, 0);
  await query(`update person set left_on = '2026-01-01' where email = 'bea@example.org'`);
  const again = await staged('staff', 'name,email', 'Bea Cole,bea@example.org');
  assert.deepEqual(counts(again), [0, 0, 0, 1]);
});

test('a file that cannot be read is told in a sentence, and leaves nothing behind', async () => {
  const [before] = await query('select count(*)::int as n from import_run');
  const sentences = await Promise.all(
    [['address', '1 Row'], ['address,postcode,Postcode', 'a,b,c'], [''], ['address,postcode', '"1 Row,ZZ1 1AA']].map(
      async lines => {
        const outcome = await stageImport(app, who, file('homes', ...lines));
        return outcome.kind === 'unreadable' ? outcome.sentence : 'read';
      },
    ),
  );
  assert.match(sentences[0] ?? '', /no column postcode/);
  assert.match(sentences[1] ?? '', /the column postcode twice/);
  assert.match(sentences[2] ?? '', /is empty/);
  assert.match(sentences[3] ?? '', /homes.csv, line \d: a quotation mark/);
  const [after] = await query('select count(*)::int as n from import_run');
  assert.equal(after.n, before.n);
});

test('two rows about the same home are not both taken, and nothing of another landlord is touched', async () => {
  const run = await staged('homes', 'uprn,address,postcode', '77,"7 Row",ZZ1 1AA', '77,"7 Row",ZZ1 1AA');
  assert.deepEqual(counts(run), [1, 0, 0, 1]);
  const other = { landlordId: site.magenta.landlordId, actor: 'machine:command-line' };
  assert.equal((await applyImport(app, other, run.importId, randomUUID())).kind, 'none');
});
