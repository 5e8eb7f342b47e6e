/**
 * Files of homes and people brought in, one of them found while a complaint is logged, and a building recorded: in a real browser, at one
 * landlord with JavaScript, where suggestions come as one types, and at the other without, where a button looks.
 */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import { signIn } from '../../src/application/sign-in.ts';
import { axeViolations, startBrowser, tooSmall, tooWide } from '../browser.ts';
import { castOf } from '../case-road.ts';
import { signedInStorage } from '../demonstration-site.ts';
import { staffSite } from '../staff-site.ts';

const site = await staffSite();
const [base, browser] = await Promise.all([site.listen(), startBrowser()]);
after(() => browser.close());

const files = {
  homes:
    'uprn,address,postcode,tenure,relevant_stock,building\n1001,"14 Larch Court, Testington",ZZ1 4LC,social rent,yes,LARCH\nx,Nowhere,ZZ,,,\n',
  people: 'person_reference,name,phone,uprn\nR1,Mrs Amaka Okonkwo,07700 900123,1001\n',
};

async function words(page: Page): Promise<string> {
  return (await page.locator('body').allInnerTexts()).join(' ').replaceAll(/\s+/g, ' ');
}

async function pressing(page: Page, name: string): Promise<void> {
  const there = page.waitForEvent('load');
  await page.getByRole('main').getByRole('button', { name, exact: true }).first().click();
  await there;
}

async function bringIn(page: Page, kind: keyof typeof files, button: string): Promise<void> {
  await page.goto(`${base}/imports`);
  await page.locator(`main [name="kind"][value="${kind}"]`).check();
  const buffer = Buffer.from(files[kind]);
  await page.locator('main [name="file"]').setInputFiles({ name: `${kind}.csv`, mimeType: 'text/csv', buffer });
  await pressing(page, 'Show what would change');
  assert.match(await words(page), /Nothing has been changed yet/);
  await pressing(page, button);
  assert.match(await words(page), /The file is brought in/);
}

for (const landlord of ['magna', 'magenta'] as const) {
  const javaScript = landlord === 'magna';
  test(`[R68][MAG-22] homes and people come by file at ${landlord}, and whoever logs finds them, ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
    const { lead } = castOf(site, landlord);
    const storage = signedInStorage(await signIn(site.app, lead));
    const { page, context, troubles } = await browser.open(`${base}/my-work`, {
      storage,
      javaScript,
      reducedMotion: true,
    });
    const wrong: string[] = [];
    const look = async (what: string): Promise<void> => {
      if (!javaScript) return;
      const found = [...(await axeViolations(page)), ...(await tooWide(page)), ...(await tooSmall(page))];
      await page.setViewportSize({ width: 320, height: 800 });
      found.push(...(await tooWide(page)));
      await page.setViewportSize({ width: 1366, height: 900 });
      await page.emulateMedia({ colorScheme: 'dark' });
      found.push(...(await axeViolations(page, 'contrast')));
      await page.emulateMedia({ colorScheme: 'light' });
      wrong.push(...found.map(one => `${what}: ${one}`));
    };

    await bringIn(page, 'homes', 'Bring in this one');
    await look('an import');
    await bringIn(page, 'people', 'Bring in this one');

    await page.goto(`${base}/complaints/new`);
    await page.locator('[name="words"]').fill('The lift has been out since Friday.');
    await page.locator('[name="find"]').fill('okonkwo larch');
    if (!javaScript) await pressing(page, 'Find');
    await page.locator('.rd-finder__result').first().waitFor();
    await look('somebody found');
    const there = page.waitForEvent('load');
    await page.locator('.rd-finder__result').first().click();
    await there;
    await look('somebody chosen');
    assert.equal(await page.locator('[name="words"]').inputValue(), 'The lift has been out since Friday.');
    assert.equal(await page.locator('[name="phone"]').inputValue(), '07700 900123');
    await page.locator('[name="relationship"]').selectOption({ index: 1 });
    await page.locator('[name="channel"]').selectOption({ index: 1 });
    await page.locator('[name="first-told"][value="now"]').check();
    await page.locator('[name="category"]').selectOption({ index: 1 });
    await page.locator('[name="service-area"]').selectOption({ index: 1 });
    await page.locator('[name="at-risk"][value="no"]').check();
    await pressing(page, 'Log the complaint');
    assert.match(page.url(), /\/cases\//);
    assert.match(await words(page), /Amaka Okonkwo/);

    await page.goto(`${base}/buildings/new`);
    await look('a building to record');
    for (const [name, value] of Object.entries({ name: 'Larch Court', reference: 'LARCH', storeys: '9', homes: '40' }))
      await page.locator(`main [name="${name}"]`).fill(value);
    await pressing(page, 'Record the building');
    assert.match(await words(page), /Larch Court Higher-risk Higher-risk: 9 storeys and 40 homes/);
    await look('a building');
    await page.goto(`${base}/buildings`);
    await look('buildings');
    await context.close();
    assert.deepEqual([...wrong, ...troubles], []);
  });
}
