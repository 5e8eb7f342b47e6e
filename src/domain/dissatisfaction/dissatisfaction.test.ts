import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rulebooks, text } from '../../../test/complaint-cast.ts';
import { englandAndWales } from '../../../test/fixtures/calendars.ts';
import type { LocalDate } from '../calendar/dates.ts';
import { sayRefusal } from '../complaint/refusals.ts';
import { decideRecord, type RecordCommand } from './decide.ts';
import type { DissatisfactionEvent } from './events.ts';
import { owedOn } from './owed.ts';
import { type DissatisfactionRecord, replayRecord } from './record.ts';

type Events = readonly DissatisfactionEvent[];
type Landlord = keyof typeof rulebooks;

const told: RecordCommand = {
  type: 'TellDissatisfaction',
  on: '2026-01-05',
  source: 'contact',
  channel: 'phone',
  toldTo: 'staff',
  personId: 'p1',
  words: text('It is not good enough.'),
  aboutServiceRequest: false,
};
const offer = (on: LocalDate): RecordCommand => ({ type: 'OfferComplaint', on, channel: 'phone' });
const answer = (on: LocalDate, is: 'yes' | 'no'): RecordCommand => ({
  type: 'AnswerOffer',
  on,
  channel: 'phone',
  answer: is,
  words: null,
});
const confirm = (on: LocalDate): RecordCommand => ({ type: 'ConfirmRoute', on, how: 'email', evidence: text('sent') });
const made = (receivedOn: LocalDate): RecordCommand => ({
  type: 'MakeComplaint',
  caseId: 'c1',
  reference: 'ABCD-EFGH-1',
  receivedOn,
});

/** An id that is in no sample, unless the test is about one that is in every sample. */
function asked(
  events: Events,
  command: RecordCommand,
  landlord: Landlord = 'magenta',
  { by = 'officer', recordId = '019a0000-0000-7000-8000-000000000063' } = {},
) {
  const { policy, code } = rulebooks[landlord];
  const deciding = { policy, code, today: '2026-02-02', actorId: by, recordId } as const;
  return decideRecord(command, replayRecord(events), deciding);
}

function done(...commands: RecordCommand[]): Events {
  return commands.reduce<Events>((events, command) => {
    const decided = asked(events, command);
    if ('refusal' in decided) assert.fail(sayRefusal(decided.refusal).why);
    return [...events, ...decided.events];
  }, []);
}

function refused(events: Events, command: RecordCommand): string {
  const decided = asked(events, command);
  assert.ok('refusal' in decided, `${command.type} was not refused`);
  return decided.refusal.code;
}

function recordOf(events: Events): DissatisfactionRecord {
  const record = replayRecord(events);
  assert.ok(record);
  return record;
}

function owed(events: Events, landlord: Landlord = 'magenta') {
  const all = owedOn(recordOf(events), { ...rulebooks[landlord], calendar: englandAndWales });
  return all.map(one => [one.id, one.dueOn, one.dischargedOn]);
}

test('[MGL-03][MAG-07] whoever is dissatisfied is owed the choice to complain, by whoever heard it', () => {
  assert.deepEqual(owed(done(told)), [['offer-complaint', '2026-01-06', null]]);
  const [one] = owedOn(recordOf(done(told)), { ...rulebooks.magenta, calendar: englandAndWales });
  assert.deepEqual([one?.clause, one?.owner.personId], ['MGL-03', 'officer']);
  const [other] = owedOn(recordOf(done(told)), { ...rulebooks.magna, calendar: englandAndWales });
  assert.equal(other?.clause, 'MAG-07');
});

test('[MGL-03] an offer without an answer is asked about again, and each time anew', () => {
  const once = done(told, offer('2026-01-06'));
  assert.deepEqual(owed(once), [
    ['offer-complaint', '2026-01-06', '2026-01-06'],
    ['ask-offer-answer-1', '2026-01-13', null],
  ]);
  assert.deepEqual(owed(done(told, offer('2026-01-06'), offer('2026-01-12'))).slice(1), [
    ['ask-offer-answer-1', '2026-01-13', '2026-01-12'],
    ['ask-offer-answer-2', '2026-01-19', null],
  ]);
});

test('[MGL-03][MAG-07] after a no, how to complain later is owed in writing until it is handed over', () => {
  const no = done(told, answer('2026-01-06', 'no'));
  assert.deepEqual(owed(no), [
    ['offer-complaint', '2026-01-06', '2026-01-06'],
    ['confirm-route', '2026-01-13', null],
  ]);
  assert.deepEqual(owed([...no, ...done(told, answer('2026-01-06', 'no'), confirm('2026-01-08')).slice(3)]).at(-1), [
    'confirm-route',
    '2026-01-13',
    '2026-01-08',
  ]);
  assert.equal(refused(done(told), confirm('2026-01-08')), 'route-needs-no');
});

