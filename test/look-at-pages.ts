/** Opening many pages in one real browser and holding each to what every page is held to. */
import type { Page } from 'playwright-core';
import { axeViolations, type TestBrowser, tooSmall, tooWide, type WatchedPage } from './browser.ts';
import type { Seen } from './crawl-all.ts';
import type { DemonstrationSite } from './demonstration-site.ts';

export type PageToLookAt = Pick<Seen, 'url' | 'who' | 'person'> & {
  /**
   * `whole`: every rule of accessibility, contrast in the dark, and 400 % zoom; `light`: all that but the dark; `opened`: that it
   * opens without an error, and fits; else every rule at one width in one colour scheme.
   */
  check: 'whole' | 'light' | 'opened' | { readonly width: number; readonly scheme: 'light' | 'dark' };
};

/** Two pages at a time, as there are seldom more processors. */
const atOnce = 2;

/** What is wrong, a line each: accessibility, the content policy, the console, what is too wide or too small. */
export async function lookAtPages(
  browser: TestBrowser,
  site: Pick<DemonstrationSite, 'base' | 'storageOf'>,
  pages: readonly PageToLookAt[],
): Promise<string[]> {
  // One person after the other: a window stays signed in.
  const waiting = pages.toSorted((a, b) => (a.person.personId < b.person.personId ? -1 : 1));
  const wrong: string[] = [];
  const look = async (): Promise<void> => {
    let window: (WatchedPage & { personId: string }) | undefined;
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const { personId } = next.person;
      if (window?.personId !== personId) {
        await window?.context.close();
        const storage = await site.storageOf(next.person);
        window = { ...(await browser.open('about:blank', { storage, reducedMotion: true })), personId };
      }
      const { who, url } = next;
      wrong.push(...(await lookAt(window, site.base, next)).map(line => `${who}: ${url}\n    ${line}`));
    }
    await window?.context.close();
  };
  await Promise.all(Array.from({ length: atOnce }, look));
  return wrong.sort();
}

async function lookAt({ page, troubles }: WatchedPage, base: string, { url, check }: PageToLookAt): Promise<string[]> {
  const before = troubles.length;
  const { width, scheme } = typeof check === 'string' ? { width: 1366, scheme: 'light' as const } : check;
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme: scheme });
  const response = await page.goto(base + url);
  if (response?.status() !== 200) return [`answered ${response?.status()}`];
  const found = [...(await tooWide(page))];
  if (check !== 'opened') found.push(...(await axeViolations(page)));
  if (typeof check !== 'string') return [...found, ...(await tooSmall(page)), ...troubles.slice(before)];
  if (check === 'whole') {
    await page.emulateMedia({ colorScheme: 'dark' });
    found.push(...(await axeViolations(page, 'contrast')).map(line => `dark: ${line}`));
  }
  return [...found, ...(await atFourHundredPercent(page)), ...troubles.slice(before)];
}

/** A window of 1280 at 400 % zoom is 320 wide; so is a small phone. */
async function atFourHundredPercent(page: Page): Promise<string[]> {
  await page.setViewportSize({ width: 320, height: 640 });
  return [...(await tooWide(page)), ...(await tooSmall(page))].map(line => `at 320: ${line}`);
}
