/** What a letter must not say because it is not so. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completeInput, magenta, magna } from '../../../test/fixtures/letter-cases.ts';
import { inState } from '../../../test/fixtures/letter-gaps.ts';
import { letterAsText } from './as-text.ts';
import { draftLetter } from './draft.ts';

for (const policy of [magna, magenta]) {
  test(`[R40] a letter that does not open stage 2 is not headed as stage 2: ${policy.id}`, () => {
    const { document } = draftLetter(completeInput('escalation-refusal', 2, policy));
    assert.ok(document.keyFacts.every(fact => fact.term !== 'Stage'));
  });

  test(`[R53] a promise whose day has gone by is said to be late, never promised for the past: ${policy.id}`, () => {
    const late = inState(({ actions }) => ({ actions: actions.map(one => ({ ...one, dates: ['2026-01-05'] })) }));
    const said = letterAsText(draftLetter(late(completeInput('response', 2, policy))).document);
    assert.match(said, /Was due Monday 5 January 2026, and is late/);
    assert.doesNotMatch(letterAsText(draftLetter(completeInput('response', 2, policy)).document), /and is late/);
  });
}
