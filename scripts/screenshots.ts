/**
 * `npm run screenshots`: starts the demonstration for a while, comes in, and takes the pictures of the README into
 * `docs/screenshots/`. Exit 1 where a page could not be shown or a picture is too large; what could be taken is taken.
 */
import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { productFolder } from '../src/config.ts';
import { startBrowser, type TestBrowser } from '../test/browser.ts';
import { startDemonstration } from './screenshots/demonstration.ts';
import { comeIn, type Picture, pictures, type Visitor } from './screenshots/pictures.ts';
import { ensureChromium } from './test/chromium.ts';

const folder = path.join(productFolder, 'docs', 'screenshots');
const largest = 150_000;
const say = (line: string): void => console.log(line);

async function take(browser: TestBrowser, address: string, visitor: Visitor, picture: Picture): Promise<number> {
  const { width = 1080, height = 700, scheme } = picture;
  const options = { width, height, scheme, storage: visitor.storage, reducedMotion: true };
  const { page, context } = await browser.open('about:blank', options);
  try {
    await picture.go(page, address, visitor);
    await page.evaluate('document.fonts.ready.then(() => null)');
    const file = path.join(folder, `${picture.name}.png`);
    await page.screenshot({ path: file });
    return statSync(file).size;
  } finally {
    await context.close();
  }
}

async function takeAll(browser: TestBrowser, address: string): Promise<string[]> {
  const visitors = [await comeIn(browser, address, 0), await comeIn(browser, address, 1)] as const;
  const faults: string[] = [];
  for (const picture of pictures) {
    try {
      const size = await take(browser, address, visitors[picture.landlord], picture);
      say(`${picture.name}.png  ${Math.round(size / 1000)} kB`);
      if (size > largest) faults.push(`${picture.name}.png has ${size} bytes; at most ${largest} are wanted.`);
    } catch (error) {
      faults.push(`${picture.name} could not be taken: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return faults;
}

process.env['REDRESS_CHROMIUM'] = await ensureChromium(say);
mkdirSync(folder, { recursive: true });
const demonstration = await startDemonstration(say);
try {
  const browser = await startBrowser();
  try {
    const faults = await takeAll(browser, demonstration.address);
    for (const fault of faults) console.error(fault);
    if (faults.length > 0) process.exitCode = 1;
  } finally {
    await browser.close();
  }
} finally {
  await demonstration.stop();
}
