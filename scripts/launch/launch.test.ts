import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test, { after } from 'node:test';
import { productFolder } from '../../src/config.ts';

/** A clone with our launcher and next to nothing to install. */
const clone = mkdtempSync(path.join(os.tmpdir(), 'redress-launch-'));
after(() => rmSync(clone, { recursive: true, force: true }));
cpSync(path.join(productFolder, 'launch.mjs'), path.join(clone, 'launch.mjs'));
cpSync(path.join(productFolder, 'scripts', 'launch'), path.join(clone, 'scripts', 'launch'), { recursive: true });
const project = { name: 'clone', version: '1.0.0', dependencies: { part: 'file:part' } };
writeFileSync(path.join(clone, 'package.json'), JSON.stringify({ ...project, private: true, type: 'module' }));
mkdirSync(path.join(clone, 'part'));
writeFileSync(path.join(clone, 'part', 'package.json'), '{"name":"part","version":"1.0.0"}');
const lockfile = path.join(clone, 'package-lock.json');
const packages = { '': project, part: { version: '1.0.0' }, 'node_modules/part': { resolved: 'part', link: true } };
writeFileSync(lockfile, JSON.stringify({ ...project, lockfileVersion: 3, packages }));
mkdirSync(path.join(clone, 'src'));
writeFileSync(
  path.join(clone, 'src', 'main.ts'),
  `const [word, ...rest] = process.argv.slice(2);
   if (word === 'wait') {
     process.on('SIGTERM', () => process.exit(9));
     setInterval(() => {}, 1000);
     console.log('waiting');
   } else { console.log(JSON.stringify([word, ...rest])); process.exitCode = 7; }\n`,
);

const env = { PATH: process.env['PATH'], HOME: clone, npm_config_offline: 'true' };

function launch(...args: string[]) {
  return spawnSync(process.execPath, [path.join(clone, 'launch.mjs'), ...args], { encoding: 'utf8', env, cwd: clone });
}

test('a fresh clone installs once, then hands over in silence; words and exit code pass through', () => {
  const first = launch('redress', 'deadlines', '--policy', 'a b');
  assert.match(first.stderr, /^Installing what Redress is made of[\s\S]*Installed in \d+ s\.$/m);
  assert.equal(first.stdout, '["deadlines","--policy","a b"]\n');
  assert.equal(first.status, 7);

  const second = launch('redress', 'x');
  assert.deepEqual([second.stdout, second.stderr, second.status], ['["x"]\n', '', 7]);
});

test('what the lockfile newly names is installed; an edit that names nothing new is not a reason to', () => {
  launch('redress');
  appendFileSync(lockfile, '\n');
  assert.equal(launch('redress').stderr, '');
  writeFileSync(path.join(clone, 'part', 'package.json'), '{"name":"part","version":"1.0.1"}');
  const newer = { ...packages, part: { version: '1.0.1' } };
  writeFileSync(lockfile, JSON.stringify({ ...project, lockfileVersion: 3, packages: newer }));
  assert.match(launch('redress').stderr, /Installed in/);
  assert.equal(launch('redress').stderr, '');
});

test('a signal reaches the program, and its exit code is ours', async () => {
  const child = spawn(process.execPath, [path.join(clone, 'launch.mjs'), 'redress', 'wait'], { env, cwd: clone });
  const [said] = await once(child.stdout, 'data');
  assert.equal(String(said), 'waiting\n');
  child.kill('SIGTERM');
  assert.deepEqual(await once(child, 'exit'), [9, null]);
});

test('an unknown word is refused', () => {
  const { status, stderr } = launch('strat');
  assert.equal(status, 2);
  assert.match(stderr, /^launch\.mjs knows start, .*; not "strat"\.\n$/);
});
