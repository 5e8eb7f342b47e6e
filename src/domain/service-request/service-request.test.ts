import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rulebooks, text } from '../../../test/complaint-cast.ts';
import { englandAndWales } from '../../../test/fixtures/calendars.ts';
import type { LocalDate } from '../calendar/dates.ts';
import { sayRefusal } from '../complaint/refusals.ts';
import { decideRequest, type RequestCommand } from './decide.ts';
import type { ServiceRequestEvent } from './events.ts';
import { owedOnRequest } from './owed.ts';
import { replayRequest, type ServiceRequest } from './request.ts';

type Landlord = keyof typeof rulebooks;
type Events = readonly ServiceRequestEvent[];

const people = Object.fromEntries(
  ['asha', 'bryn', 'left'].map(personId => [
    personId,
    { personId, name: personId, roles: [], managerId: null, active: personId !== 'left' },
  ]),
);

const open = (change: Partial<Extract<RequestCommand, { type: 'OpenRequest' }>> = {}): RequestCommand => ({
  type: 'OpenRequest',
  on: '2026-01-05',
  channel: 'phone',
  personId: 'p1',
  homeId: null,
  words: text('The extractor fan has stopped.'),
  serviceArea: 'repairs',
  contractor: null,
  healthAndSafety: false,
  housing: null,
  ownerId: 'asha',
  ...change,
});
const review = (on: LocalDate, againOn: LocalDate | null = null): RequestCommand => ({
  type: 'ReviewRequest',
  on,
  found: text('Part ordered'),
  next: text('Fit it'),
  againOn,
});
const handOver = (toId: string | null): RequestCommand => ({ type: 'HandOverRequest', toId, reason: text('Leave') });
const complete = (on: LocalDate): RequestCommand => ({ type: 'CompleteRequest', on, evidence: text('Photo') });
const stop = (on: LocalDate): RequestCommand => ({ type: 'StopRequest', on, wish: text('Please stop it') });
const tie = (on: LocalDate, why: 'about' | 'background' = 'about', caseId = 'c1'): RequestCommand => ({
  type: 'TieComplaint',
  ...{ on, caseId, why, reference: 'ABCD-EFGH-1' },
});

function asked(events: Events, command: RequestCommand, landlord: Landlord = 'magna') {
  const today: LocalDate = '2026-03-02';
  const deciding = { ...rulebooks[landlord], calendar: englandAndWales, today, actorId: 'asha', people };
  return decideRequest(command, replayRequest(events), deciding);
}

function done(...commands: RequestCommand[]): Events {
  return commands.reduce<Events>((events, command) => {
    const decided = asked(events, command);
    if ('refusal' in decided) assert.fail(sayRefusal(decided.refusal).why);
    return [...events, ...decided.events];
  }, []);
}

function refused(events: Events, command: RequestCommand): string {
  const decided = asked(events, command);
  assert.ok('refusal' in decided, `${command.type} was not refused`);
  return decided.refusal.code;
}

function requestOf(events: Events): ServiceRequest {
  const request = replayRequest(events);
  assert.ok(request);
  return request;
}

function owed(events: Events, landlord: Landlord = 'magna') {
  const all = owedOnRequest(requestOf(events), { ...rulebooks[landlord], calendar: englandAndWales });
  return all.map(one => [one.id, one.dueOn, one.dischargedOn ?? one.lapsedOn]);
}

test('[MAG-13][MGL-04] a request is owed a regular review, by its owner, under the landlord’s own clause', () => {
  for (const [landlord, clause] of [
    ['magna', 'MAG-13'],
    ['magenta', 'MGL-04'],
  ] as const) {
    const [one, ...more] = owedOnRequest(requestOf(done(open())), {
      ...rulebooks[landlord],
      calendar: englandAndWales,
    });
    assert.deepEqual(more, []);
    assert.deepEqual(
      [one?.kind, one?.clause, one?.owner.personId, one?.dueOn],
      ['review-service-request', clause, 'asha', '2026-01-19'],
    );
  }
});

test('[MAG-13] each review is followed by the next, ten working days on, until the request ends', () => {
  const reviewed = done(open(), review('2026-01-16'), review('2026-02-02'));
  assert.deepEqual(owed(reviewed), [
    ['review-service-request-1', '2026-01-19', '2026-01-16'],
    ['review-service-request-2', '2026-01-30', '2026-02-02'],
    ['review-service-request-3', '2026-02-16', null],
  ]);
  assert.deepEqual(owed(done(open(), review('2026-01-16'), complete('2026-01-20'))).at(-1), [
    'review-service-request-2',
    '2026-01-30',
    '2026-01-20',
  ]);
});

test('[MAG-13] whoever reviews it may look again sooner than the regular day, and never later', () => {
  assert.deepEqual(owed(done(open(), review('2026-01-16', '2026-01-21'))).at(-1)?.[1], '2026-01-21');
  assert.equal(refused(done(open()), review('2026-01-16', '2026-02-02')), 'date-after');
  assert.equal(refused(done(open()), review('2026-01-16', '2026-01-16')), 'date-before');
  assert.equal(refused(done(open(), review('2026-01-16')), review('2026-01-15')), 'date-before');
});

