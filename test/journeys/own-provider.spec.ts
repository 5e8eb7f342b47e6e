/**
 * A landlord's own sign-in provider, in a real browser with and without JavaScript: an administrator comes in through it with their
 * link, is asked to prove anew who they are before what is grave and loses nothing that was typed, cancels, signs out and in again.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import { settleFromFile } from '../../src/application/accounts/provider/settle.ts';
import { addRealLandlord } from '../../src/application/accounts/set-up.ts';
import { addHours, type Instant } from '../../src/domain/calendar/dates.ts';
import { axeViolations, startBrowser, tooSmall, tooWide, type WatchedPage } from '../browser.ts';
import { startLocalProvider } from '../local-provider.ts';
import { openTestApplication } from '../test-application.ts';

const site = await openTestApplication('2026-11-04T10:00:00.000Z', { demonstrationSignIn: false });
const base = await site.web.listen({ host: '127.0.0.1', port: 0 });
const provider = await startLocalProvider([`${base}/sign-in/return`]);
const browser = await startBrowser();
const folder = mkdtempSync(path.join(os.tmpdir(), 'redress-own-provider-'));
after(async () => {
  await browser.close();
  await provider.stop();
  await site.close();
  rmSync(folder, { recursive: true, force: true });
});

const words = async (page: Page): Promise<string> =>
  (await page.locator('body').allInnerTexts()).join(' ').replaceAll(/\s+/g, ' ');

/** What is wrong with the page for somebody's eyes, fingers or screen reader. */
async function look({ page }: WatchedPage, javaScript: boolean): Promise<void> {
  if (!javaScript) return;
  const wrong = [...(await axeViolations(page))];
  const wide = page.viewportSize() ?? { width: 1366, height: 900 };
  await page.setViewportSize({ width: 320, height: 800 });
  wrong.push(...(await tooWide(page)), ...(await tooSmall(page)));
  await page.setViewportSize(wide);
  assert.deepEqual(wrong, [], page.url());
}

/** On the provider's own page. */
async function signInThere(page: Page, login: string | null): Promise<void> {
  await page.waitForURL(`${provider.issuer}/interaction/**`);
  if (login !== null) await page.getByLabel('Name').fill(login);
  await page.getByRole('button', { name: login === null ? 'Cancel' : 'Sign in' }).click();
  await page.waitForURL(`${base}/**`);
}

/** Adds a colleague a quarter of an hour after coming in: the proof opens in a tab of its own. */
async function addColleague(seat: WatchedPage, login: string, name: string, javaScript: boolean): Promise<void> {
  const { page, context } = seat;
  await page.goto(`${base}/people/new`);
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('Email address').fill(`${login}-new@example.org`);
  site.clock.set(addHours(site.clock.now() as Instant, 0.25));
  await page.getByRole('button', { name: 'Add them and make the link' }).click();
  await page.waitForLoadState();
  await look(seat, javaScript);
  const opening = context.waitForEvent('page');
  await page.getByRole('link', { name: /^Show with Example that it is you/ }).click();
  const tab = await opening;
  await signInThere(tab, login);
  assert.match(await words(tab), /You have shown that it is you/);
  await tab.close();
  assert.equal(await page.getByLabel('Name', { exact: true }).inputValue(), name, 'nothing is lost');
  await page.getByRole('button', { name: 'Add them and make the link' }).click();
  await page.locator('[data-link]').waitFor();
}

for (const javaScript of [true, false]) {
  const how = javaScript ? 'with' : 'without';
  test(`coming in through one’s own provider, ${how} JavaScript`, async () => {
    const slug = `ash-${how}`;
    const landlord = {
      policyId: 'magna',
      slug,
      name: 'Ash Homes',
      adminName: 'Ada Moss',
      adminEmail: `${slug}@example.org`,
    };
    const made = await addRealLandlord(site.app, landlord);
    assert.equal(made.kind, 'done');
    const file = path.join(folder, `${slug}.yaml`);
    writeFileSync(
      file,
      `name: Example\nissuer: ${provider.issuer}\nclientId: ${provider.clientId}\nscopes: [groups]\n`,
    );
    const settling = { slug, file, secret: provider.clientSecret };
    assert.equal((await settleFromFile(site.app, settling, `${base}/sign-in/return`)).kind, 'done');
    provider.people.set(slug, { name: 'Ada Moss' });

    const seat = await browser.open(`${base}/invitation/${made.token}`, { javaScript });
    const { page } = seat;
    await look(seat, javaScript);
    await page.getByRole('button', { name: 'Sign in with Example' }).click();
    await signInThere(page, slug);
    await page.waitForURL(`${base}/my-work`);
    await page.goto(`${base}/account`);
    await look(seat, javaScript);
    assert.match(await words(page), /You come in through Example/);
    await addColleague(seat, slug, 'Bea Cole', javaScript);

    await page.goto(`${base}/my-work`);
    await page.locator('.rd-header__person summary').click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL(`${base}/sign-in?out=${slug}`);
    await look(seat, javaScript);
    assert.match(await words(page), /You may still be signed in at Example/);
    await page.context().clearCookies({ domain: '127.0.0.1' });
    await page
      .getByRole('button', { name: /^(Ash Homes: s|S)ign in with Example/ })
      .last()
      .click();
    await signInThere(page, null);
    await look(seat, javaScript);
    assert.match(await words(page), /You stopped signing in/);
    await page.getByRole('button', { name: 'Sign in again' }).click();
    await page.waitForURL(`${base}/sign-in`);
    await page.goto(`${base}/sign-in/with/${slug}`);
    await signInThere(page, slug);
    await page.waitForURL(`${base}/my-work`);
    assert.deepEqual(
      seat.troubles.filter(one => !/status of (422|403)/.test(one)),
      [],
    );
    await seat.context.close();
  });
}
