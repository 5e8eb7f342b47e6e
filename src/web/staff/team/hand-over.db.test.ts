/** Handing work over: whose, to whom, what goes, what stays and why, and what everybody sees afterwards. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { does, lastOf } from '../../../../test/act-forms.ts';
import { castOf, roadOf } from '../../../../test/case-road.ts';
import { staffSite } from '../../../../test/staff-site.ts';

const site = await staffSite();
const { officer, other, lead, colleague } = castOf(site, 'magenta');

const handOverUrl = (person: { personId: string }, to = ''): string =>
  `/team/${person.personId}/hand-over${to === '' ? '' : `?to=${to}`}`;

test('[MGL-14][R69] one act moves complaints, promises and questions; what cannot go is listed with why and stays', async () => {
  const plain = await roadOf(site, 'magenta');
  await plain.acknowledged();
  await plain.does(officer, keep => [
    {
      type: 'PromiseAction',
      actionId: '0190f0b0-0000-7000-8000-00000000000a',
      stage: 1,
      pointId: null,
      owner: { kind: 'person', personId: officer.personId },
      what: keep('Mend the ceiling.', 'action'),
      dueOn: '2026-11-20',
      dateGivenBy: null,
    },
  ]);
  const theirs = await roadOf(site, 'magenta', { complainedOf: [other.personId] });
  await theirs.assigned();

  const visitor = await site.as(lead);
  const first = await visitor.get(handOverUrl(officer));
  assert.match(first.text, /They hold 3 things/);
  assert.match(first.text, /Spread by what each carries/);
  const url = handOverUrl(officer, other.personId);
  const shown = await visitor.get(url);
  assert.match(shown.text, /1 cannot go as you chose/);
  assert.match(shown.text, /Cannot go: the complaint is about them \(Code 5\.8\)/);

  const silent = await visitor.post(url, { ...(await visitor.form(url)), reason: '' });
  assert.equal(silent.status, 422);
  assert.match(silent.text, /Say why it changes hands/);

  const sent = await does(visitor, url, { ...(await visitor.form(url)), reason: 'Away for some weeks' });
  const done = await visitor.get(sent.location ?? '');
  assert.match(done.text, /2 went, and 1 stayed/);
  assert.match(done.text, /the complaint is about them \(Code 5\.8\)/);
  assert.match(done.html, new RegExp(`/cases/${plain.reference}/hand-over`));

  const given = await lastOf(site, plain.reference, 'HandlerAssigned');
  assert.deepEqual([given?.body['personId'], given?.body['previous']], [other.personId, officer.personId]);
  const promise = await lastOf(site, plain.reference, 'ActionHandedOver');
  assert.equal(promise?.body['to'], other.personId);
  const stayed = await lastOf(site, theirs.reference, 'HandlerAssigned');
  assert.equal(stayed?.body['personId'], officer.personId, 'it stays where it was');
  assert.match((await (await site.as(other)).get('/my-work')).text, /Tell the resident who their contact is now/);
});

test('[MGL-14] pressed twice it is handed over once, and the second press shows the same result', async () => {
  const road = await roadOf(site, 'magenta');
  await road.acknowledged();
  const visitor = await site.as(lead);
  const url = handOverUrl(officer, other.personId);
  const fields = { ...(await visitor.form(url)), reason: 'Too much at once' };
  const [first, second] = [await visitor.send(url, fields), await visitor.send(url, fields)];
  assert.deepEqual([first.status, second.status], [303, 303]);
  assert.equal(first.location, second.location);
});

test('[MGL-48][R69] work is spread by what each carries, and only among those who may have it', async () => {
  const roads = [await roadOf(site, 'magenta'), await roadOf(site, 'magenta')];
  for (const road of roads) await road.assigned();
  const visitor = await site.as(lead);
  const url = handOverUrl(officer, 'spread');
  await does(visitor, url, { ...(await visitor.form(url)), reason: 'Shared out' });
  for (const road of roads) {
    const given = await lastOf(site, road.reference, 'HandlerAssigned');
    assert.notEqual(given?.body['personId'], officer.personId);
  }
});

test('[MGL-14] the brief says safe contact, needs, what is owed, promised and agreed, before what happened', async () => {
  const road = await roadOf(site, 'magenta', { needs: [{ kind: 'large-print', detail: '18 point' }] });
  await road.acknowledged();
  await road.does(
    officer,
    () =>
      ({
        type: 'AgreeContact',
        ...{
          stage: 1,
          on: '2026-11-04',
          method: 'By phone after four',
          every: { value: 1, unit: 'weeks' },
          nextOn: null,
        },
      }) as never,
  );
  const brief = await (await site.as(other)).get(road.href('/hand-over'));
  assert.match(brief.text, /Hand-over brief: Amaka Okonkwo/);
  assert.match(brief.text, /Nothing limits how they may be reached/);
  assert.match(brief.text, /18 point/);
  assert.match(brief.text, /By phone after four/);
  assert.match(brief.text, /Send the stage 1 response/);
});

test('[MAG-57][MAG-11] only who hands work out hands it over; everybody has a page of their own and no other', async () => {
  const visitor = await site.as(colleague);
  assert.equal((await visitor.get(handOverUrl(officer))).status, 403);
  assert.equal((await visitor.get(`/team/${officer.personId}`)).status, 403);
  assert.equal((await visitor.get(`/team/${colleague.personId}`)).status, 200);
  assert.equal((await visitor.get('/team')).location, `/team/${colleague.personId}`);
  const foreign = site.magna.people[0]?.personId ?? '';
  assert.equal((await (await site.as(lead)).get(`/team/${foreign}`)).status, 404);
});
