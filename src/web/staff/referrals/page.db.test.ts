import assert from 'node:assert/strict';
import test from 'node:test';
import { actUrl, dayFields, does, happened, officersOf } from '../../../../test/act-forms.ts';
import { planOf } from '../../../../test/plans.ts';
import { staffSite } from '../../../../test/staff-site.ts';
import { dutyReferralsStatement } from '../../../application/queries/referrals.ts';
import { rebuildEverything } from '../../../application/rebuild.ts';

const site = await staffSite();
const { officer, other, lead } = officersOf(site.magna);
const duty = site.magna.person('head-of-customer-contact');
const deputy = site.magna.person('director-of-customer-operations');
const board = site.magna.person('strategic-board');

const said = 'She said she sees no way to go on zanzibar';
const fields = (more: Record<string, string> = {}): Record<string, string> => ({
  ...{ sign: 'self-harm', words: said, duty: duty.personId, time: '09:30' },
  ...dayFields('on', '2026-11-04'),
  ...more,
});

async function made(): Promise<{ reference: string; href: string }> {
  const { reference } = await site.logged(officer, { receivedOn: '2026-11-02' });
  const answer = await does(await site.as(officer), `/cases/${reference}/referrals/new`, fields());
  assert.match(answer.location ?? '', /\/cases\/[A-Z0-9-]+\?done=referral/);
  const page = await (await site.as(duty)).get('/my-work');
  const href = new RegExp(`/cases/${reference}/referrals/[0-9a-f-]{36}`).exec(page.html)?.[0] ?? '';
  assert.ok(href);
  return { reference, href };
}

test('[R61] it stands in the work of whoever is on duty, by the hour and without a name, until an outcome closes it', async () => {
  const { reference, href } = await made();
  const visitor = await site.as(duty);
  const work = (await visitor.get('/my-work')).text;
  const table = /Restricted referrals, for whoever is on duty.*?Case (.*?)(Late|late|$)/s.exec(work)?.[0] ?? '';
  assert.match(work, /13:30 on Wednesday 4 November 2026/);
  assert.doesNotMatch(table, /Okonkwo|zanzibar|harm/);
  assert.match(
    (await visitor.get(href)).text,
    /Somebody who may harm themselves.*zanzibar.*Tell somebody who can help.*within 4 hours/,
  );
  const passed = {
    to: 'adult-social-care',
    words: 'Spoke to the duty desk',
    time: '09:45',
    ...dayFields('on', '2026-11-04'),
  };
  await does(visitor, `${href}/pass-on`, passed);
  const told = (await visitor.get(href)).text;
  assert.match(told, /adult social care, at 09:45 on Wednesday 4 November 2026.*Spoke to the duty desk/);
  assert.doesNotMatch(told, /Tell somebody who can help/);
  assert.match(told, /Record what came of it Record who was told Give it/, 'what is owed now comes first');
  assert.match((await visitor.get(href)).html, new RegExp(`href="/cases/${reference}">Complaint ${reference}`));
  await does(visitor, `${href}/hand-over`, { duty: deputy.personId, words: 'On leave from today' });
  assert.match((await (await site.as(deputy)).get('/my-work')).html, new RegExp(href));
  const closed = { outcome: 'taken-on', words: 'They visit today', time: '09:50', ...dayFields('on', '2026-11-04') };
  await does(await site.as(deputy), `${href}/close`, closed);
  assert.doesNotMatch((await visitor.get('/my-work')).html, new RegExp(href));
  assert.match((await visitor.get(href)).text, /Somebody who can help has taken it on.*They visit today/);
  assert.match((await visitor.get(`/cases/${reference}`)).html, new RegExp(href));
});

test('[R61] its words stand on its own page alone, and the case’s own record knows nothing of it', async () => {
  const { reference, href } = await made();
  const before = await happened(site, reference);
  assert.ok(before.every(event => !event.type.startsWith('Referral')));
  const found = await site.database.admin.query(
    `select count(*)::int as n from search_text where words::text ilike '%zanzibar%' or look ilike '%zanzibar%'`,
  );
  assert.equal(found.rows[0]?.n, 0);
  const kept = await site.database.admin.query(
    `select (select count(*) from command_receipt where payload::text like '%zanzibar%')::int as receipts,
       (select count(*) from event where body like '%zanzibar%')::int as events,
       (select count(*) from draft where fields::text like '%zanzibar%')::int as drafts,
       (select count(*) from obligation where kind like '%referral%')::int as owed`,
  );
  assert.deepEqual(kept.rows[0], { receipts: 0, events: 0, drafts: 0, owed: 0 });
  for (const who of [duty, officer, lead, board]) {
    const visitor = await site.as(who);
    const pages = [
      '',
      '/timeline',
      '/people',
      '/letters',
      '/brief',
      '?as-it-stood-on=2026-11-04',
      '/letters/new/acknowledgement',
    ];
    for (const page of pages) {
      const { text } = await visitor.get(`/cases/${reference}${page}`);
      assert.doesNotMatch(text, /zanzibar|harm themselves/, `${who.name} ${page}`);
    }
    assert.doesNotMatch((await visitor.get('/cases?q=zanzibar')).text, new RegExp(reference));
  }
  const past = await (await site.as(duty)).get(`/cases/${reference}?as-it-stood-on=2026-11-04`);
  assert.doesNotMatch(past.html, new RegExp(href));
  assert.doesNotMatch(past.text, /Restricted referrals/);
});

