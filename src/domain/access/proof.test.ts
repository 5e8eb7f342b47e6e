import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isProofFresh } from './proof.ts';

test('a proof is good for ten minutes, and not before it was given', () => {
  assert.equal(isProofFresh('2026-11-04T10:00:00.000Z', '2026-11-04T10:09:59.999Z'), true);
  assert.equal(isProofFresh('2026-11-04T10:00:00.000Z', '2026-11-04T10:10:00.000Z'), false);
  assert.equal(isProofFresh('2026-11-04T10:00:00.000Z', '2026-11-04T09:59:59.999Z'), false);
  assert.equal(isProofFresh(null, '2026-11-04T10:00:00.000Z'), false);
});
