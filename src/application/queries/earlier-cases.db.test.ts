import assert from 'node:assert/strict';
import test from 'node:test';
import { mrsOkonkwo, staffSite } from '../../../test/staff-site.ts';
import { reading } from '../reading.ts';
import { earlierCases } from './earlier-cases.ts';

const site = await staffSite();
const { landlordId } = site.magna;
const officer = site.magna.person('complaints-adviser');
const all = { kind: 'all', personId: '00000000-0000-7000-8000-000000000000', roles: [] } as const;
const home = { address: '14 Larch Court, Testington', postcode: 'ZZ1 4LC' };

const find = (asked: Partial<Parameters<typeof earlierCases>[3]>) =>
  reading(site.app, landlordId, tx =>
    earlierCases(tx, landlordId, all, { name: 'Nobody Else', email: null, phone: null, home: null, ...asked }),
  );

const first = await site.logged(officer);
const known = await site.logged(officer, {
  complainant: { name: 'Zbigniew Brzeg', email: 'zb@example.org', phone: '07700 900123', knownAs: null },
  home: { address: '2 Nowhere Yard', postcode: null },
  representative: { name: 'Ms Speaker', email: null, phone: '01632 960999', authority: null },
});

test('[MAG-21] a phone number, an email address, a home and a like name each find it, and say what is the same', async () => {
  const ways: [Parameters<typeof find>[0], readonly string[]][] = [
    [{ phone: '+447700900123' }, ['phone']],
    [{ email: 'ZB@EXAMPLE.org' }, ['email']],
    [{ home: { address: '2, Nowhere Yard.', postcode: null } }, ['home']],
    [{ name: 'Zbigniev Brzeg' }, ['name']],
    [{ name: 'Zbigniew Brzeg', phone: '07700900123' }, ['phone', 'name']],
  ];
  for (const [asked, same] of ways) {
    const found = await find(asked);
    assert.deepEqual(
      found.map(one => [one.reference, one.same]),
      [[known.reference, same]],
    );
  }
});

test('[R22] a complaint is found by the number of whoever complained for the resident', async () => {
  assert.equal((await find({ phone: '01632 960999' }))[0]?.reference, known.reference);
});

test('[MAG-21] the surest come first, and at most six are shown', async () => {
  for (let i = 0; i < 6; i += 1)
    await site.logged(officer, { complainant: { ...mrsOkonkwo, phone: null, email: null, knownAs: null } });
  const found = await find({ name: 'Amaka Okonkwo', phone: mrsOkonkwo.phone, home });
  assert.equal(found.length, 6);
  assert.equal(found[0]?.reference, first.reference);
});

test('[MAG-21] a shared surname alone is not a like name', async () => {
  assert.deepEqual(await find({ name: 'Benedict Okonkwo' }), []);
});

test('no telephone number or email address finds those who gave none', async () => {
  assert.deepEqual(await find({}), []);
});
