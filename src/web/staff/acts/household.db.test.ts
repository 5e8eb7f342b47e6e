/** Two residents of one home, and one complaint told twice, on the pages. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actUrl, dayFields, does, happened, lastOf, officersOf } from '../../../../test/act-forms.ts';
import { roadOf } from '../../../../test/case-road.ts';
import { mrsOkonkwo, staffSite } from '../../../../test/staff-site.ts';

const site = await staffSite();
const { officer } = officersOf(site.magna);
const today = dayFields('on', '2026-11-04');

async function defined(name: string, point: string) {
  const road = await roadOf(site, 'magna', { complainant: { ...mrsOkonkwo, name, knownAs: null } });
  await road.assigned();
  await road.defined([point]);
  return road;
}

async function household(first: string, second: string) {
  const hers = await defined(first, 'The ceiling leaks over my bed.');
  const his = await defined(second, 'The surveyor was rude to me.');
  await does(await site.as(officer), actUrl(his.reference, 'link'), { reference: hers.reference, why: 'household' });
  return { hers, his };
}

test('[R64] each sees nothing of the other’s in a letter, staff see that the two are linked', async () => {
  const { hers, his } = await household('Hera First', 'Homer Second');
  const visitor = await site.as(officer);
  for (const [one, other, name, secret] of [
    [hers, his, 'Homer', 'rude'],
    [his, hers, 'Hera', 'over my bed'],
  ] as const) {
    const page = await visitor.get(`/cases/${one.reference}/letters/new/acknowledgement`);
    const letter = page.text.split('How it will read')[1] ?? '';
    assert.ok(letter.length > 200);
    for (const told of [name, secret, other.reference]) assert.ok(!letter.includes(told), told);
    const shown = await visitor.get(`/cases/${one.reference}`);
    assert.match(shown.text, new RegExp(`Linked ${other.reference} .*same household`));
  }
});

test('[R64] one’s withdrawal ends nothing of the other’s', async () => {
  const { hers, his } = await household('Ida First', 'Ian Second');
  const before = await happened(site, hers.reference);
  const gone = { ...today, evidence: 'His email', channel: 'email' };
  await does(await site.as(officer), actUrl(his.reference, 'withdraw'), gone);
  assert.deepEqual(await happened(site, hers.reference), before);
});

test('[R64] works for both are one job: promised in both, moved in both, done in both', async () => {
  const { hers, his } = await household('Jana First', 'Jack Second');
  const visitor = await site.as(officer);
  const promise = { what: 'We renew the roof.', owner: 'team', team: 'Repairs', when: 'date', shared: 'yes' };
  await does(visitor, actUrl(hers.reference, 'promise-action'), { ...promise, ...dayFields('due', '2026-12-01') });
  const id = (await lastOf(site, hers.reference, 'ActionPromised'))?.body['actionId'];
  assert.equal((await lastOf(site, his.reference, 'ActionPromised'))?.body['actionId'], id);
  const moved = { action: String(id), ...dayFields('due', '2026-12-08'), reason: 'Scaffolding' };
  await does(visitor, actUrl(his.reference, 'move-action'), moved);
  assert.equal((await lastOf(site, hers.reference, 'ActionMoved'))?.body['dueOn'], '2026-12-08');
  const done = { action: String(id), ...today, evidence: 'Job 12, checked', ...dayFields('told', '2026-11-04') };
  await does(visitor, actUrl(hers.reference, 'complete-action'), done);
  for (const { reference } of [hers, his]) assert.ok(await lastOf(site, reference, 'ActionDone'), reference);
});

test('[R64] what is promised to one alone stays with one', async () => {
  const { hers, his } = await household('Kate First', 'Karl Second');
  const promise = { what: 'We call you.', owner: 'team', team: 'Repairs', when: 'date' };
  const visitor = await site.as(officer);
  await does(visitor, actUrl(hers.reference, 'promise-action'), { ...promise, ...dayFields('due', '2026-12-01') });
  assert.equal(await lastOf(site, his.reference, 'ActionPromised'), undefined);
});

test('[R64] the same complaint by another way: both texts on the case, one acknowledgement naming both', async () => {
  const road = await defined('Lia Twice', 'The ceiling leaks.');
  const visitor = await site.as(officer);
  const words = 'I wrote this on Friday already.';
  await does(visitor, actUrl(road.reference, 'repeat'), { channel: 'email', words, ...dayFields('on', '2026-10-30') });
  const page = await visitor.get(`/cases/${road.reference}`);
  assert.match(page.text, /The kitchen ceiling has been leaking.*I wrote this on Friday already/s);
  assert.match(page.text, /received Friday 30 October 2026/);
  const letter = await visitor.get(`/cases/${road.reference}/letters/new/acknowledgement`);
  assert.match(
    letter.text,
    /more than once: on Friday 30 October 2026 \(email\) and on Monday 2 November 2026 \(phone\)/,
  );
});

test('[R68] the cause stands on the case with what it was thought to be before', async () => {
  const road = await defined('Mia Cause', 'The ceiling leaks.');
  const visitor = await site.as(officer);
  assert.match((await visitor.get(`/cases/${road.reference}`)).text, /Cause Not known yet/);
  await does(visitor, actUrl(road.reference, 'record-cause'), { cause: 'delay', note: 'Three weeks late' });
  await does(visitor, actUrl(road.reference, 'record-cause'), { cause: 'records', note: 'The order was lost' });
  const page = await visitor.get(`/cases/${road.reference}`);
  assert.match(page.text, /Cause Our records were wrong or missing.*The order was lost.*Before: We took too long/s);
});

test('[R64][R24] the page for what came again and the one for what was logged twice point to each other', async () => {
  const { reference } = await site.logged(officer);
  const visitor = await site.as(officer);
  assert.match((await visitor.get(actUrl(reference, 'repeat'))).html, /do\/correct-record"/);
  assert.match((await visitor.get(actUrl(reference, 'correct-record'))).html, /do\/repeat"/);
});
