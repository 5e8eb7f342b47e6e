import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { newReference, parseReference, withFreshReference } from './references.ts';

const reference = fc.constant(null).map(() => newReference());

test('a reference is read back however it is typed', () => {
  fc.assert(
    fc.property(reference, made => {
      assert.match(made, /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]$/);
      const typed = made.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
      assert.equal(parseReference(typed), made);
    }),
  );
});

test('one wrong character, or two neighbours swapped, is noticed', () => {
  const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  fc.assert(
    fc.property(reference, fc.nat(8), fc.nat(31), (made, place, digit) => {
      const plain = made.replaceAll('-', '');
      const wrong = plain.slice(0, place) + digits.charAt(digit) + plain.slice(place + 1);
      if (wrong !== plain) assert.equal(parseReference(wrong), null);
      const swapped = plain.slice(0, place) + plain.charAt(place + 1) + plain.charAt(place) + plain.slice(place + 2);
      if (place < 8 && swapped !== plain) assert.equal(parseReference(swapped), null);
    }),
  );
});

test('anything else is no reference', () => {
  for (const text of ['', 'ABCD', '0000-0000-0-0', 'U000-0000-0', '🏠', 'x'.repeat(100_000)]) {
    assert.equal(parseReference(text), null);
  }
});

test('a reference that exists already is drawn again; another error is not tried again', async () => {
  const taken = Object.assign(new Error('duplicate key'), { constraint: 'case_index_landlord_id_reference_key' });
  const tried: string[] = [];
  const used = await withFreshReference(async drawn => {
    tried.push(drawn);
    if (tried.length < 3) throw taken;
    return drawn;
  });
  assert.deepEqual([new Set(tried).size, tried.at(-1)], [3, used]);
  let calls = 0;
  const broken = withFreshReference(() => {
    calls += 1;
    return Promise.reject(new Error('disk full'));
  });
  await assert.rejects(broken, /disk full/);
  assert.equal(calls, 1);
});
