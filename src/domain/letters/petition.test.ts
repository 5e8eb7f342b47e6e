/** What the lead of a petition is told, and that nobody else who signed is (MGL-35). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completeInput, magenta, ref } from '../../../test/fixtures/letter-cases.ts';
import { letterAsText } from './as-text.ts';
import { draftLetter } from './draft.ts';

const signed = { signatories: 1043, listKept: ref('list'), on: '2026-11-02' } as const;

test('[MGL-35] letters about a petition go to its lead, say how many signed and ask to tell the others', () => {
  for (const kind of ['acknowledgement', 'response'] as const) {
    const input = completeInput(kind, 1, magenta);
    const draft = draftLetter({ ...input, state: { ...input.state, petition: signed } });
    const text = letterAsText(draft.document);
    assert.equal(draft.to, input.state.complainantId);
    assert.match(text, /petition that 1,043 people signed.*you are its lead petitioner.*tell the others/s, kind);
    assert.match(text, /Signed by 1,043 people/, kind);
    assert.deepEqual(draft.missing, [], kind);
  }
});

test('[MGL-35] a complaint that is no petition says nothing of one', () => {
  const { document } = draftLetter(completeInput('acknowledgement', 1, magenta));
  assert.doesNotMatch(letterAsText(document), /petition/i);
});
