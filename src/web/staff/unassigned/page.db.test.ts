import assert from 'node:assert/strict';
import test from 'node:test';
import { actUrl, does, officersOf } from '../../../../test/act-forms.ts';
import { roadOf } from '../../../../test/case-road.ts';
import { staffSite } from '../../../../test/staff-site.ts';

const site = await staffSite();
const { officer, lead } = officersOf(site.magna);

test('an empty queue says so', async () => {
  const page = await (await site.as(lead)).get('/unassigned');
  assert.match(page.text, /Everything has somebody’s name on it/);
});

test('[R69] a complaint is in the queue from the moment it is logged, with its age and until when, and leaves it when assigned', async () => {
  const { reference } = await site.logged(site.magna.person('colleague'));
  const visitor = await site.as(lead);
  const page = await visitor.get('/unassigned');
  assert.match(page.text, new RegExp(`${reference}, stage 1.*since today.*due tomorrow Thursday 5 November 2026`));
  const href = /href="([^"]*do\/assign[^"]*)"/.exec(page.html)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const answer = await does(visitor, href, { person: officer.personId });
  assert.equal(answer.location, '/unassigned?done=assign');
  const after = await visitor.get(answer.location ?? '');
  assert.match(after.text, /Assigned\. It is on their list of work/);
  assert.ok(!after.html.includes(reference));
});

test('[R69] what is late to be assigned says how late', async () => {
  const { reference } = await site.logged(lead);
  site.clock.set('2026-11-09T10:00:00.000Z');
  const page = await (await site.as(lead)).get('/unassigned');
  assert.match(page.text, new RegExp(`${reference}.*3 working days.*2 working days late`));
  site.clock.set('2026-11-04T10:00:00.000Z');
});

test('[R69][MAG-09] a complaint whose handler has a conflict comes back to the queue', async () => {
  const { reference } = await site.logged(lead);
  await does(await site.as(lead), actUrl(reference, 'assign'), { person: officer.personId });
  await does(await site.as(officer), actUrl(reference, 'declare-conflict'), { reason: 'A neighbour' });
  assert.ok((await (await site.as(lead)).get('/unassigned')).html.includes(reference));
});

test('[R69][MGL-26] stage 2 waits in the queue as stage 2', async () => {
  const road = await roadOf(site, 'magenta');
  await road.acknowledged();
  await road.answered();
  await road.escalated();
  const page = await (await site.as(road.cast.lead)).get('/unassigned');
  assert.match(page.text, new RegExp(`${road.reference}, stage 2.*asked for Wednesday 4 November 2026`));
  assert.match(page.html, new RegExp(`${road.reference}/do/assign\\?stage=2&amp;from=unassigned`));
});

test('[MAG-15] safety stands on top of the queue', async () => {
  await site.logged(lead);
  const { reference } = await site.logged(lead, { flags: ['safety'] });
  const page = await (await site.as(lead)).get('/unassigned');
  assert.equal(/\w{4}-\w{4}-\w(?=, stage)/.exec(page.text)?.[0], reference);
});

test('[R69] an officer takes one from the queue', async () => {
  const { reference } = await site.logged(lead);
  const visitor = await site.as(officer);
  assert.match((await visitor.get('/unassigned')).text, new RegExp(`Take it ${reference}`));
});

test('another landlord’s queue is not seen, nor others’ complaints by a colleague', async () => {
  const { reference } = await site.logged(lead);
  for (const person of [officersOf(site.magenta).lead, site.magna.person('colleague')]) {
    assert.ok(!(await (await site.as(person)).get('/unassigned')).html.includes(reference));
  }
});

test('[R69] whoever only reads is offered nothing to take, and a weekend is not said to be today', async () => {
  const { reference } = await site.logged(officersOf(site.magenta).lead, { receivedOn: '2026-11-04' });
  const board = await site.as(site.magenta.person('member-responsible'));
  const page = await board.get('/unassigned');
  assert.ok(page.html.includes(reference));
  assert.doesNotMatch(page.text, /Take it|You can take/);
  site.clock.set('2026-11-06T16:00:00.000Z');
  const later = (await site.logged(officersOf(site.magenta).lead, { receivedOn: '2026-11-06' })).reference;
  site.clock.set('2026-11-08T10:00:00.000Z');
  const sunday = (await (await site.as(officersOf(site.magenta).lead)).get('/unassigned')).text;
  assert.match(sunday, new RegExp(`${later}.*less than a working day received Friday 6 November 2026`));
  site.clock.set('2026-11-04T10:00:00.000Z');
});
