/** Being away, training, the policy read, and who does what: as people record it, and where others meet it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actUrl, dayFields, does } from '../../../../test/act-forms.ts';
import { castOf, roadOf } from '../../../../test/case-road.ts';
import { staffSite } from '../../../../test/staff-site.ts';
import { rebuildEverything } from '../../../application/rebuild.ts';

const site = await staffSite();
const { officer, other, lead, colleague, reviewer } = castOf(site, 'magna');
const own = (person: { personId: string }, page = '') => `/team/${person.personId}${page}`;

const away = (from: string, to: string, cover = '') => ({
  ...dayFields('from', from),
  ...dayFields('to', to),
  kind: 'planned',
  cover,
});

test('[MGL-14] what is due while somebody is away stands with their cover, without moving, until they are back', async () => {
  const road = await roadOf(site, 'magna');
  await road.acknowledged();
  const visitor = await site.as(officer);
  const done = await does(visitor, own(officer, '/absence'), away('2026-11-03', '2026-11-20', other.personId));
  assert.match((await visitor.get(done.location ?? '')).text, /The absence is recorded/);
  assert.match((await visitor.get('/my-work')).text, /You are recorded as away until Friday 20 November 2026/);
  const cover = await site.as(other);
  const covered = await cover.get('/my-work');
  assert.match(covered.text, new RegExp(`For ${officer.name}, away until Friday 20 November 2026`));
  assert.match(covered.text, /Send the stage 1 response/);
  assert.match(covered.html, new RegExp(`${road.reference}/hand-over`));
  const { rows } = await site.database.admin.query(
    `select distinct owner_person from obligation o join case_index c using (landlord_id, case_id)
     where c.reference = $1 and o.kind = 'respond' and o.discharged_on is null`,
    [road.reference],
  );
  assert.deepEqual(rows, [{ owner_person: officer.personId }], 'the duty stays whose it is');

  const back = /href="(\/team\/[^"]*\/back)"/.exec((await visitor.get('/my-work')).html)?.[1] ?? '';
  await does(visitor, back, dayFields('back', '2026-11-04'));
  assert.doesNotMatch((await cover.get('/my-work')).text, /away until/);
});

test('[MGL-14] out of office is said where somebody is assigned or asked, and who is away today on the page of what is unassigned', async () => {
  const road = await roadOf(site, 'magna');
  const visitor = await site.as(lead);
  await does(visitor, own(other, '/absence'), { ...away('2026-11-04', '2026-11-13'), kind: 'unplanned' });
  const assign = await visitor.get(actUrl(road.reference, 'assign'));
  assert.match(assign.text, /Think first: away until Friday 13 November 2026/);
  await road.assigned();
  assert.match(
    (await visitor.get(actUrl(road.reference, 'ask-information'))).text,
    /\(away until Friday 13 November 2026\)/,
  );
  const unassigned = await visitor.get('/unassigned');
  assert.match(
    unassigned.text,
    new RegExp(`Who is not here .*${other.name} , away until Friday 13 November 2026; nobody covers`),
  );
});

test('[MAG-11] absence keeps days and cover, and not a word of why', async () => {
  const { rows } = await site.database.admin.query(
    `select body_json as body from event where type = 'AbsenceRecorded'`,
  );
  assert.ok(rows.length >= 2);
  for (const { body } of rows)
    assert.deepEqual(Object.keys(body).sort(), ['absenceId', 'by', 'coverId', 'from', 'kind', 'to']);
});

test('[MAG-57] absence is for themselves, their manager and who hands work out; others are told so', async () => {
  const visitor = await site.as(colleague);
  assert.equal((await visitor.get(own(officer, '/absence'))).status, 403);
  const clash = await (await site.as(lead)).post(own(other, '/absence'), away('2026-11-10', '2026-11-20'));
  assert.equal(clash.status, 422);
  assert.match(clash.text, /already. Change that absence, or choose other days/);
});

test('[MAG-08] assigning somebody untrained warns, the list says who lacks what, and a certificate ends it', async () => {
  const road = await roadOf(site, 'magna');
  const visitor = await site.as(lead);
  const url = actUrl(road.reference, 'assign');
  assert.match((await visitor.get(url)).text, /no recognised training in settling disputes is recorded \(MAG-08\)/);
  const list = await visitor.get('/team/training');
  assert.match(
    list.text,
    new RegExp(`${officer.name} Training: Recognised training in settling disputes Done: Not recorded`),
  );
  assert.match(
    (await (await site.as(officer)).get('/my-work')).text,
    /Recognised training in settling disputes none is recorded/,
  );
  const silent = await visitor.post(own(officer, '/training'), {
    training: 'dispute-resolution',
    ...dayFields('on', '2026-10-01'),
  });
  assert.match(silent.text, /Say what shows it/);
  await does(visitor, own(officer, '/training'), {
    training: 'dispute-resolution',
    ...dayFields('on', '2023-12-01'),
    evidence: 'Certificate 12',
  });
  assert.match(
    (await visitor.get(own(officer))).text,
    /Done Friday 1 December 2023, counts until Tuesday 1 December 2026/,
  );
  const renew = await (await site.as(officer)).get('/my-work');
  assert.match(renew.text, /Renew: Recognised training in settling disputes/, 'three months before it runs out');
  assert.equal((await (await site.as(officer)).get(own(officer, '/training'))).status, 403, 'nobody records their own');
});

test('[MAG-57] that the Member Responsible also reviews stage 2 is said as a conflict on the policy’s page, with each role’s duty', async () => {
  const policy = await (await site.as(lead)).get('/policy');
  assert.match(
    policy.text,
    /Chief Executive reviews stage 2 and also scrutinises how complaints are handled \( ?MAG-57/,
  );
  assert.match(policy.text, /Duties of each role/);
});

test('[MGL-37] everybody concerned is asked to read the version, confirms it for themselves, and the lead sees who has not', async () => {
  const { lead: leads, officer: reads } = castOf(site, 'magenta');
  const visitor = await site.as(reads);
  assert.match((await visitor.get('/my-work')).text, /Read the complaints policy, version/);
  const untouched = await visitor.post('/policy/confirm', {});
  assert.equal(untouched.status, 422);
  assert.match(untouched.text, /Tick the box once you have read it/);
  await does(visitor, '/policy/confirm', { read: 'yes' });
  const policy = await visitor.get('/policy');
  assert.match(policy.text, /which is assumed: the text leaves the day blank/);
  assert.match(policy.text, /Goes with Compensation Policy/);
  assert.match(policy.text, /You confirmed version .* on Wednesday 4 November 2026/);
  assert.doesNotMatch((await visitor.get('/my-work')).text, /Read the complaints policy, version/);
  const list = await (await site.as(leads)).get('/policy/readers');
  assert.match(list.text, /1 of \d+ have confirmed/);
  assert.match(list.text, new RegExp(`${reads.name} Role: .*? Confirmed: Wednesday 4 November 2026`));
  assert.match(list.text, /two weeks to read it is our reading/);
  assert.equal((await visitor.get('/policy/readers')).status, 403);
});

test('[MGL-43] the scheme of delegation stands on the policy’s page with who holds each part', async () => {
  const { lead: leads } = castOf(site, 'magenta');
  const page = await (await site.as(leads)).get('/policy');
  assert.match(page.text, /Approves the policy Role: Executive Director of Customers & Communities/);
  assert.match(page.text, /Who may decide what .*Hand work out, and over Roles: Head of Customer Voice/);
});

test('[R69] work of somebody who has left stands with who hands it out until it is handed over', async () => {
  const road = await roadOf(site, 'magna');
  await road.assigned(reviewer);
  await site.database.admin.query('update person set left_on = $2 where person_id = $1', [
    reviewer.personId,
    '2026-11-04',
  ]);
  const visitor = await site.as(lead);
  assert.match((await visitor.get('/unassigned')).text, new RegExp(`Has left ${reviewer.name} still holds work`));
  assert.match((await visitor.get('/team')).text, new RegExp(`Have left, and still hold work .*${reviewer.name}`));
  const url = own(reviewer, '/hand-over?to=spread');
  await does(visitor, url, { ...(await visitor.form(url)), reason: 'They have left' });
  assert.doesNotMatch((await visitor.get('/unassigned')).text, /still holds work/);
});

test('[R80] the rows of those who work here are made again from their events', async () => {
  const read = async () =>
    (
      await site.database.admin.query(
        `select 'a' as t, to_jsonb(a) as row from staff_absence a union all select 't', to_jsonb(t) from staff_training t
       union all select 'p', to_jsonb(p) from policy_read p order by 1, 2`,
      )
    ).rows;
  const before = await read();
  assert.ok(before.length >= 3);
  for (const table of ['staff_absence', 'staff_training', 'policy_read'])
    await site.database.admin.query(`delete from ${table}`);
  await rebuildEverything(site.app);
  assert.deepEqual(await read(), before);
});
