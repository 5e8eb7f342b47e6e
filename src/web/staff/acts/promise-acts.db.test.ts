import assert from 'node:assert/strict';
import test from 'node:test';
import { roadOf } from '../../../../test/case-road.ts';
import { staffSite } from '../../../../test/staff-site.ts';
import { dateValues } from '../../forms/date-field.ts';

const site = await staffSite();

async function decided(landlord: 'magna' | 'magenta' = 'magna') {
  site.clock.set('2026-11-04T10:00:00.000Z');
  const road = await roadOf(site, landlord);
  await road.acknowledged();
  return { road, officer: await site.as(road.cast.officer) };
}

test('[MAG-43][MGL-22] a remedy, a promise and what we change stand in the response in the words typed', async () => {
  for (const landlord of ['magna', 'magenta'] as const) {
    const { road, officer } = await decided(landlord);
    await officer.post(road.href('/do/offer-remedy'), {
      kind: 'money',
      sum: '£1,250',
      what: 'For the days without a kitchen.',
    });
    await officer.post(road.href('/do/record-learning'), { what: 'Each report gets a date.' });
    const promised = await officer.post(road.href('/do/promise-action'), {
      what: 'Mend the roof.',
      owner: 'contractor',
      contractor: 'Brightwater Roofing',
      ...dateValues('due', '2026-11-20'),
    });
    assert.equal(promised.status, 303);
    const letter = await officer.get(road.href('/letters/new/response'));
    for (const words of [
      '£1,250.00',
      'without a kitchen',
      'Each report gets a date',
      'Mend the roof',
      'Brightwater Roofing',
      'Friday 20 November 2026',
    ])
      assert.match(letter.text, new RegExp(words));
  }
});

test('a remedy of money needs its sum, and a sum that is none is said so with the words kept', async () => {
  const { road, officer } = await decided();
  for (const sum of ['', '0', 'fifty', '12.5', '-3']) {
    const page = await officer.post(road.href('/do/offer-remedy'), { kind: 'money', sum, what: 'For the trouble.' });
    assert.equal(page.status, 422, sum);
    assert.match(page.text, /Enter the sum in pounds/);
    assert.match(page.html, /For the trouble\./);
  }
});

test('[R53] a promise has an owner and a day, or a day by which its day is told', async () => {
  const { road, officer } = await decided();
  const url = road.href('/do/promise-action');
  const without = await officer.post(url, { what: 'Mend the roof.', owner: 'team' });
  assert.equal(without.status, 422);
  assert.match(without.text, /Name who will do it/);
  assert.match(without.text, /Enter the day it will be done/);
  const later = await officer.post(url, {
    what: 'Mend the roof.',
    owner: 'team',
    team: 'Roofs',
    when: 'later',
    ...dateValues('given-by', '2026-11-10'),
  });
  assert.equal(later.status, 303);
  assert.match((await officer.get(road.href())).text, /Give the resident the date of a promise/);
});

test('[MAG-35][MGL-16] a promise outlives the answer: it is moved with a reason, done with what shows it, and the days before stay', async () => {
  for (const landlord of ['magna', 'magenta'] as const) {
    const { road, officer } = await decided(landlord);
    await officer.post(road.href('/do/promise-action'), {
      what: 'Mend the roof.',
      owner: 'person',
      person: road.cast.officer.personId,
      ...dateValues('due', '2026-11-20'),
    });
    await road.answered();
    assert.match((await officer.get(road.href())).html, /rd-obligation__about[^/]*Mend the roof\./, 'which promise');
    const moved = await officer.post(road.href('/do/move-action'), {
      ...dateValues('due', '2026-11-27'),
      reason: 'The scaffold is late.',
    });
    assert.equal(moved.status, 303);
    assert.match((await officer.get(road.href())).text, /First promised for Friday 20 November 2026/);
    const without = await officer.post(road.href('/do/complete-action'), { ...dateValues('told', '2026-11-04') });
    assert.equal(without.status, 422);
    assert.match(without.text, /Say what shows that it is done/);
    site.clock.set('2026-11-26T10:00:00.000Z');
    const done = await officer.post(road.href('/do/complete-action'), {
      evidence: 'Job 4711, looked at by the surveyor.',
      ...dateValues('told', '2026-11-26'),
    });
    assert.equal(done.status, 303);
    assert.match((await officer.get(road.href())).text, /Done Thursday 26 November 2026/);
    site.clock.set('2026-11-04T10:00:00.000Z');
  }
});

test('where nothing is promised, the page of keeping a promise says so', async () => {
  const { road, officer } = await decided();
  const page = await officer.get(road.href('/do/complete-action'));
  assert.equal(page.status, 200);
  assert.match(page.text, /There is no such promise/);
});
