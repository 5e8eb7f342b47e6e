/** Points that join, leave and are not taken, through their pages. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actUrl, dayFields, definedComplaint, does, happened, lastOf, officersOf } from '../../../../test/act-forms.ts';
import { roadOf } from '../../../../test/case-road.ts';
import { staffSite } from '../../../../test/staff-site.ts';

const site = await staffSite();
const { officer, lead } = officersOf(site.magna);

test('[MAG-37][MGL-23] a related point joins before the answer; unrelated or delaying ones are a new complaint', async () => {
  const { reference } = await definedComplaint(site, site.magna);
  const visitor = await site.as(officer);
  const url = actUrl(reference, 'add-point');
  const filled = { text: 'The door sticks', related: 'yes', delay: 'no' };
  assert.match(
    (await visitor.post(url, { ...filled, related: 'no' })).text,
    /not about the same matter.*Log it as a new complaint/,
  );
  assert.match((await visitor.post(url, { ...filled, delay: 'yes' })).text, /hold up the answer to the rest/);
  await does(visitor, url, filled);
  const point = (await lastOf(site, reference, 'PointAdded'))?.body['point'] as { number: number };
  assert.equal(point.number, 3);
});

test('[MAG-37] before there is a definition, and after the answer, no point can be added', async () => {
  const { reference } = await site.logged(lead);
  assert.match((await (await site.as(officer)).get(actUrl(reference, 'add-point'))).text, /Define the complaint first/);
  const road = await roadOf(site, 'magna');
  await road.acknowledged();
  await road.answered();
  const page = await (await site.as(road.cast.officer)).get(actUrl(road.reference, 'add-point'));
  assert.match(page.text, /nothing can join it any more.*Log it as a new complaint/);
});

test('[R44] at stage 2 a point joins only if the resident wants it there', async () => {
  const road = await roadOf(site, 'magenta');
  await road.acknowledged();
  await road.answered();
  await road.escalated();
  await road.assigned(road.cast.reviewer, 2);
  await road.defined(['The ceiling leaks.'], 2);
  const visitor = await site.as(road.cast.reviewer);
  const url = actUrl(road.reference, 'add-point', '?stage=2');
  const filled = { text: 'The answer was rude', related: 'yes', delay: 'no' };
  assert.match((await visitor.post(url, filled)).text, /Say whether the resident wants it here/);
  assert.match((await visitor.post(url, { ...filled, wanted: 'no' })).text, /only if the resident wants it here/);
  await does(visitor, url, { ...filled, wanted: 'yes' });
});

test('[MAG-37][MGL-31] a point moves to a new complaint of the same resident, linked both ways, counted from its day', async () => {
  const { reference, caseId, pointIds } = await definedComplaint(site, site.magna, undefined, {
    needs: [{ kind: 'hearing', detail: 'No calls' }],
  });
  const visitor = await site.as(officer);
  await does(visitor, actUrl(reference, 'add-point'), {
    ...{ text: 'The rent is wrong', related: 'yes', delay: 'no', ...dayFields('on', '2026-11-03') },
  });
  const added = (await lastOf(site, reference, 'PointAdded'))?.body['point'] as { pointId: string };
  const url = actUrl(reference, 'move-point', `?point=${added.pointId}`);
  const shown = await visitor.form(url);
  assert.deepEqual([shown['words'], shown['raised-day'], shown['point']], ['The rent is wrong', '3', added.pointId]);
  await does(visitor, url, { category: 'charges', 'service-area': 'income' });
  const moved = await lastOf(site, reference, 'PointMoved');
  const { rows } = await site.database.admin.query(
    `select reference, received_on::text as on, category, address, adjustments,
       complainant_id = (select complainant_id from case_index where reference = $2) as same
     from case_index where case_id = $1`,
    [moved?.body['toCaseId'], reference],
  );
  const [fresh] = rows;
  assert.deepEqual(
    [fresh.on, fresh.category, fresh.same, fresh.adjustments],
    ['2026-11-03', 'charges', true, 'Hearing'],
  );
  assert.match(fresh.address, /Larch Court/);
  assert.deepEqual((await lastOf(site, fresh.reference, 'CaseLinked'))?.body, {
    otherCaseId: caseId,
    why: 'split-from',
  });
  assert.deepEqual((await lastOf(site, reference, 'CaseLinked'))?.body, {
    otherCaseId: moved?.body['toCaseId'],
    why: 'split-to',
  });
  assert.equal(pointIds.length, 2);
});

test('[R22] whoever acts for the resident keeps their authority over a point that moves only where somebody confirms it', async () => {
  for (const [answer, expected] of [
    ['ask', undefined],
    ['covers', 'full'],
  ] as const) {
    const { reference, pointIds } = await definedComplaint(site, site.magna);
    const visitor = await site.as(officer);
    await does(visitor, actUrl(reference, 'representative'), {
      ...{ who: 'new', name: 'Mr Ade Bello', phone: '07700 900123', scope: 'full', evidence: 'Signed on 2 November' },
    });
    const url = actUrl(reference, 'move-point', `?point=${pointIds[1]}`);
    const filled = { words: 'The rent', category: 'charges', 'service-area': 'income' };
    const unsaid = await visitor.post(url, filled);
    assert.equal(unsaid.status, 422);
    assert.match(unsaid.text, /Choose whether the authority covers the new complaint/);
    assert.match(unsaid.text, /Does the authority of Mr Ade Bello cover the new complaint too\?/);
    await does(visitor, url, { ...filled, authority: answer });
    const toCaseId = (await lastOf(site, reference, 'PointMoved'))?.body['toCaseId'];
    const { rows } = await site.database.admin.query(
      `select c.representative_id is not null as carried,
         (select body_json ->> 'scope' from event e where e.case_id = c.case_id and e.type = 'RepresentativeRecorded') as scope
       from case_index c where c.case_id = $1`,
      [toCaseId],
    );
    assert.deepEqual([rows[0].carried, rows[0].scope ?? undefined], [true, expected]);
  }
});

test('[MAG-37] a move that is refused leaves no complaint behind', async () => {
  const { reference, pointIds } = await definedComplaint(site, site.magna, ['The only one.']);
  const visitor = await site.as(officer);
  assert.match((await visitor.get(actUrl(reference, 'move-point'))).text, /It is the only point left.*Answer it here/);
  const own = await visitor.form('/complaints/new');
  const count = async () => (await site.database.admin.query('select count(*)::int as n from case_index')).rows[0].n;
  const before = await count();
  const refused = await visitor.send(actUrl(reference, 'move-point'), {
    ...{ ...own, point: pointIds[0] ?? '', words: 'It', category: 'charges', 'service-area': 'income' },
    ...dayFields('raised', '2026-11-02'),
  });
  assert.equal(refused.status, 422, refused.text);
  assert.equal(await count(), before);
});

test('[R21] the last point is not withdrawn by itself', async () => {
  const { reference, pointIds } = await definedComplaint(site, site.magna);
  const visitor = await site.as(officer);
  await does(visitor, actUrl(reference, 'withdraw-point', `?point=${pointIds[0]}`), { evidence: 'Email of today' });
  const page = await visitor.get(actUrl(reference, 'withdraw-point'));
  assert.match(page.text, /only point left.*the complaint itself is withdrawn/);
  const gone = await visitor.get(actUrl(reference, 'withdraw-point', `?point=${pointIds[0]}`));
  assert.match(gone.text, /Point 1 was withdrawn/);
});

test('[R20][MAG-20][MGL-05] a point is excluded on a ground whose own questions are answered, where the Code’s reading allows', async () => {
  for (const landlord of [site.magna, site.magenta]) {
    const { lead: who } = officersOf(landlord);
    const { reference, pointIds } = await definedComplaint(site, landlord);
    const visitor = await site.as(who);
    const url = actUrl(reference, 'exclude-point', `?point=${pointIds[1]}`);
    const ground = landlord.person === site.magna.person ? ['recurring', 'safeguarding'] : ['exceptional'];
    const no = Object.fromEntries(
      [...ground, 'health-and-safety', 'good-reason'].map(id => [`q-over-twelve-months-${id}`, 'no']),
    );
    const day = (id: string, date: string) => dayFields(`q-over-twelve-months-${id}`, date);
    const filled = {
      ...{ ground: 'over-twelve-months', reasons: 'It is too old', 'q-over-twelve-months-discretion': 'Weighed' },
      ...no,
      ...day('happened-on', '2024-05-01'),
      ...day('could-have-known-on', '2024-05-01'),
    };
    const knew = await visitor.post(url, { ...filled, ...day('became-aware-on', '2026-05-01') });
    assert.equal(knew.status, 422);
    assert.match(knew.text, /1 May 2026/);
    const unasked = await visitor.post(url, { ...filled });
    assert.equal(unasked.status, 422);
    assert.match(unasked.text, /Answer the question “When did they in fact find out\?”/);
    const risky = {
      ...filled,
      ...day('became-aware-on', '2024-05-02'),
      'q-over-twelve-months-health-and-safety': 'yes',
    };
    assert.match((await visitor.post(url, risky)).text, /Health and safety matters are/);
    await does(visitor, url, { ...filled, ...day('became-aware-on', '2024-05-02') });
    const event = await lastOf(site, reference, 'PointExcluded');
    const answers = event?.body['answers'] as Record<string, string>;
    assert.deepEqual(
      [event?.body['groundId'], answers['became-aware-on'], answers['good-reason']],
      ['over-twelve-months', '2024-05-02', 'no'],
    );
  }
});

test('[MAG-18] a point is excluded for a claim only where it is pleaded and filed, not for letters before action', async () => {
  const { reference, pointIds } = await definedComplaint(site, site.magna);
  const visitor = await site.as(lead);
  const url = actUrl(reference, 'exclude-point', `?point=${pointIds[1]}`);
  const filled = {
    ...{ ground: 'court-claim', reasons: 'A claim is filed', 'q-court-claim-court-reference': 'AB1' },
    ...dayFields('q-court-claim-filed-on', '2026-10-01'),
    ...{ 'q-court-claim-only-pre-action': 'no', 'q-court-claim-pleaded-points': [pointIds[1] ?? ''] },
  };
  assert.match((await visitor.post(url, { ...filled, 'q-court-claim-only-pre-action': 'yes' })).text, /do not count/);
  const elsewhere = await visitor.post(url, { ...filled, 'q-court-claim-pleaded-points': [pointIds[0] ?? ''] });
  assert.equal(elsewhere.status, 422);
  await does(visitor, url, filled);
});

test('[R20][MAG-16] only whom the policy names decides that a point is not taken', async () => {
  const { reference } = await definedComplaint(site, site.magna);
  const page = await (await site.as(officer)).get(actUrl(reference, 'exclude-point'));
  assert.match(page.text, /You may not decide not to take a point/);
});

test('[MAG-43] without a definition there is no point to withdraw, move or exclude, and the pages say so', async () => {
  const { reference } = await site.logged(lead);
  for (const act of ['withdraw-point', 'move-point', 'exclude-point']) {
    assert.match((await (await site.as(lead)).get(actUrl(reference, act))).text, /no definition yet/);
  }
  assert.equal((await happened(site, reference)).length, 3, 'nothing but the logging and whose details came with it');
});
