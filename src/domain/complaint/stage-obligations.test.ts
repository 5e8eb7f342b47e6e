import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Landlord, rulebooks } from '../../../test/complaint-cast.ts';
import { englandAndWales } from '../../../test/fixtures/calendars.ts';
import { BeyondCalendar } from '../calendar/working-days.ts';
import { isOpen, statusOn, workingDate, workingDaysLate } from './obligation.ts';
import { stageObligations } from './stage-obligations.ts';
import { type CaseTimeline, type ExtensionFacts, emptyTimeline, type StageTimeline } from './timeline.ts';

function timeline(
  stage1: Partial<StageTimeline>,
  stage2: Partial<StageTimeline> = {},
  more: Partial<CaseTimeline> = {},
): CaseTimeline {
  const empty = emptyTimeline(more.pastRecord ?? false);
  return { ...empty, ...more, stage1: { ...empty.stage1, ...stage1 }, stage2: { ...empty.stage2, ...stage2 } };
}

function judge(line: CaseTimeline, landlord: Landlord = 'magna') {
  const [acknowledge1, respond1, acknowledge2, respond2] = stageObligations(
    line,
    rulebooks[landlord].rules,
    englandAndWales,
  );
  assert.ok(acknowledge1 && respond1 && acknowledge2 && respond2);
  return { acknowledge1, respond1, acknowledge2, respond2 };
}

const received = { startedOn: '2026-01-05' } as const;
const acknowledged = { ...received, acknowledgedOn: '2026-01-09' } as const;
const answered = { ...acknowledged, respondedOn: '2026-01-23' } as const;

function extension(more: Partial<ExtensionFacts> = {}): ExtensionFacts {
  const agreed = { notice: 'complete', agreement: 'agreed', goodReasonApproved: false } as const;
  return { newDueOn: '2026-02-06', noticeSentOn: '2026-01-22', ...agreed, ...more };
}

test('[MAG-28][MGL-17][R4][Code 6.2] the acknowledgement is due five working days after receipt, the day after it being day 1', () => {
  for (const landlord of ['magna', 'magenta'] as const) {
    assert.equal(judge(timeline(received), landlord).acknowledge1.dueOn, '2026-01-12');
  }
});

test('[R4] received on a Saturday, Monday is day 1; received before Easter, the holidays do not count', () => {
  assert.equal(judge(timeline({ startedOn: '2026-01-10' })).acknowledge1.dueOn, '2026-01-16');
  assert.equal(judge(timeline({ startedOn: '2026-04-02' })).acknowledge1.dueOn, '2026-04-13');
});

test('[R4] a working-day date beyond the calendar is refused, not guessed', () => {
  assert.throws(() => judge(timeline({ startedOn: '2028-12-27' })), BeyondCalendar);
});

test('[MAG-33][MGL-20][Code 6.3] the stage 1 answer is due ten working days after the acknowledgement that was sent', () => {
  for (const landlord of ['magna', 'magenta'] as const) {
    const { respond1 } = judge(timeline(acknowledged), landlord);
    assert.equal(respond1.dueOn, '2026-01-23');
    assert.deepEqual(respond1.from, { event: 'acknowledgement-sent', on: '2026-01-09' });
  }
});

test('[R5] until the acknowledgement is sent the answer counts from the day it is due', () => {
  const { respond1 } = judge(timeline(received));
  assert.equal(respond1.dueOn, '2026-01-26');
  assert.deepEqual(respond1.from, { event: 'acknowledgement-due', on: '2026-01-12' });
});

test('[R5] after a late acknowledgement both dates are there, and the earlier is worked to', () => {
  const { respond1 } = judge(timeline({ ...received, acknowledgedOn: '2026-01-20' }));
  assert.equal(respond1.dueOn, '2026-02-03');
  assert.equal(respond1.longStopOn, '2026-01-26');
  assert.equal(workingDate(respond1), '2026-01-26');
});

test('[R5] the outer date of stage 2 is 25 working days from the request, and of an extended stage 1 answer 25 from receipt', () => {
  const { respond2 } = judge(timeline(answered, { startedOn: '2026-02-02' }));
  assert.equal(respond2.longStopOn, '2026-03-09');
  const { respond1 } = judge(timeline({ ...acknowledged, extensions: [extension()] }));
  assert.equal(respond1.longStopOn, '2026-02-09');
});

test('[MAG-40][MGL-25][R2][Code 6.11] stage 2 is acknowledged within five working days of the request, for the policy that says so by its own clause', () => {
  const line = timeline(answered, { startedOn: '2026-02-02' });
  const magna = judge(line).acknowledge2;
  assert.equal(magna.dueOn, '2026-02-09');
  assert.equal(magna.basis, 'code', 'only logging is promised, so the Code asks for the acknowledgement');
  const magenta = judge(line, 'magenta').acknowledge2;
  assert.equal(magenta.dueOn, '2026-02-09');
  assert.equal(magenta.clause, 'MGL-25');
});

