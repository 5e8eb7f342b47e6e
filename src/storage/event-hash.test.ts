import assert from 'node:assert/strict';
import test from 'node:test';
import { canonicalJson } from './canonical-json.ts';
import { hashedText, hashOfEvent } from './event-hash.ts';

const event = {
  landlordId: '01a203e5-fca8-796b-8b48-c7e5dc0b818a',
  caseId: '01a203e5-fca8-796b-8b48-c7e5dc0b818b',
  version: 2,
  type: 'NoteAdded',
  schema: 1,
  occurredOn: '2026-03-02',
  recordedAt: '2026-03-02T09:00:00.120Z',
  actor: 'person:"é"\n',
  body: canonicalJson({ b: 1e21, a: ['é', '\u2028', { z: null, y: true }] }),
  packHash: null,
  previousHash: 'ab'.repeat(32),
};

test('the text that is hashed is the canonical JSON of the whole event', () => {
  const { landlordId, caseId, packHash, body, ...rest } = event;
  const whole = { ...rest, landlord: landlordId, case: caseId, pack: packHash, body: JSON.parse(body) };
  assert.equal(hashedText(event), canonicalJson(whole));
});

test('a frozen event keeps its hash in every later release', () => {
  assert.equal(
    hashOfEvent({ ...event, body: '{"a":1}' }).toString('hex'),
    '12540defde7419b5e8811764fdbd3c389b65b36ab976625bbaadb45001e9f495',
  );
});

test('changing any part changes the hash', () => {
  const original = hashOfEvent(event).toString('hex');
  const changes = [
    { landlordId: event.caseId },
    { caseId: event.landlordId },
    { version: 3 },
    { type: 'NoteLost' },
    { schema: 2 },
    { occurredOn: '2026-03-01' },
    { recordedAt: '2026-03-02T09:00:00.121Z' },
    { actor: 'person:2' },
    { body: '{}' },
    { packHash: 'ab'.repeat(32) },
    { previousHash: null },
  ];
  assert.deepEqual(Object.keys(event).sort(), changes.flatMap(change => Object.keys(change)).sort());
  for (const change of changes) assert.notEqual(hashOfEvent({ ...event, ...change }).toString('hex'), original);
});
