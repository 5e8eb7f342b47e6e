/** Which pictures the README shows, and how one gets to each page in the demonstration. */
import type { Page } from 'playwright-core';
import type { PageOptions, TestBrowser } from '../../test/browser.ts';

type SignedIn = NonNullable<PageOptions['storage']>;

/** A visit as the first person at work of a landlord: 0 is the first landlord on the page where one comes in. */
export type Visitor = { readonly storage: SignedIn; readonly work: readonly string[] };

export type Picture = {
  readonly name: string;
  readonly landlord: 0 | 1;
  /** Opens the page that is to be seen. */
  go(page: Page, address: string, visitor: Visitor): Promise<void>;
} & Pick<PageOptions, 'width' | 'height' | 'scheme'>;

/** Comes in as the first person of a landlord who has work to do. */
export async function comeIn(browser: TestBrowser, address: string, landlord: 0 | 1): Promise<Visitor> {
  for (let which = 0; which < 10; which += 1) {
    const { page, context } = await browser.open(`${address}/sign-in`);
    await page.locator('.rd-who').nth(landlord).locator('.rd-who__person').nth(which).click();
    await page.waitForURL('**/my-work');
    const links = await page.locator('main a[href^="/cases/"]').all();
    const work = await Promise.all(links.map(async link => (await link.getAttribute('href')) ?? ''));
    const storage = await context.storageState();
    await context.close();
    if (work.length > 2) return { storage, work: [...new Set(work)] };
  }
  throw new Error('Nobody of the first ten has work to do.');
}

/** Opens a page; anything but a page that is there is a fault. */
async function open(page: Page, url: string): Promise<void> {
  const answer = await page.goto(url);
  if (answer?.status() !== 200) throw new Error(`${new URL(url).pathname} answers ${answer?.status() ?? 'nothing'}`);
}

const address =
  (path: string): Picture['go'] =>
  (page, at) =>
    open(page, `${at}${path}`);

const firstCase: Picture['go'] = (page, at, { work }) => open(page, `${at}${work[0]}`);

/** The first letter that a case on the list asks for. */
const letter: Picture['go'] = async (page, at, { work }) => {
  for (const path of work) {
    await open(page, `${at}${path}`);
    const link = page.locator('main a[href*="/letters/new/"]').first();
    if ((await link.count()) === 0) continue;
    return open(page, new URL((await link.getAttribute('href')) ?? '', page.url()).href);
  }
  throw new Error('no case asks for a letter');
};

export const pictures: readonly Picture[] = [
  { name: 'my-work', landlord: 0, go: address('/my-work') },
  { name: 'case', landlord: 0, go: firstCase },
  { name: 'letter', landlord: 0, height: 900, go: letter },
  { name: 'policy-check', landlord: 0, height: 620, go: address('/policy#findings') },
  { name: 'performance', landlord: 0, go: address('/performance') },
  { name: 'case-dark', landlord: 1, scheme: 'dark', go: firstCase },
  { name: 'my-work-phone', landlord: 1, width: 390, height: 780, go: address('/my-work') },
];