test('[MAG-42][MGL-28][Code 6.14] the stage 2 answer is due twenty working days after its acknowledgement', () => {
  const line = timeline(answered, { startedOn: '2026-02-02', acknowledgedOn: '2026-02-06' });
  assert.equal(judge(line).respond2.dueOn, '2026-03-06');
  assert.equal(judge(line, 'magenta').respond2.dueOn, '2026-03-06');
});

test('[R6] statuses: due, overdue, met, late, not started, lapsed', () => {
  const open = judge(timeline(received));
  assert.equal(statusOn(open.acknowledge1, '2026-01-12'), 'due');
  assert.equal(statusOn(open.acknowledge1, '2026-01-13'), 'overdue');
  assert.equal(statusOn(open.respond2, '2026-01-13'), 'not-started');
  assert.equal(statusOn(judge(timeline(acknowledged)).acknowledge1, '2026-01-13'), 'met');
  const late = judge(timeline({ ...received, acknowledgedOn: '2026-01-14' })).acknowledge1;
  assert.equal(statusOn(late, '2026-02-01'), 'late');
  assert.equal(workingDaysLate(late, '2026-02-01', englandAndWales), 2);
  assert.equal(statusOn(late, '2026-01-13'), 'overdue', 'as it stood before it went');
});

test('[R6] withdrawn is not failure: what was still owed lapses, what was met stays met', () => {
  const { acknowledge1, respond1 } = judge(timeline(acknowledged, {}, { withdrawnOn: '2026-02-02' }));
  assert.equal(statusOn(acknowledge1, '2026-02-03'), 'met');
  assert.equal(statusOn(respond1, '2026-02-03'), 'lapsed');
  assert.equal(statusOn(respond1, '2026-01-30'), 'overdue', 'on that day it was');
});

test('[R6][R8] past records: what is missing cannot be judged, and is no failure', () => {
  const past = { pastRecord: true };
  const noAcknowledgement = judge(timeline({ ...received, respondedOn: '2026-01-20' }, {}, past));
  assert.equal(statusOn(noAcknowledgement.acknowledge1, '2026-03-01'), 'cannot-judge');
  assert.equal(
    statusOn(noAcknowledgement.respond1, '2026-03-01'),
    'met',
    'judged from the day the acknowledgement was due',
  );
  const quick = judge(timeline({ ...received, respondedOn: '2026-01-12' }, {}, past));
  assert.equal(statusOn(quick.acknowledge1, '2026-03-01'), 'met', 'one letter in time did for both');
  const noAnswer = judge(timeline(acknowledged, { startedOn: '2026-02-02', acknowledgedOn: '2026-02-06' }, past));
  assert.equal(statusOn(noAnswer.respond1, '2026-03-01'), 'cannot-judge');
});

test('[R8] a response that says all an acknowledgement must discharges both, and another does not', () => {
  const covering = judge(timeline({ ...received, respondedOn: '2026-01-09', responseCovers: true }));
  assert.equal(covering.acknowledge1.dischargedOn, '2026-01-09');
  const bare = judge(timeline({ ...received, respondedOn: '2026-01-09' }));
  assert.ok(isOpen(bare.acknowledge1));
  const late = judge(timeline({ ...received, respondedOn: '2026-01-20', responseCovers: true }));
  assert.equal(statusOn(late.acknowledge1, '2026-02-01'), 'late');
});

test('[R9][MAG-34][Code 6.4] an extension moves the date only when its notice went by the old date', () => {
  const moved = judge(timeline({ ...acknowledged, extensions: [extension({ noticeSentOn: '2026-01-23' })] })).respond1;
  assert.equal(moved.dueOn, '2026-02-06');
  for (const noticeSentOn of [null, '2026-01-26'] as const) {
    const { respond1 } = judge(timeline({ ...acknowledged, extensions: [extension({ noticeSentOn })] }));
    assert.equal(respond1.dueOn, '2026-01-23');
    assert.match(respond1.rule, /did not move/);
    assert.equal(respond1.longStopOn, '2026-01-26', 'nor does the outer date');
  }
});

test('[R9][MAG-34][Code 6.4] beyond ten further working days needs an approved good reason, counted over all extensions', () => {
  const beyond = extension({ newDueOn: '2026-02-09' });
  assert.equal(judge(timeline({ ...acknowledged, extensions: [beyond] })).respond1.dueOn, '2026-01-23');
  const approved = { ...beyond, goodReasonApproved: true };
  assert.equal(judge(timeline({ ...acknowledged, extensions: [approved] })).respond1.dueOn, '2026-02-09');
  const second = [
    extension({ newDueOn: '2026-01-30' }),
    extension({ newDueOn: '2026-02-13', noticeSentOn: '2026-01-29' }),
  ];
  const { respond1 } = judge(timeline({ ...acknowledged, extensions: second }));
  assert.equal(respond1.dueOn, '2026-01-30', 'the first holds, the second goes beyond the cap from the original date');
});

test('[R9] a notice without its reason or the Ombudsman’s details moves nothing; where a past record is silent it is assumed', () => {
  const incomplete = extension({ notice: 'incomplete' });
  assert.equal(judge(timeline({ ...acknowledged, extensions: [incomplete] })).respond1.dueOn, '2026-01-23');
  const { respond1 } = judge(timeline({ ...acknowledged, extensions: [extension({ notice: 'assumed' })] }));
  assert.equal(respond1.dueOn, '2026-02-06');
  assert.match(respond1.rule, /assumed/);
});