test('[R61] who deals with the case is told that there is one; who only reads it is told nothing, nor let in', async () => {
  const { reference, href } = await made();
  const knows = async (who: typeof officer) => {
    const visitor = await site.as(who);
    const pages = await Promise.all(['', '/timeline'].map(page => visitor.get(`/cases/${reference}${page}`)));
    return pages.map(page => /Restricted referral(s| made)/.test(page.text));
  };
  assert.deepEqual(await knows(lead), [true, true]);
  assert.deepEqual(await knows(officer), [true, true]);
  assert.deepEqual(await knows(other), [false, false]);
  assert.equal((await (await site.as(officer)).get(href)).status, 200);
  for (const who of [lead, other, board, officersOf(site.magenta).lead]) {
    const visitor = await site.as(who);
    for (const page of [href, `${href}/close`]) assert.equal((await visitor.get(page)).status, 404, who.name);
  }
});

test('[R61] whom the complaint is about finds neither it nor a trace, though on duty, and cannot be named', async () => {
  const { reference } = await site.logged(officer, { receivedOn: '2026-11-02' });
  const visitor = await site.as(officer);
  await does(await site.as(duty), actUrl(reference, 'declare-conflict'), {
    person: duty.personId,
    reason: 'Her neighbour',
  });
  const url = `/cases/${reference}/referrals/new`;
  const form = await visitor.form(url);
  const refused = await visitor.send(url, { ...form, ...fields() });
  assert.equal(refused.status, 422);
  assert.match(refused.html, /zanzibar/, 'what was typed is kept');
  await does(visitor, url, fields({ duty: deputy.personId }));
  const near = await site.as(duty);
  assert.doesNotMatch((await near.get('/my-work')).html, new RegExp(`${reference}/referrals`));
  assert.doesNotMatch((await near.get(`/cases/${reference}`)).text, /Restricted referrals/);
  assert.match((await (await site.as(deputy)).get('/my-work')).html, new RegExp(`${reference}/referrals`));
});

test('[R61][R81] each time it is opened is stored before it is shown, and not where somebody was turned away', async () => {
  const { href } = await made();
  const views = async () => {
    const { rows } = await site.database.admin.query(
      `select person_id from access_log where what = 'referral:' || $1 order by version`,
      [href.split('/').at(-1)],
    );
    return rows.map(row => row.person_id);
  };
  assert.deepEqual(await views(), []);
  await (await site.as(duty)).get(href);
  assert.deepEqual(await views(), [duty.personId]);
  await (await site.as(board)).get(href);
  assert.deepEqual(await views(), [duty.personId]);
});

test('[R61] a second press makes one; a referral makes nobody’s form stale', async () => {
  const { reference } = await site.logged(officer, { receivedOn: '2026-11-02' });
  const visitor = await site.as(officer);
  const note = await visitor.form(actUrl(reference, 'define'));
  const url = `/cases/${reference}/referrals/new`;
  const form = { ...(await visitor.form(url)), ...fields() };
  await visitor.send(url, form);
  await visitor.send(url, form);
  const { rows } = await site.database.admin.query(
    'select count(*)::int as n from referral r join case_index c using (landlord_id, case_id) where reference = $1',
    [reference],
  );
  assert.equal(rows[0]?.n, 1);
  const version = (await visitor.form(actUrl(reference, 'define')))['_version'];
  assert.equal(version, note['_version']);
});

test('[R61][R80] what somebody else did to a referral since the form was shown is told, and not written over', async () => {
  const { href } = await made();
  const visitor = await site.as(duty);
  const closing = { outcome: 'taken-on', words: 'They visit today', time: '09:50', ...dayFields('on', '2026-11-04') };
  const open = await visitor.form(`${href}/close`);
  const telling = await visitor.form(`${href}/pass-on`);
  await does(visitor, `${href}/hand-over`, { duty: deputy.personId, words: 'On leave from today' });
  const stale = await visitor.send(`${href}/close`, { ...open, ...closing });
  assert.equal(stale.status, 409);
  assert.match(stale.text, /somebody else changed the referral.*They visit today/);
  const told = { to: 'police', words: 'Rang them', time: '09:45', ...dayFields('on', '2026-11-04') };
  const entry = await visitor.send(`${href}/pass-on`, { ...telling, ...told });
  assert.equal(entry.status, 303, 'who was told what is an entry of its own');
  await does(visitor, `${href}/close`, closing);
});

test('[R61][R80] the rows are what the events make of them, on rebuilding too', async () => {
  const rows = async () =>
    (await site.database.admin.query('select row_to_json(r)::text as row from referral r order by referral_id')).rows;
  const written = await rows();
  assert.ok(written.length > 3);
  await site.database.admin.query('update referral set closed_at = now(), pass_on_by = now()');
  await rebuildEverything(site.app);
  assert.deepEqual(await rows(), written);
});

test('[R61] what somebody is on duty for is found by the index of what is open', async () => {
  await site.database.admin.query(
    `with one as (select * from referral limit 1),
       streams as (insert into case_stream (landlord_id, case_id, version, head_hash)
         select landlord_id, gen_random_uuid(), 1, decode(repeat('00', 32), 'hex') from one, generate_series(1, 3000) returning *)
     insert into referral select s.landlord_id, s.case_id, o.case_id, 1, o.made_at, o.made_by, o.duty_person, o.pass_on_by, o.made_at, o.close_by, o.made_at
     from streams s, one o`,
  );
  await site.database.admin.query('analyze referral');
  const { sql, parameters } = dutyReferralsStatement(site.magna.landlordId, duty.personId, true).compile(
    site.app.database.kysely,
  );
  const plan = (await planOf(site.database, site.magna.landlordId, sql, parameters)).join('\n');
  assert.doesNotMatch(plan, /Seq Scan on (referral|event)/, plan);
  assert.match(plan, /referral_open/, plan);
});
