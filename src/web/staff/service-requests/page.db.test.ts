import assert from 'node:assert/strict';
import test from 'node:test';
import { actUrl, dayFields, happened, officersOf } from '../../../../test/act-forms.ts';
import { staffSite } from '../../../../test/staff-site.ts';
import { formFields } from '../../../../test/staff-visitor.ts';
import { changeCalendar } from '../../../application/change-calendar.ts';
import { rebuildEverything } from '../../../application/rebuild.ts';

const site = await staffSite();
const { officer, other, lead } = officersOf(site.magna);
const colleague = site.magna.person('colleague');

const asked = (more: Record<string, string> = {}): Record<string, string> => ({
  words: 'The extractor fan in the bathroom has stopped.',
  name: 'Femi Adeyemi',
  phone: '01632 960321',
  email: 'femi@example.org',
  address: '3 Larch Court, Testington',
  postcode: 'ZZ1 4LC',
  channel: 'phone',
  'service-area': 'repairs',
  contractor: '',
  safety: 'no',
  owner: officer.personId,
  ...dayFields('asked', '2026-11-02'),
  ...more,
});

const place = (location: string | null | undefined): string => location?.split('?')[0] ?? '';
const today = dayFields('on', '2026-11-04');

async function recorded(more: Record<string, string> = {}, by = officer): Promise<string> {
  const answer = await (await site.as(by)).post('/service-requests/new', asked(more));
  assert.equal(answer.status, 303, answer.text);
  return place(answer.location);
}

async function complained(request: string, more: Record<string, string> = {}): Promise<string> {
  const visitor = await site.as(officer);
  const filled = await visitor.form(`/complaints/new?service-request=${request.split('/').at(-1)}`);
  const rest = { words: 'Nobody has come and nobody answers.', relationship: 'tenant', channel: 'phone' };
  const sent = { ...filled, ...rest, category: 'property-condition', 'at-risk': 'no', ...more };
  let answer = await visitor.send('/complaints/new', sent);
  if (answer.status === 200) {
    answer = await visitor.send('/complaints/new', formFields(answer.html));
  }
  assert.equal(answer.status, 303, answer.text);
  return /\/cases\/([^?]+)/.exec(answer.location ?? '')?.[1] ?? '';
}

test('[MAG-13] a request is recorded, has an owner, and its review stands in their work and in the list', async () => {
  const location = await recorded();
  const visitor = await site.as(officer);
  const page = await visitor.get(location);
  assert.match(page.text, /Femi Adeyemi.*extractor fan.*Look at how the request is going.*MAG-13/);
  const work = await visitor.get('/my-work');
  assert.match(work.text, /Look at how the request is going.*MAG-13.*Femi Adeyemi/);
  assert.ok(work.html.includes(location), 'the work leads to the request');
  for (const show of ['', '?show=mine', '?area=repairs'])
    assert.match((await visitor.get(`/service-requests${show}`)).text, /Femi Adeyemi/, show);
  assert.doesNotMatch((await visitor.get('/service-requests?show=late')).text, /Femi Adeyemi/);
  assert.doesNotMatch((await visitor.get('/service-requests?area=none-such&show=ended')).text, /Femi Adeyemi/);
});

test('[MAG-13] a review says what was found and what is next, and the next one follows it', async () => {
  const location = await recorded({ name: 'Rita Review' });
  const visitor = await site.as(officer);
  const sent = await visitor.post(`${location}/do/review`, { found: 'The part is ordered', next: 'Fit it', ...today });
  assert.match(sent.location ?? '', /done=review/);
  const page = await visitor.get(location);
  assert.match(page.text, /The part is ordered.*Fit it/);
  assert.match(page.text, /18 November 2026/, 'ten working days on');
  const late = await visitor.post(`${location}/do/review`, {
    ...{ found: 'Nothing', next: 'Wait', ...today },
    ...dayFields('again', '2026-12-24'),
  });
  assert.equal(late.status, 422);
  assert.match(late.text, /after the regular day/);
  assert.match(late.html, /Nothing<\/textarea>/, 'what was typed is kept');
});

test('[R69] without an owner it waits in the team’s queue, and is taken from there', async () => {
  const location = await recorded({ owner: '', name: 'Nora Nobody' });
  const visitor = await site.as(officer);
  assert.match((await visitor.get('/service-requests?show=queue')).text, /Nora Nobody.*Nobody yet/);
  const handed = await visitor.post(`${location}/do/hand-over`, { owner: other.personId, reason: 'Their patch' });
  assert.match(handed.location ?? '', /done=hand-over/);
  assert.doesNotMatch((await visitor.get('/service-requests?show=queue')).text, /Nora Nobody/);
  assert.match((await (await site.as(other)).get('/my-work')).text, /Nora Nobody/);
  const nothing = await visitor.post(`${location}/do/hand-over`, { owner: other.personId, reason: 'Again' });
  assert.equal(nothing.status, 422);
});

