/** Loading packs: everything wrong at once, with file, line, path, value and what was expected; stored packs; extended packs. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { before, test } from 'node:test';
import type { Policy } from '../../domain/policy/policy.ts';
import {
  faultLine,
  isFaults,
  type LoadedPack,
  loadPack,
  loadPackFromBytes,
  loadPackFromTexts,
  readPackTexts,
} from './load-pack.ts';
import type { PackFault, PackText } from './located.ts';

const PACKS = join(import.meta.dirname, '../../../policies');
let magna: PackText[];

before(async () => {
  magna = await readPackTexts(join(PACKS, 'magna'));
});

/** The pack with some texts changed: file → [what stands there, what stands there instead]. */
function spoiled(changes: Record<string, [string, string][]>, files = magna): PackText[] {
  return files.map(({ name, text }) => ({
    name,
    text: (changes[name] ?? []).reduce((before, [from, to]) => {
      assert.ok(before.includes(from), `${name} holds ${from}`);
      return before.replace(from, to);
    }, text),
  }));
}

function faultsOf(files: readonly PackText[]): PackFault[] {
  const loaded = loadPackFromTexts(files);
  if (!isFaults(loaded)) throw new Error('the pack was loaded, though it is spoiled');
  return loaded;
}

function packOf(loaded: LoadedPack | PackFault[]): LoadedPack {
  if (isFaults(loaded)) throw new Error(loaded.map(faultLine).join('\n'));
  return loaded;
}

/** The line on which a text stands, counted from 1. */
function lineOf(name: string, needle: string): number {
  const text = magna.find(file => file.name === name)?.text ?? '';
  return text.slice(0, text.indexOf(needle)).split('\n').length;
}

const short = ({ file, path, value }: PackFault) => `${file} ${path} ${value}`;

test('spoiled files give all their errors at once, each with file, line, path, value and what was expected', () => {
  const respond = 'respond: { value: 10, unit: working-days, from: acknowledgement-sent, clause: MAG-33 }';
  const faults = faultsOf(
    spoiled({
      'pack.yaml': [
        ['kind: landlord', 'kind: landlords'],
        ['inForceAssumed: 2024-04-01', 'inForceAssumed: 2024-02-31'],
        ['shortName: Magna', 'shortNam: Magna'],
      ],
      'clocks.yaml': [[respond, 'respond: { value: ten, unit: days, from: acknowledgement-sent, clause: MAG33 }']],
      'people.yaml': [['strength: always', 'strength: sometimes']],
      'letters/update.yaml': [
        ['- { item: update-interval, clause: MAG-36, onlyIf: agreed }', '- { item: interval, clause: MAG-36 }'],
      ],
    }),
  );
  const clocks = lineOf('clocks.yaml', respond);
  assert.deepEqual(
    faults.map(({ file, line, path, value, expected }) => ({
      file,
      line,
      path,
      value,
      expected: expected.slice(0, 40),
    })),
    [
      { file: 'clocks.yaml', line: clocks, path: 'stages.1.respond.value', value: '"ten"', expected: 'a whole number' },
      {
        file: 'clocks.yaml',
        line: clocks,
        path: 'stages.1.respond.unit',
        value: '"days"',
        expected: 'one of: working-days, calendar-days, mon',
      },
      {
        file: 'clocks.yaml',
        line: clocks,
        path: 'stages.1.respond.clause',
        value: '"MAG33"',
        expected: 'a clause like MAG-34, Code 6.4 or R12',
      },
      {
        file: 'letters/update.yaml',
        line: lineOf('letters/update.yaml', '- { item: update'),
        path: 'required[0].item',
        value: '"interval"',
        expected: 'one of: stage, definition, outcome-sough',
      },
      {
        file: 'pack.yaml',
        line: lineOf('pack.yaml', 'kind: landlord'),
        path: 'kind',
        value: '"landlords"',
        expected: 'one of: landlord, code',
      },
      {
        file: 'pack.yaml',
        line: lineOf('pack.yaml', 'name: Magna Housing'),
        path: 'landlord.shortName',
        value: 'nothing',
        expected: 'text',
      },
      {
        file: 'pack.yaml',
        line: lineOf('pack.yaml', 'shortName: Magna'),
        path: 'landlord.shortNam',
        value: '"Magna"',
        expected: 'no such key here; known: name, shortName',
      },
      {
        file: 'pack.yaml',
        line: lineOf('pack.yaml', 'inForceAssumed'),
        path: 'version.inForceAssumed',
        value: '"2024-02-31"',
        expected: 'a real date written like 2026-04-01',
      },
      {
        file: 'people.yaml',
        line: lineOf('people.yaml', 'strength: always'),
        path: 'routing[0].strength',
        value: '"sometimes"',
        expected: 'one of: proposed, always',
      },
    ],
  );
});

