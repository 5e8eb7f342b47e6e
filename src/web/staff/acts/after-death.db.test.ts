/** A death and a move on the pages: recorded once for the person, shown at the head, and kept to by letters and the outbox. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actUrl, dayFields, does, lastOf, officersOf } from '../../../../test/act-forms.ts';
import { roadOf } from '../../../../test/case-road.ts';
import { mrsOkonkwo, staffSite } from '../../../../test/staff-site.ts';

const site = await staffSite();
const { officer } = officersOf(site.magna);

async function defined(name: string) {
  const road = await roadOf(site, 'magna', { complainant: { ...mrsOkonkwo, name, knownAs: null } });
  await road.assigned();
  await road.defined();
  return road;
}

const draft = (reference: string, kind = 'acknowledgement') => `/cases/${reference}/letters/new/${kind}`;
const today = dayFields('on', '2026-11-04');
const son = { name: 'Mr Chike Son', email: 'chike@example.org', address: '5 Hill View, Wells, BA5 1ZZ' };

test('[R62] the death is shown on every page of the case, letters are held in the outbox, and go anew to the estate', async () => {
  const road = await defined('Dora Died');
  const letterId = await road.letter('acknowledgement', 1, null);
  const visitor = await site.as(officer);
  const url = actUrl(road.reference, 'record-death');
  await does(visitor, url, { ...today, told: 'Her son, by phone', contact: 'new', ...son });
  for (const page of ['', '/people', '/letters', '/do/record-contact']) {
    assert.match((await visitor.get(`/cases/${road.reference}${page}`)).text, /Has died/, page);
  }
  const people = await visitor.get(`/cases/${road.reference}/people`);
  assert.match(people.text, /Told by Her son, by phone.*Whom we may ask.*Mr Chike Son/s);
  const box = await visitor.get('/outbox');
  assert.match(box.text, /Held: the resident has died/);
  assert.ok(!box.html.includes(`action="/outbox/${letterId}"`));
  assert.match((await visitor.get(`/cases/${road.reference}/letters/${letterId}`)).text, /Write it anew, to whoever/);
  await does(visitor, actUrl(road.reference, 'agree-contact'), { ...today, method: 'By post to her son' });
  const anew = await visitor.get(draft(road.reference));
  assert.match(anew.text, /The personal representatives of Dora Died c\/o Mr Chike Son 5 Hill View/);
  assert.match(anew.text, /Dear Sir or Madam/);
  assert.match(anew.text, /no email address is known/, 'her own is not used any more');
});

test('[R62] from then on letters go to whoever goes on with it, by their own email address', async () => {
  const { reference } = await defined('Dilys Died');
  const visitor = await site.as(officer);
  await does(visitor, actUrl(reference, 'record-death'), { ...today, told: 'Her son', contact: 'new', ...son });
  const contact = String((await lastOf(site, reference, 'DeathRecorded'))?.body['contactId']);
  const right = { who: contact, capacity: 'personal-representative', evidence: 'Probate of 3 November' };
  await does(visitor, actUrl(reference, 'successor'), right);
  await does(visitor, actUrl(reference, 'agree-contact'), { ...today, method: 'By email' });
  const fields = await visitor.form(draft(reference));
  assert.equal(fields['how'], 'email');
  const issued = await visitor.send(draft(reference), { ...fields, do: 'issue' });
  assert.equal(issued.status, 303, issued.text);
  assert.equal((await lastOf(site, reference, 'LetterIssued'))?.body['to'], contact);
  assert.match((await visitor.get('/outbox')).text, /Mr Chike Son chike@example.org/);
});

test('[R62] it is so in each of their complaints, and in one that is logged later', async () => {
  const first = await defined('Della Died');
  const knownAs = String((await lastOf(site, first.reference, 'ComplaintReceived'))?.body['complainantId']);
  const again = { complainant: { ...mrsOkonkwo, name: 'Della Died', knownAs } };
  const second = await roadOf(site, 'magna', again);
  const visitor = await site.as(officer);
  await does(visitor, actUrl(first.reference, 'record-death'), { ...today, told: 'Her son', contact: 'new', ...son });
  const contact = String((await lastOf(site, first.reference, 'DeathRecorded'))?.body['contactId']);
  const right = { who: contact, capacity: 'next-of-kin', evidence: 'The death certificate' };
  await does(visitor, actUrl(second.reference, 'successor'), right);
  const third = await roadOf(site, 'magna', again);
  for (const { reference } of [first, second, third]) {
    const page = await visitor.get(`/cases/${reference}/people`);
    assert.match(page.text, /Has died.*Mr Chike Son.*Next of kin/s, reference);
  }
});

test('[R63] a letter that has not gone is held, the next one goes to the new address, and the home stays what it was', async () => {
  const road = await defined('Mona Moved');
  await road.letter('acknowledgement', 1, null);
  const visitor = await site.as(officer);
  const move = { ...today, address: '9 New Road, Wells, BA5 9ZZ', note: 'She told us' };
  await does(visitor, actUrl(road.reference, 'record-move'), move);
  assert.match((await visitor.get('/outbox')).text, /Held: the resident has moved/);
  const letter = await visitor.get(draft(road.reference));
  assert.match(letter.text, /Mona Moved 9 New Road Wells BA5 9ZZ/);
  assert.doesNotMatch(letter.text.split('How it will read')[1] ?? '', /Larch Court/);
  const page = await visitor.get(`/cases/${road.reference}`);
  assert.match(page.text, /Home 14 Larch Court/);
  assert.match(
    (await visitor.get(`/cases/${road.reference}/people`)).text,
    /Moved Wednesday 4 November 2026, from 14 Larch Court/,
  );
});

test('[R63] where the new address is not known nothing is posted to the old home', async () => {
  const { reference } = await defined('Nell Nowhere');
  const visitor = await site.as(officer);
  await does(visitor, actUrl(reference, 'record-move'), { ...today, address: '', note: 'The neighbour said so' });
  const fields = await visitor.form(draft(reference));
  const refused = await visitor.send(draft(reference), { ...fields, how: 'post', do: 'issue' });
  assert.equal(refused.status, 422);
  assert.match(refused.text, /No postal address is known for Nell Nowhere/);
});

test('[R63] whoever lives there next gets letters in which nothing of it stands, also where the cases are linked', async () => {
  const earlier = await defined('Erin Earlier');
  const visitor = await site.as(officer);
  const move = { ...today, address: '9 New Road, Wells, BA5 9ZZ', note: 'She told us' };
  await does(visitor, actUrl(earlier.reference, 'record-move'), move);
  const later = await defined('Liam Later');
  await does(visitor, actUrl(later.reference, 'link'), { reference: earlier.reference, why: 'earlier' });
  const fields = await visitor.form(draft(later.reference));
  assert.equal((await visitor.send(draft(later.reference), { ...fields, do: 'issue' })).status, 303);
  const preview = (await visitor.get(draft(later.reference, 'update'))).text.split('How it will read')[1] ?? '';
  assert.match(preview, /Liam Later/);
  for (const secret of ['Erin', earlier.reference, 'New Road']) assert.ok(!preview.includes(secret), secret);
});