test('[R9][MGL-20] where the policy needs the resident’s agreement and they refuse, the date does not move', () => {
  const refused = { ...acknowledged, extensions: [extension({ agreement: 'refused' })] };
  assert.equal(judge(timeline(refused), 'magenta').respond1.dueOn, '2026-01-23');
  assert.equal(judge(timeline(refused), 'magna').respond1.dueOn, '2026-02-06');
  const agreed = { ...acknowledged, extensions: [extension()] };
  assert.equal(judge(timeline(agreed), 'magenta').respond1.dueOn, '2026-02-06');
});

test('[R41] asked for before the stage 1 answer was due, stage 2 runs from the day that answer is sent', () => {
  const early = { startedOn: '2026-01-15' } as const;
  assert.equal(judge(timeline(acknowledged, early)).respond2.judged, 'unstarted');
  const { acknowledge2 } = judge(timeline(answered, early));
  assert.deepEqual(acknowledge2.from, { event: 'stage-1-response-sent', on: '2026-01-23' });
  assert.equal(acknowledge2.dueOn, '2026-01-30');
});

test('[R42] asked for when the answer was overdue, stage 2 runs from the request and stage 1 stays late', () => {
  const line = timeline({ ...acknowledged, respondedOn: '2026-02-06' }, { startedOn: '2026-01-28' });
  const { respond1, acknowledge2 } = judge(line);
  assert.equal(statusOn(respond1, '2026-03-01'), 'late');
  assert.deepEqual(acknowledge2.from, { event: 'escalation-requested', on: '2026-01-28' });
  assert.equal(
    judge(timeline(acknowledged, { startedOn: '2026-01-28' })).acknowledge2.dueOn,
    '2026-02-04',
    'unanswered too',
  );
});

test('[R4] a request at a weekend counts that day, and Monday is day 1', () => {
  const { acknowledge2 } = judge(timeline(answered, { startedOn: '2026-01-31' }));
  assert.deepEqual(acknowledge2.from, { event: 'escalation-requested', on: '2026-01-31' });
  assert.equal(acknowledge2.dueOn, '2026-02-06');
});

test('[R20] the refusal letter discharges the acknowledgement, and the answer lapses', () => {
  const decided = judge(timeline({ ...received, refusedOn: '2026-01-08' }));
  assert.ok(isOpen(decided.acknowledge1), 'the letter is still owed');
  assert.equal(statusOn(decided.respond1, '2026-01-09'), 'lapsed');
  const sent = judge(timeline({ ...received, refusedOn: '2026-01-08', refusalSentOn: '2026-01-12' }));
  assert.equal(statusOn(sent.acknowledge1, '2026-01-13'), 'met');
});

test('[R20] refused after it was acknowledged, something in writing stays owed until the refusal letter goes', () => {
  const decided = judge(timeline({ ...acknowledged, refusedOn: '2026-01-15' }));
  assert.ok(isOpen(decided.respond1));
  const sent = judge(timeline({ ...acknowledged, refusedOn: '2026-01-15', refusalSentOn: '2026-01-19' }));
  assert.equal(sent.respond1.lapsedOn, '2026-01-19');
});

test('[R20][R65] a new start gives new clocks, counted from the direction or the revival', () => {
  const { acknowledge1, respond1 } = judge(timeline({ ...received, restartedOn: '2026-03-02' }));
  assert.deepEqual(acknowledge1.from, { event: 'restarted', on: '2026-03-02' });
  assert.equal(acknowledge1.dueOn, '2026-03-09');
  assert.equal(respond1.dueOn, '2026-03-23');
});

test('[R2] a policy slower than the Code is worked to the Code’s date, one that is quicker to its own', () => {
  const slow = rulebooks.magna.rules[1].respond.map(rule => ({
    ...rule,
    value: 30,
    basis: 'policy' as const,
    clause: 'SLOW',
  }));
  const code = rulebooks.magna.rules[1].respond.map(rule => ({ ...rule, basis: 'code' as const, clause: 'Code 6.3' }));
  const rules = { ...rulebooks.magna.rules, 1: { ...rulebooks.magna.rules[1], respond: [...slow, ...code] } };
  const respond = stageObligations(timeline(acknowledged), rules, englandAndWales)[1];
  assert.equal(respond?.dueOn, '2026-01-23');
  assert.equal(respond?.clause, 'Code 6.3');
  assert.equal(respond?.basis, 'code');
});

test('[R2] where policy and Code come to one date the policy’s own clause is named', () => {
  const [rule] = rulebooks.magna.rules[1].respond;
  assert.ok(rule);
  const respond = [
    { ...rule, clause: 'POLICY' },
    { ...rule, clause: 'CODE' },
  ];
  const rules = { ...rulebooks.magna.rules, 1: { ...rulebooks.magna.rules[1], respond } };
  assert.equal(stageObligations(timeline(acknowledged), rules, englandAndWales)[1]?.clause, 'POLICY');
});
