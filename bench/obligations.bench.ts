/** How fast the duties of a typical stage 1 complaint are derived, on one core. By itself: `node bench/obligations.bench.ts`. */
import { obligations } from '../src/domain/complaint/obligations.ts';
import { story } from '../test/complaint-story.ts';
import { type Measured, median, tableOf } from './table.ts';

const cases = 100_000;

/** Complaints a second: received, assigned, defined and acknowledged, with its answer to come. */
export function measureObligations(): Measured[] {
  const told = story('magna').received('2026-01-05').assigned().acknowledged('2026-01-09');
  const { state, deciding } = told;
  const rounds: number[] = [];
  let found = 0;
  for (let round = 0; round < 8; round += 1) {
    const begun = performance.now();
    for (let one = 0; one < cases; one += 1) found += obligations(state, deciding).length;
    if (round > 0) rounds.push((cases * 1000) / (performance.now() - begun));
  }
  if (found === 0) throw new Error('nothing was derived');
  const what = 'obligations derived, stage 1, one core';
  return [{ what, unit: 'cases/s', value: median(rounds), limit: { least: 200_000 } }];
}

if (import.meta.main) process.stdout.write(`${tableOf(measureObligations())}\n`);
