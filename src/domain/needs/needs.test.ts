import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rulebooks, text } from '../../../test/complaint-cast.ts';
import { englandAndWales } from '../../../test/fixtures/calendars.ts';
import type { LocalDate } from '../calendar/dates.ts';
import { statusOn } from '../complaint/obligation.ts';
import { sayRefusal } from '../complaint/refusals.ts';
import { decideNeeds, type NeedsCommand } from './decide.ts';
import type { NeedFacts, NeedsEvent } from './events.ts';
import { asInCase, holding, type PersonNeeds, replayNeeds } from './needs.ts';
import { owedOnNeeds } from './owed.ts';

type Events = readonly NeedsEvent[];

const facts: NeedFacts = {
  needId: 'n1',
  kind: 'large-print',
  todo: text('18 point'),
  behind: null,
  ways: [],
  hours: null,
  until: null,
  toldBy: 'themselves',
  consentToKeep: 'yes',
  consentToShare: 'no',
};
const recorded = (more: Partial<NeedFacts> = {}, on: LocalDate = '2026-01-05'): NeedsCommand => ({
  type: 'RecordNeed',
  personId: 'resident',
  on,
  ...facts,
  ...more,
});
const ended = (on: LocalDate, needId = 'n1'): NeedsCommand => ({ type: 'EndNeed', needId, on, reason: text('well') });
const reviewed = (on: LocalDate): NeedsCommand => ({ type: 'ReviewNeeds', on, note: text('all stays') });

function asked(events: Events, command: NeedsCommand) {
  return decideNeeds(command, replayNeeds(events), { today: '2027-02-01', actorId: 'officer' });
}

function done(...commands: NeedsCommand[]): Events {
  return commands.reduce<Events>((events, command) => {
    const decided = asked(events, command);
    if ('refusal' in decided) assert.fail(sayRefusal(decided.refusal).why);
    return [...events, ...decided.events];
  }, []);
}

function refused(events: Events, command: NeedsCommand): string {
  const decided = asked(events, command);
  assert.ok('refusal' in decided, `${command.type} was not refused`);
  return decided.refusal.code;
}

function recordOf(events: Events): PersonNeeds {
  const record = replayNeeds(events);
  assert.ok(record);
  return record;
}

const owed = (events: Events) =>
  owedOnNeeds(recordOf(events), { ...rulebooks.magna, calendar: englandAndWales }).map(one => [
    one.id,
    one.dueOn,
    one.dischargedOn,
  ]);

test('[MAG-06] who told us of a need, when, and with what consent is kept; what ended stays in the history', () => {
  const record = recordOf(done(recorded(), recorded({ needId: 'n2', kind: 'hearing' }), ended('2026-03-02')));
  assert.deepEqual(
    holding(record).map(one => one.kind),
    ['hearing'],
  );
  const [first] = record.needs;
  assert.deepEqual([first?.toldOn, first?.toldBy, first?.consentToKeep], ['2026-01-05', 'themselves', 'yes']);
  assert.deepEqual(first?.ended, { on: '2026-03-02', reason: text('well'), by: 'officer' });
});

test('[MAG-06] a need is changed with the reason, and its history tells of it', () => {
  const change: NeedsCommand = { type: 'ChangeNeed', ...facts, todo: text('24 point'), reason: text('asked') };
  const [one] = recordOf(done(recorded(), change)).needs;
  assert.deepEqual(one?.todo, text('24 point'));
  assert.deepEqual(one?.changes, [{ on: '2027-02-01', reason: text('asked'), by: 'officer' }]);
  assert.equal(refused(done(recorded()), { ...change, needId: 'n9' }), 'no-such-need');
  assert.equal(refused(done(recorded(), ended('2026-03-02')), change), 'no-such-need');
});

test('[MAG-06] what lies behind a need is kept with their agreement or not at all; what to do is kept in any case', () => {
  const told = { kind: 'disability', behind: text('epilepsy') } as const;
  assert.equal(refused([], recorded({ ...told, consentToKeep: 'no' })), 'need-without-consent');
  assert.equal(refused([], recorded({ ...told, consentToKeep: 'not-asked' })), 'need-without-consent');
  assert.equal(done(recorded(told)).length, 1);
  assert.equal(done(recorded({ ...told, behind: null, consentToKeep: 'no' })).length, 1);
});

