/**
 * `npm test`: format, lint, types, tests, database tests, journeys in a browser, and the clauses. Ends with one line,
 * `N passed, N failed`, and with 1 when anything failed or could not be tried.
 *
 *     node scripts/test/run.ts [--wide] [--only PHASE] [part of a file name …]
 */
import { existsSync, globSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { productFolder } from '../../src/config.ts';
import { ensureChromium } from './chromium.ts';
import { serverForTests } from './database.ts';
import { runNodeTests } from './node-tests.ts';
import { ensurePdfReaders } from './pdf-readers.ts';
import { otherPostgresVersions } from './postgres-versions.ts';
import { checkWith, installed, sum } from './programs.ts';
import { type Outcome, Report } from './report.ts';

const { values, positionals } = parseArgs({
  options: { wide: { type: 'boolean', default: false }, only: { type: 'string' } },
  allowPositionals: true,
});

const say = (line: string): void => void process.stdout.write(`  ${line}\n`);
const report = new Report();
const concurrency = Math.max(2, os.availableParallelism());

// Legal days are London's wherever the machine stands: on the other side of the world a slip shows at once. The
// settings of whoever runs the tests must not reach them.
const env: Record<string, string | undefined> = {
  TZ: 'Pacific/Auckland',
  NODE_ENV: 'test',
  ...Object.fromEntries(
    Object.keys(process.env)
      .filter(name => /^(REDRESS_|DATABASE_|PG[A-Z]|PORT$|HOST$|LOG_LEVEL$)/.test(name))
      .map(name => [name, undefined]),
  ),
  ...(values.wide ? { REDRESS_TEST_WIDE: '1' } : {}),
};

function found(...patterns: string[]): string[] {
  const all = patterns.flatMap(pattern => globSync(pattern, { cwd: productFolder })).sort();
  return positionals.length === 0 ? all : all.filter(file => positionals.some(part => file.includes(part)));
}

async function staticChecks(): Promise<Outcome> {
  return sum(
    await Promise.all([
      checkWith('format', installed('biome'), ['format', '.']),
      checkWith('lint', installed('biome'), ['check', '--formatter-enabled=false', '.']),
      checkWith('types', installed('tsc'), ['--noEmit']),
    ]),
  );
}

const isDatabaseTest = (file: string): boolean => file.endsWith('.db.test.ts');
const tests = found('src/**/*.test.ts', 'test/**/*.test.ts', 'scripts/**/*.test.ts', 'bench/**/*.test.ts');
const pure = tests.filter(file => !isDatabaseTest(file));
const onDatabase = tests.filter(isDatabaseTest);
const journeys = found('test/journeys/**/*.spec.ts');
const wideJourneys = values.wide ? found('test/wide/**/*.spec.ts') : [];

async function databaseTests(nativeFolder?: string): Promise<Outcome> {
  const server = await serverForTests(nativeFolder);
  try {
    // Those that start programs, and those that take long, keep to themselves.
    const share = { files: 5, alone: /\/(?:cli|test|embedded-postgres|demonstration)\/|every-act/ };
    return await runNodeTests({
      files: onDatabase,
      concurrency,
      minutes: 10,
      env: { ...env, ...server.addresses },
      share,
    });
  } finally {
    await server.stop();
  }
}

async function browserJourneys(chromium: string): Promise<Outcome> {
  // Every width and theme of every page takes its time, and nobody waits for it.
  const minutes = values.wide ? 90 : 20;
  const server = await serverForTests();
  try {
    const forBrowser = { ...env, ...server.addresses, REDRESS_CHROMIUM: chromium };
    // A journey waits for a page now and then: one more keeps the processors busy.
    const files = [...wideJourneys, ...longestFirst(journeys)];
    return await runNodeTests({ files, concurrency: concurrency + 1, minutes, env: forBrowser });
  } finally {
    await server.stop();
  }
}

/** The two that take longest begin first: else the whole run waits for them at its end. */
function longestFirst(files: readonly string[]): string[] {
  const long = (file: string): boolean => /every-page|main-road/.test(file);
  return files.toSorted((a, b) => Number(long(b)) - Number(long(a)));
}

const wanted = (phase: string): boolean => values.only === undefined || values.only === phase;
const narrowed = positionals.length > 0;

if (wanted('checks') && !narrowed) await report.phase('format, lint, types', staticChecks);
if (wanted('pure') && (pure.length > 0 || !narrowed)) {
  if (pure.some(file => file.includes('outside/documents/'))) await ensurePdfReaders(say);
  const share = { files: 12, alone: /\/(?:cli|launch|documents)\// };
  await report.phase('tests', () => runNodeTests({ files: pure, concurrency, minutes: 10, env, share }));
}
if (wanted('database') && (onDatabase.length > 0 || !narrowed)) {
  await report.phase('database tests', () => databaseTests());
  if (values.wide) {
    for (const { version, install } of otherPostgresVersions(say)) {
      await report.phase(`on PostgreSQL ${version}`, async () => databaseTests(await install()));
    }
  }
}
if (wanted('journeys') && journeys.length + wideJourneys.length > 0) {
  let chromium: string | undefined;
  // Installing is not testing: its seconds are not the journeys'.
  const ready = ensureChromium(say).then(place => {
    chromium = place;
  });
  await ready.catch(() => undefined);
  await report.phase('browser journeys', async () => {
    await ready;
    return browserJourneys(chromium ?? '');
  });
}
const clauses = path.join(productFolder, 'scripts', 'clauses.ts');
if (wanted('clauses') && !narrowed && existsSync(clauses)) {
  await report.phase('clauses', () => checkWith('every claimed clause has a test', process.execPath, [clauses]));
}
process.exitCode = report.finish();
