import { installFromDebian, mayInstallFromDebian } from './debian.ts';
import { runProgram } from './programs.ts';

/** The programs that read our letters in the tests, each with the Debian package it comes in. */
const readers = [
  { program: 'qpdf', asked: '--version', package: 'qpdf' },
  { program: 'pdftotext', asked: '-v', package: 'poppler-utils' },
] as const;

type Reader = (typeof readers)[number];

/** Brings the programs that read letters where they may be installed, and names those that stay missing. */
export async function ensurePdfReaders(say: (line: string) => void): Promise<void> {
  const wanted = await missing();
  if (wanted.length === 0) return;
  if (mayInstallFromDebian()) {
    const packages = wanted.map(one => one.package);
    say(`Installing ${packages.join(' and ')} with apt-get (once; a few seconds) …`);
    await installFromDebian(packages, say);
  }
  for (const { program, package: name } of await missing())
    say(
      `The program ${program} is not installed, so letters are not read with it. Debian has it in the package ${name}.`,
    );
}

async function missing(): Promise<Reader[]> {
  const found = await Promise.all(readers.map(async one => ((await isThere(one)) ? [] : [one])));
  return found.flat();
}

async function isThere({ program, asked }: Reader): Promise<boolean> {
  return (await runProgram(program, [asked])).code === 0;
}
