import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { asText } from './policy.ts';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));
const clean = fileURLToPath(new URL('../../test/fixtures/spoiled-packs/clean', import.meta.url));

function redress(...words: string[]): { status: number | null; out: string; error: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...words], { encoding: 'utf8' });
  return { status, out: stdout, error: stderr };
}

describe('redress policy check', () => {
  test('[MAG-40] ends with 1 and JSON of the agreed shape where the policy breaches the Code', () => {
    const { status, out } = redress('policy', 'check', 'magna', '--json');
    assert.equal(status, 1);
    const report: { pack: string; findings: Record<string, string>[] } = JSON.parse(out);
    assert.deepEqual(Object.keys(report), ['pack', 'findings']);
    assert.equal(report.pack, 'magna');
    for (const finding of report.findings) {
      assert.deepEqual(Object.keys(finding), ['paragraph', 'severity', 'where', 'found', 'expected']);
    }
    assert.ok(report.findings.some(({ paragraph, where }) => paragraph === 'Code 6.11' && where?.includes('MAG-40')));
  });

  test('ends with 0 where there is no finding, and a path will do instead of an id', () => {
    const { status, out } = redress('policy', 'check', clean);
    assert.equal(status, 0);
    assert.match(out, /No findings\.\n$/);
  });

  test('ends with 2 and a sentence where the pack cannot be read', () => {
    const { status, out, error } = redress('policy', 'check', 'magnolia', '--json');
    assert.equal(status, 2);
    assert.equal(out, '');
    assert.match(error, /no pack, folder or file called "magnolia"/);
  });

  test('for people: grouped by severity, with the place of each and a count at the end', () => {
    const text = asText({
      readable: true,
      pack: 'example',
      code: 'code-2024',
      findings: [
        {
          paragraph: 'Code 6.2',
          severity: 'breach',
          where: 'stages.1',
          found: 'It takes long.',
          expected: 'Be quick.',
        },
        { paragraph: 'Code 3.4', severity: 'note', where: 'version', found: 'No date.', expected: 'Give it.' },
      ],
    });
    assert.match(
      text,
      /Breaches[\s\S]*Code 6\.2 {2}It takes long\.\n {6}Expected: Be quick\.\n {6}In the pack: stages\.1/,
    );
    assert.ok(text.indexOf('Breaches') < text.indexOf('Notes'));
    assert.ok(!text.includes('Risks'));
    assert.ok(text.endsWith('2 findings: 1 breach, 0 risks, 1 note.\n'));
  });
});
