/** Every kind of page at both landlords, at each width and in both colour schemes, held to every rule. Runs with `npm run test:wide`. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { startBrowser } from '../browser.ts';
import { crawlAll } from '../crawl-all.ts';
import { lookAtPages } from '../look-at-pages.ts';
import { onePerKind } from '../one-per-kind.ts';

const [site, browser] = await Promise.all([crawlAll(), startBrowser()]);
after(() => browser.close());

for (const { name } of site.landlords) {
  const pages = onePerKind(site.seen.filter(one => one.landlord === name));
  for (const width of [1920, 1366, 1024, 768, 480, 320]) {
    for (const scheme of ['light', 'dark'] as const) {
      test(`every kind of page of ${name}, ${width} wide, ${scheme}`, async () => {
        const wrong = await lookAtPages(
          browser,
          site,
          pages.map(page => ({ ...page, check: { width, scheme } })),
        );
        if (wrong.length > 0) assert.fail(wrong.join('\n'));
      });
    }
  }
}
