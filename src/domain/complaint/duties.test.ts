import assert from 'node:assert/strict';
import { test } from 'node:test';
import { text } from '../../../test/complaint-cast.ts';
import { acknowledgedStory, answeredStory, type Story, story } from '../../../test/complaint-story.ts';
import type { LocalDate } from '../calendar/dates.ts';
import { onCallRoles } from '../policy/duty-times.ts';
import type { CommandOf } from './commands.ts';
import { nextSteps } from './next-steps.ts';
import { statusAt, statusOn } from './obligation.ts';

const answersOfReview = {
  'first-report': 'yes',
  'review-finished': 'no',
  safety: 'no',
  'original-date': '2026-01-05',
  'chase-on': '2026-03-02',
};

function sentToReview(): Story {
  const told = story('magenta').received('2026-01-05').assigned().as('lead').on('2026-01-07');
  const ground = told.deciding.policy.exclusions.find(one => one.questions.some(({ id }) => id === 'chase-on'));
  assert.ok(ground);
  const known = Object.entries(answersOfReview).filter(([id]) => ground.questions.some(one => one.id === id));
  const reasons = text('first the case review');
  return told.does({ type: 'RefuseComplaint', groundId: ground.id, answers: Object.fromEntries(known), reasons });
}

const outcome = (
  on: LocalDate,
  answer: CommandOf<'RecordReviewOutcome'>['answer'],
  nextOn: LocalDate | null = null,
): CommandOf<'RecordReviewOutcome'> => ({
  type: 'RecordReviewOutcome',
  chaseId: 'chase-1',
  on,
  answer,
  nextOn,
  words: text('they said'),
});

test('[MGL-06] whoever was sent to the case review is asked on the promised day how it ended', () => {
  const sent = sentToReview();
  assert.equal(sent.state.refusal?.answers['chase-on'], '2026-03-02');
  const owed = sent.owed('ask-after-review-chase-1');
  assert.deepEqual([owed.dueOn, owed.startsOn, owed.clause], ['2026-03-02', '2026-03-02', 'MGL-06']);
  const steps = nextSteps(sent.on('2026-03-02').state, sent.on('2026-03-02').deciding);
  assert.equal(steps.find(one => one.act === 'RecordReviewOutcome')?.about, 'chase-1');
});

test('[MGL-06][R20] still dissatisfied, it is a complaint from that day, and the day it was first received stays', () => {
  const back = sentToReview().on('2026-03-03').does(outcome('2026-03-03', 'still-dissatisfied'));
  assert.equal(back.state.receivedOn, '2026-01-05');
  assert.equal(back.state.refusal, null);
  assert.equal(back.owed('acknowledge-1').dueOn, '2026-03-10');
  assert.equal(back.owed('ask-after-review-chase-1').dischargedOn, '2026-03-03');
  assert.equal(back.status('respond-1'), 'due');
});

test('[MGL-06] not taken further, the refusal stands; not ended yet, they are asked again on another day', () => {
  const satisfied = sentToReview().on('2026-03-03').does(outcome('2026-03-03', 'satisfied'));
  assert.notEqual(satisfied.state.refusal, null);
  assert.equal(satisfied.isOwed('ask-after-review-chase-2'), false);
  const later = sentToReview()
    .on('2026-03-02')
    .does(outcome('2026-03-02', 'not-ended', '2026-04-01'));
  assert.equal(later.owed('ask-after-review-chase-2').dueOn, '2026-04-01');
  sentToReview().on('2026-03-02').refuses(outcome('2026-03-02', 'not-ended'), 'next-asking-needed');
  satisfied.refuses(outcome('2026-03-03', 'satisfied'), 'nothing-of-the-kind-open');
});

test('[MGL-06][R20] the Ombudsman’s direction ends the asking', () => {
  const directed = sentToReview()
    .on('2026-02-02')
    .does({ type: 'DirectAcceptance', directedOn: '2026-02-02', deadline: null, note: text('take it') });
  assert.equal(directed.owed('ask-after-review-chase-1').lapsedOn, '2026-02-02');
});

function pointSentToReview() {
  const told = acknowledgedStory('magenta', 2).as('lead').on('2026-01-12');
  const ground = told.deciding.policy.exclusions.find(one => one.questions.some(({ id }) => id === 'chase-on'));
  assert.ok(ground);
  const known = Object.entries(answersOfReview).filter(([id]) => ground.questions.some(one => one.id === id));
  return told.does({
    ...{ type: 'ExcludePoint', stage: 1, pointId: 'p2', groundId: ground.id },
    ...{ answers: Object.fromEntries(known), reasons: text('first the case review') },
  });
}

test('[MGL-06] a point that was sent to the case review is asked about on the promised day, and joins the answer again', () => {
  const sent = pointSentToReview();
  assert.equal(sent.owed('ask-after-review-chase-1').dueOn, '2026-03-02');
  const point = (told: Story) => told.state.points.find(one => one.pointId === 'p2');
  assert.notEqual(point(sent)?.ended, null);
  const back = sent.on('2026-01-14').does(outcome('2026-01-14', 'still-dissatisfied'));
  assert.equal(point(back)?.ended, null);
  assert.equal(back.status('ask-after-review-chase-1'), 'met');
});

