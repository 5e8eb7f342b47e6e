import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { type LocalDate, parseLocalDate } from '../domain/calendar/dates.ts';
import { checkRules } from '../domain/policy/check/rules.ts';
import { checkPolicy } from '../domain/policy/check.ts';
import type { Policy } from '../domain/policy/policy.ts';
import { faultLine, isFaults, loadPack } from '../outside/policy-files/load-pack.ts';
import { policySchema } from '../outside/policy-files/policy-schema.ts';
import { checkPack } from './check-pack.ts';

const packs = fileURLToPath(new URL('../../policies', import.meta.url));
const fixtures = fileURLToPath(new URL('../../test/fixtures/spoiled-packs', import.meta.url));
const usualDay: LocalDate = '2026-04-01';

const date = z.string().transform((text, context) => {
  const day = parseLocalDate(text);
  if (day !== null) return day;
  context.addIssue(`${text} is no date`);
  return z.NEVER;
});
const severity = z.enum(['breach', 'risk', 'note']);
const spoiledCases = z.array(
  z.strictObject({
    title: z.string(),
    rule: z.string(),
    today: date.optional(),
    set: z.record(z.string(), z.unknown()).default({}),
    append: z.record(z.string(), z.unknown()).default({}),
    without: z.record(z.string(), z.array(z.string())).default({}),
    expect: z.array(z.strictObject({ paragraph: z.string(), severity, where: z.string() })),
  }),
);
type Case = z.infer<typeof spoiledCases>[number];

const cases: Case[] = [];
for (const name of (await readdir(fixtures)).filter(file => file.endsWith('.yaml')).toSorted()) {
  cases.push(...spoiledCases.parse(parse(await readFile(join(fixtures, name), 'utf8'), { schema: 'core' })));
}

let clean: Policy;
let code: Policy;

before(async () => {
  clean = await load(join(fixtures, 'clean'));
  code = await load(join(packs, 'code-2024'));
});

