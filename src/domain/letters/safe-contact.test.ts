/** A letter that would reach somebody unsafely, or tell where they are, is not issued. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { text } from '../../../test/complaint-cast.ts';
import { completeInput, magna } from '../../../test/fixtures/letter-cases.ts';
import type { ContactLimit } from '../complaint/resident-events.ts';
import type { CaseState } from '../complaint/state.ts';
import { draftLetter } from './draft.ts';
import { addressesTold, type Reaching, unsafeReach } from './safe-contact.ts';

const input = completeInput('acknowledgement', 1, magna);
const resident = input.state.complainantId ?? '';

function limited(limits: ContactLimit[], personId = resident): CaseState {
  const held = { personId, limits, onlyEmail: null, reason: text('why'), on: '2026-11-02' as const };
  return { ...input.state, safeContact: [held] };
}

const reaching = (changed: Partial<Reaching>): Reaching => ({
  state: input.state,
  to: resident,
  name: 'Mrs Okonkwo',
  how: 'email',
  email: 'a@example.org',
  onlyEmail: null,
  ...changed,
});

test('[R60][R55] the gate names the limit that a letter by this way would breach', () => {
  assert.deepEqual(unsafeReach(reaching({ how: 'post' })), []);
  const [found] = unsafeReach(reaching({ state: limited(['no-post']), how: 'post' }));
  assert.equal(found?.code, 'unsafe-contact');
  assert.equal(found?.clause, 'R60');
  assert.match(found?.sentence ?? '', /“No post” is recorded for the safety of Mrs Okonkwo, so it may not go by post/);
  assert.deepEqual(unsafeReach(reaching({ state: limited(['no-post']), how: 'email' })), []);
});

test('[R60] only the one safe email address gets a letter', () => {
  const state = limited(['only-email']);
  assert.equal(unsafeReach(reaching({ state, onlyEmail: 'safe@example.org' })).length, 1);
  assert.equal(unsafeReach(reaching({ state, onlyEmail: 'safe@example.org', email: null })).length, 1);
  assert.deepEqual(unsafeReach(reaching({ state, onlyEmail: ' A@Example.org' })), []);
});

test('[R60] nothing goes to a representative where the resident is reached through nobody else, and the other way about', () => {
  assert.equal(unsafeReach(reaching({ state: limited(['only-themselves']), to: 'rep' })).length, 1);
  assert.deepEqual(unsafeReach(reaching({ state: limited(['only-themselves']) })), []);
  assert.equal(unsafeReach(reaching({ state: limited(['only-representative']) })).length, 1);
  assert.deepEqual(unsafeReach(reaching({ state: limited(['only-representative']), to: 'rep' })), []);
});

const secret = { personId: 'her', addressLines: ['7 Plum Row', 'Wells', 'BA5 2XX'] };

function told(words: string, to: string | null = resident): string[] {
  const { document } = draftLetter({ ...input, free: { ...input.free, introduction: words } });
  return addressesTold(document, to, [secret]).map(one => one.sentence);
}

test('[R60] a secret address is not told in a letter to anybody else, however it is written', () => {
  for (const words of [
    'She lives at 7 Plum Row now.',
    'We came to 7, PLUM  ROW.',
    'The surveyor went to ba52xx.',
    'Her home is at BA5 2XX.',
  ]) {
    assert.match(told(words).join(), /gives an address that is secret/, words);
  }
  assert.deepEqual(told('We came to 9 Plum Row Gardens and to Wells.'), []);
  assert.deepEqual(told('She lives at 7 Plum Row now.', 'her'), [], 'she may be told her own address');
});

test('[R60] nor does a letter to somebody else go to it', () => {
  const { document } = draftLetter(input);
  const sent = { ...document, recipient: { name: 'Mr Other', addressLines: secret.addressLines } };
  assert.match(addressesTold(sent, 'other', [secret])[0]?.sentence ?? '', /Under the address/);
});

test('[R60] a flat is known by its street, not by its number alone', () => {
  const flat = { personId: 'her', addressLines: ['Flat 2', '9 Elm Street', 'Wells'] };
  const { document } = draftLetter({ ...input, free: { ...input.free, introduction: 'Flat 2 above you leaks.' } });
  assert.deepEqual(addressesTold(document, resident, [flat]), []);
});
