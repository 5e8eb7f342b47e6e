import assert from 'node:assert/strict';
import test from 'node:test';
import { rulebooks } from '../../../test/complaint-cast.ts';
import { contactsOn } from './contacts-on.ts';

const bodies = [
  'housing-ombudsman',
  'local-government-ombudsman',
  'building-safety-regulator',
  'information-commissioner',
];

for (const landlord of ['magna', 'magenta'] as const) {
  test(`[MGL-49] the pack of ${landlord} names each body, and when it is the one to turn to`, () => {
    const found = contactsOn(rulebooks[landlord].policy, '2026-11-04');
    assert.deepEqual(
      found.map(one => one.body),
      bodies,
    );
    for (const one of found) {
      assert.notEqual(one.appliesTo, '', one.body);
      assert.notEqual(one.web ?? one.phone ?? one.post, null, one.body);
    }
  });
}

test('[MGL-49] the details of a body are those of the day, and one that is not there yet is not named', () => {
  const { policy } = rulebooks.magenta;
  const ombudsman = (on: Parameters<typeof contactsOn>[1]) =>
    contactsOn(policy, on).find(one => one.body === 'housing-ombudsman');
  assert.equal(ombudsman('2026-01-12')?.email, 'info@housing-ombudsman.org.uk');
  assert.equal(ombudsman('2026-01-13')?.email, null);
  assert.deepEqual(contactsOn(policy, '2020-01-01'), []);
});
