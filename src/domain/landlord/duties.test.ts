import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Landlord, rulebooks, text } from '../../../test/complaint-cast.ts';
import { englandAndWales } from '../../../test/fixtures/calendars.ts';
import type { LocalDate } from '../calendar/dates.ts';
import { extendedCalendar } from '../calendar/extend.ts';
import type { RecordedReview } from '../policy/policy-review.ts';
import { dutiesOfRoles, type LandlordDuty, landlordDuties } from './duties.ts';
import { type ReviewRecord, recordReview, whyNotReview } from './record-review.ts';

const facts = (landlord: Landlord, reviews: readonly RecordedReview[] = []) => ({
  ...rulebooks[landlord],
  calendar: englandAndWales,
  reviews,
});

function duty(kind: LandlordDuty['kind'], landlord: Landlord, reviews: readonly RecordedReview[] = []): LandlordDuty {
  const found = landlordDuties(facts(landlord, reviews)).find(one => one.kind === kind);
  assert.ok(found);
  return found;
}

test('[R4] twelve months before the holidays we know end, whoever manages the calendar owes the years to come', () => {
  const owed = duty('extend-calendar', 'magna');
  assert.deepEqual([owed.dueOn, owed.startsOn, owed.clause], ['2027-12-31', '2027-09-30', 'R4']);
  assert.deepEqual(owed.owedBy, ['complaints-resolution-lead']);
  assert.match(owed.rule, /12 months before the bank holidays we know end, on Sunday 31 December 2028/);
});

test('[R4] loading another year is what moves the day; nothing else does', () => {
  const days = ['01-01', '03-30', '04-02', '05-07', '05-28', '08-27', '12-25', '12-26'];
  const holidays = days.map(day => ({ date: `2029-${day}` as LocalDate, title: 'A holiday' }));
  const revised = extendedCalendar(englandAndWales, holidays);
  assert.ok('calendar' in revised);
  const [, after] = landlordDuties({ ...facts('magna'), calendar: revised.calendar });
  assert.deepEqual([after?.kind, after?.dueOn], ['extend-calendar', '2028-12-31']);
});

test('[MAG-61] the yearly review is owed by who manages the policy, and an approval that is recorded moves it a year on', () => {
  const owed = duty('review-policy', 'magna');
  assert.deepEqual([owed.dueOn, owed.owedBy, owed.clause], ['2025-04-01', ['complaints-resolution-lead'], 'MAG-61']);
  const { version } = rulebooks.magna.policy.version;
  const after = duty('review-policy', 'magna', [{ version, approvedOn: '2026-11-20', approvedBy: 'strategic-board' }]);
  assert.equal(after.dueOn, '2027-11-20');
  assert.match(after.rule, /12 months after its last review, Friday 20 November 2026/);
});

test('[MGL-44] the day that the policy names holds until a review of this version is recorded', () => {
  const { version } = rulebooks.magenta.policy.version;
  assert.equal(duty('review-policy', 'magenta').dueOn, '2026-09-30');
  const earlier = [{ version: '2023-10', approvedOn: '2026-10-05', approvedBy: 'executive-director' }] as const;
  assert.equal(duty('review-policy', 'magenta', earlier).dueOn, '2026-09-30');
  const own = [{ version, approvedOn: '2026-10-05', approvedBy: 'executive-director' }] as const;
  assert.equal(duty('review-policy', 'magenta', own).dueOn, '2029-10-05');
});

test('[MAG-61] a duty of the landlord is work for those roles alone, from three months before its day', () => {
  const duties = landlordDuties(facts('magna', [{ version: '', approvedOn: '2026-11-20', approvedBy: 'x' }]));
  const seenBy = (role: string, day: LocalDate) => dutiesOfRoles(duties, [role], day).map(one => one.kind);
  assert.deepEqual(seenBy('complaints-resolution-lead', '2027-08-19'), []);
  assert.deepEqual(seenBy('complaints-resolution-lead', '2027-08-20'), ['review-policy']);
  assert.deepEqual(seenBy('complaints-adviser', '2028-01-01'), []);
});

const record: ReviewRecord = {
  approvedOn: '2026-11-20',
  approvedBy: 'strategic-board',
  outcome: 'kept',
  evidence: text('minutes'),
};

function recorded(changes: Partial<ReviewRecord>, reviews: readonly RecordedReview[] = []) {
  const { policy } = rulebooks.magna;
  const roles = ['complaints-resolution-lead'];
  return recordReview({ ...record, ...changes }, { policy, packHash: 'f', reviews, roles, today: '2026-11-22' });
}

test('[MAG-61] a review is recorded with who approved it, when, and where that is to be found', () => {
  const event = recorded({});
  assert.ok(!('refused' in event));
  assert.deepEqual([event.type, event.occurredOn], ['PolicyReviewed', '2026-11-20']);
  assert.equal(event.body.approvedBy, 'strategic-board');
  assert.equal(event.body.version, rulebooks.magna.policy.version.version);
});

test('[MAG-61] a review by who cannot approve it, not yet, of another text, or recorded already is refused in a sentence', () => {
  const refusal = (changes: Partial<ReviewRecord>, reviews: readonly RecordedReview[] = []) => {
    const answer = recorded(changes, reviews);
    return 'refused' in answer ? answer.refused : assert.fail('it was not refused');
  };
  assert.match(
    refusal({ approvedBy: 'complaints-resolution-lead' }),
    /approved by Strategic Board, and by nobody else/,
  );
  assert.match(refusal({ approvedOn: '2026-11-23' }), /Monday 23 November 2026 has not come yet/);
  assert.match(refusal({ approvedOn: '2020-01-01' }), /An approval of Wednesday 1 January 2020 was of another text/);
  const before = [{ version: '1', approvedOn: '2026-11-20', approvedBy: 'strategic-board' }] as const;
  assert.match(refusal({}, before), /Friday 20 November 2026 is recorded already/);
  const { policy } = rulebooks.magna;
  assert.match(
    whyNotReview({ policy, roles: ['complaints-adviser'] }) ?? '',
    /gives this to Complaints Resolution Lead/,
  );
  assert.equal(whyNotReview({ policy, roles: ['complaints-resolution-lead'] }), null);
});
