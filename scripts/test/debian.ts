import { existsSync } from 'node:fs';
import { runProgram } from './programs.ts';

const aptGet = '/usr/bin/apt-get';

/** Whether Debian packages may be installed here: by the root user, on a system that has them. */
export function mayInstallFromDebian(): boolean {
  return process.getuid?.() === 0 && existsSync(aptGet);
}

/** Installs Debian packages, and says what went wrong where they could not be had. */
export async function installFromDebian(packages: readonly string[], say: (line: string) => void): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await runProgram(aptGet, ['update'], { env });
  const { code, said } = await runProgram(aptGet, ['install', '-y', '--no-install-recommends', ...packages], { env });
  if (code !== 0) say(`apt-get could not install ${packages.join(' ')}: ${said.trim().split('\n').at(-1) ?? ''}`);
}
