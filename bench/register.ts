/**
 * How long it takes to bring in a large landlord's homes and people, and to find one of them. By itself: `node bench/register.ts [homes]`;
 * it fills a data folder of its own, and is no part of `npm run bench`.
 */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { openApplication } from '../src/app.ts';
import type { Application } from '../src/application/application.ts';
import { importAtOnce } from '../src/application/imports/apply.ts';
import { stageImport } from '../src/application/imports/stage.ts';
import { knownPeople } from '../src/application/queries/known-people.ts';
import { reading } from '../src/application/reading.ts';
import { openDatabaseBriefly } from '../src/cli/database.ts';
import { migrateInWords } from '../src/cli/schema.ts';
import { readConfig } from '../src/config.ts';
import type { ImportKind } from '../src/domain/register/imports.ts';
import { systemClock } from '../src/outside/clock.ts';
import { joinEmbeddedPostgres } from '../src/outside/embedded-postgres/embedded-postgres.ts';
import { inDatabase } from '../test/database.ts';
import { homeLines, peopleLines, searches } from './invented-register.ts';
import { cpuOfTree } from './processes.ts';
import { employer } from './real-cases.ts';
import { type Measured, percentile, tableOf } from './table.ts';

const say = (line: string): void => void process.stderr.write(`${line}\n`);

async function* bytesOf(lines: Iterable<string>): AsyncGenerator<Buffer> {
  let waiting: string[] = [];
  for (const line of lines) {
    waiting.push(line);
    if (waiting.length < 2000) continue;
    yield Buffer.from(`${waiting.join('\n')}\n`);
    waiting = [];
  }
  yield Buffer.from(waiting.join('\n'));
}

type Took = { clock: number; node: number; database: number };

/** By the clock, and in CPU of this process and of PostgreSQL: the latter hardly depend on what else the machine does. In seconds. */
async function timed(postgres: number, work: () => Promise<unknown>): Promise<Took> {
  const [begun, cpu, server] = [performance.now(), process.cpuUsage(), cpuOfTree(postgres)];
  await work();
  const used = process.cpuUsage(cpu);
  return {
    clock: (performance.now() - begun) / 1000,
    node: (used.user + used.system) / 1e6,
    database: (cpuOfTree(postgres) - server) / 1000,
  };
}

function rowsOf(what: string, { clock, node, database }: Took): Measured[] {
  return [
    { what, unit: 's', value: clock, limit: 'said' },
    { what: `${what}, CPU in Node`, unit: 's', value: node, limit: 'said' },
    { what: `${what}, CPU in PostgreSQL`, unit: 's', value: database, limit: 'said' },
  ];
}

/** The server's first process, which started all the others. */
async function postmasterOf(dataFolder: string): Promise<number> {
  const joined = await joinEmbeddedPostgres(dataFolder);
  const admin = new pg.Client({ connectionString: inDatabase(joined?.adminUrl ?? '', 'redress') });
  await admin.connect();
  try {
    const { rows } = await admin.query<{ pid: string }>(
      `select split_part(pg_read_file('postmaster.pid'), E'\\n', 1) as pid`,
    );
    return Number(rows[0]?.pid);
  } finally {
    await admin.end();
  }
}

async function bringIn(app: Application, landlordId: string, kind: ImportKind, lines: Iterable<string>): Promise<void> {
  const who = { landlordId, actor: 'machine:command-line' };
  const outcome = await importAtOnce(app, who, { kind, name: `${kind}.csv`, bytes: bytesOf(lines) }, randomUUID());
  if (outcome.kind !== 'applied' || outcome.run.rejected > 0)
    throw new Error(`The ${kind} came to ${JSON.stringify(outcome)}`);
}

async function measure(app: Application, landlordId: string, homes: number, postgres: number): Promise<Measured[]> {
  const people = Math.round(homes * 1.25);
  say(`Bringing in ${homes} homes …`);
  const first = await timed(postgres, () => bringIn(app, landlordId, 'homes', homeLines(homes)));
  say(`${first.clock.toFixed(1)} s. Bringing in ${people} people …`);
  const second = await timed(postgres, () => bringIn(app, landlordId, 'people', peopleLines(people, homes)));
  say(`${second.clock.toFixed(1)} s. Looking at the same homes again …`);
  const who = { landlordId, actor: 'machine:command-line' };
  const again = await timed(postgres, async () => {
    const staged = await stageImport(app, who, { kind: 'homes', name: 'homes.csv', bytes: bytesOf(homeLines(homes)) });
    if (staged.kind !== 'staged' || staged.run.unchanged !== homes)
      throw new Error('The same file would change something.');
  });
  say(`${again.clock.toFixed(1)} s. Searching …`);
  const took: number[] = [];
  const [cpu, server] = [process.cpuUsage(), cpuOfTree(postgres)];
  const slowest = { text: '', ms: 0 };
  for (const text of searches(homes, 400)) {
    const begun = performance.now();
    await reading(app, landlordId, tx => knownPeople(tx, landlordId, text));
    const ms = performance.now() - begun;
    took.push(ms);
    if (ms > slowest.ms) Object.assign(slowest, { text, ms });
  }
  const used = process.cpuUsage(cpu);
  const each = (ms: number): number => ms / took.length;
  say(`The slowest search was for "${slowest.text}".`);
  return [
    {
      what: `${homes} homes and ${people} people brought in`,
      unit: 's',
      value: first.clock + second.clock,
      limit: { most: 180 },
    },
    ...rowsOf('homes brought in', first),
    ...rowsOf('people brought in', second),
    ...rowsOf('the same homes looked at again', again),
    { what: 'a person or address found, p95', unit: 'ms', value: percentile(took, 95), limit: { most: 50 } },
    { what: 'a person or address found, median', unit: 'ms', value: percentile(took, 50), limit: 'said' },
    {
      what: 'a person or address found, CPU in Node',
      unit: 'ms',
      value: each((used.user + used.system) / 1000),
      limit: 'said',
    },
    {
      what: 'a person or address found, CPU in PostgreSQL',
      unit: 'ms',
      value: each(cpuOfTree(postgres) - server),
      limit: 'said',
    },
    { what: 'a person or address found, slowest', unit: 'ms', value: slowest.ms, limit: 'said' },
  ];
}

async function run(homes: number): Promise<void> {
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'redress-register-'));
  const busy = loadavg()[0] ?? 0;
  try {
    const config = readConfig({ REDRESS_DATA: dataFolder, REDRESS_DEMO: 'off' });
    const urls = await openDatabaseBriefly(config, say);
    try {
      await migrateInWords(urls, say);
      const app = await openApplication({ config, urls, clock: systemClock(), say }, 'bench');
      try {
        const { landlordId } = await employer(app, 'register');
        const measured = await measure(app, landlordId, homes, await postmasterOf(dataFolder));
        process.stdout.write(
          `${tableOf(measured)}\n\nload ${busy.toFixed(1)} before, ${(loadavg()[0] ?? 0).toFixed(1)} after\n`,
        );
      } finally {
        await app.stop();
      }
    } finally {
      await urls.stop();
    }
  } finally {
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

if (import.meta.main) await run(Number(process.argv[2] ?? 200_000));
