import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rulebook, rulebooks, text } from '../../../../test/complaint-cast.ts';
import { acknowledgedStory, answeredStory, issue, type Story } from '../../../../test/complaint-story.ts';
import type { CommandOf } from '../commands.ts';
import { sayObligation } from '../in-words.ts';

function request(
  on: CommandOf<'RequestEscalation'>['on'],
  more: Partial<CommandOf<'RequestEscalation'>> = {},
): CommandOf<'RequestEscalation'> {
  return {
    type: 'RequestEscalation',
    on,
    channel: 'phone',
    points: 'all',
    words: null,
    forwardedBy: 'resident',
    ...more,
  };
}

const answers = { 'earlier-case': 'ABCD-EFGH', 'anything-new': 'no' };
const decline = (groundId: string, supportedBy: string | null = null) =>
  ({ type: 'RefuseEscalation', groundId, answers, reasons: text('because'), supportedBy }) as const;

const accepted = (told: Story) => told.state.escalations.map(one => one.decided?.how ?? null);

test('[R40][MAG-38][MGL-24] a request in time needs no reason and is accepted at once', () => {
  const asked = answeredStory('magenta').escalated('2026-02-02');
  assert.deepEqual(accepted(asked), ['accepted']);
  assert.equal(asked.state.escalations[0]?.words, null);
  assert.equal(asked.owed('acknowledge-2').dueOn, '2026-02-09');
});

test('[R12][MAG-38] the closing day is in time, the day after waits for a decision', () => {
  const last = answeredStory().escalated('2026-02-23');
  assert.deepEqual(accepted(last), ['accepted']);
  assert.equal(last.isOwed('decide-escalation-1'), false);
  const late = answeredStory().escalated('2026-02-24');
  assert.deepEqual(accepted(late), [null]);
  assert.equal(late.owed('decide-escalation-1').dueOn, '2026-03-03');
});

test('[R40][MAG-38] a late request is accepted by who may decide; the clock has run from the request', () => {
  const late = answeredStory().escalated('2026-02-24').on('2026-02-26');
  late.as('officer').refuses({ type: 'AcceptEscalation', reason: null }, 'not-your-role');
  const taken = late.as('lead').does({ type: 'AcceptEscalation', reason: text('was in hospital') });
  assert.equal(taken.status('decide-escalation-1'), 'met');
  assert.equal(taken.owed('acknowledge-2').dueOn, '2026-03-03');
  taken.refuses({ type: 'AcceptEscalation', reason: null }, 'nothing-to-decide');
});

test('[MAG-38] while a late request is undecided stage 2 is not worked on', () => {
  const late = answeredStory().escalated('2026-02-24').as('lead');
  late.refuses({ type: 'AssignHandler', stage: 2, personId: 'head', reason: null }, 'stage-not-open');
});

test('[MAG-39][R40] declining is for the role the policy names, supported by those it names, on a ground or for lateness', () => {
  const late = answeredStory().escalated('2026-02-24');
  late.as('head').refuses(decline('late'), 'not-your-role');
  const lead = late.as('lead');
  lead.refuses(decline('we would rather not'), 'escalation-ground');
  lead.refuses(decline('late', 'officer'), 'support-wrong-person');
  lead.refuses(decline('late', 'lead'), 'support-wrong-person');
  const declined = lead.does(decline('late', 'director'));
  assert.deepEqual(accepted(declined), ['refused']);
});

test('[MAG-39] a declined request is answered by letter in the time of the acknowledgement, with the reasons', () => {
  const declined = answeredStory().escalated('2026-02-24').on('2026-02-27').as('lead').does(decline('late'));
  assert.equal(sayObligation(declined.owed('acknowledge-2')), 'Send the refusal of stage 2');
  assert.equal(declined.status('acknowledge-2'), 'due');
  assert.equal(declined.status('respond-2'), 'lapsed');
  const told = declined.on('2026-03-03').does(issue('escalation-refusal', 2)).sent('escalation-refusal-2');
  assert.equal(told.status('acknowledge-2'), 'met');
});

