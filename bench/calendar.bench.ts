/** What adding and counting working days costs. By itself: `node bench/calendar.bench.ts`. */
import { addDays } from '../src/domain/calendar/dates.ts';
import { addWorkingDays, type Calendar, countWorkingDays } from '../src/domain/calendar/working-days.ts';
import { loadCalendar } from '../src/outside/policy-files/calendar-file.ts';
import { type Measured, median, tableOf } from './table.ts';

const calls = 2_000_000;

/** Nanoseconds for adding ten working days, and for counting fifteen. */
export async function measureCalendar(): Promise<Measured[]> {
  const calendar = await loadCalendar('england-and-wales');
  const starts = Array.from({ length: 1_024 }, (_, index) => addDays('2020-01-01', index * 2));
  return [
    { what: 'add working days', unit: 'ns', value: adding(calendar, starts), limit: { most: 50 } },
    { what: 'count working days', unit: 'ns', value: counting(calendar, starts), limit: { most: 50 } },
  ];
}

type Days = ReturnType<typeof addDays>[];

function adding(calendar: Calendar, starts: Days): number {
  return nanoseconds(index => addWorkingDays(calendar, starts[index] ?? '2020-01-01', 10).length);
}

function counting(calendar: Calendar, starts: Days): number {
  const ends = starts.map(start => addWorkingDays(calendar, start, 15));
  return nanoseconds(index => countWorkingDays(calendar, starts[index] ?? '2020-01-01', ends[index] ?? '2020-01-01'));
}

/** The median of seven rounds, in nanoseconds a call. `work` returns a number, so that it cannot be optimised away. */
function nanoseconds(work: (index: number) => number): number {
  const rounds: number[] = [];
  let sum = 0;
  for (let round = 0; round < 8; round += 1) {
    const begun = process.hrtime.bigint();
    for (let call = 0; call < calls; call += 1) sum += work(call & 1_023);
    if (round > 0) rounds.push(Number(process.hrtime.bigint() - begun) / calls);
  }
  if (sum === 0) throw new Error('nothing was measured');
  return median(rounds);
}

if (import.meta.main) process.stdout.write(`${tableOf(await measureCalendar())}\n`);
