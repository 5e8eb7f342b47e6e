/** `npm run bench`: what the product does in how long, measured on this machine, against what it is to reach (see README.md here). */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { productFolder } from '../src/config.ts';
import { measureCalendar } from './calendar.bench.ts';
import { measureObligations } from './obligations.bench.ts';
import { type Cost, complaintForms, costOf, middle, pageRows, rounds, type Visitor, visitorOf } from './pages.ts';
import { memoryOf, treeOf } from './processes.ts';
import { measureReplay } from './replay.bench.ts';
import { type Running, readyAddress, startProduct, stopped } from './running.ts';
import { fillSite, type Site } from './site.ts';
import { type Measured, tableOf } from './table.ts';

const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** The pages of the landlord with very many complaints, and My work of the one with a tenth of them. */
async function measurePages(product: Running, site: Site): Promise<Measured[]> {
  const worker = visitorOf(product, site.many.worker);
  const lead = visitorOf(product, site.many.lead);
  const fewer = visitorOf(product, site.few.worker);
  const myWork = '/my-work?needs=1';
  say('Warming up …');
  for (const [who, at] of [
    [worker, myWork],
    [fewer, myWork],
    [lead, `/cases/${site.longCase}`],
    [lead, '/performance'],
  ] as const) {
    await costOf(who, at, 2);
  }
  say('My work …');
  const many: Cost[] = [];
  const few: Cost[] = [];
  for (let round = 0; round < 3; round += 1) {
    many.push(await costOf(worker, myWork, 3));
    few.push(await costOf(fewer, myWork, 3));
  }
  const [ofMany, ofFew] = [middle(many), middle(few)];
  say('The case page, performance …');
  const theCase = await rounds(3, () => costOf(lead, `/cases/${site.longCase}`, 3));
  const figures = await rounds(3, () => costOf(lead, '/performance', 2));
  return [
    ...pageRows('My work, 50 of 100,000 cases', ofMany, { p95: 30, perSecond: 600 }),
    { what: 'My work, p95 against 10,000 cases', unit: '×', value: ofMany.p95 / ofFew.p95, limit: { most: 1.3 } },
    ...pageRows('case page, 60 events', theCase, { p95: 50, perSecond: 300 }),
    ...pageRows('performance, 100,000 cases', figures, { p95: 50 }),
  ];
}

/** The lists against the bare floor, turn by turn, so that both meet the same machine. */
async function measureFloor(product: Running, site: Site): Promise<Measured[]> {
  say('Lists against the bare floor …');
  const floor = spawn(process.execPath, [path.join(productFolder, 'bench', 'floor.ts'), site.appUrl, site.today], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const address = await readyAddress(floor);
    const measured: Measured[] = [];
    for (const [what, token, at, floorAt] of [
      ['My work', site.many.worker, '/my-work?needs=1', '/my-work'],
      ['all cases', site.many.lead, '/cases', '/cases'],
    ] as const) {
      const page = visitorOf(product, token);
      const bare: Visitor = { ...page, address, pid: floor.pid ?? 0 };
      const value = await ratioOfCosts(page, at, bare, floorAt);
      measured.push(
        { what: `${what}, CPU a page`, unit: 'ms', value: value.page, limit: 'said' },
        { what: `${what}, CPU of the floor`, unit: 'ms', value: value.floor, limit: 'said' },
        { what: `${what}, CPU against the floor`, unit: '×', value: value.page / value.floor, limit: { most: 1.8 } },
      );
    }
    return measured;
  } finally {
    await stopped(floor);
  }
}

async function ratioOfCosts(page: Visitor, at: string, bare: Visitor, floorAt: string) {
  const pages: Cost[] = [];
  const floors: Cost[] = [];
  await costOf(page, at, 1);
  await costOf(bare, floorAt, 1);
  for (let round = 0; round < 3; round += 1) {
    pages.push(await costOf(page, at, 2));
    floors.push(await costOf(bare, floorAt, 2));
  }
  const total = (all: readonly Cost[]): number => {
    const { node, database } = middle(all);
    return node + database;
  };
  return { page: total(pages), floor: total(floors) };
}

async function measureLogging(product: Running, site: Site): Promise<Measured[]> {
  say('Logging complaints …');
  const lead = visitorOf(product, site.many.lead);
  const form = await complaintForms(lead);
  const post = { form, expected: 303 };
  await costOf(lead, '/complaints/new', 2, post);
  const { perSecond, p95, node, database } = await rounds(3, () => costOf(lead, '/complaints/new', 3, post));
  return [
    { what: 'log a complaint', unit: '/s', value: perSecond, limit: { least: 250 } },
    { what: 'log a complaint, p95', unit: 'ms', value: p95, limit: 'said' },
    { what: 'log a complaint, CPU in Node', unit: 'ms', value: node, limit: { most: 3 } },
    { what: 'log a complaint, CPU in PostgreSQL', unit: 'ms', value: database, limit: 'said' },
  ];
}

function measureMemory({ pid, postgres }: Running): Measured[] {
  const all = treeOf(pid);
  const database = new Set(treeOf(postgres));
  const sum = (pids: readonly number[]): number => pids.reduce((total, one) => total + memoryOf(one).proportional, 0);
  return [
    { what: 'memory of the web process after that', unit: 'MB', value: memoryOf(pid).resident, limit: { most: 250 } },
    { what: 'memory of all processes', unit: 'MB', value: sum(all), limit: 'said' },
    {
      what: 'of these PostgreSQL’s',
      unit: 'MB',
      value: sum(all.filter(one => database.has(one))),
      limit: 'said',
    },
  ];
}

async function measureProduct(dataFolder: string): Promise<Measured[]> {
  say('Starting the product on an empty data folder …');
  const first = await startProduct(dataFolder);
  const measured: Measured[] = [];
  try {
    const site = await fillSite(dataFolder, say);
    measured.push(...(await measurePages(first, site)));
    measured.push(...(await measureLogging(first, site)));
    measured.push(...(await measureFloor(first, site)));
    measured.push(...measureMemory(first));
  } finally {
    await first.stop();
  }
  say('Starting it again …');
  const second = await startProduct(dataFolder);
  await second.stop();
  const value = second.readyAfter / 1000;
  return [...measured, { what: 'ready after a start with data', unit: 's', value, limit: { most: 3 } }];
}

if (process.platform !== 'linux') {
  process.stderr.write('The measurements read what processes use from /proc, which only Linux has.\n');
  process.exit(1);
}
const began = performance.now();
const busy = loadavg()[0] ?? 0;
const dataFolder = mkdtempSync(path.join(tmpdir(), 'redress-bench-'));
try {
  const pages = await measureProduct(dataFolder);
  say('Obligations, working days, a replay …');
  const measured = [...measureObligations(), ...(await measureCalendar()), ...pages, ...(await measureReplay())];
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, load ${busy.toFixed(1)} before, Node ${process.version}`;
  const took = `${Math.round((performance.now() - began) / 1000)} s`;
  process.stdout.write(`${tableOf(measured)}\n\n${machine}; measured in ${took}\n`);
} finally {
  rmSync(dataFolder, { recursive: true, force: true });
}
