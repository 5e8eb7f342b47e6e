import assert from 'node:assert/strict';
import { test } from 'node:test';
import { castOf, rulebooks, text } from '../../../test/complaint-cast.ts';
import type { LocalDate } from '../calendar/dates.ts';
import type { PersonFacts } from '../complaint/deciding.ts';
import { awayOn, awaySoon, coversFor, sayAway } from './absence.ts';
import { decideOnStaff, type StaffCommand } from './decide.ts';
import { evolveStaff, noStaffRecord, type StaffRecord } from './record.ts';
import { sayGap, trainingGaps } from './training.ts';

type Asked = { actor?: string; person?: string; today?: LocalDate; people?: Record<string, PersonFacts> };
const packs = rulebooks.magna;
const cast: Record<string, PersonFacts> = castOf('magna');

function asked(
  command: StaffCommand,
  record: StaffRecord = noStaffRecord,
  { actor = 'officer', person = 'officer', today = '2026-11-04', people = cast }: Asked = {},
) {
  const [who, whom] = [people[actor], people[person]];
  assert.ok(who && whom);
  return decideOnStaff(command, record, { ...packs, packHash: 'f', today, actor: who, person: whom, people });
}

function done(command: StaffCommand, record?: StaffRecord, more?: Asked): StaffRecord {
  const decided = asked(command, record, more);
  if ('refused' in decided) assert.fail(decided.refused);
  return evolveStaff(record ?? noStaffRecord, decided.event);
}

function refused(command: StaffCommand, record?: StaffRecord, more?: Asked): string {
  const decided = asked(command, record, more);
  return 'refused' in decided ? decided.refused : assert.fail('it was not refused');
}

const absence = (from: LocalDate, to: LocalDate | null, coverId: string | null = null): StaffCommand => ({
  type: 'RecordAbsence',
  absenceId: `from-${from}`,
  kind: 'planned',
  from,
  to,
  coverId,
});

test('[MGL-14] somebody is away from the first day to the last, and their cover covers for just that time', () => {
  const { absences } = done(absence('2026-11-09', '2026-11-20', 'third-officer'));
  assert.deepEqual(
    ['2026-11-08', '2026-11-09', '2026-11-20', '2026-11-21'].map(
      day => awayOn({ absences }, day as LocalDate) !== null,
    ),
    [false, true, true, false],
  );
  assert.equal(coversFor('third-officer', { absences }, '2026-11-12'), true);
  assert.equal(coversFor('third-officer', { absences }, '2026-11-21'), false);
  assert.equal(awaySoon({ absences }, '2026-11-04')?.from, '2026-11-09', 'within a week it is said before');
  assert.equal(awaySoon({ absences }, '2026-11-01'), null);
});

test('[MGL-14] an absence without a last day holds until they are back, and the day back ends it', () => {
  const open = done(absence('2026-11-03', null));
  assert.equal(
    sayAway(open.absences[0] ?? { from: '2026-11-03', to: null }, '2026-11-04'),
    'away, not known until when',
  );
  const back = done({ type: 'EndAbsence', absenceId: 'from-2026-11-03', backOn: '2026-11-12' }, open, {
    today: '2026-11-12',
  });
  assert.equal(back.absences[0]?.to, '2026-11-11');
});

test('[MGL-14] an absence that has not begun is called off and leaves nothing', () => {
  const planned = done(absence('2026-11-09', '2026-11-20'));
  assert.deepEqual(
    done({ type: 'EndAbsence', absenceId: 'from-2026-11-09', backOn: '2026-11-04' }, planned).absences,
    [],
  );
});

test('[MGL-14] days that overlap, a last day before the first, and a day back still to come are refused in words', () => {
  const planned = done(absence('2026-11-09', '2026-11-20'));
  assert.match(refused(absence('2026-11-20', '2026-11-25'), planned), /already. Change that absence/);
  assert.match(refused(absence('2026-11-20', '2026-11-19')), /cannot be before the first/);
  assert.match(
    refused({ type: 'EndAbsence', absenceId: 'from-2026-11-09', backOn: '2026-11-05' }, planned),
    /has not come yet/,
  );
});

