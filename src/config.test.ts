import assert from 'node:assert/strict';
import path from 'node:path';
import test from 'node:test';
import { describeSettings, isLoopback, productFolder, readConfig } from './config.ts';

function refusal(environment: Record<string, string>): string {
  try {
    readConfig(environment);
  } catch (error) {
    assert.ok(error instanceof Error);
    assert.equal(error.name, 'CannotStart');
    return error.message;
  }
  return assert.fail('it was accepted');
}

test('without any setting the embedded database is used, and only this computer can reach the pages', () => {
  const config = readConfig({});
  assert.deepEqual(config.database, { kind: 'embedded' });
  assert.equal(config.port, 7373);
  assert.equal(config.host, '127.0.0.1');
  assert.equal(config.demo, 'auto');
  assert.equal(config.dataFolder, path.join(productFolder, 'data'));
  assert.equal(config.keyFolder, path.join(productFolder, 'data', 'keys'));
});

test('an empty setting counts as none', () => {
  assert.equal(readConfig({ PORT: '', HOST: '  ' }).port, 7373);
});

test('everything that is wrong is said at once, with what was expected', () => {
  const lines = refusal({ PORT: '70000', LOG_LEVEL: 'loud', REDRESS_URL: 'ftp://a' }).split('\n');
  assert.equal(lines.length, 3);
  assert.equal(lines[0], 'PORT is "70000"; expected a whole number from 0 to 65535.');
  assert.match(lines[2] ?? '', /LOG_LEVEL is "loud"; expected one of debug, info, warn, error or silent\./);
});

test('what is kept only for a while is kept for whole days', () => {
  assert.deepEqual(readConfig({ REDRESS_KEEP_DRAFTS: '14' }).keeping, { drafts: 14, receipts: 30 });
  for (const wrong of ['0', '-1', '1.5', 'ever']) {
    assert.match(refusal({ REDRESS_KEEP_RECEIPTS: wrong }), /expected a whole number of days from 1 to 9999\./);
  }
});

test('a password or secret that is refused is not repeated', () => {
  const told = refusal({ DATABASE_URL: 'mysql://me:hush@db/x', DATABASE_OWNER_URL: 'x', REDRESS_SECRET: 'hush' });
  assert.match(told, /DATABASE_URL is not understood/);
  assert.match(told, /REDRESS_SECRET is not understood; expected at least 32 characters/);
  assert.ok(!told.includes('hush'));
});

test('one database address without the other is refused', () => {
  assert.match(refusal({ DATABASE_URL: 'postgres://a@b/c' }), /DATABASE_OWNER_URL must be too/);
  assert.match(refusal({ DATABASE_OWNER_URL: 'postgres://a@b/c' }), /DATABASE_URL must be too/);
});

test('a database address may name a socket or several hosts', () => {
  for (const url of ['postgresql://app@%2Fsrv%2Frun/redress', 'postgres://app:x@one:5432,two:5432/redress']) {
    const { database } = readConfig({ DATABASE_URL: url, DATABASE_OWNER_URL: url });
    assert.deepEqual(database, { kind: 'given', appUrl: url, ownerUrl: url });
  }
});

test('the demonstration cannot be switched on where other computers can reach it', () => {
  assert.match(refusal({ REDRESS_DEMO: 'on', HOST: '0.0.0.0' }), /lets anybody in/);
  assert.equal(readConfig({ REDRESS_DEMO: 'on', HOST: '127.0.0.1' }).demo, 'on');
});

test('only addresses of this computer itself are loopback', () => {
  assert.deepEqual(['127.0.0.1', '127.8.8.8', '::1', 'localhost'].map(isLoopback), [true, true, true, true]);
  assert.deepEqual(['0.0.0.0', '::', '10.0.0.1', '127.0.0.1.example.org'].map(isLoopback), [
    false,
    false,
    false,
    false,
  ]);
});

test('every setting that is read is listed with what it is', () => {
  const told = describeSettings();
  for (const name of [
    'PORT',
    'HOST',
    'DATABASE_URL',
    'DATABASE_OWNER_URL',
    'REDRESS_DATA',
    'REDRESS_DEMO',
    'LOG_LEVEL',
  ]) {
    assert.match(told, new RegExp(`^  ${name}\\b.*\\S`, 'm'));
  }
});
