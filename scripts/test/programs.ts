import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { productFolder } from '../../src/config.ts';
import { type Outcome, showFailure } from './report.ts';

/** The path of a program that npm installed. */
export function installed(name: string): string {
  return path.join(productFolder, 'node_modules', '.bin', name);
}

/** Runs a program, in the project's folder unless told otherwise, and returns its exit code and everything it said. */
export function runProgram(
  program: string,
  args: readonly string[],
  { env = process.env, cwd = productFolder }: { env?: NodeJS.ProcessEnv; cwd?: string } = {},
): Promise<{ readonly code: number; readonly said: string }> {
  return new Promise(resolve => {
    let said = '';
    const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'], env });
    const listen = (text: Buffer): void => {
      said += text.toString();
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.on('error', error => resolve({ code: 127, said: error.message }));
    child.on('close', (code, signal) =>
      resolve({ code: code ?? 1, said: signal ? `${said}\nended by ${signal}` : said }),
    );
  });
}

/** Installs one package into a folder of its own. Not with --prefix: npm would then miss the system's settings. */
export async function installFromNpm(folder: string, wanted: string): ReturnType<typeof runProgram> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), '{"private":true}\n');
  const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', wanted];
  return runProgram('npm', args, { cwd: folder });
}

/** A program as one test: it passes when it ends with 0, and what it said is shown when not. */
export async function checkWith(name: string, program: string, args: readonly string[]): Promise<Outcome> {
  const { code, said } = await runProgram(program, args);
  if (code === 0) return { passed: 1, failed: 0, skipped: 0 };
  showFailure(name, said || `${program} ended with ${code}.`);
  return { passed: 0, failed: 1, skipped: 0 };
}

export function sum(outcomes: readonly Outcome[]): Outcome {
  return outcomes.reduce(
    (a, b) => ({
      passed: a.passed + b.passed,
      failed: a.failed + b.failed,
      skipped: a.skipped + b.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}
