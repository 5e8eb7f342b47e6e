import assert from 'node:assert/strict';
import { test } from 'node:test';
import { text } from '../../../test/complaint-cast.ts';
import { acknowledgedStory, answeredStory } from '../../../test/complaint-story.ts';
import type { ComplaintEvent, RecordedEvent } from './events.ts';
import { asItStood, evolve, replayEvents } from './evolve.ts';
import { noCase } from './no-case.ts';

const stamped = (events: readonly ComplaintEvent[], at: (index: number) => string): RecordedEvent[] =>
  events.map((event, index) => ({
    ...event,
    version: index + 1,
    recordedAt: at(index) as RecordedEvent['recordedAt'],
    actor: 'person:officer',
  }));

test('a case is its events: the version counts them, and playing them again gives the same case', () => {
  const { events } = answeredStory();
  const state = replayEvents(events);
  assert.equal(state.version, events.length);
  assert.deepEqual(events.slice(3).reduce(evolve, replayEvents(events.slice(0, 3))), state);
});

test('building a case changes nothing that was there before', () => {
  const { events } = answeredStory();
  const frozen = structuredClone(events);
  const empty = structuredClone(noCase);
  replayEvents(events);
  assert.deepEqual(events, frozen);
  assert.deepEqual(noCase, empty);
});

test('[R24] as it stood is what was recorded by then, whatever day it tells of', () => {
  const corrected = acknowledgedStory()
    .on('2026-01-20')
    .does({ type: 'CorrectReceivedDate', to: '2026-01-02', reason: text('voicemail'), approvedBy: 'lead' });
  const recorded = stamped(corrected.events, index =>
    index === corrected.events.length - 1 ? '2026-01-20T10:00:00Z' : '2026-01-09T10:00:00Z',
  );
  assert.equal(asItStood(recorded, '2026-01-20T00:00:00Z').receivedOn, '2026-01-05');
  assert.equal(asItStood(recorded, '2026-01-21T00:00:00Z').receivedOn, '2026-01-02');
});

test('[R80] an event holds no words: only where they are kept and what proves them', () => {
  const { events } = answeredStory();
  const spoken = JSON.stringify(
    events.map(event => event.body),
    (_key, value: unknown) =>
      typeof value === 'object' && value !== null && 'textId' in value ? Object.keys(value).sort().join() : value,
  );
  for (const words of ['the tap drips', 'mend it', 'point 1', 'because']) assert.ok(!spoken.includes(words), words);
  assert.match(spoken, /commitment,textId/);
});

test('[R80] disposed of, the case says so and takes nothing more', () => {
  const disposed = answeredStory().happened({
    type: 'Disposed',
    schema: 1,
    occurredOn: '2033-01-05',
    body: { textIds: ['the tap drips'], under: 'retention' },
  });
  assert.equal(disposed.state.disposed, true);
  disposed.refuses({ type: 'AddNote', note: text('hello') }, 'disposed');
});

test('[R82] what was issued stays as it was issued, whatever is defined or decided later', () => {
  const before = acknowledgedStory();
  const letter = before.state.letters[0];
  const after = before.on('2026-01-14').defined(2).decided();
  assert.deepEqual(after.state.letters[0], letter);
  assert.equal(letter?.definitionRevision, 1);
});

test('as it stood at the end of a day leaves out what was recorded from midnight on', () => {
  const { events } = acknowledgedStory();
  const recorded = stamped(events, () => '2026-01-20T00:00:00Z');
  assert.equal(asItStood(recorded, '2026-01-20T00:00:00Z').version, 0);
});
