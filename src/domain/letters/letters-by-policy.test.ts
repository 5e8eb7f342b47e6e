/** The letters of two landlords differ as their policies do; and what a letter of each stage says about points and promises. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { code, completeInput, magenta, magna, ref } from '../../../test/fixtures/letter-cases.ts';
import * as gap from '../../../test/fixtures/letter-gaps.ts';
import { letterAsText } from './as-text.ts';
import { requiredItems } from './contents.ts';
import { draftLetter } from './draft.ts';
import type { LetterInput } from './letter-input.ts';

const textOf = (input: LetterInput): string => letterAsText(draftLetter(input).document);
const itemsOf = (...asked: Parameters<typeof requiredItems>) => requiredItems(...asked).map(one => one.item);

test('[R2] what is required is the policy’s and the Code’s, each with its clause and where it comes from', () => {
  const items = requiredItems('acknowledgement', 1, magna, code);
  const byItem = new Map(items.map(one => [one.item, one]));
  assert.deepEqual(byItem.get('target-date'), {
    item: 'target-date',
    basis: 'policy',
    clause: 'MAG-29',
    alsoCode: null,
    onlyIf: null,
  });
  assert.deepEqual(byItem.get('definition'), {
    item: 'definition',
    basis: 'policy',
    clause: 'MAG-29',
    alsoCode: 'Code 5.6',
    onlyIf: null,
  });
  assert.deepEqual(byItem.get('responsibility'), {
    item: 'responsibility',
    basis: 'code',
    clause: 'Code 5.7',
    alsoCode: null,
    onlyIf: null,
  });
  assert.equal(new Set(items.map(one => one.item)).size, items.length, 'each once');
});

test('[MAG-29][MGL-19] one landlord’s acknowledgement needs target date and adviser, the other’s stage and responsibility', () => {
  const [one, other] = [magna, magenta].map(policy => itemsOf('acknowledgement', 1, policy, code));
  assert.deepEqual(
    one?.filter(item => !other?.includes(item)),
    ['target-date', 'handler', 'contact-agreement'],
  );
  assert.deepEqual(
    other?.filter(item => !one?.includes(item)),
    ['stage'],
  );
});

test('[MAG-43][MGL-22][MGL-29] one landlord’s response also needs the outcome sought and what prevents it happening again', () => {
  for (const stage of [1, 2] as const) {
    const [one, other] = [magna, magenta].map(policy => itemsOf('response', stage, policy, code));
    assert.deepEqual(
      other?.filter(item => !one?.includes(item)),
      ['outcome-sought', 'prevent-recurrence'],
    );
    assert.deepEqual(
      one?.filter(item => !other?.includes(item)),
      [],
    );
  }
});

test('[MAG-29] contact is told as agreed, and only where it was', () => {
  const input = completeInput('acknowledgement', 1, magna);
  assert.match(textOf(input), /keep in touch: phone, every 5 working days/);
  const draft = draftLetter(gap.noContactAgreement(input));
  assert.ok(!draft.contents.includes('contact-agreement'));
  assert.deepEqual(draft.missing, []);
});

test('[MAG-36][MGL-30] an extension tells the agreed updates, and only where they were', () => {
  for (const policy of [magna, magenta]) {
    const input = completeInput('extension', 1, policy);
    assert.match(textOf(input), /every 5 working days.+Wednesday 2 December 2026/);
    assert.deepEqual(draftLetter(gap.noUpdates(input)).missing, []);
  }
});

test('[MGL-20][R9] where agreement is needed and refused, the letter says that the old date stays and when to expect the answer', () => {
  const refused = (input: LetterInput): LetterInput => {
    const facts = input.state.stages[1];
    const extensions = facts.extensions.map(one => ({ ...one, agreement: 'refused' as const }));
    return { ...input, state: { ...input.state, stages: { ...input.state.stages, 1: { ...facts, extensions } } } };
  };
  const text = textOf(refused(completeInput('extension', 1, magenta)));
  assert.match(text, /You did not agree to more time, so our answer is still due on Friday 27 November 2026/);
  assert.match(text, /Friday 11 December 2026/);
  assert.doesNotMatch(textOf(refused(completeInput('extension', 1, magna))), /did not agree/);
});

test('[MGL-24][Code 6.12] the stage 1 response says until when stage 2 can be asked for, and that no reason is needed', () => {
  for (const policy of [magna, magenta]) {
    const text = textOf(completeInput('response', 1, policy));
    assert.match(text, /Ask by: Monday 4 January 2027/);
    assert.match(text, /Your reasons: You do not have to give any\./);
  }
});

test('[MAG-43] at stage 2 both decisions stand beside each other', () => {
  const text = textOf(completeInput('response', 2, magna));
  assert.match(text, /Point: Point 2\nStage 1 decision: Partly upheld\nOur decision now: Partly upheld/);
});

test('[R40][MAG-40] points not pursued are listed as standing, need no answer, and can be added back', () => {
  const ack = textOf(gap.notPursued(2)(completeInput('acknowledgement', 2, magna)));
  assert.match(ack, /stage 1 answer to them stands:\n\nPoint 2: The mould/);
  assert.match(ack, /still ask us to include them/);
  const response = draftLetter(gap.notPursued(2)(completeInput('response', 2, magna)));
  assert.deepEqual(response.missing, []);
  assert.match(letterAsText(response.document), /Our decision now: Not asked for again: the stage 1 answer stands/);
});

test('[R23] a point before a court is held, told as held, and not waited for', () => {
  const draft = draftLetter(gap.suspended(1)(completeInput('response', 1, magenta)));
  assert.deepEqual(draft.missing, []);
  assert.match(letterAsText(draft.document), /not decided point 1, because a court is considering it/);
});

test('[MAG-43] what was told and is no point is told as such with the reason', () => {
  const input = completeInput('acknowledgement', 1, magna);
  const facts = input.state.stages[1];
  const definition = facts.definition && { ...facts.definition, leftOut: ref('excluded-because') };
  const state = { ...input.state, stages: { ...input.state.stages, 1: { ...facts, definition } } };
  assert.match(textOf({ ...input, state }), /not made a point of the complaint, and why:\n\nIt happened in 2019/);
});

test('[R53] a promise may say when its date will be given', () => {
  const draft = draftLetter(gap.dateToFollow(completeInput('response', 1, magna)));
  assert.deepEqual(draft.missing, []);
  assert.match(letterAsText(draft.document), /We will give you the date by Wednesday 2 December 2026/);
});

test('[MGL-22] where nothing was found wrong, nothing has to be put right or changed, and the letter says so', () => {
  const input = gap.noLearning(gap.noRemedy(gap.nothingUpheld(completeInput('response', 1, magenta))));
  const draft = draftLetter(input);
  assert.deepEqual(draft.missing, []);
  assert.match(letterAsText(draft.document), /We do not uphold your complaint\./);
  assert.match(letterAsText(draft.document), /nothing that we need to put right/);
});

test('[R8] a response before any acknowledgement says what both must say', () => {
  const draft = draftLetter(gap.notAcknowledged(completeInput('response', 1, magna)));
  assert.deepEqual(draft.missing, []);
  for (const item of ['outcome-sought', 'responsibility', 'handler'] as const)
    assert.ok(draft.contents.includes(item), item);
  const without = draftLetter(gap.noBodyNamed(gap.notAcknowledged(completeInput('response', 1, magna))));
  assert.deepEqual(
    without.missing.map(one => one.item),
    ['responsibility'],
  );
  assert.ok(!draftLetter(completeInput('response', 1, magna)).contents.includes('responsibility'));
});

test('[R45] a corrected answer is written from the case as it is now, with its own last day for stage 2', () => {
  const input = completeInput('response', 1, magenta);
  const corrected = { ...input, dates: { ...input.dates, escalationCloses: '2027-06-01' } as const };
  assert.match(textOf(corrected), /Ask by: Tuesday 1 June 2027/);
});

test('[MAG-16][MAG-17][MGL-11] a refusal says what is still taken, who can help, and that the Ombudsman can be asked', () => {
  const text = textOf(completeInput('refusal', 1, magna));
  assert.match(text, /we will take that as a complaint/);
  assert.match(text, /The body that decides the appeal can help you/);
  assert.match(text, /right to take this decision to the Housing Ombudsman Service/);
  assert.match(
    textOf(completeInput('refusal', 1, magenta)),
    /right to take this decision to the Housing Ombudsman Service/,
  );
});

test('[R20] nobody offers an appeal to ourselves against a refusal', () => {
  assert.doesNotMatch(textOf(completeInput('refusal', 1, magna)), /stage 2|appeal to us/i);
});

test('[MAG-43] only promises not yet done, and of this stage or before, are told as outstanding', () => {
  const input = completeInput('response', 1, magna);
  const [action] = input.state.actions;
  assert.ok(action);
  const withAction = (change: Partial<typeof action>) =>
    textOf({ ...input, state: { ...input.state, actions: [{ ...action, ...change }] } });
  assert.match(withAction({}), /Fit an extractor fan/);
  for (const change of [{ doneOn: '2026-11-24' }, { stage: 2 }] as const) {
    assert.match(withAction(change), /There is nothing left for us to do\./);
  }
});
