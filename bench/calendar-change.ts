/**
 * What it costs to bring a new holiday to a landlord's open cases. By itself: `node bench/calendar-change.ts [cases]`; it fills a
 * data folder of its own, takes about a minute with 3,000 cases, and is no part of `npm run bench`.
 */
import { randomUUIDv7 } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { openApplication } from '../src/app.ts';
import { type Application, timeNow } from '../src/application/application.ts';
import { changeCalendar } from '../src/application/change-calendar.ts';
import { matters } from '../src/application/demonstration/matters.ts';
import { playStory } from '../src/application/demonstration/play.ts';
import { roads } from '../src/application/demonstration/roads.ts';
import { calendarProgress, recountLandlord } from '../src/application/recount-dates.ts';
import { openDatabaseBriefly } from '../src/cli/database.ts';
import { migrateInWords } from '../src/cli/schema.ts';
import { readConfig } from '../src/config.ts';
import { addDays } from '../src/domain/calendar/dates.ts';
import { addWorkingDays } from '../src/domain/calendar/working-days.ts';
import { systemClock } from '../src/outside/clock.ts';
import { joinEmbeddedPostgres } from '../src/outside/embedded-postgres/embedded-postgres.ts';
import { inLandlord } from '../src/storage/landlord-transaction.ts';
import { inDatabase } from '../test/database.ts';
import { cpuOfTree } from './processes.ts';
import { type Employer, employer } from './real-cases.ts';
import { type Measured, tableOf } from './table.ts';

const most = 20_000;
const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** Open complaints at different places of their roads, by real acts: what all the others are copies of. */
async function playSome(app: Application, { landlordId, staff }: Employer): Promise<void> {
  const { now, today } = timeNow(app);
  const calendar = app.calendars.shipped;
  const [matter] = matters;
  if (matter === undefined) throw new Error('There are no matters to complain about.');
  const open = [roads.untouched, roads.overdue, roads.overdueWithUpdates, roads.extended, roads.inTime, roads.toStage2];
  for (const [number, road] of open.entries()) {
    const receivedOn = addDays(today, road === roads.toStage2 ? -45 : -5 - number);
    await playStory(app, { landlordId, staff, calendar }, { number: number + 1, road, matter, receivedOn, today, now });
  }
}

/** Copies of them, with events, rows and references of their own. Their hashes are those of what they were copied from. */
async function copyMany(admin: pg.Client, landlordId: string, cases: number): Promise<void> {
  await admin.query('begin; set local session_replication_role = replica');
  await admin.query(
    `create temp table copied on commit drop as
     select c.case_id as from_id, c.reference as from_reference, gen_random_uuid() as case_id,
       upper(substr(md5(c.case_id::text || n), 1, 14)) as reference
     from case_index c, generate_series(1, ceil($2::numeric / (select count(*) from case_index where landlord_id = $1))::integer) n
     where c.landlord_id = $1 limit $2`,
    [landlordId, cases],
  );
  for (const table of ['case_stream', 'event', 'obligation', 'search_text', 'case_index', 'letter']) {
    const { rows } = await admin.query<{ name: string }>(
      `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and attgenerated = '' and not attisdropped`,
      [table],
    );
    const columns = rows.map(row => row.name);
    const own: Record<string, string> = {
      case_id: 'copied.case_id',
      letter_id: 'gen_random_uuid()',
      ...(table === 'case_index' ? { reference: 'copied.reference' } : {}),
      ...(table === 'event' ? { body: `replace(t.body, copied.from_reference, copied.reference)` } : {}),
    };
    await admin.query(
      `insert into ${table} (${columns.join(', ')}) select ${columns.map(name => own[name] ?? `t.${name}`).join(', ')}
       from ${table} t join copied on copied.from_id = t.case_id where t.landlord_id = $1`,
      [landlordId],
    );
  }
  await admin.query('commit');
  await admin.query('vacuum analyze');
}

async function measure(app: Application, { landlordId, lead }: Employer, postgres: number): Promise<Measured[]> {
  const date = addWorkingDays(app.calendars.shipped, timeNow(app).today, 3);
  const ask = {
    change: { kind: 'add', date, title: 'Day of mourning' } as const,
    reason: 'Proclaimed',
    revisionSeen: 0,
  };
  const serverCpu = cpuOfTree(postgres);
  const begun = performance.now();
  const cpu = process.cpuUsage();
  const outcome = await changeCalendar(app, lead, { ...ask, commandId: randomUUIDv7() });
  const waited = performance.now() - begun;
  if (outcome.kind !== 'done') throw new Error(`The calendar was not changed: ${outcome.kind}`);
  await recountLandlord(app, landlordId);
  const all = performance.now() - begun;
  const used = process.cpuUsage(cpu);
  const usedByServer = cpuOfTree(postgres) - serverCpu;
  const { moved, counted } = await inLandlord(app.database, landlordId, async tx => {
    const done = await tx
      .selectFrom('calendar_recount')
      .select(['revision', 'moved'])
      .where('landlord_id', '=', landlordId)
      .execute();
    const progress = await calendarProgress(tx, landlordId, done[0]?.revision ?? 0);
    if (progress.waiting > 0) throw new Error(`${progress.waiting} cases still wait.`);
    return { moved: progress.moved, counted: done.length };
  });
  return [
    { what: 'cases counted anew', unit: 'cases', value: counted, limit: 'said' },
    { what: 'of which moved', unit: 'cases', value: moved, limit: 'said' },
    { what: 'the person who adds it waits', unit: 'ms', value: waited, limit: { most: 5000 } },
    { what: 'a case', unit: 'ms', value: all / counted, limit: { most: 10 } },
    { what: 'a case, CPU of PostgreSQL', unit: 'ms', value: usedByServer / counted, limit: 'said' },
    { what: 'a case, CPU in Node', unit: 'ms', value: (used.user + used.system) / 1000 / counted, limit: 'said' },
  ];
}

/** The server's first process, which started all the others. */
async function postmasterOf(admin: pg.Client): Promise<number> {
  const { rows } = await admin.query<{ pid: string }>(
    `select split_part(pg_read_file('postmaster.pid'), E'\\n', 1) as pid`,
  );
  return Number(rows[0]?.pid);
}

async function run(cases: number): Promise<void> {
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'redress-calendar-'));
  try {
    const config = readConfig({ REDRESS_DATA: dataFolder, REDRESS_DEMO: 'off' });
    const urls = await openDatabaseBriefly(config, say);
    try {
      await migrateInWords(urls, say);
      const app = await openApplication({ config, urls, clock: systemClock(), say }, 'bench');
      const joined = await joinEmbeddedPostgres(dataFolder);
      const admin = new pg.Client({ connectionString: inDatabase(joined?.adminUrl ?? '', 'redress') });
      await admin.connect();
      try {
        const made = await employer(app, 'calendar');
        await playSome(app, made);
        say(`Copying ${cases} cases …`);
        await copyMany(admin, made.landlordId, cases);
        process.stdout.write(`${tableOf(await measure(app, made, await postmasterOf(admin)))}\n`);
      } finally {
        await admin.end();
        await app.stop();
      }
    } finally {
      await urls.stop();
    }
  } finally {
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

if (import.meta.main) await run(Math.min(most, Number(process.argv[2] ?? 3000)));