test('[MGL-06][R44] once the answer has gone, what is still wrong after the review is a complaint of its own', () => {
  const answered = pointSentToReview().as('officer').responded('2026-01-23').on('2026-03-02');
  answered.refuses(outcome('2026-03-02', 'still-dissatisfied'), 'review-point-answered');
  const logged = answered.does({ ...outcome('2026-03-02', 'still-dissatisfied'), becomes: 'other' });
  assert.deepEqual(logged.state.links, [{ otherCaseId: 'other', why: 'split-to' }]);
  assert.equal(logged.status('ask-after-review-chase-1'), 'met');
  assert.equal(answered.does(outcome('2026-03-02', 'satisfied')).state.links.length, 0);
});

const danger = (told: Story) => told.owed('make-safe-danger-1');
const safe = (at: CommandOf<'SettleDanger'>['at']): CommandOf<'SettleDanger'> => ({
  type: 'SettleDanger',
  dangerId: 'danger-1',
  outcome: 'made-safe',
  at,
  note: text('the power is off'),
});

test('[R13][MAG-15] a danger is due to be made safe at a moment, a day of hours after we knew of it, by those on call', () => {
  const told = story().received('2026-01-05', { flags: ['safety'], at: '2026-01-05T15:40:00.000Z' });
  const owed = danger(told);
  assert.deepEqual(
    [owed.dueAt, owed.dueOn, owed.owner.team, owed.clause],
    ['2026-01-06T15:40:00.000Z', '2026-01-06', 'on-call', 'R13'],
  );
  assert.equal(statusAt(owed, '2026-01-06T15:39:00.000Z'), 'due');
  assert.equal(statusAt(owed, '2026-01-06T15:41:00.000Z'), 'overdue');
});

test('[R13][R3] a danger told on an earlier day counts from then, and over a change of the clocks by elapsed hours', () => {
  const earlier = story().received('2026-01-02', { flags: ['safety'], at: '2026-01-05T15:40:00.000Z' }, '2026-01-05');
  assert.equal(danger(earlier).dueAt, '2026-01-03T23:59:00.000Z');
  const spring = story().received('2026-03-28', { flags: ['safety'], at: '2026-03-28T20:00:00.000Z' });
  assert.equal(danger(spring).dueAt, '2026-03-29T20:00:00.000Z');
});

test('[R13] made safe, or no danger with the reason: in time by the moment, not by the day', () => {
  const told = story()
    .received('2026-01-05', { flags: ['safety'], at: '2026-01-05T09:00:00.000Z' })
    .on('2026-01-06');
  assert.equal(statusOn(danger(told.does(safe('2026-01-06T08:00:00.000Z'))), '2026-01-06'), 'met');
  assert.equal(statusOn(danger(told.does(safe('2026-01-06T11:00:00.000Z'))), '2026-01-06'), 'late');
  told.refuses(safe('2026-01-07T08:00:00.000Z'), 'date-in-future');
  told.does(safe('2026-01-06T08:00:00.000Z')).refuses(safe('2026-01-06T08:00:00.000Z'), 'nothing-of-the-kind-open');
});

test('[R13] put first later, it is owed from that moment; withdrawing the complaint makes nothing safe', () => {
  const told = acknowledgedStory().on('2026-01-12');
  const put = told.does({ type: 'SetPriority', reason: text('sockets'), at: '2026-01-12T10:00:00.000Z' });
  assert.equal(danger(put).dueAt, '2026-01-13T10:00:00.000Z');
  const gone = put.does({ type: 'WithdrawComplaint', on: '2026-01-12', evidence: text('x'), channel: 'phone' });
  assert.equal(gone.status('make-safe-danger-1'), 'due');
});

test('[R13] each landlord has somebody on call', () => {
  for (const landlord of ['magna', 'magenta'] as const) {
    const { policy } = story(landlord).deciding;
    const roles = onCallRoles(policy);
    assert.ok(roles.length > 0);
    assert.ok(roles.every(id => policy.roles.some(role => role.id === id)));
  }
});

test('[R65] a withdrawal is confirmed in writing, and taking it up again ends that', () => {
  const withdrawn = acknowledgedStory()
    .on('2026-01-12')
    .does({ type: 'WithdrawComplaint', on: '2026-01-12', evidence: text('rang'), channel: 'phone' });
  assert.equal(withdrawn.owed('confirm-withdrawal-1').dueOn, '2026-01-19');
  const written = withdrawn.issued('withdrawal-confirmed', 1).sent('withdrawal-confirmed-1');
  assert.equal(written.owed('confirm-withdrawal-1').dischargedOn, '2026-01-12');
  const revived = withdrawn
    .on('2026-01-14')
    .does({ type: 'ReviveComplaint', on: '2026-01-14', words: text('again'), brokenPromise: false });
  assert.equal(revived.owed('confirm-withdrawal-1').lapsedOn, '2026-01-14');
});

