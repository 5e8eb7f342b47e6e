/**
 * Every page that a link leads to, for both landlords, as an officer, the lead, a head and a colleague. Each is read as markup;
 * one of each kind, and a complaint in each state, is opened in a real browser. The whole matrix is `test/wide/`.
 */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { startBrowser } from '../browser.ts';
import { crawlAll, type Seen } from '../crawl-all.ts';
import { lookAtPages } from '../look-at-pages.ts';

const [site, browser] = await Promise.all([crawlAll(), startBrowser()]);
const { seen } = site;
const first = site.landlords[0]?.name;
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
  const pages = onePerKind(seen);
  nothingWrong(await lookAtPages(browser, site, pages));
});

/**
 * One page of each kind. The first landlord's is checked whole. The other's has the same markup in other words and another accent,
 * so it is opened for its width and its errors; the whole matrix is run wide.
 */
function onePerKind(all: readonly Seen[]) {
  const taken = new Set<string>();
  return all
    .filter(({ isPage, status }) => isPage && status === 200)
    .flatMap(page => {
      const [pattern = '', ...query] = page.kind.split(' ');
      // A list chosen and sorted in many ways is two pages: as it is, and as chosen.
      const kind = pattern.includes(':') ? page.kind : `${pattern} ${query.length > 0}`;
      const own = `${page.landlord} ${kind} ${page.road ?? ''}`;
      if (taken.has(own)) return [];
      taken.add(own);
      return [{ ...page, check: page.landlord === first ? ('whole' as const) : ('opened' as const) }];
    });
}
