/** What adding and counting working days costs. Run: `node bench/calendar.bench.ts`. */
import { addDays } from '../src/domain/calendar/dates.ts';
import { addWorkingDays, countWorkingDays } from '../src/domain/calendar/working-days.ts';
import { loadCalendar } from '../src/outside/policy-files/calendar-file.ts';

const CALLS = 2_000_000;
const calendar = await loadCalendar('england-and-wales');
const starts = Array.from({ length: 1_024 }, (_, index) => addDays('2020-01-01', index * 2));
const ends = starts.map(start => addWorkingDays(calendar, start, 15));

/** The median of seven rounds, in nanoseconds a call. `work` returns a number, so that it cannot be optimised away. */
function nanoseconds(work: (index: number) => number): number {
  const rounds: number[] = [];
  let sum = 0;
  for (let round = 0; round < 8; round += 1) {
    const begun = process.hrtime.bigint();
    for (let call = 0; call < CALLS; call += 1) sum += work(call & 1_023);
    if (round > 0) rounds.push(Number(process.hrtime.bigint() - begun) / CALLS);
  }
  if (sum === 0) throw new Error('nothing was measured');
  return rounds.sort((a, b) => a - b)[3] ?? Number.NaN;
}

const first = starts[0] ?? '2020-01-01';
const measured: [string, number, number][] = [
  ['add working days', nanoseconds(index => addWorkingDays(calendar, starts[index] ?? first, 10).length), 50],
  [
    'count working days',
    nanoseconds(index => countWorkingDays(calendar, starts[index] ?? first, ends[index] ?? first)),
    50,
  ],
];

console.table(
  measured.map(([what, ns, limit]) => ({
    what,
    'ns each': Number(ns.toFixed(1)),
    'to reach': limit,
    ratio: Number((ns / limit).toFixed(2)),
  })),
);
