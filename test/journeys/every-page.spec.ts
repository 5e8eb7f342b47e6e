/**
 * Every page that a link leads to, for both landlords, as an officer, the lead, a head and a colleague. Each is read as markup;
 * one of each kind, and a complaint in each state, is opened in a real browser. The whole matrix is `test/wide/`.
 */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { startBrowser } from '../browser.ts';
import { crawlAll } from '../crawl-all.ts';
import { lookAtPages } from '../look-at-pages.ts';
import { onePerKind } from '../one-per-kind.ts';

const [site, browser] = await Promise.all([crawlAll(), startBrowser()]);
const { seen } = site;
after(() => browser.close());

/** Fails with each thing once, however many people met it. */
function nothingWrong(lines: readonly string[]): void {
  if (lines.length > 0) assert.fail([...new Set(lines)].sort().join('\n'));
}

test('every link leads to a page that answers, for everybody who is shown it', () => {
  const broken = seen.filter(({ status }) => status >= 400);
  nothingWrong(broken.map(({ who, status, url, from }) => `${status} ${url}: ${who}, from ${from}`));
});

test('every page has one first heading, a title, ids used once, and refers to nothing that is not there', () => {
  nothingWrong(seen.flatMap(({ who, url, wrong }) => wrong.map(what => `${url} ${what}: ${who}`)));
});

test('the crawl sees what there is: every state, every act that is open to anybody, letters and lists', () => {
  const kinds = new Set(seen.map(({ kind }) => kind));
  assert.ok(kinds.size > 70, `only ${kinds.size} kinds of page were found`);
  for (const landlord of site.landlords) {
    const roads = new Set(seen.filter(one => one.landlord === landlord.name).map(({ road }) => road));
    const missing = landlord.cases.filter(({ road }) => !roads.has(road));
    assert.deepEqual(missing, [], landlord.name);
  }
});

test('every kind of page works for everybody in a real browser: light and dark, wide and at 400 % zoom', async () => {
  // The second landlord's pages are the same markup in other words and another accent: they are opened for width and errors.
  // Complaints of other roads are made of the same parts, so one of them is enough in the dark.
  const dark = new Set<string>();
  const pages = site.landlords.flatMap(({ name }, at) =>
    onePerKind(seen.filter(one => one.landlord === name)).map(page => {
      const check = at > 0 ? ('opened' as const) : dark.has(page.kind) ? ('light' as const) : ('whole' as const);
      dark.add(page.kind);
      return { ...page, check };
    }),
  );
  nothingWrong(await lookAtPages(browser, site, pages));
});
