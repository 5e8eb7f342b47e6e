/** What the landlord itself has not supplied is never printed as if it were known. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completeInput, magna, magnaAsPacked } from '../../../test/fixtures/letter-cases.ts';
import { type LandlordDetails, withDetails } from '../policy/landlord-details.ts';
import { letterAsText } from './as-text.ts';
import { draftLetter } from './draft.ts';

const input = completeInput('response', 1, magna);
const nothing: LandlordDetails = { address: [], phone: null, email: null, web: null, none: [] };

test('[R55] a letter waits for what its head has to say of the landlord, and says what is missing and who supplies it', () => {
  const { missing, document } = draftLetter({ ...input, policy: magnaAsPacked });
  assert.deepEqual([...new Set(missing.map(one => one.code))], ['landlord-detail']);
  assert.equal(missing.length, 4, 'each detail once, whatever the wording says of it');
  assert.match(
    missing[0]?.sentence ?? '',
    /^The postal address of Magna Housing is still to be supplied, .* Complaints Resolution Lead supplies it/,
  );
  assert.doesNotMatch(letterAsText(document), /to be supplied/);
});

test('[R55] words that hold a detail’s place block the letter like no detail at all', () => {
  const landlord = { ...magna.landlord, address: ['Complaints team', 'address to be supplied'] };
  const { missing } = draftLetter({ ...input, policy: { ...magna, landlord } });
  assert.deepEqual(
    missing.map(one => one.sentence.split(' of ')[0]),
    ['The postal address'],
  );
});

test('[R55] what the landlord says it has none of keeps no letter back', () => {
  const known = { ...nothing, phone: '01632 960 000', none: ['address', 'email', 'web'] as const };
  const { missing, document } = draftLetter({ ...input, policy: withDetails(magnaAsPacked, known) });
  assert.deepEqual(missing, []);
  assert.deepEqual(document.letterhead.address, []);
});
