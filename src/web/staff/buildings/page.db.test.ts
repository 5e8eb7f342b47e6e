import assert from 'node:assert/strict';
import test from 'node:test';
import { assertIndexed, planOf } from '../../../../test/plans.ts';
import { staffSite } from '../../../../test/staff-site.ts';
import { formFields } from '../../../../test/staff-visitor.ts';
import { buildingOfHomeStatement } from '../../../application/queries/buildings.ts';
import { rebuildEverything } from '../../../application/rebuild.ts';

const site = await staffSite();
const lead = site.magna.person('complaints-resolution-lead');
const page = '/buildings/new';

const tower = {
  ...{
    reference: 'TERN',
    name: 'Tern Tower',
    address: '1 Tern Walk, Testington',
    storeys: '9',
    height: '27.5',
    homes: '48',
  },
  ...{ 'ap-1-name': 'Magna Homes Ltd', 'ap-1-principal': 'yes' },
  ...{ 'ap-1-from-day': '1', 'ap-1-from-month': '4', 'ap-1-from-year': '2024' },
};

async function recorded(fields: Record<string, string>): Promise<string> {
  const answer = await (await site.as(lead)).post(page, fields);
  assert.equal(answer.status, 303, answer.text.slice(0, 600));
  return (answer.location ?? '').replace(/\?.*/, '');
}

test('[MAG-22] whether a building is higher-risk follows from what is known of it, and is explained by the law', async () => {
  const url = await recorded(tower);
  const visitor = await site.as(site.magna.person('complaints-adviser'));
  const shown = await visitor.get(url);
  assert.match(shown.text, /Tern Tower Higher-risk/);
  assert.match(
    shown.text,
    /Higher-risk: 9 storeys, 27\.5 m and 48 homes\. The law asks for 7 storeys or 18 m, and 2 homes\. Building Safety Act 2022/,
  );
  assert.match(shown.text, /Magna Homes Ltd Principal since 1 Apr 2024/);
  const low = await visitor.get(
    await recorded({ reference: 'LOW', name: 'Low House', storeys: '3', height: '9', homes: '12' }),
  );
  assert.match(low.text, /Not higher-risk: 3 storeys and 9 m/);
  const unknown = await visitor.get(await recorded({ reference: 'OLD', name: 'Old Mill', storeys: '6', homes: '20' }));
  assert.match(unknown.text, /It cannot be told whether it is higher-risk: the height is missing/);
  const list = await visitor.get('/buildings');
  assert.match(
    list.text,
    /Low House LOW .*Not higher-risk .*Old Mill OLD .*Cannot be told .*Tern Tower TERN .*Higher-risk/,
  );
  assert.doesNotMatch(list.html, /buildings\/new/);
});

test('[MAG-22] a change is kept with what stood there before, who made it and where it comes from', async () => {
  const url = await recorded({ ...tower, reference: 'CRANE', name: 'Crane House', storeys: '6', height: '' });
  const visitor = await site.as(lead);
  const form = await visitor.form(`${url}/edit`);
  assert.equal(form['ap-1-name'], 'Magna Homes Ltd');
  const until = { 'ap-1-until-day': '31', 'ap-1-until-month': '10', 'ap-1-until-year': '2026' };
  const next = {
    'ap-2-name': 'Tern Estates plc',
    'ap-2-principal': 'yes',
    'ap-2-from-day': '1',
    'ap-2-from-month': '11',
    'ap-2-from-year': '2026',
  };
  const changed = await visitor.send(`${url}/edit`, {
    ...form,
    ...until,
    ...next,
    height: '19.2',
    evidence: 'Survey of May 2026',
  });
  assert.equal(changed.status, 303, changed.text.slice(0, 600));
  const shown = await visitor.get(url);
  assert.match(shown.text, /Crane House Higher-risk/);
  assert.match(
    shown.text,
    new RegExp(
      `${lead.name} What: Height: not known → 19\\.2 m .*Accountable: .*Tern Estates plc \\(principal\\) since 1 Nov 2026 From: Survey of May 2026`,
    ),
  );
  const stale = await visitor.send(`${url}/edit`, { ...form, name: 'Crane Court', _command: 'another-press' });
  assert.equal(stale.status, 409);
  assert.match(stale.text, /Somebody else changed this building|changed this building since/);
  const same = await visitor.post(`${url}/edit`, {});
  assert.equal(same.status, 422);
  assert.match(same.text, /Nothing is different/);
});

