#!/usr/bin/env node
// The first thing that runs: on any Node from 18 on, before anything is installed. It installs what the lockfile
// says (only when that changed), then hands over to the Node 26 that came with it. Plain JavaScript on purpose.
import process from 'node:process';
import { handOver } from './scripts/launch/hand-over.mjs';
import { ensureInstalled } from './scripts/launch/install.mjs';

const programs = {
  start: ['src/main.ts', 'serve'],
  redress: ['src/main.ts'],
  test: ['scripts/test/run.ts'],
  'test:wide': ['scripts/test/run.ts', '--wide'],
  bench: ['bench/run.ts'],
  clauses: ['scripts/clauses.ts'],
  screenshots: ['scripts/screenshots.ts'],
};

const [name = '', ...rest] = process.argv.slice(2);
const program = Object.hasOwn(programs, name) ? programs[name] : undefined;

if (program === undefined) {
  process.stderr.write(`launch.mjs knows ${Object.keys(programs).join(', ')}; not "${name}".\n`);
  process.exit(2);
}

try {
  await ensureInstalled();
  // npm moves to the project's folder; a file named on the command line is where the person stands.
  const cwd = name === 'redress' && process.env.npm_lifecycle_event === 'redress' ? process.env.INIT_CWD : undefined;
  handOver([...program, ...rest], { endWithUs: name === 'start', cwd });
} catch (error) {
  process.stderr.write(`${error.plain ? error.message : error.stack}\n`);
  process.exit(error.exitCode ?? 1);
}