test('[MAG-57] absence is recorded by oneself, one’s manager, or whoever hands work out, and by nobody else', () => {
  const people = { ...cast, colleague: { ...cast['colleague'], managerId: 'head' } as PersonFacts };
  const by = (actor: string) =>
    'event' in asked(absence('2026-11-09', null), noStaffRecord, { actor, person: 'colleague', people });
  assert.deepEqual(['colleague', 'head', 'lead', 'officer'].map(by), [true, true, true, false]);
});

test('[MAG-11] a cover is somebody else, here on that day, who may see what they cover for', () => {
  const away = {
    ...cast,
    'third-officer': {
      ...cast['third-officer'],
      absences: done(absence('2026-11-01', '2026-11-30')).absences,
    } as PersonFacts,
  };
  assert.match(refused(absence('2026-11-09', null, 'officer')), /Nobody covers for themselves/);
  assert.match(
    refused(absence('2026-11-09', null, 'third-officer'), noStaffRecord, { people: away }),
    /cannot cover: they are away/,
  );
  assert.match(refused(absence('2026-11-09', null, 'colleague')), /sees only complaints of their own/);
  assert.match(refused(absence('2026-11-09', null, 'nobody')), /who works here/);
});

test('[MAG-08] handlers need recognised training: without it, and once it has run out, that is said with since when', () => {
  const officer = cast['officer'];
  assert.ok(officer);
  assert.match(
    sayGap(trainingGaps({ ...officer, training: [] }, packs, '2026-11-04')[0] ?? assert.fail()),
    /no recognised training in settling disputes is recorded \(MAG-08\)/,
  );
  const { training } = done(
    {
      type: 'RecordTraining',
      trainingId: 'dispute-resolution',
      on: '2023-10-02',
      expiresOn: null,
      evidence: text('certificate'),
    },
    noStaffRecord,
    { actor: 'lead' },
  );
  assert.deepEqual(training[0]?.expiresOn, '2026-10-02', 'three years, by the pack');
  const gaps = (day: LocalDate) => trainingGaps({ ...officer, training }, packs, day).map(one => one.since);
  assert.deepEqual([gaps('2026-10-02'), gaps('2026-10-03')], [[], ['2026-10-02']]);
});

test('[MAG-08] a role that handles nothing needs no training', () => {
  assert.deepEqual(trainingGaps({ roles: ['colleague'], training: [] }, packs, '2026-11-04'), []);
});

test('[MAG-08] nobody records their own training, nor a day that has not come, nor training the policy does not know', () => {
  const train = (
    on: LocalDate,
    trainingId = 'dispute-resolution',
    expiresOn: LocalDate | null = null,
  ): StaffCommand => ({
    type: 'RecordTraining',
    ...{ trainingId, on, expiresOn, evidence: text('certificate') },
  });
  assert.match(refused(train('2026-10-01')), /once they have seen what shows it/);
  assert.match(refused(train('2026-11-05'), noStaffRecord, { actor: 'lead' }), /has not come yet/);
  assert.match(refused(train('2026-10-01', 'juggling'), noStaffRecord, { actor: 'lead' }), /knows no such training/);
  assert.match(
    refused(train('2026-10-01', 'dispute-resolution', '2026-10-01'), noStaffRecord, { actor: 'lead' }),
    /before it was done/,
  );
});

test('[MGL-37] everybody confirms the present version for themselves, once', () => {
  const read = done({ type: 'ConfirmPolicy' });
  assert.deepEqual(read.confirmed, [{ policyId: 'magna', version: packs.policy.version.version, on: '2026-11-04' }]);
  assert.match(refused({ type: 'ConfirmPolicy' }, read), /already/);
  assert.match(refused({ type: 'ConfirmPolicy' }, noStaffRecord, { actor: 'lead' }), /for themselves/);
});