test('what cannot be is told at its field, and what was typed is kept', async () => {
  const visitor = await site.as(lead);
  const wrong: [Record<string, string>, RegExp][] = [
    [{ name: '' }, /Enter what it is called/],
    [{ storeys: 'six' }, /Storeys must be a whole number/],
    [{ height: '-3' }, /The height must be in metres/],
    [{ 'ap-1-from-day': '' }, /must include a day/],
    [{ 'ap-2-principal': 'yes' }, /Enter who is accountable/],
    [
      {
        'ap-2-name': 'Second Ltd',
        'ap-2-principal': 'yes',
        'ap-2-from-day': '1',
        'ap-2-from-month': '1',
        'ap-2-from-year': '2025',
      },
      /one principal accountable person at a time/,
    ],
    [{ 'ap-1-until-day': '1', 'ap-1-until-month': '1', 'ap-1-until-year': '2020' }, /until before/],
  ];
  for (const [fields, words] of wrong) {
    const answer = await visitor.post(page, { ...tower, reference: 'NEW', ...fields });
    assert.equal(answer.status, 422, JSON.stringify(fields));
    assert.match(answer.text, words);
    assert.equal(formFields(answer.html)['address'], tower.address);
  }
  assert.match((await visitor.post(page, tower)).text, /Another building has the reference TERN already/);
});

test('only who keeps the register changes it, nobody sees another landlord’s, and making all rows again changes none', async () => {
  const url = await recorded({ ...tower, reference: 'OURS', name: 'Ours' });
  const officer = await site.as(site.magna.person('complaints-adviser'));
  assert.equal((await officer.get(page)).status, 403);
  assert.equal((await officer.get(`${url}/edit`)).status, 403);
  const other = await site.as(site.magenta.person('head-of-customer-voice'));
  assert.equal((await other.get(url)).status, 404);
  assert.equal((await other.get(`${url}/edit`)).status, 404);
  assert.doesNotMatch((await other.get('/buildings')).text, /Ours/);
  const rows = async () => (await site.database.admin.query('select * from building order by building_id')).rows;
  const before = await rows();
  await rebuildEverything(site.app);
  assert.deepEqual(await rows(), before);
  const events = await site.database.admin.query(`select body from event where type like 'Building%'`);
  assert.doesNotMatch(JSON.stringify(events.rows), /Magna Homes Ltd/, 'who is accountable lies beside the log');
});

test('[MAG-22] beside a complaint stands the building of its home, and what is said there of safety where it is higher-risk', async () => {
  await recorded({ ...tower, reference: 'CARD', name: 'Card Tower' });
  const { reference, caseId } = await site.logged(lead, {
    home: { address: '3 Card Tower, Testington', postcode: 'ZZ5 5CT' },
  });
  const visitor = await site.as(lead);
  const text = async () => (await visitor.get(`/cases/${reference}`)).text;
  assert.doesNotMatch(await text(), /The building/);
  const say = (building: string) =>
    site.database.admin.query(
      'update home set building = $1 from case_index c where c.home_id = home.home_id and c.case_id = $2',
      [building, caseId],
    );
  await say('CARD');
  assert.match(
    await text(),
    /The building Card Tower Higher-risk Higher-risk: 9 storeys.*is a building safety complaint/,
  );
  await say('NEWER');
  assert.match(await text(), /The building NEWER, which is not in the register of buildings yet/);
});

test('the register of buildings is read off an index', async () => {
  await site.database.admin.query(
    `with s as (insert into case_stream (landlord_id, case_id, version, head_hash)
       select $1, gen_random_uuid(), 1, decode(repeat('00', 32), 'hex') from generate_series(1, 3000) returning case_id)
     insert into building (landlord_id, building_id, version, reference, name) select $1, case_id, 1, case_id::text, 'B' from s`,
    [site.magenta.landlordId],
  );
  await site.database.admin.query('analyze building');
  await site.database.admin.query(
    `insert into home (landlord_id, home_id, address) select $1, gen_random_uuid(), n || ' Some Street' from generate_series(1, 3000) n`,
    [site.magna.landlordId],
  );
  await site.database.admin.query('analyze home');
  const plan = await planOf(
    site.database,
    site.magna.landlordId,
    'select name from building where landlord_id = $1 and reference = $2',
    [site.magna.landlordId, 'TERN'],
  );
  assertIndexed(plan, /building_landlord_id_reference_key/);
  const { sql, parameters } = buildingOfHomeStatement(site.magna.landlordId, site.magna.landlordId).compile(
    site.app.database.kysely,
  );
  const home = await planOf(site.database, site.magna.landlordId, sql, parameters);
  assertIndexed(home, /home_pkey/);
});
