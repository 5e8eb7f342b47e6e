import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Landlord, rulebooks, text } from '../../../test/complaint-cast.ts';
import { answeredStory, issue } from '../../../test/complaint-story.ts';
import { englandAndWales } from '../../../test/fixtures/calendars.ts';
import { caseWindow, escalationWindow } from './escalation-window.ts';
import { emptyTimeline, type StageTimeline } from './timeline.ts';

function closes(stage1: Partial<StageTimeline>, landlord: Landlord = 'magna') {
  const empty = emptyTimeline();
  const line = { ...empty, stage1: { ...empty.stage1, ...stage1 } };
  return escalationWindow(line, rulebooks[landlord].rules, englandAndWales)?.closesOn ?? null;
}

test('[MAG-38][R12] thirty days are calendar days from receiving the answer: email that day, post the second working day after', () => {
  assert.equal(closes({ respondedOn: '2026-01-21', responseMethod: 'email' }), '2026-02-20');
  assert.equal(closes({ respondedOn: '2026-01-21', responseMethod: 'post' }), '2026-02-23', '22 February is a Sunday');
  assert.equal(closes({ respondedOn: '2026-01-21', responseMethod: null }), '2026-02-23', 'unknown counts as post');
});

test('[R12] the closing day is inside, and a non-working one rolls to the next working day', () => {
  assert.equal(closes({ respondedOn: '2026-01-23', responseMethod: 'email' }), '2026-02-23');
});

test('[MGL-24][R12] six months run from the date of the letter to the same date, or to the month’s end', () => {
  assert.equal(closes({ respondedOn: '2026-01-23', responseMethod: 'post' }, 'magenta'), '2026-07-23');
  assert.equal(
    closes({ respondedOn: '2026-08-31', responseMethod: 'email' }, 'magenta'),
    '2027-03-01',
    '28 February 2027 is a Sunday',
  );
});

test('[R45] a corrected response starts the window anew, and moves nothing else', () => {
  const corrected = answeredStory('magenta')
    .on('2026-03-02')
    .issued('response', 1, { letterId: 'corrected', supersedes: 'response-1' })
    .sent('corrected');
  assert.equal(caseWindow(corrected.state, corrected.deciding)?.closesOn, '2026-09-02');
  assert.equal(corrected.state.timeline.stage1.respondedOn, '2026-01-23');
  assert.equal(corrected.status('respond-1'), 'met');
});

test('[R12] without an answer, or without a limit in the policy, there is no window', () => {
  assert.equal(closes({}), null);
  const unlimited = { ...rulebooks.magna.rules, window: null };
  const answered = { ...emptyTimeline().stage1, respondedOn: '2026-01-23' } as const;
  assert.equal(escalationWindow({ ...emptyTimeline(), stage1: answered }, unlimited, englandAndWales), null);
});

test('[R12] a window from the completion of agreed works waits for the last of them', () => {
  const rules = {
    ...rulebooks.magna.rules,
    window: { value: 20, unit: 'working-days', countsFrom: 'agreed-works-complete', clause: 'X' },
  } as const;
  const promised = answeredStory().does({
    type: 'PromiseAction',
    actionId: 'a1',
    stage: 1,
    pointId: null,
    owner: { kind: 'team', name: 'repairs' },
    what: text('mend the tap'),
    dueOn: '2026-02-20',
    dateGivenBy: null,
  });
  assert.equal(caseWindow(promised.state, { rules, calendar: englandAndWales }), null);
  const done = promised.on('2026-02-20').does({
    type: 'CompleteAction',
    actionId: 'a1',
    on: '2026-02-20',
    evidence: text('photograph'),
    residentToldOn: '2026-02-20',
  });
  assert.equal(caseWindow(done.state, { rules, calendar: englandAndWales })?.closesOn, '2026-03-20');
});

test('[R66] a response that came back has no window until it is truly received', () => {
  const returned = answeredStory('magenta')
    .on('2026-02-02')
    .does({
      type: 'ReturnLetter',
      letterId: 'response-1',
      on: '2026-02-02',
      why: 'wrong-address',
      note: text('moved'),
    });
  assert.equal(caseWindow(returned.state, returned.deciding), null);
  const again = returned.does(issue('response', 1, { letterId: 'again' })).sent('again');
  assert.equal(caseWindow(again.state, again.deciding)?.closesOn, '2026-08-03', '2 August 2026 is a Sunday');
});

test('[R12] where a policy counts from the answer or the works, the later of the two starts the window', () => {
  const window = {
    value: 20,
    unit: 'working-days',
    countsFrom: 'response-receipt-or-agreed-works',
    clause: 'X',
  } as const;
  const rules = { ...rulebooks.magna.rules, window };
  const empty = emptyTimeline();
  const line = { ...empty, stage1: { ...empty.stage1, respondedOn: '2026-01-23', responseMethod: 'email' } } as const;
  assert.equal(escalationWindow(line, rules, englandAndWales, '2026-02-20')?.closesOn, '2026-03-20');
  assert.equal(escalationWindow(line, rules, englandAndWales, '2026-01-12')?.closesOn, '2026-02-20');
  assert.equal(escalationWindow(line, rules, englandAndWales)?.closesOn, '2026-02-20');
});