test('[MAG-14][MGL-15][R3] in one act it becomes a complaint received that day, and the request goes on beside it', async () => {
  const location = await recorded({ name: 'Cora Complaint' });
  const reference = await complained(location);
  const [received, , linked] = await happened(site, reference);
  assert.equal(received?.occurredOn, '2026-11-04');
  assert.deepEqual([linked?.type, linked?.body['why']], ['ServiceRequestLinked', 'about']);
  const visitor = await site.as(officer);
  const page = await visitor.get(location);
  assert.match(
    page.text,
    new RegExp(`Open.*Look at how the request is going.*${reference}.*about how this was dealt with, open`),
  );
  const case_ = await visitor.get(`/cases/${reference}`);
  assert.match(case_.text, /Service requests.*asked Monday 2 November 2026.*about how it was dealt with; open, with/);
  assert.ok(case_.html.includes(location));
  const { rows } = await site.database.admin.query(
    `select c.complainant_id = r.person_id and c.home_id = r.home_id as same from case_index c
     join service_request_link l on l.case_id = c.case_id join service_request r on r.request_id = l.request_id
     where c.reference = $1`,
    [reference],
  );
  assert.deepEqual(rows, [{ same: true }], 'the same person and home');
});

test('[R3][MAG-14] nobody complained of a request before they made it: then neither is written', async () => {
  const location = await recorded({
    name: 'Edna Early',
    phone: '01632 960444',
    email: 'edna@example.org',
    address: '9 Nowhere Yard',
  });
  const visitor = await site.as(officer);
  const filled = await visitor.form(`/complaints/new?service-request=${location.split('/').at(-1)}`);
  const answer = await visitor.send('/complaints/new', {
    ...{ ...filled, words: 'Not happy', relationship: 'tenant', channel: 'phone', category: 'property-condition' },
    ...{ 'at-risk': 'no', 'first-told': 'earlier', 'told-to': 'staff', ...dayFields('received', '2026-10-30') },
  });
  assert.equal(answer.status, 422, answer.text);
  assert.match(answer.text, /before the day they asked/);
  assert.match((await visitor.get(location)).text, /None has to do with it/);
});

test('[MAG-14] it stops at their own wish alone, and never where it is about health and safety', async () => {
  const location = await recorded({ name: 'Sol Stop' });
  const visitor = await site.as(officer);
  const unasked = await visitor.post(`${location}/do/stop`, { wish: 'They complained', ...today });
  assert.equal(unasked.status, 422);
  assert.match(unasked.text, /otherwise the request goes on/);
  const stopped = await visitor.post(`${location}/do/stop`, { wish: 'Leave it now', 'their-wish': 'yes', ...today });
  assert.match(stopped.location ?? '', /done=stop/);
  assert.match((await visitor.get('/service-requests?show=ended')).text, /Sol Stop.*Stopped/);
  const safety = await recorded({ name: 'Hal Hazard', safety: 'yes' });
  assert.match((await visitor.get(`${safety}/do/stop`)).text, /goes on, whatever becomes of a complaint/);
  const refused = await visitor.post(`${safety}/do/stop`, { wish: 'Stop', 'their-wish': 'yes', ...today });
  assert.equal(refused.status, 422);
  assert.match(refused.text, /goes on, whatever becomes of a complaint/);
  assert.match((await visitor.get('/my-work')).text, /Hal Hazard/);
});

test('[MAG-13] it is completed with what shows it, and can be taken up again', async () => {
  const location = await recorded({ name: 'Dora Done' });
  const visitor = await site.as(officer);
  assert.equal((await visitor.post(`${location}/do/complete`, { evidence: '', ...today })).status, 422);
  await visitor.post(`${location}/do/complete`, { evidence: 'Job 4711, photograph', ...today });
  assert.match((await visitor.get(location)).text, /Nothing is owed on it: it was completed/);
  assert.match((await visitor.get(`${location}/do/review`)).text, /The request was completed/);
  await visitor.post(`${location}/do/take-up-again`, { reason: 'It stopped again', ...today });
  assert.match((await visitor.get('/service-requests')).text, /Dora Done/);
});

test('[MAG-50] a claim about repairs: the complaint is offered first, recorded, and nothing waits for the answer', async () => {
  const location = await recorded({ name: 'Clem Claim' });
  const visitor = await site.as(officer);
  const before = (await visitor.get(location)).text;
  const offered = await visitor.post(`${location}/do/claim`, {
    ...{ claim: 'disrepair', answer: 'claims-only', words: 'My solicitor has it', ...today },
  });
  assert.match(offered.location ?? '', /done=claim/);
  const page = await visitor.get(location);
  assert.match(page.text, /A claim of disrepair: a complaint was offered first, they only want to claim/);
  assert.match(before, /16 November 2026/);
  assert.match(page.text, /16 November 2026/, 'its review is due as before');
});

