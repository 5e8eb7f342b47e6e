import assert from 'node:assert/strict';
import { test } from 'node:test';
import { text } from '../../../test/complaint-cast.ts';
import { acknowledgedStory, answeredStory, type Story, story } from '../../../test/complaint-story.ts';
import type { NextStep } from './next-step.ts';
import { nextSteps } from './next-steps.ts';

const steps = (told: Story): NextStep[] => nextSteps(told.state, told.deciding);
const acts = (told: Story) => steps(told).map(step => (step.letter === null ? step.act : `${step.act} ${step.letter}`));

test('a new complaint is assigned, talked over, defined, acknowledged and answered, in the order of the dates', () => {
  const logged = story().received('2026-01-05').as('lead');
  assert.deepEqual(acts(logged), ['AssignHandler', 'RecordContact', 'DefineComplaint']);
  const defined = logged.assigned().as('officer').defined(2);
  assert.deepEqual(acts(defined), ['RecordContact', 'IssueLetter acknowledgement', 'DecidePoint', 'DecidePoint']);
  assert.deepEqual(acts(defined.issued('acknowledgement', 1)).slice(0, 2), [
    'RecordContact',
    'SendLetter acknowledgement',
  ]);
  const decided = defined.acknowledged('2026-01-09').decided();
  assert.ok(acts(decided).includes('IssueLetter response'));
});

test('each step says why, by when and what it discharges', () => {
  const step = steps(acknowledgedStory()).find(one => one.act === 'DecidePoint');
  assert.equal(step?.obligationId, 'respond-1');
  assert.equal(step?.dueOn, '2026-01-23');
  assert.match(step?.why ?? '', /10 working days from the acknowledgement/);
  assert.match(step?.why ?? '', /Point 1 has no decision/);
});

test('a step that is not for whoever looks says why not, before the work is done', () => {
  const [assign] = steps(story().received('2026-01-05').as('colleague'));
  assert.equal(assign?.act, 'AssignHandler');
  assert.equal(assign?.closed?.code, 'not-your-role');
  assert.equal(steps(story().received('2026-01-05').as('lead'))[0]?.closed, null);
});

test('[R9] two working days before the answer is due is the time to think of an extension, and not after', () => {
  assert.ok(!acts(acknowledgedStory().on('2026-01-20')).includes('DecideExtension'));
  assert.ok(acts(acknowledgedStory().on('2026-01-21')).includes('DecideExtension'));
  assert.ok(!acts(acknowledgedStory().on('2026-01-26')).includes('DecideExtension'));
  assert.ok(acts(acknowledgedStory().on('2026-01-26')).includes('AgreeUpdates'));
});

test('[R14] what is past due stays first until it is done', () => {
  const [first] = steps(story().received('2026-01-05').assigned().on('2026-03-02'));
  assert.equal(first?.act, 'RecordContact');
  assert.equal(first?.dueOn, '2026-01-07');
});

test('[R25] routing is proposed before anything else, until it is decided', () => {
  const vulnerable = story()
    .received('2026-01-05', { flags: ['vulnerable'] })
    .as('lead');
  assert.equal(acts(vulnerable)[0], 'DecideRouting');
  const decided = vulnerable.does({
    type: 'DecideRouting',
    ruleId: 'serious',
    to: null,
    followed: false,
    reason: text('small'),
  });
  assert.notEqual(acts(decided)[0], 'DecideRouting');
});

test('[R13] a danger goes before everything else, even what the rest waits for', () => {
  const told = story()
    .received('2026-01-05', { flags: ['safety', 'vulnerable'] })
    .as('lead');
  assert.deepEqual(acts(told).slice(0, 2), ['SettleDanger', 'DecideRouting']);
});

test('[R22] somebody complained for the resident: their authority is asked for', () => {
  assert.equal(acts(story().received('2026-01-05', { representativeId: 'niece' }))[0], 'RecordRepresentative');
});

test('[R42] stage 1 unanswered when stage 2 was asked for is offered as a point', () => {
  const late = acknowledgedStory().escalated('2026-01-28').assigned('head', 2).as('head');
  const define = steps(late).find(one => one.act === 'DefineComplaint' && one.stage === 2);
  assert.match(define?.why ?? '', /offer that as a point/);
});

test('[R65] withdrawn on a promise that was not kept: that is offered as a point', () => {
  const revived = acknowledgedStory()
    .does({ type: 'WithdrawComplaint', on: '2026-01-09', evidence: text('x'), channel: 'email' })
    .on('2026-02-02')
    .does({ type: 'ReviveComplaint', on: '2026-02-02', words: text('still drips'), brokenPromise: true });
  assert.ok(acts(revived).includes('AddPoint'));
});

