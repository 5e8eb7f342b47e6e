/** Safe contact on the pages: shown wherever somebody is about to make contact, and kept to by the gate, the outbox and the acts. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actUrl, does, lastOf, officersOf } from '../../../../test/act-forms.ts';
import { roadOf } from '../../../../test/case-road.ts';
import { mrsOkonkwo, staffSite } from '../../../../test/staff-site.ts';

const site = await staffSite();
const { officer } = officersOf(site.magna);

const reason = 'Her former partner opens the post.';

async function limited(limits: string[], name: string, more: Record<string, string> = {}) {
  const road = await roadOf(site, 'magna', { complainant: { ...mrsOkonkwo, name, knownAs: null } });
  await road.assigned();
  await road.defined();
  await does(await site.as(officer), actUrl(road.reference, 'safe-contact'), { limits, reason, ...more });
  return road;
}

const draft = (reference: string) => `/cases/${reference}/letters/new/acknowledgement`;

test('[R60] a letter’s page says of a way that it is not safe, before it is chosen', async () => {
  const { reference } = await limited(['no-post'], 'Lena Letter');
  const { text } = await (await site.as(officer)).get(draft(reference));
  assert.match(text, /By email \S+@\S+ By post Not safe: no post By hand/);
});

test('[R60] it stands at the head of every page of the case, with its reason among the people', async () => {
  const { reference } = await limited(['no-post', 'no-call'], 'Hana Head');
  const visitor = await site.as(officer);
  for (const page of ['', '/people', '/timeline', '/letters', '/do/record-contact', '/letters/new/acknowledgement']) {
    assert.match((await visitor.get(`/cases/${reference}${page}`)).text, /No post.*No calls/s, page);
  }
  assert.match((await visitor.get(`/cases/${reference}/people`)).text, /Her former partner opens the post/);
  assert.match((await visitor.get('/my-work')).text, /Safe contact/);
});

test('[R60][R55] a letter by an unsafe way is not issued, the gate names the limit, and by a safe way it goes', async () => {
  const { reference } = await limited(['no-post'], 'Gita Gate');
  const visitor = await site.as(officer);
  const fields = await visitor.form(draft(reference));
  assert.equal(fields['how'], 'email', 'a safe way is proposed');
  const refused = await visitor.send(draft(reference), { ...fields, how: 'post', do: 'issue' });
  assert.equal(refused.status, 422);
  assert.match(refused.text, /“No post” is recorded for the safety of Gita Gate, so it may not go by post/);
  const issued = await visitor.send(draft(reference), { ...fields, how: 'email', do: 'issue' });
  assert.equal(issued.status, 303, issued.text);
});

test('[R60] where one email address alone is safe, a letter to another one is not issued', async () => {
  const { reference } = await limited(['only-email'], 'Ola Only', { email: 'safe@example.org' });
  const visitor = await site.as(officer);
  const fields = await visitor.form(draft(reference));
  const refused = await visitor.send(draft(reference), { ...fields, how: 'email', do: 'issue' });
  assert.equal(refused.status, 422);
  assert.match(refused.text, /Only safe@example.org is safe for Ola Only/);
});

test('[R60] the outbox says so and offers only what is safe, and the unsafe way is refused all the same', async () => {
  const road = await roadOf(site, 'magna', { complainant: { ...mrsOkonkwo, name: 'Olga Outbox', knownAs: null } });
  await road.assigned();
  await road.defined();
  const letterId = await road.letter('acknowledgement', 1, null);
  const visitor = await site.as(officer);
  await does(visitor, actUrl(road.reference, 'safe-contact'), { limits: ['no-post'], reason });
  const page = await visitor.get('/outbox');
  const row = page.html.slice(page.html.indexOf(letterId), page.html.indexOf('</form>', page.html.indexOf(letterId)));
  assert.match(row, /No post/);
  assert.ok(!row.includes('value="post"') && row.includes('value="email"'));
  assert.ok(!row.includes('Larch Court'), 'nor the address that a letter must not go to');
  const seal = await visitor.form('/outbox');
  const sent = await visitor.send(`/outbox/${letterId}`, { _csrf: seal['_csrf'] ?? '', how: 'post' });
  assert.equal(sent.status, 422);
  assert.match(sent.text, /may not be reached by post \(R60\)/);
});

test('[R60] a contact says its way, only safe ones are offered, and an unsafe one is refused with all typed kept', async () => {
  const { reference } = await limited(['no-call'], 'Cleo Contact');
  const visitor = await site.as(officer);
  const url = actUrl(reference, 'record-contact');
  const page = await visitor.get(url);
  assert.match(page.html, /value="they-came-to-us"/);
  assert.ok(!page.html.includes('value="call"'));
  const typed = { kind: 'discussion', note: 'We spoke', 'on-day': '4', 'on-month': '11', 'on-year': '2026' };
  const silent = await visitor.post(url, typed);
  assert.equal(silent.status, 422);
  assert.match(silent.text, /Choose the way of contact/);
  const unsafe = await visitor.post(url, { ...typed, way: 'call' });
  assert.equal(unsafe.status, 422);
  assert.match(unsafe.text, /“No calls” is recorded, so they may not be reached by phone/);
  assert.match(unsafe.html, /We spoke/);
  await does(visitor, url, { ...typed, way: 'they-came-to-us' });
});

test('[R60] it belongs to the person: it holds in their other complaints, in new ones, and is lifted in all', async () => {
  const first = await roadOf(site, 'magna', { complainant: { ...mrsOkonkwo, name: 'Petra Person', knownAs: null } });
  const knownAs = String((await lastOf(site, first.reference, 'ComplaintReceived'))?.body['complainantId']);
  const again = { complainant: { ...mrsOkonkwo, name: 'Petra Person', knownAs } };
  const second = await roadOf(site, 'magna', again);
  const visitor = await site.as(officer);
  await does(visitor, actUrl(first.reference, 'safe-contact'), { limits: ['no-post'], reason });
  const third = await roadOf(site, 'magna', again);
  for (const { reference } of [second, third]) {
    const page = await visitor.get(`/cases/${reference}/people`);
    assert.match(page.text, /No post/, reference);
    assert.match(page.text, /Her former partner opens the post/, reference);
  }
  await does(visitor, actUrl(third.reference, 'safe-contact'), { limits: [], reason: 'She asked for it' });
  for (const { reference } of [first, second, third]) {
    assert.doesNotMatch((await visitor.get(`/cases/${reference}`)).text, /No post/, reference);
  }
});

test('[R60][R64] no letter of the same household tells where somebody is whose address is secret', async () => {
  const hers = await limited(['secret-address'], 'Sana Secret');
  const his = await roadOf(site, 'magna', {
    complainant: { ...mrsOkonkwo, name: 'Saul Second', knownAs: null },
    home: { address: '3 Other Street, Wells', postcode: 'BA5 1AA' },
  });
  await his.assigned();
  await his.defined(['She has moved to 14 Larch Court, and I want it.']);
  const visitor = await site.as(officer);
  await does(visitor, actUrl(his.reference, 'link'), { reference: hers.reference, why: 'household' });
  const fields = await visitor.form(draft(his.reference));
  const refused = await visitor.send(draft(his.reference), { ...fields, how: 'email', do: 'issue' });
  assert.equal(refused.status, 422);
  assert.match(refused.text, /gives an address that is secret/);
  const own = await visitor.form(draft(hers.reference));
  assert.equal((await visitor.send(draft(hers.reference), { ...own, how: 'email', do: 'issue' })).status, 303);
});
