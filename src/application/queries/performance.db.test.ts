import assert from 'node:assert/strict';
import { randomUUIDv7 } from 'node:crypto';
import test from 'node:test';
import fc from 'fast-check';
import { testDatabase } from '../../../test/database.ts';
import { manyCases } from '../../../test/many-cases.ts';
import { planOf } from '../../../test/plans.ts';
import { addDays, type LocalDate } from '../../domain/calendar/dates.ts';
import { statusOn } from '../../domain/complaint/obligation.ts';
import { newObligation } from '../../domain/complaint/obligations/shape.ts';
import { count, emptyTally, measuresOf } from '../../domain/reports/indicators.ts';
import { inLandlord, readInLandlord } from '../../storage/landlord-transaction.ts';
import { rollUpLandlord } from '../month-figures.ts';
import { openPackLibrary } from '../pack-library.ts';
import { countCases } from './all-cases.ts';
import { everything } from './case-selection.ts';
import { type DutyCount, figuresQuery, liveFigures } from './duty-figures.ts';
import { dutyResults } from './duty-results.ts';
import { performance } from './performance.ts';

const database = await testDatabase();
const packs = await openPackLibrary('policies');
const { policy } = packs.current('magenta');
const today = '2026-11-20';
const now = '2026-11-20T10:00:00.000Z';

type Duty = {
  kind: 'acknowledge' | 'respond';
  stage: 1 | 2;
  dueOn: LocalDate;
  firstDueOn: LocalDate;
  dischargedOn: LocalDate | null;
  lapsedOn: LocalDate | null;
  cannotJudge: boolean;
};

/** Writes each duty as the only one of a case of its own. */
async function landlordWith(duties: readonly Duty[]): Promise<string> {
  const landlordId = await database.addLandlord();
  const { admin } = database;
  await admin.query('set session_replication_role = replica');
  for (const duty of duties) await addDuty(landlordId, duty);
  await admin.query('set session_replication_role = origin');
  return landlordId;
}

