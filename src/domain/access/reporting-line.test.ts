import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type InLine, managerRefusal } from './reporting-line.ts';

const person = (personId: string, managerId: string | null, active = true): InLine => ({
  personId,
  name: personId.toUpperCase(),
  managerId,
  active,
});
const people = [person('a', null), person('b', 'a'), person('c', 'b'), person('left', 'a', false)];

test('anybody who works here can be somebody’s manager, and nobody has to be', () => {
  assert.equal(managerRefusal('c', 'a', people), null);
  assert.equal(managerRefusal('c', null, people), null);
  assert.equal(managerRefusal(null, 'c', people), null);
});

test('nobody is their own manager, and nobody who has left or is not here is one', () => {
  assert.match(managerRefusal('a', 'a', people) ?? '', /their own manager/);
  for (const managerId of ['left', 'nobody', ''])
    assert.match(managerRefusal('a', managerId, people) ?? '', /the list/);
});

test('a line never leads back to where it began', () => {
  assert.match(managerRefusal('a', 'b', people) ?? '', /^B reports to them/);
  assert.match(managerRefusal('a', 'c', people) ?? '', /^C reports to them/);
  const round = [person('x', 'y'), person('y', 'x'), person('z', null)];
  assert.equal(managerRefusal('z', 'x', round), null, 'a circle that is there already ends the search');
});
