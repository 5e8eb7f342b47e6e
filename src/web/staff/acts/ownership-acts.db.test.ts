/** Whose complaint it is: assigning, routing, conflicts and safety, through their pages. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actUrl, definedComplaint, does, lastOf, officersOf, textOfRef } from '../../../../test/act-forms.ts';
import { roadOf } from '../../../../test/case-road.ts';
import { type StaffSite, staffSite } from '../../../../test/staff-site.ts';

const site = await staffSite();
const { officer, other, lead, second } = officersOf(site.magna);
const head = site.magna.person('head-of-service');

const as = (person: Parameters<StaffSite['as']>[0]) => site.as(person);

test('[R69][MGL-14] the lead puts a name on a complaint, and from then on it is that person’s work', async () => {
  const { reference } = await site.logged(lead);
  await does(await as(lead), actUrl(reference, 'assign'), { person: officer.personId });
  assert.match((await (await as(officer)).get('/my-work')).text, /Send the stage 1 acknowledgement/);
  const event = await lastOf(site, reference, 'HandlerAssigned');
  assert.deepEqual([event?.body['personId'], event?.body['previous']], [officer.personId, null]);
});

test('[R69] an officer takes a complaint from the queue, and cannot give it to somebody else', async () => {
  const { reference } = await site.logged(lead);
  const visitor = await as(officer);
  const page = await visitor.get(actUrl(reference, 'assign'));
  assert.ok(page.text.includes(officer.name));
  assert.ok(!page.html.includes(`value="${other.personId}"`));
  const refused = await visitor.post(actUrl(reference, 'assign'), { person: other.personId });
  assert.equal(refused.status, 422);
  assert.match(refused.text, /You may not assign a complaint/);
  await does(visitor, actUrl(reference, 'assign'), { person: officer.personId });
});

test('whoever may not assign is told before the work', async () => {
  const colleague = site.magna.person('colleague');
  const { reference } = await site.logged(colleague);
  const visitor = await as(colleague);
  const page = await visitor.get(actUrl(reference, 'assign'));
  assert.match(page.text, /This cannot be done now You may not assign a complaint/);
  assert.ok(!page.html.includes('class="rd-form"'));
});

test('[MGL-14] a complaint that changes hands says why', async () => {
  const { reference } = await definedComplaint(site, site.magna);
  const url = actUrl(reference, 'assign');
  const silent = await (await as(lead)).post(url, { person: other.personId });
  assert.equal(silent.status, 422);
  assert.match(silent.text, /Say why it changes hands/);
  await does(await as(lead), url, { person: other.personId, reason: 'On leave until May' });
  const event = await lastOf(site, reference, 'HandlerAssigned');
  assert.equal(await textOfRef(site, event?.body['reason']), 'On leave until May');
});

test('[R69] somebody whose role does not investigate is refused with the reason', async () => {
  const { reference } = await site.logged(lead);
  const refused = await (await as(lead)).post(actUrl(reference, 'assign'), {
    person: site.magna.person('colleague').personId,
  });
  assert.equal(refused.status, 422);
  assert.match(refused.text, /their role does not investigate stage 1/);
});

test('[R30][MGL-26] stage 2 shows who is not offered and why, from the complaint’s own history', async () => {
  const road = await roadOf(site, 'magenta');
  await road.acknowledged();
  await road.answered();
  await road.escalated();
  const visitor = await as(road.cast.lead);
  const url = actUrl(road.reference, 'assign', '?stage=2');
  const page = await visitor.get(url);
  assert.match(page.text, /Who is not offered, and why/);
  assert.match(page.text, new RegExp(`${road.cast.officer.name} : they handled stage 1 \\(MGL-26\\)`));
  assert.match(
    page.text,
    new RegExp(`${road.cast.lead.name}[^:]* : they step in only where Complaint Resolution Officer cannot`),
  );
  assert.ok(!page.html.includes(`value="${road.cast.officer.personId}"`));
  const refused = await visitor.post(url, { person: road.cast.officer.personId });
  assert.equal(refused.status, 422);
  assert.match(refused.text, /cannot take this stage: they handled stage 1/);
  await does(visitor, url, { person: road.cast.other.personId });
});

test('[R30] a conflict of the only reviewer brings in whom the policy names next, and nobody is passed over silently', async () => {
  const road = await roadOf(site, 'magenta');
  await road.acknowledged();
  await road.answered();
  await road.escalated();
  const visitor = await as(road.cast.lead);
  await does(visitor, actUrl(road.reference, 'declare-conflict'), {
    person: road.cast.other.personId,
    reason: 'A cousin',
  });
  const page = await visitor.get(actUrl(road.reference, 'assign', '?stage=2'));
  assert.match(page.text, new RegExp(`${road.cast.other.name} : a conflict of interest is recorded for them`));
  await does(visitor, actUrl(road.reference, 'assign', '?stage=2'), { person: road.cast.approver.personId });
});

test('[R30] stage 2 cannot be assigned before anybody asked for it', async () => {
  const { reference } = await site.logged(lead);
  const page = await (await as(lead)).get(actUrl(reference, 'assign', '?stage=2'));
  assert.match(page.text, /This cannot be done now/);
  assert.match(page.text, /nobody has asked for it/);
});

test('[MAG-31][R25] a serious matter is proposed to somebody senior, and the lead decides with reasons', async () => {
  const { reference } = await site.logged(lead, { flags: ['minor'] });
  const visitor = await as(lead);
  const url = actUrl(reference, 'routing');
  assert.match((await visitor.get(url)).text, /The policy proposes Head of service.*MAG-31.*You decide, with reasons/);
  const silent = await visitor.post(url, { rule: 'serious', followed: 'yes', person: head.personId, reason: '' });
  assert.match(silent.text, /Give the reasons/);
  await does(visitor, url, { rule: 'serious', followed: 'yes', person: head.personId, reason: 'A child is affected' });
  assert.equal((await lastOf(site, reference, 'RoutingDecided'))?.body['to'], head.personId);
  assert.equal((await lastOf(site, reference, 'HandlerAssigned'))?.body['personId'], head.personId);
});

test('[MAG-30][MAG-32] a complaint about the complaints team leaves no choice', async () => {
  const { reference } = await site.logged(lead, { complainedOf: [officer.personId] });
  const visitor = await as(second);
  const url = actUrl(reference, 'routing');
  assert.match((await visitor.get(url)).text, /about somebody in the complaints team.*leaves no choice here/i);
  const refused = await visitor.post(url, { rule: 'about-complaints-team', followed: 'no', reason: 'We keep it' });
  assert.equal(refused.status, 422);
  assert.match(refused.text, /leaves no choice here/);
  const wrong = await visitor.post(url, {
    ...{ rule: 'about-complaints-team', followed: 'yes', person: other.personId, reason: 'Somebody near' },
  });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /routes this complaint to/);
});

test('[R25] where the policy routes nothing, the page says so before the work', async () => {
  const magentaLead = officersOf(site.magenta).lead;
  const { reference } = await site.logged(magentaLead, { flags: ['minor'] });
  const page = await (await as(magentaLead)).get(actUrl(reference, 'routing'));
  assert.match(page.text, /sends complaints like this one to nobody in particular/);
});

test('[R25] who may not assign may not decide the routing', async () => {
  const { reference } = await site.logged(lead, { flags: ['minor'] });
  const page = await (await as(officer)).get(actUrl(reference, 'routing'));
  assert.match(page.text, /You may not decide who takes a complaint/);
});

test('[MAG-09] a conflict declared gives the complaint back to the queue, and bars the person', async () => {
  const { reference } = await definedComplaint(site, site.magna);
  const visitor = await as(officer);
  await does(visitor, actUrl(reference, 'declare-conflict'), { person: officer.personId, reason: 'My neighbour' });
  assert.equal((await visitor.get(`/cases/${reference}`)).status, 404, 'closed to whoever is too near');
  assert.match(
    (await (await as(lead)).get(`/cases/${reference}/people`)).text,
    new RegExp(`${officer.name}, declared`),
  );
  const page = await (await as(lead)).get(actUrl(reference, 'assign'));
  assert.match(page.text, new RegExp(`${officer.name}\\s*: a conflict of interest is recorded for them`));
  const refused = await (await as(lead)).post(actUrl(reference, 'assign'), { person: officer.personId });
  assert.equal(refused.status, 422);
});

test('[MAG-09] only the lead records a conflict for somebody else', async () => {
  const { reference } = await site.logged(lead);
  const url = actUrl(reference, 'declare-conflict');
  const refused = await (await as(officer)).post(url, { person: other.personId, reason: 'I heard so' });
  assert.equal(refused.status, 422);
  assert.match(refused.text, /record a conflict for somebody else/);
  await does(await as(lead), url, { person: other.personId, reason: 'Told me so' });
});

test('[MAG-15] anybody puts a complaint first for safety; taking it off the top is for the lead', async () => {
  const { reference } = await definedComplaint(site, site.magna);
  await does(await as(officer), actUrl(reference, 'priority'), { reason: 'Bare wires' });
  assert.match((await (await as(officer)).get(`/cases/${reference}`)).text, /Safety first/);
  assert.match((await (await as(officer)).get(actUrl(reference, 'priority'))).text, /has priority already/);
  assert.match(
    (await (await as(officer)).get(actUrl(reference, 'clear-priority'))).text,
    /You may not take the priority off/,
  );
  await does(await as(lead), actUrl(reference, 'clear-priority'), { reason: 'Made safe' });
  assert.doesNotMatch((await (await as(officer)).get(`/cases/${reference}`)).text, /Safety first/);
});
