import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export type Ran = { code: number; out: string; error: string };

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));

/** Runs the command line as a person would, and hands back what it printed and its exit code. */
export function runRedress(...words: readonly string[]): Promise<Ran> {
  return new Promise(resolve => {
    execFile(process.execPath, [main, ...words], { maxBuffer: 1 << 28 }, (error, out, printed) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, error: printed });
    });
  });
}
