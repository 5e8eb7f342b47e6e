/**
 * `npm run clauses`: every clause of the policies, of the Code and of our readings, whether it is claimed, and the tests that
 * name it. Exit 1 where something is wrong. `--claim ID …` marks clauses as claimed, once they have a test.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { allClauses } from '../src/outside/policy-files/registers.ts';
import { type ClauseReport, claimIn, judgeClauses } from './clauses/judge.ts';
import { clausesNamedIn } from './clauses/test-names.ts';

const ROOT = join(import.meta.dirname, '..');
const PACKS = join(ROOT, 'policies');
const CLAIMED = join(PACKS, 'claimed.txt');
const TESTED = ['src', 'test', 'scripts', 'bench'];

async function testFiles(): Promise<string[]> {
  const found = await Promise.all(
    TESTED.map(async folder => {
      const names = await readdir(join(ROOT, folder), { recursive: true }).catch(() => []);
      return names.filter(name => /\.(test|spec)\.ts$/.test(name)).map(name => join(folder, name));
    }),
  );
  return found.flat().sort();
}

async function report(): Promise<ClauseReport> {
  const files = await testFiles();
  const found = await Promise.all(
    files.map(async file => clausesNamedIn(file, await readFile(join(ROOT, file), 'utf8'))),
  );
  return judgeClauses({
    clauses: await allClauses(PACKS),
    named: found.flatMap(({ named }) => named),
    unreadable: found.flatMap(({ unreadable }) => unreadable),
    claimedBefore: await claimedBefore(),
  });
}

async function claimedBefore(): Promise<string[]> {
  const text = await readFile(CLAIMED, 'utf8').catch(() => '');
  return text.split('\n').filter(line => line !== '');
}

function show({ rows, faults }: ClauseReport): void {
  for (const { clause, tests } of rows) {
    const names = tests.map(({ file, line, name }) => `    ${file}:${line}  ${name}`);
    console.log([`${clause.id.padEnd(10)} ${clause.state.padEnd(8)} ${clause.heading}`, ...names].join('\n'));
  }
  const claimed = rows.filter(({ clause }) => clause.state === 'claimed').length;
  const tested = rows.filter(({ tests }) => tests.length > 0).length;
  console.log(`\n${rows.length} clauses: ${claimed} claimed, ${rows.length - claimed} planned; ${tested} have tests.`);
  for (const fault of faults) console.error(fault);
}

/** Claims these clauses, each only if a test names it. */
async function claim(ids: readonly string[]): Promise<string[]> {
  const { rows } = await report();
  const refused: string[] = [];
  const claimed = new Set(await claimedBefore());
  for (const id of ids) {
    const row = rows.find(({ clause }) => clause.id === id);
    if (row === undefined) refused.push(`${id} stands in no register.`);
    else if (row.tests.length === 0) refused.push(`${id} has no test that names it.`);
    else {
      const path = join(PACKS, row.clause.file);
      const changed = claimIn(await readFile(path, 'utf8'), id);
      if (changed === null) refused.push(`${id}: its state was not found in ${row.clause.file}.`);
      else {
        await writeFile(path, changed);
        claimed.add(id);
      }
    }
  }
  await writeFile(CLAIMED, `${[...claimed].sort().join('\n')}\n`);
  return refused;
}

const [first, ...ids] = process.argv.slice(2);
if (first !== undefined && first !== '--claim') {
  console.error(`Unknown option ${first}. Use: npm run clauses, or npm run clauses -- --claim ID …`);
  process.exitCode = 2;
} else {
  const refused = first === '--claim' ? await claim(ids) : [];
  const result = await report();
  show(result);
  for (const sentence of refused) console.error(sentence);
  if (refused.length > 0 || result.faults.length > 0) process.exitCode = 1;
}
