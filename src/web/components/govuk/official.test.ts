import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { domOutline } from '../dom.fixture.ts';
import { type Drawing, drawings, type Options } from './official-options.fixture.ts';
import { type Unsupported, unsupported } from './unsupported.fixture.ts';

interface Fixture {
  readonly name: string;
  readonly options: Options;
  readonly html: string;
}

function fixturesOf(component: string): readonly Fixture[] {
  const path = new URL(
    `../../../../node_modules/govuk-frontend/dist/govuk/components/${component}/fixtures.json`,
    import.meta.url,
  );
  const file: { readonly fixtures: readonly Fixture[] } = JSON.parse(readFileSync(path, 'utf8'));
  return file.fixtures;
}

function uses(options: unknown, path: readonly string[]): boolean {
  const [head, ...rest] = path;
  if (head === undefined) return options !== undefined;
  if (head === '[]') return Array.isArray(options) && options.some(item => uses(item, rest));
  return typeof options === 'object' && options !== null && uses((options as Options)[head], rest);
}

function pathOf(option: string): readonly string[] {
  return option.replaceAll('[]', '.[]').split('.');
}

function applies(line: Unsupported, fixture: Fixture): boolean {
  if (line.example !== undefined && line.example !== fixture.name) return false;
  return uses(fixture.options, pathOf(line.option)) !== (line.whenMissing === true);
}

function reasonsToSkip(component: string, fixture: Fixture): readonly string[] {
  return unsupported.filter(line => line.component === component && applies(line, fixture)).map(line => line.option);
}

function compare(component: string, draw: Drawing): void {
  let compared = 0;
  const different: string[] = [];
  for (const fixture of fixturesOf(component)) {
    if (reasonsToSkip(component, fixture).length > 0) continue;
    compared++;
    const ours = domOutline(draw(fixture.options).toString());
    const theirs = domOutline(fixture.html);
    if (ours !== theirs) different.push(`${fixture.name}\n--- official\n${theirs}\n--- ours\n${ours}\n`);
  }
  assert.equal(different.join('\n'), '');
  assert.ok(compared > 0, `no official example of ${component} was compared`);
}

for (const [component, draw] of Object.entries(drawings)) {
  test(`${component} gives the same page as every official example of the options it takes`, () => {
    compare(component, draw);
  });
}

test('every option that is left out is left out for a reason, and some official example uses it', () => {
  for (const line of unsupported) {
    assert.ok(line.reason.length > 20, `${line.component} ${line.option} has no reason`);
    const used = fixturesOf(line.component).some(fixture => applies(line, fixture));
    assert.ok(used, `${line.component} ${line.option} is listed as left out but no official example has it`);
  }
});
