// Installs what package-lock.json says, once: a record in node_modules tells which lockfile it was.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { plainError, proveNode, root } from './hand-over.mjs';

const modules = path.join(root, 'node_modules');
const record = path.join(modules, '.redress-installed');
const lockfile = path.join(root, 'package-lock.json');

/** Returns at once, without the network, when everything is there. */
export async function ensureInstalled() {
  const wanted = fingerprint();
  if (readText(record) === wanted) return;
  if (!alreadyThere()) await install();
  proveNode();
  try {
    writeFileSync(record, wanted);
  } catch {
    // Installed by somebody else and whole: the only loss is that the next start compares again.
  }
}

function fingerprint() {
  const hash = createHash('sha256').update(readFileSync(lockfile)).digest('hex');
  return `${hash} ${process.platform}-${process.arch}\n`;
}

/** Whether npm itself, run by hand, has already installed what the lockfile says. */
function alreadyThere() {
  const hidden = readText(path.join(modules, '.package-lock.json'));
  if (hidden === undefined) return false;
  const installed = JSON.parse(hidden).packages;
  const locked = Object.entries(JSON.parse(readFileSync(lockfile, 'utf8')).packages).filter(([place]) => place !== '');
  return locked.every(([place, entry]) => {
    const found = installed[place];
    const present = found !== undefined && existsSync(path.join(root, place, 'package.json'));
    if (!present) return entry.optional === true && !isForHere(entry);
    return found.version === entry.version && found.integrity === entry.integrity;
  });
}

function isForHere(entry) {
  const libc = process.platform === 'linux' ? 'glibc' : undefined;
  return (
    (entry.os ?? [process.platform]).includes(process.platform) &&
    (entry.cpu ?? [process.arch]).includes(process.arch) &&
    (entry.libc ?? [libc]).includes(libc)
  );
}

async function install() {
  checkWritable();
  const [program, ...args] = npm();
  // Development parts too, whatever NODE_ENV says; no package of ours needs its install script.
  // Not "npm ci": it refuses a lockfile without the optional parts for other systems that the registry did not offer.
  args.push('install', '--no-save', '--include=dev', '--include=optional', '--ignore-scripts');
  args.push('--no-audit', '--no-fund', '--loglevel=error');
  if (!canWrite(os.homedir())) args.push('--cache', path.join(os.tmpdir(), `redress-npm-${process.getuid?.() ?? 0}`));
  const locked = readFileSync(lockfile);
  const stopShowing = showProgress();
  const child = spawn(program, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  const forward = signal => child.kill(signal);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, forward);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', text => (said = (said + text).slice(-8000)));
  const ended = await new Promise(resolve => {
    child.on('error', error => resolve({ problem: error.code === 'ENOENT' ? 'npm was not found' : error.message }));
    child.on('close', (code, signal) => resolve({ code, signal }));
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(signal, forward);
  stopShowing(ended.code === 0);
  // The versions and hashes in it were kept to; what npm would add about other systems is not ours to commit.
  if (!locked.equals(readFileSync(lockfile))) writeFileSync(lockfile, locked);
  if (ended.signal) throw plainError('Installing was interrupted; the next start begins it again.', 130);
  if (ended.code !== 0) throw plainError(whyNot(ended.problem ?? said));
}

/** The npm that started us, else the one on the path; run by a Node that the installation will not replace. */
function npm() {
  const script = process.env.npm_execpath;
  if (script === undefined || !/npm-cli\.c?js$/.test(script)) return ['npm'];
  const ownNode = path.resolve(path.dirname(script), '..', '..', '..', '..', 'bin', 'node');
  if (!process.execPath.startsWith(modules)) return [process.execPath, script];
  return existsSync(ownNode) ? [ownNode, script] : ['npm'];
}

function checkWritable() {
  const folder = existsSync(modules) ? modules : root;
  if (canWrite(folder)) return;
  throw plainError(
    `Redress has to install its parts, and the folder ${folder} cannot be written to by this user. ` +
      'Run it as the owner of the folder, or from a copy of your own.',
  );
}

function showProgress() {
  const total = Object.values(JSON.parse(readFileSync(lockfile, 'utf8')).packages).filter(
    entry => !entry.optional || isForHere(entry),
  ).length;
  const began = Date.now();
  const terminal = process.stderr.isTTY;
  const line = () => {
    const seconds = Math.round((Date.now() - began) / 1000);
    return `Installing: ${Math.min(countPackages(), total)} of about ${total} parts, ${seconds} s`;
  };
  process.stderr.write('Installing what Redress is made of (once; about half a minute and 500 MB) …\n');
  const timer = setInterval(
    () => process.stderr.write(terminal ? `\r\x1b[K${line()}` : `${line()}\n`),
    terminal ? 500 : 5000,
  );
  return whole => {
    clearInterval(timer);
    const seconds = Math.round((Date.now() - began) / 1000);
    process.stderr.write(`${terminal ? '\r\x1b[K' : ''}${whole ? `Installed in ${seconds} s.\n` : ''}`);
  };
}

function countPackages() {
  try {
    const names = readdirSync(modules).filter(name => !name.startsWith('.'));
    return names.reduce(
      (sum, name) => sum + (name.startsWith('@') ? readdirSync(path.join(modules, name)).length : 1),
      0,
    );
  } catch {
    return 0;
  }
}

function whyNot(said) {
  const reasons = [
    [/ENOSPC|no space left/i, 'the disk is full'],
    [/EACCES|EPERM/, 'a folder cannot be written to by this user'],
    [/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|network/i, 'the npm registry cannot be reached'],
    [/EINTEGRITY/, 'a downloaded part differs from what the lockfile expects'],
    [/npm was not found/, 'npm was not found; install it with Node'],
  ];
  const reason = reasons.find(([pattern]) => pattern.test(said))?.[1];
  const detail = said
    .trim()
    .split('\n')
    .filter(line => line.trim() !== '')
    .slice(-12)
    .join('\n  ');
  return `The parts of Redress could not be installed${reason ? `: ${reason}` : ''}. npm said:\n  ${detail}`;
}

function canWrite(folder) {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function readText(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