async function load(path: string): Promise<Policy> {
  const loaded = await loadPack(path, packs);
  assert.ok(!isFaults(loaded), isFaults(loaded) ? loaded.map(faultLine).join('\n') : '');
  return loaded.policy;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** The object or list that holds the last key of a dotted path, and that key. */
function parentOf(root: unknown, path: string): [Record<string, unknown>, string] {
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let at = root;
  for (const key of keys) at = isRecord(at) ? at[key] : undefined;
  assert.ok(isRecord(at), `the clean pack has no ${path}`);
  return [at, last];
}

function listAt(root: unknown, path: string): unknown[] {
  const [parent, key] = parentOf(root, path);
  const list = parent[key];
  assert.ok(Array.isArray(list), `${path} is no list in the clean pack`);
  return list;
}

function spoil(policy: Policy, { set, append, without }: Case): Policy {
  const spoiled: unknown = structuredClone(policy);
  for (const [path, value] of Object.entries(set)) {
    const [parent, key] = parentOf(spoiled, path);
    parent[key] = value;
  }
  for (const [path, value] of Object.entries(append)) listAt(spoiled, path).push(value);
  for (const [path, items] of Object.entries(without)) {
    const list = listAt(spoiled, path);
    for (const item of items) {
      const index = list.findIndex(
        entry => isRecord(entry) && Object.entries(entry).some(([key, value]) => key === 'item' && value === item),
      );
      assert.notEqual(index, -1, `${path} has no ${item} to take out`);
      list.splice(index, 1);
    }
  }
  return policySchema.parse(spoiled);
}

describe('a pack that keeps the Code', () => {
  test('[MGL-50] the clean pack has no finding', () => {
    assert.deepEqual(checkPolicy(clean, code, usualDay), []);
  });

  test('the Code itself has none', () => {
    assert.deepEqual(checkPolicy(code, code, usualDay), []);
  });
});

describe('a pack spoiled in one place has exactly that finding:', () => {
  for (const spoiled of cases) {
    test(spoiled.title, () => {
      const today = spoiled.today ?? usualDay;
      const policy = spoil(clean, spoiled);
      const findings = checkPolicy(policy, code, today);
      assert.deepEqual(
        findings.map(finding => ({
          paragraph: finding.paragraph,
          severity: finding.severity,
          where: pathOf(finding.where),
        })),
        spoiled.expect,
      );
      for (const { found, expected } of findings) {
        assert.match(found, /^\p{Lu}.*\.$/u);
        assert.match(expected, /^\p{Lu}.*\.$/u);
      }
      const caughtBy = checkRules.filter(rule => rule.find({ policy, code, today }).length > 0).map(rule => rule.id);
      assert.deepEqual(caughtBy, spoiled.rule === 'none' ? [] : [spoiled.rule]);
    });
  }

  test('every rule has a pack that it catches', () => {
    const caught = new Set(cases.map(spoiled => spoiled.rule));
    assert.deepEqual(
      checkRules.filter(rule => !caught.has(rule.id)).map(rule => rule.id),
      [],
    );
    assert.equal(new Set(checkRules.map(rule => rule.id)).size, checkRules.length);
  });

  test('every paragraph that a rule names is in the register of the Code', () => {
    const paragraphs = new Set(code.register.map(entry => entry.id));
    assert.deepEqual(
      checkRules.filter(rule => !paragraphs.has(rule.paragraph)).map(rule => `${rule.id}: ${rule.paragraph}`),
      [],
    );
  });
});

describe('the numbers', () => {
  test('[R2] come from the pack of the Code: a laxer Code makes a breach good, a stricter one makes one', () => {
    const lax = structuredClone(code);
    const strict = structuredClone(code);
    if (lax.stages[1].respond !== null) lax.stages[1].respond.value = 20;
    if (strict.stages[1].respond !== null) strict.stages[1].respond.value = 9;
    const slow = structuredClone(clean);
    if (slow.stages[1].respond !== null) slow.stages[1].respond.value = 20;
    assert.deepEqual(checkPolicy(slow, lax, usualDay), []);
    assert.deepEqual(
      checkPolicy(clean, strict, usualDay).map(finding => finding.paragraph),
      ['Code 6.3'],
    );
  });

  test('findings come worst first and 6.9 before 6.10, whatever the order of the rules', () => {
    const spoiled = structuredClone(clean);
    spoiled.escalation.window = { value: 7, unit: 'calendar-days', countsFrom: 'response-date', clause: 'Code 6.10' };
    spoiled.escalation.reasonsRequired = true;
    spoiled.version.codeEdition = '2022';
    spoiled.surveys.tellHowToComplain = false;
    spoiled.escalation.refusal = null;
    assert.deepEqual(
      checkPolicy(spoiled, code, usualDay).map(finding => `${finding.severity} ${finding.paragraph}`),
      ['breach Code 1.6', 'breach Code 6.12', 'risk Code 5.1', 'risk Code 6.10', 'note Code 5.11'],
    );
  });
});

describe('the shipped packs have exactly the findings listed beside them:', () => {
  const expectedFindings = z.strictObject({
    on: date,
    findings: z.array(
      z.strictObject({ paragraph: z.string(), severity, where: z.string(), because: z.string().regex(/^.{10,}\.$/) }),
    ),
  });
  const shipped = [
    ['magna', '[MAG-20][MAG-26][MAG-34][MAG-38][MAG-40][MAG-57]'],
    ['magenta', '[MGL-05][MGL-06][MGL-07][MGL-09][MGL-11][MGL-37][MGL-44][MGL-47]'],
    ['code-2024', '[MGL-50]'],
  ] as const;
  for (const [pack, clauses] of shipped) {
    test(`${clauses} ${pack}`, async () => {
      const text = await readFile(join(packs, pack, 'expected-findings.yaml'), 'utf8');
      const expected = expectedFindings.parse(parse(text, { schema: 'core' }));
      const checked = await checkPack(pack, expected.on);
      assert.ok(checked.readable);
      assert.deepEqual(
        checked.findings.map(finding => `${finding.severity} ${finding.paragraph} ${finding.where}`),
        expected.findings.map(finding => `${finding.severity} ${finding.paragraph} ${finding.where}`),
      );
    });
  }
});

describe('finding the pack', () => {
  test('a folder is read by its path', async () => {
    assert.deepEqual(await checkPack(join(fixtures, 'clean'), usualDay), {
      readable: true,
      pack: 'clean',
      code: 'code-2024',
      findings: [],
    });
  });

  test('what is not there is said in a sentence that names the packs there are', async () => {
    const checked = await checkPack('magnolia', usualDay);
    assert.ok(!checked.readable);
    assert.match(checked.problems.join(), /no pack, folder or file called "magnolia".*code-2024/);
  });

  test('a file that is no pack is not readable, and every fault names its file', async () => {
    const checked = await checkPack(join(fixtures, 'clocks.yaml'), usualDay);
    assert.ok(!checked.readable);
    assert.match(checked.problems.join('\n'), /^clocks\.yaml:/);
  });
});

function pathOf(where: string): string {
  return where.replace(/ \([^()]*\)$/, '');
}
