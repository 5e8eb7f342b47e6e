/** Events are never rewritten: every shape ever released stays readable. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { type Landlord, rulebooks } from '../../../test/complaint-cast.ts';
import { englandAndWales } from '../../../test/fixtures/calendars.ts';
import type { ComplaintEvent } from './events.ts';
import { eventTypes, replayEvents } from './evolve.ts';
import { obligations } from './obligations.ts';

/** One line an event, several complaints one after the other. Lines are added with each new shape, and never changed. */
type Frozen = { stream: number; landlord: Landlord } & ComplaintEvent;

/** How many lines were released, and what they are: neither the bytes nor their order may change. */
const released = { lines: 228, sha256: 'dfbaad7d7a4d7368264a1d7c7786a47b62d2758933eb47a88a95557269d5d99f' };

const text = readFileSync(new URL('../../../test/fixtures/event-shapes.ndjson', import.meta.url), 'utf8');
const lines = text.trimEnd().split('\n');
const frozen: Frozen[] = lines.map(line => JSON.parse(line));
/** Records that are no complaint's case begin with an event of their own, and are read in `record-shapes.test.ts`. */
const streams = [...Map.groupBy(frozen, event => event.stream).values()].filter(([first]) =>
  eventTypes.some(type => type === first?.type),
);

test('[R80] every event type there is has a frozen example, so that its shape can be read for ever', () => {
  const shown = new Set(frozen.map(event => event.type));
  assert.deepEqual(
    eventTypes.filter(type => !shown.has(type)),
    [],
    'append a complaint with such an event to test/fixtures/event-shapes.ndjson, as the log stores it',
  );
});

test('[R80] what was frozen has not been changed', () => {
  const bytes = lines.slice(0, released.lines).map(line => `${line}\n`);
  assert.equal(createHash('sha256').update(bytes.join('')).digest('hex'), released.sha256);
});

test('[R80] frozen events hold no words, only where they are kept and what proves them', () => {
  const texts = [...text.matchAll(/\{"textId":"[0-9a-f-]{36}","commitment":"[0-9a-f]{64}"\}/g)];
  assert.equal(texts.length, [...text.matchAll(/"textId"/g)].length);
  assert.ok(texts.length > 100);
});

for (const events of streams) {
  const [first] = events;
  test(`complaint ${first?.stream} of the frozen events becomes a whole case again, and what is owed on it is known`, () => {
    const state = replayEvents(events);
    assert.equal(state.version, events.length);
    assert.deepEqual(
      missing(state, 'state'),
      [],
      'a new field of an old event needs a value: lift the old shape when it is read',
    );
    assert.ok(first !== undefined);
    const owed = obligations(state, { ...rulebooks[first.landlord], calendar: englandAndWales });
    assert.deepEqual(missing(owed, 'obligations'), []);
    assert.ok(owed.some(one => one.kind === 'acknowledge' && one.dueOn !== null));
  });
}

/** Where a value is not there at all, which JSON never says. */
function missing(value: unknown, at: string): string[] {
  if (value === undefined || Number.isNaN(value)) return [at];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => missing(inner, `${at}.${key}`));
}
