import assert from 'node:assert/strict';
import { test } from 'node:test';
import { administratorRole, canInInstallation, leavingRefusal, rolesRefusal } from './administrator.ts';

const somebody = { personId: 'b', roles: ['officer'], active: true };

test('managing people belongs to administrators alone', () => {
  assert.equal(canInInstallation([administratorRole], 'manage-people'), true);
  assert.equal(canInInstallation(['administrator', 'chief-executive'], 'manage-people'), false);
});

test('no role of a policy pack can be called as the administrator is', () => {
  assert.doesNotMatch(administratorRole, /^[a-z0-9]+(-[a-z0-9]+)*$/);
});

test('an administrator cannot put themselves out, so that there is always one left', () => {
  const self = { personId: 'a', roles: [administratorRole], active: true };
  assert.match(leavingRefusal('a', self) ?? '', /another administrator/);
  assert.match(rolesRefusal('a', self, ['officer']) ?? '', /Another administrator/);
  assert.equal(rolesRefusal('a', self, ['officer', administratorRole]), null);
  assert.equal(leavingRefusal('a', somebody), null);
  assert.equal(rolesRefusal('a', somebody, []), null);
});

test('whoever has left does not leave again and is given nothing more', () => {
  const gone = { ...somebody, active: false };
  assert.match(leavingRefusal('a', gone) ?? '', /already/);
  assert.match(rolesRefusal('a', gone, ['officer']) ?? '', /have left/);
});
