import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RegisteredClause } from '../../src/outside/policy-files/registers.ts';
import { claimIn, judgeClauses } from './judge.ts';
import { clausesNamedIn, type Named } from './test-names.ts';

// Made of parts, so that the report does not take these examples for tests of its own.
const bracket = (inside: string) => ['[', inside, ']'].join('');

const clause = (id: string, state: 'claimed' | 'planned'): RegisteredClause => ({
  id,
  heading: 'x',
  state,
  file: 'a/register.yaml',
});
const named = (id: string): Named => ({ id, file: 'x.test.ts', line: 3, name: 'a rule' });
const clean = {
  clauses: [clause('ABC-01', 'claimed')],
  named: [named('ABC-01')],
  unreadable: [],
  claimedBefore: ['ABC-01'],
};

test('clauses are read from the names of tests, wrapped or not, and from texts that begin with them', () => {
  const source = [
    `// ${bracket('ABC-09')} in a comment counts for nothing`,
    `test('${bracket('ABC-01')}${bracket('R9')} a late notice', () => {});`,
    'test(',
    `  "it holds ${bracket('Code 6.4')} too",`,
    ');',
    `rule(\`${bracket('ABC-02')} in a table\`);`,
    `const list = ['${bracket('x')}', 'see ${bracket('ABC-03')}'];`,
  ].join('\n');
  const found = clausesNamedIn('x.test.ts', source);
  assert.deepEqual(
    found.named.map(({ id, line }) => [id, line]),
    [
      ['ABC-01', 2],
      ['R9', 2],
      ['Code 6.4', 4],
      ['ABC-02', 6],
    ],
  );
  assert.deepEqual(found.unreadable, []);
});

test('a range or a list in one bracket is no clause', () => {
  const source = `test('${bracket('ABC-01–03')} and ${bracket('R1, R2')}', () => {});`;
  const found = clausesNamedIn('x.test.ts', source);
  assert.deepEqual(found.named, []);
  assert.deepEqual(
    found.unreadable.map(one => one.bracket),
    ['ABC-01–03', 'R1, R2'],
  );
});

test('claims with tests are well; each thing wrong is a sentence of its own', () => {
  assert.deepEqual(judgeClauses(clean).faults, []);
  const faults = (change: Partial<typeof clean>) => judgeClauses({ ...clean, ...change }).faults.join('\n');
  assert.match(faults({ named: [] }), /ABC-01 is claimed, and no test names it/);
  assert.match(faults({ named: [...clean.named, named('ABC-77')] }), /ABC-77 stands in no register: x\.test\.ts:3/);
  assert.match(faults({ clauses: [clause('ABC-01', 'planned')] }), /ABC-01 was claimed before and is no more/);
  assert.match(faults({ claimedBefore: [] }), /ABC-01 is claimed and not in/);
  assert.match(faults({ clauses: [...clean.clauses, ...clean.clauses] }), /ABC-01 stands in the registers twice/);
  assert.deepEqual(judgeClauses({ ...clean, clauses: [...clean.clauses, clause('ABC-02', 'planned')] }).faults, []);
});

test('claiming changes the state of that clause and of no other', () => {
  const entry = (id: string) => `  - id: ${id}\n    line: 1\n    state: planned\n`;
  const register = `register:\n${entry('ABC-01')}${entry('ABC-02')}`;
  assert.equal(claimIn(register, 'ABC-01'), register.replace('planned', 'claimed'));
  assert.equal(claimIn(register, 'ABC-03'), null);
  assert.equal(claimIn(`register:\n  - id: ABC-01\n${entry('ABC-02')}`, 'ABC-01'), null, 'an entry without a state');
});
