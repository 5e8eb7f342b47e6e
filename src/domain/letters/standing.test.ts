/** Who is told of the Ombudsman, with which details, and to whom a letter goes. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { code, completeInput, magenta, magna, ref } from '../../../test/fixtures/letter-cases.ts';
import * as gap from '../../../test/fixtures/letter-gaps.ts';
import { LETTERS_OF_A_PACK } from '../policy/letter-kinds.ts';
import { letterAsText } from './as-text.ts';
import { draftLetter } from './draft.ts';
import type { LetterInput } from './letter-input.ts';

const everyLetter = [magna, magenta].flatMap(policy =>
  LETTERS_OF_A_PACK.map(({ kind, stage }) =>
    completeInput(kind, stage ?? (kind === 'escalation-refusal' ? 2 : 1), policy),
  ),
);

test('[R1][MAG-60][MAG-66][MGL-33] every letter of both landlords tells how to reach the Ombudsman today', () => {
  for (const input of everyLetter) {
    const { document, contents } = draftLetter(input);
    const text = letterAsText(document);
    assert.ok(contents.includes('ombudsman'), `${input.policy.id} ${input.kind}`);
    for (const detail of ['Housing Ombudsman Service', '0300 111 3000', 'PO Box 1484, Unit D, Preston, PR2 0ET']) {
      assert.ok(text.includes(detail), `${input.policy.id} ${input.kind}: ${detail}`);
    }
    assert.doesNotMatch(text, /@housing-ombudsman/, 'new cases are not taken by email');
  }
});

test('[R1] where standing is unsure the right is told all the same', () => {
  const { contents, missing } = draftLetter(gap.unsureStanding(completeInput('response', 2, magna)));
  assert.ok(contents.includes('ombudsman'));
  assert.deepEqual(missing, []);
});

test('[R1] a freeholder or passer-by is told nothing of the Ombudsman, and nothing is missing then', () => {
  for (const input of everyLetter) {
    const { document, contents, missing } = draftLetter(gap.freeholder(input));
    assert.doesNotMatch(letterAsText(document), /ombudsman/i, `${input.policy.id} ${input.kind}`);
    assert.ok(!contents.includes('ombudsman'));
    assert.deepEqual(missing, [], `${input.policy.id} ${input.kind}`);
  }
});

test('[R1] a sentence of the pack about the Ombudsman is left out where there is no such right', () => {
  const input = completeInput('acknowledgement', 1, magna);
  const wording = input.policy.letters.wording.map(one =>
    one.kind === 'acknowledgement'
      ? { ...one, closing: ['{ombudsman} can help: {ombudsman-phone}.', 'Take care.'] }
      : one,
  );
  const policy = { ...input.policy, letters: { ...input.policy.letters, wording } };
  const told = letterAsText(draftLetter({ ...input, policy }).document);
  assert.match(told, /Housing Ombudsman Service can help: 0300 111 3000\./);
  const untold = letterAsText(draftLetter(gap.freeholder({ ...input, policy })).document);
  assert.doesNotMatch(untold, /can help: /);
  assert.match(untold, /Take care\./);
});

test('[R46][MAG-60][MGL-29][Code 6.19] the stage 2 answer states the date twelve months on, and no other letter does', () => {
  for (const input of everyLetter) {
    const text = letterAsText(draftLetter({ ...input, today: '2028-02-29' }).document);
    const stated = text.includes('Wednesday 28 February 2029');
    assert.equal(
      stated,
      input.kind === 'response' && input.stage === 2,
      `${input.policy.id} ${input.kind} ${input.stage}`,
    );
  }
});

test('[R46] details are those in force on the day of the letter, never a later or earlier set', () => {
  const before = letterAsText(draftLetter({ ...completeInput('response', 1, magna), today: '2025-06-02' }).document);
  assert.match(before, /Email: info@housing-ombudsman\.org\.uk/);
  const older = letterAsText(draftLetter({ ...completeInput('response', 1, magna), today: '2023-06-01' }).document);
  assert.match(older, /PO Box 152/);
});

test('[R46][R55] an earlier address or email of the Ombudsman in what the officer types blocks the letter', () => {
  const tries = [
    'Write to PO Box 152, Liverpool L33 7WQ.',
    'Email info@housing-ombudsman.org.uk.',
    'Or Complaints@Housing-Ombudsman.org.uk',
  ];
  for (const words of tries) {
    const { missing } = draftLetter(gap.typed('closing', words)(completeInput('response', 2, magenta)));
    assert.deepEqual(
      missing.map(one => one.code),
      ['contact-out-of-date'],
      words,
    );
  }
  const today =
    'You can ring 0300 111 3000 or see https://www.housing-ombudsman.org.uk/residents/make-a-complaint/ for more.';
  assert.deepEqual(draftLetter(gap.typed('closing', today)(completeInput('response', 2, magenta))).missing, []);
});

function represented(until: LetterInput['today'] | null, authority = true): LetterInput {
  const input = completeInput('response', 1, magna);
  const scope = { scope: 'full', until } as const;
  const representative = { personId: 'advocate', authority: authority ? scope : null };
  return { ...input, state: { ...input.state, representative } };
}

test('[MAG-03] a letter goes to the representative while there is authority, and says for whom', () => {
  const { to, document, missing } = draftLetter(represented('2026-11-25'));
  assert.equal(to, 'advocate');
  assert.deepEqual(document.recipient, { name: 'Tom Ashe', addressLines: ['Advice Centre', 'Liverpool', 'L1 1AA'] });
  assert.match(letterAsText(document), /because you act for Amina Yusuf/);
  assert.deepEqual(document.keyFacts[0], { term: 'Complaint of', value: 'Amina Yusuf' });
  assert.deepEqual(missing, []);
});

test('[R22] without authority, or after it ended, the letter goes to the resident and names nobody else', () => {
  for (const input of [represented(null, false), represented('2026-11-24')]) {
    const { to, document } = draftLetter(input);
    assert.equal(to, 'resident');
    assert.doesNotMatch(letterAsText(document), /Tom Ashe/);
  }
});

test('[R55] a letter to nobody, or signed by nobody, is not issued', () => {
  const input = completeInput('response', 1, magenta);
  const nobody = draftLetter({ ...input, people: { officer: { name: 'Josie Kerr' } } });
  assert.match(nobody.missing.map(one => one.sentence).join(' '), /nobody to write to/);
  const unsigned = draftLetter({ ...input, signedBy: 'somebody-unknown' });
  assert.deepEqual(
    unsigned.missing.map(one => one.sentence),
    ['Nobody signs the letter. Assign a person to the complaint.'],
  );
});

test('[R20][Code 2.4] an excluded point is told with ground, reasons and the right to have that looked at', () => {
  const [ground] = magna.exclusions;
  const input = gap.withExcluded(ground?.id ?? '', ref('excluded-because'))(completeInput('acknowledgement', 1, magna));
  const { document, contents, missing } = draftLetter({ ...input, code });
  const text = letterAsText(document);
  assert.deepEqual(missing, []);
  assert.ok(contents.includes('excluded-points'));
  assert.match(text, /Point 4: not considered/);
  assert.ok(text.includes(`because ${ground?.label}.`));
  assert.match(text, /It happened in 2019/);
  assert.match(text, /right to take the decision not to consider this to the Housing Ombudsman Service/);
});