async function addDuty(landlordId: string, duty: Duty): Promise<void> {
  const caseId = randomUUIDv7();
  await database.admin.query(
    `insert into case_index (landlord_id, case_id, version, reference, stage, complainant_name, sort_name, received_on, changed_at)
     values ($1, $2, 1, $3, $4, 'Somebody', 'somebody', '2026-01-01', now())`,
    [landlordId, caseId, caseId, duty.stage],
  );
  const { kind, stage, dueOn, firstDueOn, dischargedOn, lapsedOn, cannotJudge } = duty;
  await database.admin.query(
    `insert into obligation (landlord_id, case_id, obligation_id, kind, stage, due_on, first_due_on, discharged_on, lapsed_on, cannot_judge)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [landlordId, caseId, `${kind}-${stage}`, kind, stage, dueOn, firstDueOn, dischargedOn, lapsedOn, cannotJudge],
  );
}

const met: Duty = {
  kind: 'respond',
  stage: 1,
  dueOn: '2026-10-12',
  firstDueOn: '2026-10-12',
  dischargedOn: '2026-10-12',
  lapsedOn: null,
  cannotJudge: false,
};
const extended: Duty = { ...met, firstDueOn: '2026-09-28' };
const overdue: Duty = { ...met, dischargedOn: null };
const withdrawn: Duty = { ...overdue, lapsedOn: '2026-10-05' };

const read = (landlordId: string) =>
  readInLandlord(database.app, landlordId, tx => performance(tx, landlordId, policy, today));

async function figure(landlordId: string, id: string, month: LocalDate) {
  const duty = (await read(landlordId)).find(one => one.measure.id === id) ?? assert.fail(`no measure ${id}`);
  const { met, missed, notYetDue, lapsed, cannotJudge } =
    duty.months.find(one => one.month === month)?.tally ?? assert.fail(`no month ${month}`);
  return { met, missed, notYetDue, lapsed, cannotJudge };
}

const nothing = { met: 0, missed: 0, notYetDue: 0, lapsed: 0, cannotJudge: 0 };

test('[MGL-41] the four indicators, answers with and without extension, for each of thirteen months', async () => {
  const measured = await read(await landlordWith([]));
  assert.deepEqual(
    measured.map(({ measure }) => `${measure.duty}-${measure.stage}-${measure.by}`),
    [
      'acknowledge-1-extended',
      'respond-1-extended',
      'respond-1-original',
      'acknowledge-2-extended',
      'respond-2-extended',
      'respond-2-original',
    ],
  );
  for (const { months } of measured) {
    assert.equal(months.length, 13);
    assert.deepEqual([months[0]?.month, months.at(-1)?.month], ['2026-11-01', '2025-11-01']);
  }
});

test('[R10] a duty counts in the month it fell due, and an overdue answer counts as missed', async () => {
  const landlordId = await landlordWith([met, overdue, { ...met, dischargedOn: '2026-11-02' }, withdrawn]);
  assert.deepEqual(await figure(landlordId, 'stage1-answered', '2026-10-01'), {
    ...nothing,
    met: 1,
    missed: 2,
    lapsed: 1,
  });
  assert.deepEqual(await figure(landlordId, 'stage1-answered', '2026-11-01'), nothing);
});

test('[MGL-41][R10] without extension an answer is judged by its first date, in the month of that date', async () => {
  const landlordId = await landlordWith([extended]);
  const extendedId = 'stage1-answered';
  const originalId = 'stage1-answered-without-extension';
  assert.deepEqual(await figure(landlordId, extendedId, '2026-10-01'), { ...nothing, met: 1 });
  assert.deepEqual(await figure(landlordId, originalId, '2026-10-01'), nothing);
  assert.deepEqual(await figure(landlordId, originalId, '2026-09-01'), { ...nothing, missed: 1 });
});

test('[R10] what is due later this month stands beside the count', async () => {
  const later = { ...overdue, dueOn: '2026-11-25' as const, firstDueOn: '2026-11-25' as const };
  const dueToday = { ...overdue, dueOn: today, firstDueOn: today } as const;
  const landlordId = await landlordWith([later, dueToday]);
  assert.deepEqual(await figure(landlordId, 'stage1-answered', '2026-11-01'), { ...nothing, notYetDue: 2 });
});

const day = fc.integer({ min: -70, max: 20 }).map(days => addDays(today, days));
const past = fc.integer({ min: -70, max: 0 }).map(days => addDays(today, days));
const anyDuty: fc.Arbitrary<Duty> = fc.record({
  kind: fc.constantFrom('acknowledge', 'respond'),
  stage: fc.constantFrom(1, 2),
  dueOn: day,
  firstDueOn: day,
  dischargedOn: fc.option(past),
  lapsedOn: fc.option(past),
  cannotJudge: fc.integer({ min: 0, max: 9 }).map(n => n === 0),
});

/** What the domain makes of the same duties: the one rule there is. */
function byTheDomain(duties: readonly Duty[], month: string): DutyCount[] {
  return measuresOf(policy.indicators).flatMap(measure => {
    const tally = emptyTally(measure);
    let any = false;
    for (const duty of duties) {
      if (duty.kind !== measure.duty || duty.stage !== measure.stage) continue;
      const dueOn = measure.by === 'original' ? duty.firstDueOn : duty.dueOn;
      if (dueOn.slice(0, 7) !== month.slice(0, 7)) continue;
      any = true;
      const { dischargedOn, lapsedOn } = duty;
      const obligation = newObligation({
        ...{ id: 'x', kind: duty.kind, stage: duty.stage, from: null, rule: '', clause: '' },
        ...{ dueOn, dischargedOn, lapsedOn, judged: duty.cannotJudge ? 'unknown' : 'yes' },
      });
      count(tally, statusOn(obligation, today));
    }
    const { met, missed, notYetDue, lapsed, cannotJudge } = tally;
    const counts = { met, missed, 'not-yet-due': notYetDue, lapsed, 'cannot-judge': cannotJudge };
    return any ? [{ duty: measure.duty, stage: measure.stage, by: measure.by, ...counts }] : [];
  });
}

const inOrder = (counts: readonly DutyCount[]) =>
  counts.toSorted((a, b) => `${a.duty}${a.stage}${a.by}`.localeCompare(`${b.duty}${b.stage}${b.by}`));

test('[R10][R6] the figures are those of the domain, and each number opens exactly its cases', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyDuty, { minLength: 1, maxLength: 25 }), async duties => {
      const landlordId = await landlordWith(duties);
      const months: LocalDate[] = ['2026-09-01', '2026-10-01', '2026-11-01', '2026-12-01'];
      await readInLandlord(database.app, landlordId, async tx => {
        for (const { month, counts } of await liveFigures(tx, landlordId, months, today)) {
          assert.deepEqual(inOrder(counts), inOrder(byTheDomain(duties, month)));
          for (const { duty, stage, by, ...numbers } of counts) {
            for (const result of dutyResults) {
              const selection = { ...everything, duty: { duty, stage, by, month, months: 1, result } };
              const cases = await countCases(tx, {
                landlordId,
                scope: { kind: 'all', personId: '00000000-0000-7000-8000-000000000000', roles: [] },
                selection,
                today,
              });
              assert.equal(cases, numbers[result], `${duty}-${stage} ${by} ${month} ${result}`);
            }
          }
        }
      });
    }),
    { numRuns: 15 },
  );
});

const rollUp = (landlordId: string) => inLandlord(database.app, landlordId, tx => rollUpLandlord(tx, landlordId, now));

test('a month that is over is rolled up once, and again, as a whole, when it was marked', async () => {
  const landlordId = await landlordWith([met, extended]);
  const before = await read(landlordId);
  assert.equal(await rollUp(landlordId), 12);
  assert.equal(await rollUp(landlordId), 0);
  assert.deepEqual(await read(landlordId), before, 'rolled up or not, the figures are the same');
  await database.admin.query('set session_replication_role = replica');
  await addDuty(landlordId, overdue);
  await database.admin.query('set session_replication_role = origin');
  assert.equal((await figure(landlordId, 'stage1-answered', '2026-10-01')).missed, 0, 'nobody has marked it');
  const mark = `insert into month_mark (landlord_id, month, mark_id) values ($1, '2026-10-01', gen_random_uuid())`;
  await database.admin.query(mark, [landlordId]);
  assert.equal(
    (await figure(landlordId, 'stage1-answered', '2026-10-01')).missed,
    1,
    'a marked month is counted afresh',
  );
  assert.equal(await rollUp(landlordId), 1);
  assert.equal((await figure(landlordId, 'stage1-answered', '2026-10-01')).missed, 1);
  const marks = await database.admin.query('select from month_mark where landlord_id = $1', [landlordId]);
  assert.equal(marks.rowCount, 0);
});

test('figures are read from indexes, rolled up or live', async () => {
  const landlordId = await database.addLandlord();
  await manyCases(database, landlordId, 6000);
  await database.admin.query(`update obligation set first_due_on = due_on where landlord_id = $1`, [landlordId]);
  await database.admin.query('vacuum analyze obligation');
  const query = figuresQuery(landlordId, '2025-10-01', today).compile(database.app.kysely);
  const plan = (await planOf(database, landlordId, query.sql, query.parameters)).join('\n');
  assert.doesNotMatch(plan, /Seq Scan/, plan);
  assert.match(plan, /obligation_by_month/);
  assert.match(plan, /obligation_moved_from/);
  assert.match(plan, /obligation_moved_to/);
});
