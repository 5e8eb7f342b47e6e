/** What somebody needs, on the pages: recorded once for the person, shown and followed wherever somebody reaches them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actUrl, dayFields, does, happened, lastOf, officersOf } from '../../../../test/act-forms.ts';
import { roadOf } from '../../../../test/case-road.ts';
import { mrsOkonkwo, staffSite } from '../../../../test/staff-site.ts';
import type { Fields } from '../../../../test/staff-visitor.ts';
import { rebuildEverything } from '../../../application/rebuild.ts';

const site = await staffSite();
const { officer, lead } = officersOf(site.magna);
const colleague = site.magna.person('colleague');

const need = (more: Fields = {}): Fields => ({
  ...{ kind: 'large-print', todo: '18 point', keep: 'yes', share: 'yes', by: 'themselves' },
  ...dayFields('on', '2026-11-04'),
  ...more,
});

async function complaint(name: string, more: Parameters<typeof roadOf>[2] = {}) {
  const road = await roadOf(site, 'magna', { complainant: { ...mrsOkonkwo, name, knownAs: null }, ...more });
  const { rows } = await site.database.admin.query('select complainant_id from case_index where case_id = $1', [
    road.caseId,
  ]);
  const resident: string = rows[0].complainant_id;
  const page = `/residents/${resident}`;
  const told = async (more: Fields = {}, who = officer) => does(await site.as(who), `${page}/needs/new`, need(more));
  return { road, resident, page, told };
}

async function owed(resident: string) {
  const { rows } = await site.database.admin.query(
    `select o.kind, o.due_on::text as due, o.discharged_on::text as done, o.lapsed_on::text as lapsed from obligation o
     join record_index r on r.landlord_id = o.landlord_id and r.record_id = o.case_id
     where r.person_id = $1 order by o.obligation_id`,
    [resident],
  );
  return rows;
}

test('[MAG-06][MGL-32] recorded once, a need stands at the head of each complaint of theirs, and sets the letter’s size', async () => {
  const { road, resident, told } = await complaint('Nia Needs');
  const second = await site.logged(officer, { complainant: { ...mrsOkonkwo, name: 'Nia Needs', knownAs: resident } });
  await told();
  const visitor = await site.as(officer);
  for (const reference of [road.reference, second.reference])
    assert.match((await visitor.get(`/cases/${reference}`)).text, /Large print: 18 point/);
  const later = await site.logged(officer, { complainant: { ...mrsOkonkwo, name: 'Nia Needs', knownAs: resident } });
  assert.match(
    (await visitor.get(`/cases/${later.reference}/people`)).text,
    /Large print : 18 point|Large print: 18 point/,
  );
  assert.match((await visitor.get('/cases?needs=1')).text, /Nia Needs/);
});

test('[MAG-06] going through it is owed by a date to whoever recorded it, on their list, and owed again', async () => {
  const { resident, page, told } = await complaint('Rhys Review');
  await told();
  assert.deepEqual(await owed(resident), [{ kind: 'review-needs', due: '2027-11-04', done: null, lapsed: null }]);
  assert.match((await (await site.as(officer)).get('/my-work')).text, /Go through what they need.*Rhys Review/s);
  await does(await site.as(officer), `${page}/needs/review`, {
    note: 'On the phone: all stays',
    ...dayFields('on', '2026-11-04'),
  });
  assert.equal((await owed(resident)).length, 2);
  const { html } = await (await site.as(officer)).get('/my-work');
  const link = /href="(\/residents\/by-record\/[^"]+)"/.exec(html)?.[1] ?? '';
  assert.equal((await (await site.as(officer)).get(link)).status, 303);
});

test('[MAG-06][Code 5.10] what lies behind it is shown to whoever deals with their complaint, and the view is stored first', async () => {
  const { road, page, told } = await complaint('Sian Special');
  await road.assigned();
  await told({ kind: 'disability', todo: 'Speak slowly', behind: 'Had a stroke in May' });
  const seen = async (who = officer) => (await site.as(who)).get(`${page}/needs/behind`);
  const others = await (await site.as(site.magna.person('head-of-service'))).get(page);
  assert.match(others.text, /Speak slowly/);
  assert.doesNotMatch(others.text, /stroke|Disability/);
  const views = async () =>
    (await site.database.admin.query("select person_id from access_log where what = 'needs-behind'")).rows.length;
  const before = await views();
  assert.equal((await seen(site.magna.person('head-of-service'))).status, 404);
  assert.equal(await views(), before, 'nothing was shown');
  assert.match((await seen()).text, /Had a stroke in May/);
  assert.equal(await views(), before + 1);
  assert.match((await seen(lead)).text, /Had a stroke in May/);
  for (const part of ['', '/people', '/timeline', '/brief', '/do/record-contact'])
    assert.doesNotMatch((await (await site.as(officer)).get(`/cases/${road.reference}${part}`)).text, /stroke/, part);
  assert.doesNotMatch((await (await site.as(officer)).get('/cases?q=stroke')).text, /Sian Special/);
});

test('[MAG-06] without their agreement what lies behind is not kept, and what was typed is', async () => {
  const { page } = await complaint('Carys Consent');
  const refused = await (await site.as(officer)).post(`${page}/needs/new`, need({ behind: 'Asthma', keep: 'no' }));
  assert.equal(refused.status, 422);
  assert.match(refused.text, /kept only if the person agrees/);
  assert.match(refused.html, /Asthma/);
});

test('[MAG-06] whoever rings outside their hours is asked why, and the answer is kept', async () => {
  const { road, page, told } = await complaint('Harri Hours');
  await road.assigned();
  await told({ kind: 'contact-times', todo: 'Ring after four', from: '16:00', to: '20:00' });
  const visitor = await site.as(officer);
  const url = actUrl(road.reference, 'record-contact');
  const contact = { kind: 'discussion', note: 'Spoke', way: 'call', at: '10:15', ...dayFields('on', '2026-11-04') };
  assert.match((await visitor.get(url)).text, /They need.*Ring after four; 16:00 to 20:00/s);
  const refused = await visitor.post(url, contact);
  assert.equal(refused.status, 422);
  assert.match(refused.text, /This is not how they need it: When to contact/);
  await does(visitor, url, { ...contact, despite: 'The ceiling came down' });
  const contacted = await lastOf(site, road.reference, 'ResidentContacted');
  assert.match(JSON.stringify(contacted?.body['departure']), /"needs":\["contact-times"\]/);
  assert.match(
    (await visitor.get(`/cases/${road.reference}/people`)).text,
    /not done as needed.*The ceiling came down/s,
  );
  assert.equal((await visitor.post(url, { ...contact, at: '25:99' })).status, 422);
  assert.match((await visitor.get(page)).text, /16:00 to 20:00/);
});

test('[MAG-06] a letter is proposed by the way that suits them, and by another one asks why', async () => {
  const { road, told } = await complaint('Peris Post');
  await road.assigned();
  await road.defined();
  await told({ kind: 'contact', todo: 'Letters, please', ways: ['post'] });
  const visitor = await site.as(officer);
  const draft = await visitor.form(`/cases/${road.reference}/letters/new/acknowledgement`);
  assert.equal(draft['how'], 'post');
  const issued = await visitor.send(`/cases/${road.reference}/letters/new/acknowledgement`, { ...draft, do: 'issue' });
  assert.equal(issued.status, 303, issued.text);
  const letter = (await lastOf(site, road.reference, 'LetterIssued'))?.body['letterId'];
  const url = `/cases/${road.reference}/letters/${letter}`;
  const sending = { ...dayFields('on', '2026-11-04'), how: 'email', evidence: '', do: 'sent' };
  const refused = await visitor.post(url, sending);
  assert.equal(refused.status, 422);
  assert.match(refused.text, /How to contact/);
  await does(visitor, url, { ...sending, despite: 'The post is on strike' });
  assert.ok((await lastOf(site, road.reference, 'LetterSent'))?.body['departure']);
});

test('[MAG-06] what complaints recorded before is taken over with the first need, and health is kept apart from then on', async () => {
  const { road, page, told } = await complaint('Olwen Older');
  await road.does(officer, (keep, { loaded }) => ({
    type: 'RecordNeeds',
    personId: loaded.state.complainantId ?? '',
    needs: [
      { kind: 'braille', detail: keep('Grade 2', 'need') },
      { kind: 'health', detail: keep('Epilepsy', 'need') },
    ],
  }));
  const visitor = await site.as(officer);
  assert.doesNotMatch((await visitor.get(`/cases/${road.reference}/people`)).text, /Epilepsy/);
  await told();
  const { text } = await visitor.get(page);
  assert.match(text, /Braille.*Grade 2/s);
  assert.match(text, /From an earlier complaint/);
  assert.doesNotMatch(text, /Epilepsy/);
  assert.match((await (await site.as(lead)).get(`${page}/needs/behind`)).text, /Epilepsy/);
});

test('[MAG-06] changed and ended with a reason, it is told to the complaint again, and stays in the history', async () => {
  const { road, page, told } = await complaint('Elin Ended');
  await told();
  const visitor = await site.as(officer);
  const change = /href="([^"]*\/change)"/.exec((await visitor.get(page)).html)?.[1] ?? '';
  const filled = await visitor.form(change);
  await does(visitor, change, { ...filled, todo: '24 point', reason: 'Asked for it larger' });
  assert.match((await visitor.get(`/cases/${road.reference}`)).text, /24 point/);
  await does(visitor, change.replace('change', 'end'), { reason: 'New glasses', ...dayFields('on', '2026-11-04') });
  assert.doesNotMatch((await visitor.get(`/cases/${road.reference}`)).text, /24 point/);
  assert.match((await visitor.get(page)).text, /Ended Wednesday 4 November 2026: New glasses/);
  assert.equal((await visitor.get(change)).status, 404);
});

test('[MAG-06] two who record at once make one record, and a second press records nothing twice', async () => {
  const { resident, page } = await complaint('Twm Twice');
  const visitor = await site.as(officer);
  const form = await visitor.form(`${page}/needs/new`);
  const press = () => visitor.send(`${page}/needs/new`, { ...form, ...need() });
  const other = (await site.as(lead)).post(`${page}/needs/new`, need({ kind: 'hearing', todo: 'Ring twice' }));
  const answers = await Promise.all([press(), press(), other]);
  assert.deepEqual(
    answers.map(one => one.status),
    [303, 303, 303],
  );
  const { rows } = await site.database.admin.query(
    "select count(*)::int as n from record_index where person_id = $1 and kind = 'needs'",
    [resident],
  );
  assert.equal(rows[0].n, 1);
  assert.match((await visitor.get(page)).text, /Large print.*Hearing|Hearing.*Large print/s);
});

test('[MAG-06][MAG-11] somebody who sees none of their complaints finds no such person; another landlord neither', async () => {
  const { page, told } = await complaint('Mali Mine');
  await told();
  const stranger = site.magna.person('colleague', 1);
  assert.equal((await (await site.as(stranger)).get(page)).status, 404);
  assert.equal((await (await site.as(colleague)).get(page)).status, 200, 'they logged it');
  assert.equal((await (await site.as(officersOf(site.magenta).lead)).get(page)).status, 404);
  assert.equal((await (await site.as(officer)).get('/residents/nobody')).status, 404);
});

test('[MAG-06] what is logged with a complaint is in the person’s own record, and rows are the same when made again', async () => {
  const road = await roadOf(site, 'magna', {
    complainant: { ...mrsOkonkwo, name: 'Lowri Logged', knownAs: null },
    needs: [{ kind: 'hearing', detail: 'Speak up' }],
  });
  const told = (await happened(site, road.reference)).find(event => event.type === 'NeedsRecorded');
  assert.match(JSON.stringify(told?.body['needs']), /needId/);
  const rows = async () =>
    (
      await site.database.admin.query(
        "select to_jsonb(r) as r, (select jsonb_agg(to_jsonb(o) order by o.obligation_id) from obligation o where o.case_id = r.record_id) as o from record_index r where kind = 'needs' order by record_id",
      )
    ).rows;
  const before = await rows();
  assert.ok(before.some(row => row.r.name === 'Lowri Logged'));
  await rebuildEverything(site.app);
  assert.deepEqual(await rows(), before);
});
