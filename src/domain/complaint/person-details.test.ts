import assert from 'node:assert/strict';
import { test } from 'node:test';
import { text } from '../../../test/complaint-cast.ts';
import { story } from '../../../test/complaint-story.ts';
import { evolve } from './evolve.ts';
import { detailsKept } from './person-details.ts';

const named = [
  { personId: 'resident', kind: 'name', text: text('name') },
  { personId: 'daughter', kind: 'name', text: text('her name') },
  { personId: 'resident', kind: 'phone', text: text('phone') },
] as const;

test('[R80] each person whose details came with an act has one event, which holds what proves them and no word of theirs', () => {
  const events = detailsKept(named, '2026-01-05');
  assert.deepEqual(
    events.map(({ body }) => [body.personId, body.details.map(one => one.kind)]),
    [
      ['resident', ['name', 'phone']],
      ['daughter', ['name']],
    ],
  );
  for (const { occurredOn, body } of events) {
    assert.equal(occurredOn, '2026-01-05');
    for (const detail of body.details) assert.deepEqual(Object.keys(detail).sort(), ['kind', 'text']);
  }
  assert.deepEqual(detailsKept([], '2026-01-05'), []);
});

test('[R80] nothing of the complaint changes by it but its place in the stream', () => {
  const { state } = story().received('2026-01-05');
  const after = detailsKept(named, '2026-01-05').reduce(evolve, state);
  assert.deepEqual(after, { ...state, version: state.version + 2 });
});