test('[MGL-03][R3] a yes is a complaint to be logged that day, received no later than it was first told', () => {
  const yes = done(told, offer('2026-01-06'), answer('2026-01-08', 'yes'));
  assert.deepEqual(owed(yes).at(-1), ['log-complaint', '2026-01-08', null]);
  assert.equal(refused(yes, made('2026-01-08')), 'date-after');
  const became = recordOf(done(told, answer('2026-01-08', 'yes'), made('2026-01-05')));
  assert.equal(became.became?.reference, 'ABCD-EFGH-1');
  assert.equal(refused(done(told, made('2026-01-05')), answer('2026-01-08', 'no')), 'dissatisfaction-became-complaint');
});

test('[MGL-03] people may change their mind after a no', () => {
  const mind = done(told, answer('2026-01-06', 'no'), answer('2026-01-20', 'yes'));
  assert.deepEqual(owed(mind).at(-1), ['log-complaint', '2026-01-20', null]);
  assert.equal(refused(done(told, answer('2026-01-06', 'no')), answer('2026-01-20', 'no')), 'offer-answered');
});

test('[MGL-03][MAG-14] dissatisfaction with how a request was dealt with is no matter of offering: it is a complaint', () => {
  assert.equal(refused([], { ...told, aboutServiceRequest: true }), 'dissatisfaction-is-complaint');
});

test('[MGL-09] an answer to a survey is no complaint, and carries the offer of one', () => {
  const survey = done({ ...told, source: 'survey' });
  const [one] = owedOn(recordOf(survey), { ...rulebooks.magenta, calendar: englandAndWales });
  assert.deepEqual([one?.kind, one?.clause, one?.dueOn], ['offer-complaint', 'MGL-09', '2026-01-06']);
});

test('[MGL-03] days are not ahead, nor before it was told, and ways are those of the policy', () => {
  assert.equal(refused([], { ...told, on: '2026-02-03' }), 'date-in-future');
  assert.equal(refused(done(told), offer('2026-01-04')), 'date-before');
  assert.equal(refused([], { ...told, channel: 'pigeon' }), 'not-in-policy');
  assert.equal(refused([], offer('2026-01-06')), 'no-such-record');
});

const inEverySample = '019a0000-0000-7000-8000-000000000000';
const look = (verdict: 'agreed' | 'complaint'): RecordCommand => ({
  type: 'ReviewNoAnswer',
  verdict,
  note: text('read'),
});

function story(commands: readonly RecordCommand[], by = 'officer'): Events {
  return commands.reduce<Events>((events, command) => {
    const decided = asked(events, command, 'magenta', { by, recordId: inEverySample });
    if ('refusal' in decided) assert.fail(sayRefusal(decided.refusal).why);
    return [...events, ...decided.events];
  }, []);
}

test('[MAG-07][MGL-03] a sample of the “no” answers is looked at again, by somebody else than had the answer', () => {
  const first = story([told, answer('2026-01-06', 'no')]);
  const owed = owedOn(recordOf(first), { ...rulebooks.magenta, calendar: englandAndWales });
  const review = owed.find(one => one.kind === 'review-no-answer');
  assert.deepEqual([review?.dueOn, review?.owner.personId], ['2026-03-02', null]);
  const own = asked(first, look('agreed'), 'magenta', { recordId: inEverySample });
  assert.ok('refusal' in own && own.refusal.code === 'own-no-answer');
  const other = asked(first, look('agreed'), 'magenta', { by: 'lead', recordId: inEverySample });
  assert.ok('events' in other);
  const after = [...first, ...other.events];
  assert.equal(recordOf(after).review?.verdict, 'agreed');
  assert.equal(refused(after, look('agreed')), 'no-answer-to-review');
  assert.equal(refused(done(told, answer('2026-01-06', 'no')), look('agreed')), 'no-answer-to-review');
});

test('[MAG-07][R3] a “no” that was a complaint all along is logged, as received when it was first told', () => {
  const first = story([told, answer('2026-01-06', 'no')]);
  const decided = asked(first, look('complaint'), 'magenta', { by: 'lead', recordId: inEverySample });
  assert.ok('events' in decided);
  const after = [...first, ...decided.events];
  const owed = owedOn(recordOf(after), { ...rulebooks.magenta, calendar: englandAndWales });
  const logging = owed.find(one => one.id === 'log-after-review');
  assert.deepEqual([logging?.dueOn, logging?.owner.personId, logging?.dischargedOn], ['2026-02-02', 'lead', null]);
  assert.equal(refused(after, made('2026-01-20')), 'date-after');
  const logged = asked(after, made('2026-01-05'));
  assert.ok('events' in logged);
});
