/** docs/changing-a-policy.md keeps its word: its examples load, and it names every key, test and letter there is. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { TEST_QUESTIONS } from '../../domain/policy/ground-questions.ts';
import { LETTER_KINDS } from '../../domain/policy/letter-kinds.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { BASE_FOLDER } from './assemble.ts';
import { faultLine, isFaults, loadPackFromTexts, readPackTexts } from './load-pack.ts';
import type { PackText } from './located.ts';
import { policySchema } from './policy-schema.ts';

const ROOT = join(import.meta.dirname, '../../..');
const page = await readFile(join(ROOT, 'docs/changing-a-policy.md'), 'utf8');
const examples = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, yaml = '']) => yaml);

function example(holding: string): string {
  const found = examples.find(yaml => yaml.includes(holding));
  if (found === undefined) throw new Error(`no example with ${holding}`);
  return found;
}

function load(files: readonly PackText[]): Policy {
  const loaded = loadPackFromTexts(files);
  if (isFaults(loaded)) throw new Error(loaded.map(faultLine).join('\n'));
  return loaded.policy;
}

const indented = (yaml: string) => yaml.replace(/^(?=.)/gm, '  ');

test('the worked example, applied to the shipped pack, gives a pack that loads and says what it says', async () => {
  const changed = (await readPackTexts(join(ROOT, 'policies/magna'))).map(({ name, text }) => {
    if (name === 'exclusions.yaml') return { name, text: `${text}${indented(example('another-landlord'))}` };
    if (name === 'register.yaml') return { name, text: `${text}${indented(example('heading: "Ground: another'))}` };
    if (name === 'clocks.yaml') {
      const window = /window: .*/.exec(example('value: 3, unit: months'))?.[0] ?? '';
      return { name, text: text.replace(/window:\n(?: {4}.*\n)+/, `${window}\n`) };
    }
    if (name !== 'pack.yaml') return { name, text };
    const versions = text
      .replace(/ {2}version: .*/, '  version: "2027"')
      .replace('inForceFrom: null', 'inForceFrom: 2027-04-01');
    const amendment = /- \{ on: 2027-02.*/.exec(example('on: 2027-02'))?.[0] ?? '';
    const dated = versions.replace(/inForceAssumed: .*/, 'inForceAssumed: null');
    return { name, text: dated.replace('amendments: []', `amendments:\n    ${amendment}`) };
  });
  const policy = load(changed);
  assert.deepEqual(policy.escalation.window, {
    value: 3,
    unit: 'months',
    countsFrom: 'response-receipt',
    clause: 'MAG-38',
  });
  assert.equal(policy.exclusions.at(-1)?.id, 'another-landlord');
  assert.deepEqual([policy.version.version, policy.version.inForceFrom], ['2027', '2027-04-01']);
  assert.equal(policy.version.amendments[0]?.on, '2027-02');
});

test('the pack of a new landlord in the documentation is a whole pack', async () => {
  const base = (await readPackTexts(join(ROOT, 'policies/code-2024'))).map(({ name, text }) => ({
    name: `${BASE_FOLDER}${name}`,
    text,
  }));
  const policy = load([{ name: 'pack.yaml', text: example('id: riverside') }, ...base]);
  assert.equal(policy.escalation.window?.value, 6);
  assert.equal(policy.stages[1].acknowledge?.clause, 'Code 6.2');
  assert.ok(policy.register.some(({ id }) => id === 'RIV-02'));
});

test('the documentation names every key of a pack, every kind of letter and every question a test reads', () => {
  const notForLandlords = ['ourReadings'];
  const known = [
    ...Object.keys(policySchema.shape),
    ...LETTER_KINDS,
    ...Object.values(TEST_QUESTIONS).flatMap(Object.keys),
  ];
  const missing = known.filter(name => !notForLandlords.includes(name) && !page.includes(name));
  assert.deepEqual(missing, []);
});
