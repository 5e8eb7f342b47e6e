import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rulebooks } from '../../../test/complaint-cast.ts';
import { maySeeBehind } from './behind-needs.ts';

test('[MAG-06][Code 5.10] what lies behind a need is for whoever deals with a complaint of theirs, and for the lead', () => {
  for (const { policy } of Object.values(rulebooks)) {
    const who = (personId: string, may: string) => ({
      personId,
      roles: policy.roles.filter(role => role.may.some(can => can === may)).map(role => role.id),
    });
    const only = (personId: string) => ({ personId, roles: [] });
    assert.equal(maySeeBehind(only('handler'), [null, 'handler'], policy), true);
    assert.equal(maySeeBehind(only('colleague'), [null, 'handler'], policy), false);
    assert.equal(maySeeBehind(who('lead', 'assign'), ['handler'], policy), true);
  }
});
