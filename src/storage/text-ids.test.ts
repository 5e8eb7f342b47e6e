import assert from 'node:assert/strict';
import test from 'node:test';
import { newTextId } from './text-ids.ts';

test('text ids are UUIDs of version 7 and sort in the order in which they were drawn', () => {
  const drawn = Array.from({ length: 20_000 }, newTextId);
  assert.ok(drawn.every(id => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)));
  assert.ok(drawn.every((id, at) => at === 0 || (drawn[at - 1] ?? '') < id));
});
