import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { run } from 'node:test';
import { pathToFileURL } from 'node:url';
import { inspect, stripVTControlCharacters } from 'node:util';
import { productFolder } from '../../src/config.ts';
import { type Outcome, showFailure } from './report.ts';

export type NodeTestOptions = {
  readonly files: readonly string[];
  readonly concurrency: number;
  /** Added to the environment; `undefined` takes a variable away. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Longest time for one process. */
  readonly minutes: number;
  /** How many short files share a process, which otherwise mostly starts; and which want one of their own. */
  readonly share?: { readonly files: number; readonly alone: RegExp };
};

/** Runs test files in processes of their own, and counts their tests. Failures are shown in full. */
export async function runNodeTests(options: NodeTestOptions): Promise<Outcome> {
  const outcome: Outcome = { passed: 0, failed: 0, skipped: 0 };
  const saidOnError = new Map<string, string>();
  const filesWithTests = new Set<string>();
  const seconds = new Map<string, number>();
  const files = options.files.map(file => path.join(productFolder, file));
  const folder = mkdtempSync(path.join(os.tmpdir(), 'redress-tests-'));
  const processes = sharing(files, options.share, folder);
  const stream = run({
    files: [...processes.keys()],
    concurrency: options.concurrency,
    isolation: 'process',
    timeout: options.minutes * 60_000,
    env: { ...process.env, ...options.env },
    execArgv: ['--no-warnings'],
  });
  stream.on('test:stderr', ({ file, message }) => saidOnError.set(file, (saidOnError.get(file) ?? '') + message));
  stream.on('test:summary', ({ file, duration_ms }) => file !== undefined && seconds.set(file, duration_ms / 1000));
  stream.on('test:pass', event => {
    if (event.details.type === 'suite' || isFileItself(event)) return;
    filesWithTests.add(event.file ?? '');
    if (event.skip === undefined && event.todo === undefined) outcome.passed += 1;
    else outcome.skipped += 1;
  });
  stream.on('test:fail', event => {
    filesWithTests.add(event.file ?? '');
    const { error } = event.details;
    // Only the innermost test says anything; those around it fail because it did.
    if ('failureType' in error && error.failureType === 'subtestsFailed') return;
    outcome.failed += 1;
    const place = `${path.relative(productFolder, event.file ?? '')}${event.line === undefined ? '' : `:${event.line}`}`;
    showFailure(
      `${isFileItself(event) ? 'the file itself' : event.name}  (${place})`,
      told(error) + (isFileItself(event) ? `\n${saidOnError.get(event.file ?? '') ?? ''}` : ''),
    );
  });
  await new Promise<void>((resolve, reject) => {
    stream.on('end', resolve);
    stream.on('error', reject);
    stream.resume();
  });
  rmSync(folder, { recursive: true, force: true });
  for (const file of files.filter(name => !filesWithTests.has(name))) {
    outcome.failed += 1;
    showFailure(path.relative(productFolder, file), 'No test ran in this file.');
  }
  saySlowest([...seconds].map(([file, taken]) => ({ name: namesOf(processes.get(file) ?? [file]), taken })));
  return outcome;
}

/** The files that are run, each with the test files in it: itself, or those that it brings together. Long ones come first. */
function sharing(
  files: readonly string[],
  share: NodeTestOptions['share'],
  folder: string,
): ReadonlyMap<string, readonly string[]> {
  const short = share === undefined ? [] : files.filter(file => !share.alone.test(file));
  const processes = new Map(files.filter(file => !short.includes(file)).map(file => [file, [file]]));
  for (let at = 0; share !== undefined && at < short.length; at += share.files) {
    const some = short.slice(at, at + share.files);
    const together = path.join(folder, `${at}.test.mjs`);
    // Each file is a suite: what it opens is closed when its tests are done, not when those of all are.
    const suites = some.map(file => `suite(${JSON.stringify(file)}, () => import('${pathToFileURL(file).href}'));\n`);
    writeFileSync(together, `import { suite } from 'node:test';\n${suites.join('')}`);
    processes.set(together, some);
  }
  return processes;
}

function namesOf([first = '', ...others]: readonly string[]): string {
  return path.relative(productFolder, first) + (others.length > 0 ? ` and ${others.length} more` : '');
}

/** Names what a whole run waits for, so that what has grown is seen to have. */
function saySlowest(all: readonly { name: string; taken: number }[]): void {
  const slow = all.filter(({ taken }) => taken > 20).sort((a, b) => b.taken - a.taken);
  if (slow.length === 0) return;
  const named = slow.slice(0, 4).map(({ name, taken }) => `${name} ${taken.toFixed(0)} s`);
  process.stdout.write(`  slowest: ${named.join(', ')}\n`);
}

type TestEvent = { readonly name: string; readonly file?: string | undefined; readonly nesting: number };

/** Node reports the file as a test where it crashed, or where it holds none. */
function isFileItself(event: TestEvent): boolean {
  return event.nesting === 0 && path.resolve(productFolder, event.name) === event.file;
}

function told(error: Error): string {
  const cause = error.cause ?? error;
  return cause instanceof Error && cause.stack
    ? stripVTControlCharacters(inspect(cause, { depth: 6, breakLength: 120 }))
    : String(cause instanceof Error ? cause.message : inspect(cause));
}
