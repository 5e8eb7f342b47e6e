/** A replay of 100,000 past cases: seconds, and the most memory it held. By itself: `node bench/replay.bench.ts`. */
import { spawn } from 'node:child_process';
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { finished } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { addDays, isLocalDate } from '../src/domain/calendar/dates.ts';
import { type Measured, tableOf } from './table.ts';

const ROWS = 100_000;
const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'redress-bench-'));
const file = join(folder, 'cases.csv');

/** The published timelines over and over, each time moved by some days. */
async function writeCases(): Promise<void> {
  const [header = '', ...rows] = readFileSync(path('../test/fixtures/determination-timelines.csv'), 'utf8')
    .trim()
    .split('\n');
  const out = createWriteStream(file);
  out.write(`${header}\n`);
  for (let index = 0; index < ROWS; index += 1) {
    const row = rows[index % rows.length] ?? '';
    const moved = row.split(',').map(value => (isLocalDate(value) ? addDays(value, (index % 500) - 250) : value));
    out.write(`${moved.join(',')}\n`);
  }
  await finished(out.end());
}

/** Runs the command with its output read and dropped; the process says itself at its end what it held at most. */
async function replay(): Promise<{ seconds: number; megabytes: number }> {
  const words = ['replay', file, '--policy', 'code-2024', '--as-of', '2025-12-31', '--json'];
  const sayPeak = "process.on('exit', () => process.stderr.write('peak ' + process.resourceUsage().maxRSS))";
  const begun = performance.now();
  const child = spawn(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(sayPeak)}`, path('../src/main.ts'), ...words],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  child.stdout.resume();
  const said = await text(child.stderr);
  const kilobytes = Number(/peak (\d+)/.exec(said)?.[1]);
  if (!(kilobytes > 0)) throw new Error(`The replay ended without its figures: ${said}`);
  return { seconds: (performance.now() - begun) / 1000, megabytes: kilobytes / 1024 };
}

/** Seconds for the whole file, and the most memory the command held. */
export async function measureReplay(): Promise<Measured[]> {
  try {
    await writeCases();
    const { seconds, megabytes } = await replay();
    const what = `replay ${ROWS.toLocaleString('en-GB')} cases`;
    return [
      { what, unit: 's', value: seconds, limit: { most: 5 } },
      { what: `${what}, memory`, unit: 'MB', value: megabytes, limit: { most: 200 } },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (import.meta.main) process.stdout.write(`${tableOf(await measureReplay())}\n`);
