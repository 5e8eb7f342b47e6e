import { spawn } from 'node:child_process';
import path from 'node:path';
import { productFolder } from '../../src/config.ts';
import { type Outcome, showFailure } from './report.ts';

/** The path of a program that npm installed. */
export function installed(name: string): string {
  return path.join(productFolder, 'node_modules', '.bin', name);
}

/** Runs a program in the project's folder and returns its exit code and everything it said. */
export function runProgram(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<{ readonly code: number; readonly said: string }> {
  return new Promise(resolve => {
    let said = '';
    const child = spawn(program, args, { cwd: productFolder, stdio: ['ignore', 'pipe', 'pipe'], env });
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