const message = (on: LocalDate): CommandOf<'RecordMessage'> => ({
  type: 'RecordMessage',
  messageId: 'm1',
  on,
  channel: 'email',
  words: text('thanks, but it still leaks'),
});
const meant = (on: LocalDate, escalation: boolean): CommandOf<'SettleMessage'> => ({
  type: 'SettleMessage',
  messageId: 'm1',
  on,
  escalation,
  note: text('asked'),
});

test('[R43] an unclear message after the answer is asked about within two working days', () => {
  const told = answeredStory().on('2026-01-30').does(message('2026-01-30'));
  assert.equal(told.owed('ask-what-was-meant-m1').dueOn, '2026-02-03');
  const no = told.on('2026-02-02').does(meant('2026-02-02', false));
  assert.equal(no.owed('ask-what-was-meant-m1').dischargedOn, '2026-02-02');
  assert.equal(no.state.timeline.stage2.startedOn, null);
  acknowledgedStory().refuses(message('2026-01-09'), 'message-before-answer');
  answeredStory().escalated('2026-01-28').refuses(message('2026-01-28'), 'message-in-stage-2');
});

test('[R43] if it asked for stage 2, that counts from the day of the message', () => {
  const asked = answeredStory()
    .on('2026-01-30')
    .does(message('2026-01-30'))
    .on('2026-02-03')
    .does(meant('2026-02-03', true));
  assert.equal(asked.state.timeline.stage2.startedOn, '2026-01-30');
  assert.equal(asked.owed('acknowledge-2').dueOn, '2026-02-06');
  assert.equal(asked.state.escalations[0]?.words?.textId, message('2026-01-30').words.textId);
});

const passedOn = (more: Partial<CommandOf<'RequestEscalation'>>): CommandOf<'RequestEscalation'> => ({
  type: 'RequestEscalation',
  on: '2026-02-09',
  channel: 'email',
  points: 'all',
  words: null,
  forwardedBy: 'ombudsman',
  ...more,
});

test('[R43] passed on by the Ombudsman it counts from the resident’s own earlier request, else from the letter', () => {
  const at = answeredStory().on('2026-02-10');
  assert.equal(at.does(passedOn({ letterOn: '2026-02-09' })).state.timeline.stage2.startedOn, '2026-02-09');
  const own = at.does(passedOn({ on: '2026-01-28', letterOn: '2026-02-09' }));
  assert.equal(own.state.timeline.stage2.startedOn, '2026-01-28');
  at.refuses(passedOn({ on: '2026-02-10', letterOn: '2026-02-09' }), 'forwarded-dates');
});

test('[R43] a date of the Ombudsman’s own is owed beside ours', () => {
  const told = answeredStory()
    .on('2026-02-10')
    .does(passedOn({ letterOn: '2026-02-09', deadline: '2026-02-20' }));
  const owed = told.owed('meet-forwarding-1');
  assert.deepEqual([owed.dueOn, owed.stage, owed.dischargedOn], ['2026-02-20', 2, null]);
  assert.ok((told.owed('respond-2').dueOn ?? '') > '2026-02-20');
  answeredStory()
    .on('2026-02-10')
    .refuses(passedOn({ letterOn: '2026-02-09', deadline: '2026-02-01' }), 'forwarded-dates');
});

const enquiry = (dueOn: LocalDate | null): CommandOf<'RecordEnquiry'> => ({
  type: 'RecordEnquiry',
  enquiryId: 'e1',
  on: '2026-01-12',
  from: 'mp',
  personId: 'mp-1',
  question: text('what is being done?'),
  dueOn,
});

test('[R22] an MP asks without a form, is answered by a date of its own, and discharges nothing owed to the resident', () => {
  const told = story().received('2026-01-12').assigned().does(enquiry(null));
  assert.equal(told.owed('reply-to-enquiry-e1').dueOn, '2026-01-26');
  const before = told.obligations().filter(one => one.kind !== 'reply-to-enquiry');
  const reply = {
    type: 'AnswerEnquiry',
    enquiryId: 'e1',
    on: '2026-01-14',
    how: 'email',
    reply: text('r'),
    copy: text('link'),
  } as const;
  const answered = told.on('2026-01-14').does(reply);
  assert.equal(answered.owed('reply-to-enquiry-e1').dischargedOn, '2026-01-14');
  assert.deepEqual(
    answered.obligations().filter(one => one.kind !== 'reply-to-enquiry'),
    before,
  );
  answered.refuses(reply, 'nothing-of-the-kind-open');
});

test('[R22] the date they ask for is the date, and no earlier than the enquiry', () => {
  const told = story().received('2026-01-12').assigned();
  assert.equal(told.does(enquiry('2026-01-16')).owed('reply-to-enquiry-e1').dueOn, '2026-01-16');
  told.refuses(enquiry('2026-01-09'), 'date-before');
});
