/** The events of records beside the complaints, dissatisfaction and restricted referrals: every shape ever released stays readable. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { rulebooks } from '../../test/complaint-cast.ts';
import { englandAndWales } from '../../test/fixtures/calendars.ts';
import { accountableOn, type BuildingEvent, FIRST_OF_BUILDING, replayBuilding } from './building/events.ts';
import { replayContact } from './contact/contact.ts';
import { type ContactEvent, type ContactEventType, FIRST_OF_CONTACT } from './contact/events.ts';
import { owedOnContact } from './contact/owed.ts';
import type { DissatisfactionEvent, DissatisfactionEventType } from './dissatisfaction/events.ts';
import { FIRST_OF_DISSATISFACTION } from './dissatisfaction/events.ts';
import { owedOn } from './dissatisfaction/owed.ts';
import { replayRecord } from './dissatisfaction/record.ts';
import { FIRST_OF_NEEDS, type NeedsEvent, type NeedsEventType } from './needs/events.ts';
import { holding, replayNeeds } from './needs/needs.ts';
import { owedOnNeeds } from './needs/owed.ts';
import { FIRST_OF_REFERRAL, type ReferralEvent, type ReferralEventType } from './referral/events.ts';
import { owedOnReferral } from './referral/owed.ts';
import { replayReferral } from './referral/referral.ts';
import { FIRST_OF_REQUEST, type ServiceRequestEvent, type ServiceRequestEventType } from './service-request/events.ts';
import { owedOnRequest } from './service-request/owed.ts';
import { replayRequest } from './service-request/request.ts';
import { isStaffEvent, type StaffEvent, staffEventTypes } from './staff/events.ts';
import { replayStaff } from './staff/record.ts';

type Frozen = { stream: number; landlord: keyof typeof rulebooks; type: string };

const lines = readFileSync(new URL('../../test/fixtures/event-shapes.ndjson', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n');
const frozen: Frozen[] = lines.map(line => JSON.parse(line));

/** The streams that begin with an event; the lines are the log's own bytes, so their shape is what is being tested. */
function streamsOf<E>(first: string): (Frozen & E)[][] {
  const streams = [...Map.groupBy(frozen, event => event.stream).values()];
  return streams.filter(([event]) => event?.type === first) as object as (Frozen & E)[][];
}

const dissatisfactionTypes: Record<DissatisfactionEventType, true> = {
  DissatisfactionTold: true,
  PersonDetailsKept: true,
  ComplaintOffered: true,
  OfferAnswered: true,
  RouteConfirmed: true,
  NoAnswerSampled: true,
  NoAnswerReviewed: true,
  ComplaintMade: true,
};
const contactTypes: Record<ContactEventType, true> = {
  ContactTold: true,
  PersonDetailsKept: true,
  HazardNoted: true,
  HazardSettled: true,
  ContactTriaged: true,
  PrivateContactMade: true,
  ReplyHandedOver: true,
  PassedOn: true,
  ResidentMatterDecided: true,
  BecameComplaint: true,
  BecameDissatisfaction: true,
  BecameServiceRequest: true,
};
const referralTypes: Record<ReferralEventType, true> = {
  ReferralMade: true,
  ReferralHandedOver: true,
  ReferralPassedOn: true,
  ReferralClosed: true,
  Disposed: true,
};
const needsTypes: Record<NeedsEventType, true> = {
  PersonDetailsKept: true,
  NeedRecorded: true,
  NeedChanged: true,
  NeedEnded: true,
  NeedsReviewed: true,
  Disposed: true,
};

const requestTypes: Record<ServiceRequestEventType, true> = {
  PersonDetailsKept: true,
  ServiceRequestOpened: true,
  ServiceRequestReviewed: true,
  ServiceRequestHandedOver: true,
  ServiceRequestPlaced: true,
  ServiceRequestFoundUnsafe: true,
  ServiceRequestCompleted: true,
  ServiceRequestStopped: true,
  ServiceRequestTakenUpAgain: true,
  ComplaintTied: true,
  ClaimRouteOffered: true,
};

test('[R80][MGL-03][R61][MAG-08][MGL-37][MAG-13] every event of such a record has a frozen example', () => {
  const shown = new Set(frozen.map(event => event.type));
  const all = [
    ...Object.keys({ ...contactTypes, ...dissatisfactionTypes, ...referralTypes, ...needsTypes, ...requestTypes }),
    ...staffEventTypes,
  ];
  assert.deepEqual(
    all.filter(type => !shown.has(type)),
    [],
    'append a record with such an event to test/fixtures/event-shapes.ndjson, as the log stores it',
  );
});

test('[R80][MGL-03] frozen dissatisfaction becomes a whole record again, and what is owed on it is known', () => {
  const streams = streamsOf<DissatisfactionEvent>(FIRST_OF_DISSATISFACTION);
  assert.ok(streams.length > 0);
  for (const events of streams) {
    const record = replayRecord(events);
    assert.ok(record);
    assert.equal(record.version, events.length);
    assert.deepEqual(missing(record), []);
    const [first] = events;
    assert.ok(first);
    const owed = owedOn(record, { ...rulebooks[first.landlord], calendar: englandAndWales });
    assert.deepEqual(missing(owed), []);
    assert.ok(owed.every(one => one.dueOn !== null));
  }
});