test('[MAG-21] an older request is linked as background, from either side, once', async () => {
  const location = await recorded({ name: 'Bea Background', 'housing-system': 'Rents', 'housing-reference': 'JOB-77' });
  const { reference } = await site.logged(lead);
  const visitor = await site.as(officer);
  const url = actUrl(reference, 'link-request');
  const none = await visitor.post(url, { 'housing-reference': 'JOB-78', why: 'background' });
  assert.equal(none.status, 422);
  assert.equal((await visitor.post(url, { 'housing-reference': 'JOB-77', why: 'background' })).status, 303);
  assert.match((await visitor.get(`/cases/${reference}`)).text, /background; open/);
  const twice = await visitor.post(`${location}/do/link`, { reference, why: 'background' });
  assert.equal(twice.status, 422);
  assert.match(twice.text, /linked already|already/);
  const second = await site.logged(lead);
  assert.equal((await visitor.post(`${location}/do/link`, { reference: second.reference, why: 'about' })).status, 303);
  assert.match((await visitor.get(`/cases/${second.reference}`)).text, /about how it was dealt with/);
});

test('[MAG-13] colleagues see what they recorded or own, the complaints team all of it, another landlord nothing', async () => {
  const location = await recorded({ name: 'Olu Own', owner: '' }, colleague);
  for (const person of [colleague, lead, other])
    assert.equal((await (await site.as(person)).get(location)).status, 200);
  const strangers = [site.magna.person('colleague', 1), officersOf(site.magenta).lead];
  for (const person of strangers) {
    const visitor = await site.as(person);
    for (const url of [location, `${location}/do/review`]) assert.equal((await visitor.get(url)).status, 404);
    assert.doesNotMatch((await visitor.get('/service-requests')).text, /Olu Own/);
  }
});

test('a second press records it once; what is missing is asked for with everything kept', async () => {
  const visitor = await site.as(officer);
  const form = { ...(await visitor.form('/service-requests/new')), ...asked({ name: 'Tia Twice' }) };
  const [first, second] = [
    await visitor.send('/service-requests/new', form),
    await visitor.send('/service-requests/new', form),
  ];
  assert.equal(first.location, second.location);
  const missing = await visitor.post(
    '/service-requests/new',
    asked({ 'housing-reference': 'J1', name: 'Moll Missing' }),
  );
  assert.equal(missing.status, 422);
  assert.match(missing.text, /which system that reference is from/);
  assert.match(missing.html, /value="Moll Missing"/);
});

test('[R80] what somebody else recorded since the form was shown is told, and not written over', async () => {
  const location = await recorded({ name: 'Sal Stale' });
  const visitor = await site.as(officer);
  const form = await visitor.form(`${location}/do/review`);
  await (await site.as(lead)).post(`${location}/do/complete`, { evidence: 'Done', ...today });
  const stale = await visitor.send(`${location}/do/review`, { ...form, found: 'Typed here', next: 'Go', ...today });
  assert.equal(stale.status, 409);
  assert.match(stale.text, /Somebody else recorded something here/);
  assert.match(stale.html, /Typed here/);
});

test('[R80] the rows of requests are what their events make of them, on rebuilding too', async () => {
  const rows = async () => {
    const sql = [
      'select row_to_json(r)::text as row from service_request r order by request_id',
      'select row_to_json(l)::text as row from service_request_link l order by request_id, case_id',
      'select row_to_json(o)::text as row from obligation o join service_request r on r.request_id = o.case_id order by 1',
    ];
    const read = await Promise.all(sql.map(one => site.database.admin.query(one)));
    return read.flatMap(one => one.rows.map(row => row.row));
  };
  const written = await rows();
  assert.ok(written.length > 20);
  await site.database.admin.query("update service_request set name = 'Somebody else', next_due_on = null");
  await site.database.admin.query('delete from service_request_link');
  await rebuildEverything(site.app);
  assert.deepEqual(await rows(), written);
});

test('[R11][MAG-13] a new holiday moves the day of the next review, as rebuilding does', async () => {
  const location = await recorded({ name: 'Hana Holiday', ...dayFields('asked', '2026-11-04') });
  const due = async () => {
    const { rows } = await site.database.admin.query(
      'select next_due_on::text as due from service_request where request_id = $1',
      [location.split('/').at(-1)],
    );
    return rows[0]?.due;
  };
  assert.equal(await due(), '2026-11-18');
  const change = { kind: 'add', date: '2026-11-11', title: 'Day of mourning' } as const;
  const ask = { change, reason: 'Proclaimed', revisionSeen: 0, commandId: crypto.randomUUID() };
  assert.equal((await changeCalendar(site.app, lead, ask)).kind, 'done');
  assert.equal(await due(), '2026-11-19');
});
