/** The demonstration, running for a while in a folder of its own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { environmentWith, productFolder } from '../../src/config.ts';

export type Demonstration = { readonly address: string; stop(): Promise<void> };

/** Starts it on a free port of this computer; `say` is told what it says meanwhile. Throws with its words when it ends early. */
export async function startDemonstration(say: (line: string) => void): Promise<Demonstration> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'redress-pictures-'));
  const server = spawn(process.execPath, [path.join(productFolder, 'src/main.ts'), 'serve', '--no-work'], {
    cwd: productFolder,
    stdio: ['ignore', 'pipe', 'inherit'],
    // An empty value counts as none: whatever is set here must not lead to somebody's real data.
    env: environmentWith({
      ...{ DATABASE_URL: '', DATABASE_OWNER_URL: '', REDRESS_URL: '', REDRESS_KEYS: '', REDRESS_POLICIES: '' },
      ...{ PORT: '0', HOST: '127.0.0.1', REDRESS_DATA: folder, REDRESS_DEMO: 'on' },
    }),
  });
  const ended = once(server, 'exit');
  const stop = async (): Promise<void> => {
    server.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const early = ended.then(([code]) =>
      Promise.reject(new Error(`Redress ended at once (exit code ${String(code)}).`)),
    );
    return { address: await Promise.race([addressSaidBy(server.stdout, say), early]), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function addressSaidBy(stdout: NodeJS.ReadableStream, say: (line: string) => void): Promise<string> {
  return new Promise(resolve => {
    let rest = '';
    stdout.setEncoding('utf8').on('data', (text: string) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const address = /^Redress is ready at (\S+)$/.exec(line)?.[1];
        if (address === undefined) say(line);
        else resolve(address);
      }
    });
  });
}