test('[MAG-13][MAG-14] a matter of health and safety is looked at each working day, also where that shows later', () => {
  assert.equal(owed(done(open({ healthAndSafety: true })))[0]?.[1], '2026-01-06');
  const found = done(open(), { type: 'FindUnsafe', reason: text('Bare wires') });
  assert.equal(owed(found)[0]?.[1], '2026-01-06');
  assert.equal(refused(found, { type: 'FindUnsafe', reason: text('Again') }), 'nothing-changes');
});

test('[R69][MAG-13] a request is never nobody’s: without an owner it is in the team’s queue with a date', () => {
  const queued = done(open({ ownerId: null }));
  assert.deepEqual(owed(queued)[0], ['own-service-request-1', '2026-01-06', null]);
  const [naming, reviewing] = owedOnRequest(requestOf(queued), { ...rulebooks.magna, calendar: englandAndWales });
  assert.deepEqual([naming?.owner, reviewing?.owner], Array(2).fill({ personId: null, team: 'complaints' }));
  const taken = done(open({ ownerId: null }), handOver('bryn'));
  assert.deepEqual(owed(taken)[0], ['own-service-request-1', '2026-01-06', '2026-03-02']);
  assert.equal(requestOf(taken).ownerId, 'bryn');
  assert.deepEqual(owed(done(open(), handOver(null)))[0], ['own-service-request-1', '2026-03-03', null]);
  assert.equal(refused(done(open()), handOver('asha')), 'nothing-changes');
  assert.equal(refused(done(open()), handOver('left')), 'unknown-person');
  assert.equal(refused([], open({ ownerId: 'left' })), 'unknown-person');
});

test('[MAG-14][MGL-03] a complaint about how it was dealt with leaves the request open, and its review owed', () => {
  const both = done(open(), tie('2026-01-12'));
  assert.equal(requestOf(both).ended, null);
  assert.deepEqual(owed(both), [['review-service-request-1', '2026-01-19', null]]);
  assert.deepEqual(
    requestOf(both).complaints.map(one => [one.reference, one.why]),
    [['ABCD-EFGH-1', 'about']],
  );
  assert.equal(refused(both, tie('2026-01-12')), 'already-linked');
});

test('[R3] nobody can be dissatisfied with a request before they made it; an older complaint can still be background', () => {
  assert.equal(refused(done(open()), tie('2026-01-04')), 'date-before');
  assert.equal(requestOf(done(open(), tie('2026-01-04', 'background'))).complaints.length, 1);
});

test('[MAG-14] it stops at the resident’s own wish, and never where it is about health and safety', () => {
  const stopped = done(open(), tie('2026-01-12'), stop('2026-01-13'));
  assert.equal(requestOf(stopped).ended?.how, 'stopped');
  assert.deepEqual(owed(stopped), [['review-service-request-1', '2026-01-19', '2026-01-13']]);
  assert.equal(refused(done(open({ healthAndSafety: true })), stop('2026-01-13')), 'safety-request-goes-on');
  assert.equal(
    refused(done(open(), { type: 'FindUnsafe', reason: text('Gas') }), stop('2026-01-13')),
    'safety-request-goes-on',
  );
});

test('[MAG-14] a request that was called done can still become a complaint, and be taken up again', () => {
  const over = done(open(), complete('2026-01-20'));
  assert.equal(refused(over, review('2026-01-21')), 'request-ended');
  assert.equal(refused(over, complete('2026-01-21')), 'request-ended');
  assert.equal(requestOf([...over, ...done(...[open(), tie('2026-01-22')]).slice(1)]).complaints.length, 1);
  const again: RequestCommand = { type: 'TakeUpAgain', on: '2026-01-22', reason: text('It still drips') };
  assert.equal(refused(done(open()), again), 'request-goes-on');
  assert.equal(refused(over, { ...again, on: '2026-01-19' }), 'date-before');
  assert.deepEqual(owed(done(open(), complete('2026-01-20'), again)).at(-1), [
    'review-service-request-2',
    '2026-02-05',
    null,
  ]);
});

test('[MAG-50] somebody with a claim about repairs is offered the complaint first; nothing about the request waits for it', () => {
  const offer: RequestCommand = {
    type: 'OfferClaimRoute',
    on: '2026-01-07',
    claim: 'disrepair',
    answer: 'claims-only',
    words: text('My solicitor deals with it'),
  };
  const offered = done(open(), offer);
  assert.deepEqual(
    requestOf(offered).claims.map(one => [one.claim, one.answer, one.on]),
    [['disrepair', 'claims-only', '2026-01-07']],
  );
  assert.deepEqual(owed(offered), owed(done(open())), 'it delays nothing');
  assert.equal(
    requestOf(done(open(), complete('2026-01-06'), offer)).claims.length,
    1,
    'and is offered after the end as well',
  );
});

test('[MAG-13] days are not ahead, and channels and service areas are those of the policy', () => {
  assert.equal(refused([], open({ on: '2026-03-03' })), 'date-in-future');
  assert.equal(refused([], open({ channel: 'pigeon' })), 'not-in-policy');
  assert.equal(refused([], open({ serviceArea: 'wizardry' })), 'not-in-policy');
  assert.equal(refused([], review('2026-01-06')), 'no-such-request');
});
