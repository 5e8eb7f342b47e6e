import assert from 'node:assert/strict';
import test from 'node:test';
import { roadOf } from '../../../../test/case-road.ts';
import { mrsOkonkwo, staffSite } from '../../../../test/staff-site.ts';

const site = await staffSite();

async function waiting(name: string) {
  const road = await roadOf(site, 'magna', { complainant: { ...mrsOkonkwo, name, knownAs: null } });
  await road.assigned();
  await road.defined();
  return { road, letterId: await road.letter('acknowledgement', 1, null) };
}

test('[R7] the outbox lists what is issued and not handed over, oldest first, to whom and by when, and says that nothing is sent from here', async () => {
  site.clock.set('2026-11-03T10:00:00.000Z');
  const first = await waiting('Zainab First');
  site.clock.set('2026-11-04T10:00:00.000Z');
  await waiting('Adam Second');
  const officer = await site.as(first.road.cast.officer);
  const page = await officer.get('/outbox');
  assert.match(page.text, /does not send anything itself yet/);
  assert.ok(page.text.indexOf('Zainab First') < page.text.indexOf('Adam Second'), 'the oldest first');
  assert.match(page.text, /amaka@example\.org/);
  assert.match(page.text, /14 Larch Court/);
  assert.match(page.text, /Monday 9 November 2026/, 'five working days after Monday 2 November');
});

test('[R7] one press marks a letter as handed over today; it leaves the list and stands below', async () => {
  const { road, letterId } = await waiting('Bea Pressed');
  const officer = await site.as(road.cast.officer);
  const seal = await officer.form('/outbox');
  const sent = await officer.send(`/outbox/${letterId}`, { _csrf: seal['_csrf'] ?? '', how: 'email' });
  assert.equal(sent.location, '/outbox?done=sent');
  const page = await officer.get('/outbox');
  assert.doesNotMatch(page.html, new RegExp(`action="/outbox/${letterId}"`));
  assert.match(page.text.split('Sent lately')[1] ?? '', /Bea Pressed/);
  const twice = await officer.send(`/outbox/${letterId}`, { _csrf: seal['_csrf'] ?? '', how: 'post' });
  assert.equal(twice.status, 422);
  assert.match(twice.text, /This letter was sent on Wednesday 4 November 2026/);
});

test('[R7][R66] a bounced letter is in the outbox again, one that went to a wrong address is not', async () => {
  const bounced = await waiting('Carl Bounced');
  const astray = await waiting('Dora Astray');
  const officer = await site.as(bounced.road.cast.officer);
  for (const { road, letterId } of [bounced, astray]) {
    const why = road === bounced.road ? 'bounced' : 'wrong-address';
    await officer.post(road.href(`/letters/${letterId}`), { do: 'sent', how: 'post' });
    await officer.post(road.href(`/letters/${letterId}`), { do: 'returned', why, note: 'Came back.' });
  }
  const page = await officer.get('/outbox');
  assert.match(page.text, /Carl Bounced.*Came back on Wednesday 4 November 2026/);
  assert.ok(!page.html.includes(`action="/outbox/${astray.letterId}"`));
});

test('[R26] an amended acknowledgement waits in the outbox though the first went the same day', async () => {
  const { road, letterId } = await waiting('Ed Amended');
  const officer = await site.as(road.cast.officer);
  await officer.post(road.href(`/letters/${letterId}`), { do: 'sent', how: 'email' });
  await road.defined(['The ceiling leaks.', 'Nobody rang back.']);
  const second = await road.letter('acknowledgement', 1, null);
  const page = await officer.get('/outbox');
  assert.ok(page.html.includes(`action="/outbox/${second}"`));
});

test('a letter of another landlord, or an address that is none, cannot be marked', async () => {
  const { letterId } = await waiting('Fay Foreign');
  const stranger = await site.as(site.magenta.person('complaint-resolution-officer'));
  const seal = await stranger.form('/outbox');
  const fields = { _csrf: seal['_csrf'] ?? '', how: 'email' };
  assert.equal((await stranger.send(`/outbox/${letterId}`, fields)).status, 404);
  assert.equal((await stranger.send('/outbox/nonsense', fields)).status, 404);
  assert.doesNotMatch((await stranger.get('/outbox')).text, /Fay Foreign/);
});