test('[R40] a request in time is never declined for lateness, and never as a matter of taste', () => {
  const asked = answeredStory().escalated('2026-02-23').as('lead');
  assert.match(asked.refuses(decline('late'), 'escalation-not-late').why, /Monday 23 February 2026/);
  asked.refuses(decline(''), 'escalation-ground');
});

test('[MAG-38][Code 6.10][Code 5.11] it is escalated unless an exclusion applies: a request in time can be declined on a ground until stage 2 is acknowledged', () => {
  const asked = answeredStory().escalated('2026-02-02');
  const declined = asked.as('lead').does(decline('already-considered'));
  assert.deepEqual(accepted(declined), ['refused']);
  const begun = asked.assigned('head', 2).as('head').acknowledged('2026-02-06', 2).as('lead');
  begun.refuses(decline('already-considered'), 'escalation-under-way');
});

test('[R40] where a policy names nobody to decline, nobody may', () => {
  const { policy } = rulebooks.magenta;
  const book = rulebook({ ...policy, escalation: { ...policy.escalation, refusal: null } });
  const late = answeredStory('magenta').with({ book }).escalated('2026-08-03').as('lead');
  late.refuses(decline('late'), 'escalation-refusal-nobody-named');
});

test('[R41] asked before the answer: a reply is owed in five working days, stage 1 stays owed, and stage 2 opens itself', () => {
  const early = acknowledgedStory().escalated('2026-01-15');
  assert.equal(early.owed('reply-to-early-request').dueOn, '2026-01-22');
  assert.equal(early.status('respond-1'), 'due');
  assert.equal(early.isOwed('acknowledge-2'), false);
  const replied = early.on('2026-01-19').issued('update', 2).sent('update-2');
  assert.equal(replied.status('reply-to-early-request'), 'met');
  const answered = replied.responded('2026-01-23');
  assert.equal(answered.owed('acknowledge-2').dueOn, '2026-01-30');
  assert.equal(answered.state.escalations.length, 1, 'nobody had to ask again');
  assert.equal(answered.state.timeline.stage2.startedOn, '2026-01-15', 'the request keeps its date');
});

test('[R42] stage 1 late and stage 2 at once: stage 1 stays late, stage 2 runs from the request', () => {
  const late = acknowledgedStory().escalated('2026-01-28');
  assert.equal(late.status('respond-1'), 'overdue');
  assert.equal(late.owed('acknowledge-2').dueOn, '2026-02-04');
  assert.equal(late.isOwed('reply-to-early-request'), false, 'the acknowledgement is the reply');
});

test('[R43] asked twice, the first day counts, whichever was recorded first', () => {
  const twice = answeredStory().escalated('2026-02-02').escalated('2026-02-10');
  assert.equal(twice.owed('acknowledge-2').from?.on, '2026-02-02');
  assert.deepEqual(accepted(twice), ['accepted', 'accepted']);
  const found = answeredStory().escalated('2026-02-10').on('2026-02-11').does(request('2026-02-02'));
  assert.equal(found.owed('acknowledge-2').from?.on, '2026-02-02', 'an earlier message turned out to be a request');
});

test('[R43] the Ombudsman forwards one: the resident’s own earlier request keeps its date', () => {
  const own = answeredStory()
    .escalated('2026-02-02')
    .on('2026-02-12')
    .does(request('2026-02-12', { forwardedBy: 'ombudsman' }));
  assert.equal(own.owed('acknowledge-2').from?.on, '2026-02-02');
  const only = answeredStory()
    .on('2026-02-12')
    .does(request('2026-02-12', { forwardedBy: 'ombudsman' }));
  assert.equal(only.owed('acknowledge-2').from?.on, '2026-02-12');
});

test('[R43] asked again after it was declined waits for a decision; sent by the Ombudsman it is taken, from that day', () => {
  const declined = answeredStory().escalated('2026-02-24').on('2026-02-25').as('lead').does(decline('late'));
  assert.deepEqual(accepted(declined.escalated('2026-03-02')), ['refused', null]);
  const sent = declined.on('2026-03-09').does(request('2026-03-09', { forwardedBy: 'ombudsman' }));
  assert.deepEqual(accepted(sent), ['refused', 'accepted']);
  assert.equal(sent.owed('acknowledge-2').dueOn, '2026-03-16');
});