test('[R80][R69] a frozen contact becomes a whole one again, and what is owed on it is known', () => {
  const streams = streamsOf<ContactEvent>(FIRST_OF_CONTACT);
  assert.ok(streams.length > 3);
  for (const events of streams) {
    const contact = replayContact(events);
    assert.ok(contact);
    assert.equal(contact.version, events.length);
    assert.deepEqual(missing(contact), []);
    const [first] = events;
    assert.ok(first);
    const owed = owedOnContact(contact, { ...rulebooks[first.landlord], calendar: englandAndWales });
    assert.deepEqual(missing(owed), []);
    assert.ok(owed.length > 0 && owed.every(one => one.dueOn !== null));
  }
});

test('[R80][R61] a frozen referral becomes a whole one again, and what is owed on it is known', () => {
  const streams = streamsOf<ReferralEvent>(FIRST_OF_REFERRAL);
  assert.ok(streams.length > 0);
  for (const events of streams) {
    const referral = replayReferral(events);
    assert.ok(referral);
    assert.equal(referral.version, events.length);
    assert.deepEqual(missing(referral), []);
    const [first] = events;
    assert.ok(first);
    assert.deepEqual(missing(owedOnReferral(referral, rulebooks[first.landlord])), []);
    assert.ok(referral.closed !== null && referral.handedOver.length > 0);
  }
});

test('[R80][MAG-22] a frozen building becomes a whole one again, with who was accountable on each day', () => {
  const streams = streamsOf<BuildingEvent>(FIRST_OF_BUILDING);
  assert.deepEqual(new Set(streams.flat().map(event => event.type)), new Set(['BuildingRecorded', 'BuildingChanged']));
  for (const events of streams) {
    const building = replayBuilding(events);
    assert.ok(building);
    assert.equal(building.version, events.length);
    assert.deepEqual(missing(building), []);
    assert.notDeepEqual(accountableOn(building, '2026-02-10'), accountableOn(building, '2026-03-10'));
  }
});

test('[R80][MAG-06] a frozen record of needs becomes a whole one again, and its reviews are known', () => {
  const streams = streamsOf<NeedsEvent>(FIRST_OF_NEEDS);
  assert.ok(streams.length > 0);
  for (const events of streams) {
    const record = replayNeeds(events);
    assert.ok(record);
    assert.equal(record.version, events.length);
    assert.deepEqual(missing(record), []);
    assert.equal(holding(record).length, 1);
    const [first] = events;
    assert.ok(first);
    const owed = owedOnNeeds(record, { ...rulebooks[first.landlord], calendar: englandAndWales });
    assert.deepEqual(missing(owed), []);
    assert.deepEqual(
      owed.map(one => one.dischargedOn),
      ['2026-03-02', null],
    );
  }
});

test('[R80][MAG-13] a frozen request for a service becomes a whole one again, and what is owed on it is known', () => {
  const streams = streamsOf<ServiceRequestEvent>(FIRST_OF_REQUEST);
  assert.ok(streams.length > 0);
  for (const events of streams) {
    const request = replayRequest(events);
    assert.ok(request);
    assert.equal(request.version, events.length);
    assert.deepEqual(missing(request), []);
    const [first] = events;
    assert.ok(first);
    const owed = owedOnRequest(request, { ...rulebooks[first.landlord], calendar: englandAndWales });
    assert.deepEqual(missing(owed), []);
    assert.ok(owed.every(one => one.dueOn !== null));
  }
});

/** Where a value is not there at all, which JSON never says. */
function missing(value: unknown, at = 'record'): string[] {
  if (value === undefined || Number.isNaN(value)) return [at];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => missing(inner, `${at}.${key}`));
}

test('[R80][MAG-08][MGL-37] frozen events of somebody who works here become their record again', () => {
  const streams = [...Map.groupBy(frozen, event => event.stream).values()].filter(([first]) =>
    isStaffEvent(first?.type ?? ''),
  ) as object as StaffEvent[][];
  assert.ok(streams.length > 0);
  for (const events of streams) {
    const record = replayStaff(events);
    assert.equal(record.version, events.length);
    assert.deepEqual(
      record.absences.map(({ from, to, coverId }) => [from, to, coverId]),
      [['2026-01-12', '2026-01-25', null]],
    );
    assert.deepEqual(
      record.training.map(one => [one.trainingId, one.expiresOn]),
      [['complaint-handling', '2028-11-20']],
    );
    assert.deepEqual(
      record.confirmed.map(one => one.version),
      ['2026-03'],
    );
    const [handOver] = record.handOvers;
    assert.deepEqual([handOver?.moved.length, handOver?.stayed[0]?.clause], [4, 'MGL-26']);
  }
});