test('an error is said in one line', () => {
  const [first] = faultsOf(spoiled({ 'clocks.yaml': [['stageCount: 2', 'stageCount: 2.5']] }));
  const line = first === undefined ? '' : faultLine(first);
  assert.match(line, /^clocks\.yaml:\d+:\d+: stageCount: found 2\.5, expected a whole number$/);
});

test('what a pack names and does not have is found across its files, all at once', () => {
  const faults = faultsOf(
    spoiled({
      'clocks.yaml': [
        ['decidedBy: [complaints-resolution-lead]', 'decidedBy: [lead]'],
        [
          'preStage: { kind: none, what: null, clause: MAG-27 }',
          'preStage: { kind: none, what: null, clause: MAG-99 }',
        ],
      ],
      'people.yaml': [
        ['when: { complainedOf: head-or-director }', 'when: { category: [nuisance] }'],
        ['id: manager', 'id: colleague'],
      ],
      'exclusions.yaml': [
        [
          'id: earlier-case, ask: Which earlier complaint considered it?',
          'id: former-case, ask: Which earlier complaint considered it?',
        ],
      ],
    }),
  );
  assert.deepEqual(faults.map(short), [
    'clocks.yaml preStage.clause "MAG-99"',
    'clocks.yaml escalation.refusal.decidedBy[0] "lead"',
    'exclusions.yaml exclusions[2].questions a list',
    'people.yaml roles[1].id "colleague"',
    'people.yaml delegation[4].roles[0] "manager"',
    'people.yaml routing[1].when.category[0] "nuisance"',
  ]);
});

test('a letter cannot use an unknown placeholder, lack a section it must have, name the Ombudsman by hand, or be missing', () => {
  const files = spoiled({
    'letters/response-1.yaml': [
      ['{received-on}', '{recieved-on}'],
      ['- item: remedy\n', '- item: prevent-recurrence\n'],
    ],
    'letters/refusal.yaml': [['please tell us and we will think again', 'ask the Housing Ombudsman']],
    'letters/acknowledgement-1.yaml': [['by {target-date}', 'by {new-date}']],
    'letters/acknowledgement-2.yaml': [['{target-date}', '{target-date']],
  }).filter(({ name }) => name !== 'letters/extension-2.yaml');
  const faults = faultsOf(files);
  const said = faults.map(({ file, path, expected }) => `${file} ${path} ${expected.slice(0, 45)}`);
  assert.deepEqual(said, [
    "letters/acknowledgement-1.yaml letters the letter 'extension' of stage 2 too",
    "letters/acknowledgement-1.yaml wording.sections[4].text[0] a section for 'new-date' in this letter, beca",
    'letters/acknowledgement-2.yaml wording.sections[4].text[0] braces in pairs, around a placeholder only',
    'letters/refusal.yaml wording.closing[0] {ombudsman} instead of the name, so that nobo',
    'letters/response-1.yaml wording.opening[0] a placeholder of the closed list instead of {',
    "letters/response-1.yaml wording.sections a section for 'remedy', which the letter must",
  ]);
});

test('broken YAML, a key twice, a key in two files and an alias are errors with their place', () => {
  const faults = faultsOf([
    ...spoiled({
      'clocks.yaml': [['stageCount: 2', 'stageCount: 2\nstageCount: 3']],
      'contacts.yaml': [['contacts:', 'contacts: [']],
    }),
    { name: 'more.yaml', text: 'linkedPolicies: &all []\nchannels: *all\n' },
  ]);
  const places = faults.map(({ file, line, expected }) => `${file}:${line} ${expected.slice(0, 24)}`);
  assert.ok(
    places.some(place => place.startsWith('clocks.yaml:3 each key once')),
    places.join('\n'),
  );
  assert.ok(places.some(place => place.startsWith('contacts.yaml:') && place.includes('YAML that can be read')));
  assert.ok(places.some(place => place.startsWith('more.yaml:2 the value itself')));
  assert.ok(faults.some(({ expected }) => expected.startsWith('this key in one file only')));
});

