/** A letter after a death: to whom it is addressed, how it greets, what it says first. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { text } from '../../../test/complaint-cast.ts';
import { completeInput, magenta, magna } from '../../../test/fixtures/letter-cases.ts';
import type { Successor } from '../complaint/state.ts';
import { letterAsText } from './as-text.ts';
import { draftLetter } from './draft.ts';

const input = completeInput('update', 1, magna);
const resident = input.state.complainantId ?? '';
const name = input.people[resident]?.name ?? '';
const death = { toldOn: '2026-11-20' as const, diedOn: null, toldBy: text('son'), contactId: null };

function after(successor: Successor | null) {
  const people = { ...input.people, son: { name: 'Mr Chike Okonkwo' } };
  return draftLetter({ ...input, people, state: { ...input.state, death, successor } });
}

test('[R62] with nobody named it goes to the personal representatives, who are not greeted as the resident', () => {
  const { document, to, missing } = after(null);
  assert.deepEqual(missing, []);
  assert.equal(to, resident);
  assert.equal(document.recipient.name, `The personal representatives of ${name}`);
  assert.equal(document.salutation, 'Dear Sir or Madam');
  assert.match(
    letterAsText(document),
    new RegExp(`We were sorry to learn that ${name} has died. The complaint goes on`),
  );
});

test('[R62] whoever goes on with it is written to by name, in their right', () => {
  for (const [capacity, says] of [
    ['personal-representative', /because you are dealing with their affairs/],
    ['next-of-kin', /because you are their next of kin/],
  ] as const) {
    const successor = { personId: 'son', capacity, evidence: text('probate'), on: '2026-11-21' as const };
    const { document, to } = after(successor);
    assert.equal(to, 'son');
    assert.equal(document.salutation, 'Dear Mr Chike Okonkwo');
    assert.match(letterAsText(document), says);
    assert.ok(document.keyFacts.some(fact => fact.term === 'Complaint of' && fact.value === name));
  }
});

test('[R62] where nobody has died nothing of it is said, by either landlord', () => {
  for (const landlord of [magna, magenta]) {
    const { document } = draftLetter(completeInput('update', 1, landlord));
    assert.doesNotMatch(letterAsText(document), /died|personal representatives/);
  }
});
