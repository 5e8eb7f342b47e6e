/** The keys, the order in which they move, and everything at 400 % zoom, on the pages where people spend their day. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import { signIn } from '../../src/application/sign-in.ts';
import { axeViolations, type PageOptions, startBrowser, tooSmall, tooWide, type WatchedPage } from '../browser.ts';
import { castOf, roadOf } from '../case-road.ts';
import { signedInStorage } from '../demonstration-site.ts';
import { staffSite } from '../staff-site.ts';

const site = await staffSite();
const [base, browser] = await Promise.all([site.listen(), startBrowser()]);
after(() => browser.close());
const { officer } = castOf(site, 'magna');
const road = await roadOf(site, 'magna');
await road.acknowledged();

async function visit(url: string, options: PageOptions, look: (watched: WatchedPage) => Promise<void>): Promise<void> {
  const storage = signedInStorage(await signIn(site.app, officer));
  const watched = await browser.open(base + url, { storage, reducedMotion: true, ...options });
  try {
    await look(watched);
    assert.deepEqual(watched.troubles, []);
  } finally {
    await watched.context.close();
  }
}

/** What has the focus, where it is in the document, and whether a reader can see it. Run in the page. */
const focusNow = `(() => {
  const e = document.activeElement, box = e.getClientRects()[0] ?? e.getBoundingClientRect();
  const all = [...document.querySelectorAll('*')];
  const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  const style = getComputedStyle(e), parent = getComputedStyle(e.parentElement ?? e);
  const label = e.labels?.[0] === undefined ? null : getComputedStyle(e.labels[0], '::before');
  return {
    at: all.indexOf(e),
    what: e.outerHTML.slice(0, 120),
    body: e === document.body,
    over: top?.outerHTML.slice(0, 120) ?? '',
    covered: !(top === null || top === e || e.contains(top) || top.contains(e) || (e.labels?.[0]?.contains(top) ?? false)),
    marked: style.outlineStyle !== 'none' || style.boxShadow !== 'none' || (label !== null && label.boxShadow !== 'none') || parent.outlineStyle !== 'none',
  };
})()`;

type Focus = { at: number; what: string; over: string; body: boolean; covered: boolean; marked: boolean };

/** Goes through the page with Tab and gives what had the focus, in that order. */
async function throughThePage(page: Page): Promise<Focus[]> {
  const met: Focus[] = [];
  for (let presses = 0; presses < 200; presses += 1) {
    await page.keyboard.press('Tab');
    const now = await page.evaluate<Focus>(focusNow);
    if (now.body || met.some(one => one.at === now.at)) break;
    met.push(now);
  }
  return met;
}

const pages = ['/my-work', '/cases', road.href(), road.href('/do/define'), '/complaints/new'];

test('Tab moves in the order of the page, and what has the focus is marked and not covered', async () => {
  for (const url of pages) {
    await visit(url, { height: 700 }, async ({ page }) => {
      const met = await throughThePage(page);
      assert.ok(met.length > 12, `${url}: only ${met.length} things can be reached`);
      const places = met.map(({ at }) => at);
      assert.deepEqual(
        places,
        places.toSorted((a, b) => a - b),
        `${url} jumps`,
      );
      assert.deepEqual(
        met
          .filter(({ covered, marked }) => covered || !marked)
          .map(({ what, covered, over }) => `${what} ${covered ? `is covered by ${over}` : 'has no mark'}`),
        [],
        url,
      );
    });
  }
});

test('the first Tab offers to skip to the content, and that is where it goes', async () => {
  await visit(road.href(), {}, async ({ page }) => {
    await page.keyboard.press('Tab');
    assert.equal(await page.locator(':focus').textContent(), 'Skip to main content');
    await page.keyboard.press('Enter');
    assert.equal(await page.locator(':focus').getAttribute('id'), 'content');
    await page.keyboard.press('Tab');
    assert.equal(await page.locator('main :focus').count(), 1);
  });
});

test('the slash searches, the question mark shows the keys with the page’s own, g and w go to my work', async () => {
  await visit('/calendar', {}, async ({ page }) => {
    await page.keyboard.press('/');
    assert.equal(await page.locator(':focus').getAttribute('id'), 'rd-search');
    await page.keyboard.type(road.reference);
    await page.keyboard.press('Enter');
    await page.waitForURL(`${base}${road.href()}`);
    await page.keyboard.press('?');
    const keys = page.getByRole('dialog');
    assert.ok(await keys.getByText('Add a note').isVisible());
    assert.deepEqual(await axeViolations(page), []);
    await page.keyboard.press('Escape');
    await page.keyboard.press('g');
    await page.keyboard.press('w');
    await page.waitForURL(`${base}/my-work`);
    await page.goto(base + road.href());
    await page.keyboard.press('n');
    await page.waitForURL(/\/do\/add-note/);
    await page.locator('[name="note"]').press('/');
    assert.equal(await page.locator('[name="note"]').inputValue(), '/', 'a key typed into a field is a letter');
  });
});

test('at 400 % zoom, a window 320 wide and 256 high, a complaint and its forms can be read and used', async () => {
  for (const url of [road.href(), road.href('/do/extend'), road.href('/do/define'), '/complaints/new']) {
    await visit(url, { width: 320, height: 256, scale: 4 }, async ({ page }) => {
      assert.deepEqual([...(await tooWide(page)), ...(await tooSmall(page))], [], url);
      assert.deepEqual(await axeViolations(page), [], url);
      // What stays at the top must leave room to read: at this size nothing may stay.
      await page.evaluate('window.scrollTo(0, 600)');
      const kept = await page.evaluate<number>(
        `[...document.querySelectorAll('.rd-casehead')].reduce((sum, e) => sum + Math.max(0, e.getBoundingClientRect().bottom), 0)`,
      );
      assert.ok(kept <= 128, `${url}: ${kept} of 256 pixels stay covered`);
    });
  }
});