test('[MAG-06] what earlier complaints recorded is carried over as it was, with consent still to be asked for', () => {
  const before = { toldBy: 'earlier-complaint', consentToKeep: 'not-asked', consentToShare: 'not-asked' } as const;
  assert.equal(done(recorded({ ...before, kind: 'health', behind: text('asthma') })).length, 1);
  assert.equal(done(recorded({ ...before, kind: 'contact' })).length, 1, 'no ways were asked for then');
});

test('[MAG-06] hours are such that they can be followed', () => {
  const backwards = { from: '18:00', to: '16:00' };
  assert.equal(refused([], recorded({ kind: 'contact-times', hours: backwards })), 'hours-wrong');
});

test('[MAG-06] a need that holds is not recorded twice, where having it twice says nothing more', () => {
  assert.equal(refused(done(recorded()), recorded({ needId: 'n2' })), 'need-there-already');
  assert.equal(done(recorded(), ended('2026-03-02'), recorded({ needId: 'n2' }, '2026-04-01')).length, 3);
  const twice = [recorded({ kind: 'vulnerability' }), recorded({ kind: 'vulnerability', needId: 'n2' })];
  assert.equal(done(...twice).length, 2);
});

test('[MAG-06][Code 5.10] needs are gone through with the person again and again, and each time is owed by its date', () => {
  assert.deepEqual(owed(done(recorded())), [['review-needs-1', '2027-01-05', null]]);
  assert.deepEqual(owed(done(recorded(), reviewed('2026-12-01'))), [
    ['review-needs-1', '2027-01-05', '2026-12-01'],
    ['review-needs-2', '2027-12-01', null],
  ]);
  assert.equal(refused(done(recorded(), ended('2026-03-02')), reviewed('2026-12-01')), 'no-needs-to-review');
});

test('[MAG-06] what is temporary is asked about on the day it was to end, and never ends by itself', () => {
  const grief = done(recorded({ kind: 'vulnerability', until: '2027-03-31' }, '2027-01-05'));
  assert.deepEqual(owed(grief), [['review-needs-1', '2027-03-31', null]]);
  assert.equal(holding(recordOf(grief)).length, 1);
  const [late] = owedOnNeeds(recordOf(grief), { ...rulebooks.magna, calendar: englandAndWales });
  assert.ok(late);
  assert.equal(statusOn(late, '2027-04-01'), 'overdue');
  assert.equal(refused([], recorded({ until: '2027-01-31' })), 'date-before');
});

test('[MAG-06] nothing is owed once nothing holds', () => {
  const [one] = owedOnNeeds(recordOf(done(recorded(), ended('2026-03-02'))), {
    ...rulebooks.magna,
    calendar: englandAndWales,
  });
  assert.equal(one?.lapsedOn, '2026-03-02');
});

test('[MAG-06] days are not ahead, and nothing ends before it was told', () => {
  assert.equal(refused([], recorded({}, '2027-02-02')), 'date-in-future');
  assert.equal(refused(done(recorded()), ended('2026-01-04')), 'date-before');
  assert.equal(refused(done(recorded()), reviewed('2026-01-04')), 'date-before');
});

test('[MAG-06] a complaint is told what to do, and to contractors only what they agreed to', () => {
  const [shared] = recordOf(done(recorded({ behind: text('macular'), consentToShare: 'yes' }))).needs;
  assert.ok(shared);
  assert.deepEqual(asInCase(shared, text('18 point')), {
    ...{ kind: 'large-print', detail: text('18 point'), needId: 'n1' },
    share: true,
  });
  assert.equal('share' in asInCase({ ...shared, consentToShare: 'not-asked' }, text('x')), false);
  assert.equal('share' in asInCase({ ...shared, kind: 'health' }, text('x')), false, 'the kind alone would tell');
});
