/**
 * A real browser for the journeys: Chromium through playwright-core, with what every page is held to: no accessibility
 * violation (WCAG 2.2 AA), nothing that the content policy stops, no error in the console, no missing file.
 */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults, RunOptions } from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const places = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** The browser's program: `REDRESS_CHROMIUM`, or where systems put it. Its absence is said in a sentence. */
export function chromiumProgram(): string {
  const given = process.env['REDRESS_CHROMIUM'];
  if (given !== undefined && given !== '') return given;
  const found = places.find(existsSync);
  if (found === undefined) {
    throw new Error(
      'Chromium was not found: install the package "chromium-headless-shell", or name the program in REDRESS_CHROMIUM.',
    );
  }
  return found;
}

/** As root Chromium refuses its sandbox; on a closed network it must not call home. */
const flags = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

export interface PageOptions {
  readonly scheme?: 'light' | 'dark' | undefined;
  /** In CSS pixels: 1366 unless said. 320 is a phone, or 1280 at 400 % zoom. */
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  /** Device pixels to a CSS pixel: 4 with a width of 320 is what 400 % zoom does. */
  readonly scale?: number | undefined;
  readonly javaScript?: boolean | undefined;
  readonly reducedMotion?: boolean | undefined;
  /** Cookies and storage of an earlier page, to stay signed in. */
  readonly storage?: Awaited<ReturnType<BrowserContext['storageState']>> | undefined;
}

/** A page and everything that went wrong on it since it was opened. */
export interface WatchedPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the content policy stopped, what the console called an error, what did not load. Empty when all is well. */
  readonly troubles: readonly string[];
}

/** One browser for a test file. Close it in `after`. */
export interface TestBrowser {
  open(url: string, options?: PageOptions): Promise<WatchedPage>;
  close(): Promise<void>;
}

function watch(page: Page, troubles: string[]): void {
  page.on('console', message => {
    if (message.type() === 'error') troubles.push(`console: ${message.text()}`);
  });
  page.on('pageerror', error => troubles.push(`script: ${error.message}`));
  page.on('requestfailed', request => {
    const why = request.failure()?.errorText ?? '';
    if (why !== 'net::ERR_ABORTED') troubles.push(`not loaded: ${request.url()} ${why}`);
  });
  page.on('response', response => {
    if (response.status() >= 400 && response.request().resourceType() !== 'document') {
      troubles.push(`${response.status()}: ${response.url()}`);
    }
  });
}

/** Starts the browser. */
export async function startBrowser(): Promise<TestBrowser> {
  const browser: Browser = await chromium.launch({ executablePath: chromiumProgram(), args: flags });
  return {
    async open(url, options = {}) {
      const context = await browser.newContext({
        viewport: { width: options.width ?? 1366, height: options.height ?? 900 },
        deviceScaleFactor: options.scale ?? 1,
        colorScheme: options.scheme ?? 'light',
        javaScriptEnabled: options.javaScript ?? true,
        reducedMotion: options.reducedMotion === true ? 'reduce' : 'no-preference',
        locale: 'en-GB',
        timezoneId: 'Europe/London',
        ...(options.storage === undefined ? {} : { storageState: options.storage }),
      });
      const page = await context.newPage();
      const troubles: string[] = [];
      watch(page, troubles);
      await page.goto(url);
      return { page, context, troubles };
    },
    close: () => browser.close(),
  };
}

const axeScript = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Reported by axe for what GOV.UK's own scripts do, tested there with people and kept: a rule, and the markup it is about. */
const settled: readonly { readonly rule: string; readonly markup: RegExp }[] = [
  { rule: 'aria-allowed-attr', markup: /class="govuk-(?:radios|checkboxes)__input"[^>]* aria-expanded/ },
  { rule: 'label-content-name-mismatch', markup: /class="govuk-accordion__section-button"/ },
];

/**
 * Every accessibility violation of the page as one line: the rule, what to do, and the first places. Empty is a pass.
 * `contrast` alone is enough for a second colour scheme of a page that was checked whole in the first.
 */
export async function axeViolations(page: Page, what: 'all' | 'contrast' = 'all'): Promise<readonly string[]> {
  const runOnly: RunOptions['runOnly'] =
    what === 'all' ? { type: 'tag', values: wcag } : { type: 'rule', values: ['color-contrast'] };
  // Once a page: the script is large, and the second look at the same page needs no second copy.
  if (await page.evaluate('window.axe === undefined')) await inject(page, axeScript);
  const options = JSON.stringify({ runOnly, resultTypes: ['violations'], preload: false } satisfies RunOptions);
  const { violations } = await page.evaluate<AxeResults>(`axe.run(document, ${options})`);
  return violations.flatMap(({ id, help, nodes }) => {
    const open = nodes.filter(node => !settled.some(({ rule, markup }) => rule === id && markup.test(node.html)));
    if (open.length === 0) return [];
    const where = open.slice(0, 3).map(node => `${node.target.join(' ')} — ${node.failureSummary ?? ''}`);
    return [`${id}: ${help}\n    ${where.join('\n    ')}`];
  });
}

/** Straight to the browser: as an expression of Playwright's a large script takes three times as long. */
async function inject(page: Page, expression: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression });
  await session.detach();
}

/** Run in the page, so they are text: this program has no document of its own. */
const findTooWide = `(() => {
  const edge = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= edge) return [];
  const wide = [...document.querySelectorAll('body *')].filter(
    element => element.getBoundingClientRect().right > edge + 1 && element.closest('.rd-scroll, dialog') === null,
  );
  return ['page ' + document.documentElement.scrollWidth, ...wide.slice(0, 5).map(element => element.outerHTML.slice(0, 120))];
})()`;

const findTooSmall = `(() => {
  const controls = [...document.querySelectorAll('button, select, summary, nav a, [role="button"], input:not([type="hidden"])')];
  const small = controls.filter(control => {
    const box = control.getBoundingClientRect();
    const labelled = control.matches('[type="radio"], [type="checkbox"]');
    return !labelled && box.width > 1 && control.checkVisibility() && (box.height < 24 || box.width < 24);
  });
  return small.slice(0, 5).map(control => control.outerHTML.slice(0, 120));
})()`;

/** What is wider than the window, which would make a reader scroll sideways (WCAG 1.4.10). Scrolling boxes are allowed. */
export function tooWide(page: Page): Promise<readonly string[]> {
  return page.evaluate<readonly string[]>(findTooWide);
}

/** Controls smaller than 24 by 24 pixels; links within a sentence are not controls here (WCAG 2.5.8). */
export function tooSmall(page: Page): Promise<readonly string[]> {
  return page.evaluate<readonly string[]>(findTooSmall);
}

/** Pictures of a page at each width, light and dark, for people to look at: `<folder>/<name>-<width>-<scheme>.png`. */
export async function takePictures(
  browser: TestBrowser,
  url: string,
  name: string,
  folder: string,
  widths: readonly number[] = [1366, 768, 320],
): Promise<readonly string[]> {
  mkdirSync(folder, { recursive: true });
  const made: string[] = [];
  for (const width of widths) {
    for (const scheme of ['light', 'dark'] as const) {
      const { page, context } = await browser.open(url, { width, scheme, reducedMotion: true });
      await page.evaluate('document.fonts.ready.then(() => null)');
      const path = join(folder, `${name}-${width}-${scheme}.png`);
      await page.screenshot({ path, fullPage: true });
      await context.close();
      made.push(path);
    }
  }
  return made;
}