test('[R40] points that the resident added back are defined again', () => {
  const some = answeredStory('magna', 2)
    .escalated('2026-02-02', ['p1'])
    .assigned('head', 2)
    .as('head')
    .defined(2, 2, ['p2']);
  assert.equal(acts(some.escalated('2026-02-10', ['p2']))[0], 'DefineComplaint');
});

test('[R30] a conflict found after the answer: the resident is told and chooses', () => {
  const after = answeredStory()
    .on('2026-02-02')
    .does({ type: 'DeclareConflict', personId: 'officer', reason: text('cousin') });
  assert.match(steps(after)[0]?.why ?? '', /fresh answer/);
  const told = after.as('lead').does({
    type: 'RecordContact',
    stage: 1,
    on: '2026-02-02',
    kind: 'discussion',
    note: text('told'),
  });
  assert.deepEqual(steps(told), []);
});

test('[R20] after a refusal the letter is what remains; [R46] after the answer nothing is work', () => {
  const answers = { 'earlier-case': 'WXYZ', 'anything-new': 'no' };
  const refused = story()
    .received('2026-01-05')
    .assigned()
    .as('lead')
    .does({ type: 'RefuseComplaint', groundId: 'already-considered', answers, reasons: text('x') });
  assert.deepEqual(acts(refused), ['IssueLetter refusal']);
  assert.deepEqual(acts(answeredStory()), []);
});

test('[R66] a letter that came back is sent again, or issued anew where it went astray', () => {
  const back = (why: 'bounced' | 'wrong-address') =>
    answeredStory()
      .on('2026-02-02')
      .does({ type: 'ReturnLetter', letterId: 'response-1', on: '2026-02-02', why, note: text('x') });
  assert.ok(acts(back('bounced')).includes('SendLetter response'));
  assert.ok(acts(back('wrong-address')).includes('IssueLetter response'));
});

test('whether a step is open is asked about the very promise or question', () => {
  const told = acknowledgedStory()
    .does({
      type: 'AskInformation',
      requestId: 'r1',
      stage: 1,
      of: 'contractor',
      serviceArea: 'repairs',
      dueOn: '2026-01-16',
      question: text('?'),
    })
    .does({
      type: 'PromiseAction',
      actionId: 'a1',
      stage: 1,
      pointId: null,
      owner: { kind: 'team', name: 'repairs' },
      what: text('tap'),
      dueOn: '2026-02-02',
      dateGivenBy: null,
    });
  const closed = (who: 'contractor' | 'third-officer', act: string) =>
    steps(told.as(who)).find(step => step.act === act)?.closed?.code ?? null;
  assert.equal(closed('contractor', 'GiveInformation'), null);
  assert.equal(closed('third-officer', 'GiveInformation'), 'not-asked-of-you');
  assert.equal(closed('contractor', 'CompleteAction'), 'not-your-case');
  assert.equal(closed('third-officer', 'CompleteAction'), null);
});

test('[R9] each extension has its own notice', () => {
  const extension = {
    type: 'DecideExtension',
    stage: 1,
    reason: text('ill'),
    agreement: 'agreed',
    goodReason: null,
    approvedBy: null,
  } as const;
  const both = acknowledgedStory()
    .on('2026-01-20')
    .does({ ...extension, extensionId: 'x1', newDueOn: '2026-01-30' })
    .issued('extension', 1, { letterId: 'first', extensionId: 'x1' })
    .does({ ...extension, extensionId: 'x2', newDueOn: '2026-02-04' });
  const notices = steps(both).filter(step => step.letter === 'extension');
  assert.deepEqual(
    notices.map(step => [step.act, step.about]),
    [
      ['SendLetter', 'first'],
      ['IssueLetter', 'x2'],
    ],
  );
});

test('[R20] a refused or withdrawn complaint asks for nothing but its letter', () => {
  const answers = { 'earlier-case': 'WXYZ', 'anything-new': 'no' };
  const refused = story()
    .received('2026-01-05', { representativeId: 'niece', flags: ['vulnerable'] })
    .as('lead')
    .does({ type: 'RefuseComplaint', groundId: 'already-considered', answers, reasons: text('x') });
  assert.deepEqual(acts(refused), ['IssueLetter refusal']);
  const withdrawn = story()
    .received('2026-01-05', { representativeId: 'niece' })
    .does({ type: 'WithdrawComplaint', on: '2026-01-05', evidence: text('x'), channel: 'email' });
  assert.deepEqual(acts(withdrawn), ['IssueLetter withdrawal-confirmed']);
});