test('dates stay text: an unquoted day is the same as a quoted one', () => {
  const quoted = packOf(
    loadPackFromTexts(spoiled({ 'pack.yaml': [['inForceAssumed: 2024-04-01', 'inForceAssumed: "2024-04-01"']] })),
  );
  assert.equal(quoted.policy.version.inForceAssumed, '2024-04-01');
  assert.equal(packOf(loadPackFromTexts(magna)).policy.version.inForceAssumed, '2024-04-01');
});

test('a pack must be in force from a day that is known or assumed, not both, and not end before it', () => {
  const none = faultsOf(spoiled({ 'pack.yaml': [['inForceAssumed: 2024-04-01', 'inForceAssumed: null']] }));
  assert.deepEqual(
    none.map(({ path }) => path),
    ['version.inForceAssumed'],
  );
  const both = faultsOf(spoiled({ 'pack.yaml': [['inForceFrom: null', 'inForceFrom: 2024-04-01']] }));
  assert.deepEqual(
    both.map(({ expected }) => expected),
    ['null, because inForceFrom is known'],
  );
  const ended = faultsOf(spoiled({ 'pack.yaml': [['inForceTo: null', 'inForceTo: 2024-03-31']] }));
  assert.deepEqual(
    ended.map(({ expected }) => expected),
    ['a date not before 2024-04-01'],
  );
});

test('[MGL-45] a pack’s hash names its text: line ends and claims change nothing, a single word does', () => {
  const pack = packOf(loadPackFromTexts(magna));
  const windows = magna.map(({ name, text }) => ({ name, text: text.replaceAll('\n', '\r\n') }));
  assert.equal(packOf(loadPackFromTexts(windows)).hash, pack.hash);
  const claimed = magna.map(({ name, text }) => ({ name, text: text.replace('state: planned', 'state: claimed') }));
  assert.equal(packOf(loadPackFromTexts(claimed)).hash, pack.hash);
  assert.equal(packOf(loadPackFromTexts(magna.toReversed())).hash, pack.hash, 'nor does the order of the files');
  const other = spoiled({ 'letters/update.yaml': [['Where we are with', 'News of']] });
  assert.notEqual(packOf(loadPackFromTexts(other)).hash, pack.hash);
});

const unclaimed = (line: Policy['register'][number]) => ({ ...line, state: 'planned' });

test('a stored pack is made again from its bytes, the pack it extends included', async () => {
  const path = join(PACKS, '../test/fixtures/other-landlords/shepherds-bush.yaml');
  const first = packOf(await loadPack(path, PACKS));
  const again = packOf(loadPackFromBytes(first.bytes));
  // What is claimed is about this product, not about the policy, and is no part of its bytes.
  assert.deepEqual(again.policy, { ...first.policy, register: first.policy.register.map(unclaimed) });
  assert.equal(again.hash, first.hash);
  assert.throws(() => loadPackFromBytes(new TextEncoder().encode('{"a":1}')), /not a policy pack/);
});

test('a pack that extends one that is not there, or extends it badly, says so', () => {
  const missing = faultsOf([{ name: 'pack.yaml', text: 'extends: nowhere\nid: a\n' }]);
  assert.deepEqual(
    missing.map(({ value, expected }) => [value, expected]),
    [['nowhere', 'the id of a pack beside this one to extend']],
  );
  const base = magna.map(({ name, text }) => ({ name: `extends/${name}`, text }));
  const faults = faultsOf([
    { name: 'pack.yaml', text: 'extends: magna\nid: mine\nadd: { kind: [landlord] }\n' },
    ...base,
  ]);
  assert.ok(faults.some(({ expected }) => expected.startsWith('a list, under a key')));
  const paths = faults.map(({ path, value }) => `${path} ${value}`);
  for (const own of ['kind', 'landlord', 'version', 'source', 'gaps']) assert.ok(paths.includes(`${own} nothing`), own);
});

test('an empty folder of files is no pack', () => {
  assert.deepEqual(
    faultsOf([]).map(({ value }) => value),
    ['no file with keys'],
  );
  assert.deepEqual(
    faultsOf([{ name: 'pack.yaml', text: '' }]).map(({ value }) => value),
    ['nothing'],
  );
});