test('one decision settles every request that waits', () => {
  const twice = answeredStory()
    .escalated('2026-02-24')
    .escalated('2026-02-25')
    .as('lead')
    .does({ type: 'AcceptEscalation', reason: null });
  assert.deepEqual(accepted(twice), ['accepted', 'accepted']);
});

test('[R4] a request on a Sunday counts that day', () => {
  assert.equal(answeredStory().escalated('2026-02-01').owed('acknowledge-2').dueOn, '2026-02-06');
});

test('[R40] all or some points can be asked for: they have to be there, and excluded ones have no appeal inside [R20]', () => {
  const answered = acknowledgedStory('magna', 2)
    .does({ type: 'WithdrawPoint', stage: 1, pointId: 'p2', evidence: text('said so') })
    .responded('2026-01-23')
    .on('2026-02-02');
  answered.does(request('2026-02-02', { points: ['p1'] }));
  answered.refuses(request('2026-02-02', { points: ['p9'] }), 'no-such-point');
  answered.refuses(request('2026-02-02', { points: [] }), 'points-none-asked');
  answered.refuses(request('2026-02-02', { points: ['p2'] }), 'points-excluded');
});

test('[MAG-27][MGL-48] after the stage 2 answer there is no third stage, only the Ombudsman', () => {
  const over = answeredStory()
    .escalated('2026-02-02')
    .assigned('head', 2)
    .as('head')
    .acknowledged('2026-02-06', 2)
    .responded('2026-03-02', 2);
  const { why, instead } = over.on('2026-03-09').refuses(request('2026-03-09'), 'stage-2-answered');
  assert.match(why, /no third stage/);
  assert.match(instead, /Ombudsman/);
});

test('a withdrawn complaint is revived before it is escalated; a request is not in the future nor before the complaint', () => {
  const withdrawn = acknowledgedStory().does({
    type: 'WithdrawComplaint',
    on: '2026-01-09',
    evidence: text('email'),
    channel: 'email',
  });
  withdrawn.refuses(request('2026-01-09'), 'withdrawn-no-stage-2');
  answeredStory().refuses(request('2026-01-26'), 'date-in-future');
  answeredStory().refuses(request('2026-01-02'), 'date-before');
});

test('[R43] a late request that the Ombudsman forwards is taken at once, and settles one that waited', () => {
  const waiting = answeredStory().escalated('2026-02-24').on('2026-03-02');
  assert.deepEqual(accepted(waiting.does(request('2026-03-02', { forwardedBy: 'ombudsman' }))), [
    'accepted',
    'accepted',
  ]);
});

test('[R40] whoever assigns may accept a late request; only declining needs the named role', () => {
  const late = answeredStory().escalated('2026-02-24').as('other-head');
  assert.deepEqual(accepted(late.does({ type: 'AcceptEscalation', reason: null })), ['accepted']);
  late.refuses(decline('late'), 'not-your-role');
  const gone = late.does({ type: 'WithdrawComplaint', on: '2026-02-24', evidence: text('x'), channel: 'email' });
  gone.refuses({ type: 'AcceptEscalation', reason: null }, 'withdrawn-no-stage-2');
});

test('one role of several is enough', () => {
  const late = answeredStory().escalated('2026-02-24');
  const { lead, director } = late.told.people;
  assert.ok(lead && director);
  const people = {
    ...late.told.people,
    lead: { ...lead, roles: ['colleague', ...lead.roles] },
    director: { ...director, roles: ['colleague', ...director.roles] },
  };
  late.with({ people }).as('lead').does(decline('late', 'director'));
});

test('[R41] asked on the very day the answer came is not early: no reply is owed beside the acknowledgement', () => {
  const sameDay = answeredStory().escalated('2026-01-23');
  assert.equal(sameDay.isOwed('reply-to-early-request'), false);
  assert.equal(sameDay.owed('acknowledge-2').dueOn, '2026-01-30');
});

test('[R40] a late request accepted is marked as one that came after the window', () => {
  const taken = answeredStory().escalated('2026-02-24').as('lead').does({ type: 'AcceptEscalation', reason: null });
  const last = taken.events.at(-1);
  assert.equal(last?.type === 'EscalationAccepted' && last.body.afterWindow, true);
});
