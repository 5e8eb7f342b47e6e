#!/usr/bin/env node
// `redress` on the path: hands over to the Node 26 installed with the project.
import process from 'node:process';
import { handOver } from '../scripts/launch/hand-over.mjs';
import { ensureInstalled } from '../scripts/launch/install.mjs';

try {
  await ensureInstalled();
  handOver(['src/main.ts', ...process.argv.slice(2)]);
} catch (error) {
  process.stderr.write(`${error.plain ? error.message : error.stack}\n`);
  process.exit(error.exitCode ?? 1);
}
