/**
 * From nothing to the first complaint, in a real browser with and without JavaScript: a landlord is added as the terminal does it, its
 * administrator accepts the link, adds a colleague, and the colleague comes in and logs a complaint, signs out and in again.
 */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import { addRealLandlord } from '../../src/application/accounts/set-up.ts';
import { addHours, type Instant } from '../../src/domain/calendar/dates.ts';
import { codeAt } from '../../src/outside/proving/one-time-codes.ts';
import { axeViolations, startBrowser, tooSmall, tooWide, type WatchedPage } from '../browser.ts';
import { goodPassword } from '../newcomer.ts';
import { openTestApplication } from '../test-application.ts';

const site = await openTestApplication('2026-11-04T10:00:00.000Z', { demonstrationSignIn: false });
const base = await site.web.listen({ host: '127.0.0.1', port: 0 });
const browser = await startBrowser();
after(async () => {
  await browser.close();
  await site.close();
});

const words = async (page: Page): Promise<string> =>
  (await page.locator('body').allInnerTexts()).join(' ').replaceAll(/\s+/g, ' ');

/** What is wrong with the page for somebody's eyes, fingers or screen reader. */
async function look({ page }: WatchedPage, javaScript: boolean): Promise<void> {
  if (!javaScript) return;
  const { pathname } = new URL(page.url());
  const wrong = [...(await axeViolations(page))];
  const wide = page.viewportSize() ?? { width: 1366, height: 900 };
  await page.setViewportSize({ width: 320, height: 800 });
  wrong.push(...(await tooWide(page)), ...(await tooSmall(page)));
  await page.setViewportSize(wide);
  assert.deepEqual(wrong, [], pathname);
}

async function press(seat: WatchedPage, name: string, javaScript: boolean): Promise<void> {
  const there = seat.page.waitForEvent('load');
  await seat.page.getByRole('button', { name, exact: true }).first().click();
  await there;
  await look(seat, javaScript);
}

const now = (): Instant => site.clock.now() as Instant;

/** From the link to a session, as somebody would who makes mistakes on the way. Gives the key of the app. */
async function accept(seat: WatchedPage, link: string, javaScript: boolean): Promise<string> {
  const { page } = seat;
  await page.goto(link);
  await look(seat, javaScript);
  await page.getByLabel('Password', { exact: true }).fill('password12345');
  await press(seat, 'Continue', javaScript);
  assert.match(await page.title(), /^Error: /);
  await page.getByLabel('Password', { exact: true }).fill(goodPassword);
  await press(seat, 'Continue', javaScript);
  const key = await page.locator('[data-secret]').getAttribute('data-secret');
  assert.ok(key);
  await page.getByLabel('Code from the app').fill('000000');
  await press(seat, 'Finish and sign in', javaScript);
  assert.match(await words(page), /The code is not right/);
  await page.getByLabel('Code from the app').fill(codeAt(key, now()));
  await press(seat, 'Finish and sign in', javaScript);
  assert.equal(await page.locator('.rd-codes li').count(), 10);
  assert.equal(await page.getByRole('button', { name: 'Print the codes' }).isVisible(), javaScript);
  await page.getByRole('button', { name: /go to my work/ }).click();
  await page.waitForURL(`${base}/my-work`);
  return key;
}

async function addColleague(seat: WatchedPage, name: string, email: string, javaScript: boolean): Promise<string> {
  const { page } = seat;
  await page.goto(`${base}/my-work`);
  await page.locator('.rd-header__person summary').click();
  await page.getByRole('link', { name: 'People', exact: true }).click();
  await page.waitForURL(`${base}/people`);
  await look(seat, javaScript);
  await page.getByRole('button', { name: 'Add a person' }).click();
  await page.waitForURL(`${base}/people/new`);
  await look(seat, javaScript);
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Complaints adviser').check();
  await press(seat, 'Add them and make the link', javaScript);
  const link = await page.locator('[data-link]').innerText();
  assert.match(link, new RegExp(`^${base}/invitation/`));
  return link;
}

async function logComplaint(seat: WatchedPage): Promise<void> {
  const { page } = seat;
  await page.goto(`${base}/complaints/new`);
  await page.locator('main [name="words"]').fill('The lift has been out for five weeks.');
  await page.locator('main [name="name"]').fill('Edwin Achebe');
  await page.locator('main [name="relationship"]').selectOption('tenant');
  await page.locator('main [name="email"]').fill('edwin@example.org');
  await page.locator('main [name="address"]').fill('3 Tern Walk, Testington');
  await page.locator('main [name="channel"]').selectOption('phone');
  await page.locator('main [name="first-told"][value="now"]').check();
  await page.locator('main [name="category"]').selectOption('property-condition');
  await page.locator('main [name="service-area"]').selectOption('repairs');
  await page.locator('main [name="at-risk"][value="no"]').check();
  await press(seat, 'Log the complaint', false);
  assert.match(page.url(), /\/cases\/[0-9A-Z-]+/, await words(page));
  assert.match(await words(page), /Wednesday 11 November 2026/, 'acknowledged within five working days');
}

async function outAndIn(seat: WatchedPage, email: string, key: string, javaScript: boolean): Promise<void> {
  const { page } = seat;
  await page.locator('.rd-header__person summary').click();
  await press(seat, 'Sign out', javaScript);
  assert.equal(new URL(page.url()).pathname, '/sign-in');
  site.clock.set(addHours(now(), 1 / 60));
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password').fill('not the password');
  await press(seat, 'Continue', javaScript);
  assert.match(await words(page), /is not right/);
  assert.equal(await page.getByLabel('Email address').inputValue(), email, 'kept');
  assert.equal(await page.getByLabel('Password').inputValue(), '', 'never shown again');
  await page.getByLabel('Password').fill(goodPassword);
  await press(seat, 'Continue', javaScript);
  await page.getByLabel('Code from your app').fill(codeAt(key, now()));
  await press(seat, 'Sign in', javaScript);
  assert.equal(new URL(page.url()).pathname, '/my-work');
}

async function lookAtAccount(seat: WatchedPage, javaScript: boolean): Promise<void> {
  site.clock.set(addHours(now(), 0.25));
  for (const url of ['/account', '/account/password', '/account/app', '/account/recovery-codes']) {
    await seat.page.goto(base + url);
    await look(seat, javaScript);
  }
  await seat.page.getByLabel('Your password, or a code from your app').fill(goodPassword);
  await press(seat, 'Make new codes', javaScript);
  assert.equal(await seat.page.locator('.rd-codes li').count(), 10);
}

for (const javaScript of [true, false]) {
  const how = javaScript ? 'with' : 'without';
  test(`from an empty installation to the first complaint of a second person, ${how} JavaScript`, async () => {
    const slug = `alder-${how}`;
    const [ada, bea] = [`ada-${how}@example.org`, `bea-${how}@example.org`];
    const landlord = { policyId: 'magna', slug, name: 'Alder & Ash Homes', adminName: 'Ada Moss', adminEmail: ada };
    const made = await addRealLandlord(site.app, landlord);
    assert.equal(made.kind, 'done');
    const administrator = await browser.open('about:blank', { javaScript });
    await accept(administrator, `${base}/invitation/${made.token}`, javaScript);
    const link = await addColleague(administrator, 'Bea Cole', bea, javaScript);
    const colleague = await browser.open('about:blank', { javaScript });
    const key = await accept(colleague, link, javaScript);
    await logComplaint(colleague);
    await outAndIn(colleague, bea, key, javaScript);
    await lookAtAccount(colleague, javaScript);
    const { page } = administrator;
    await page.goto(`${base}/people`);
    await page.getByRole('link', { name: 'Bea Cole' }).click();
    await look(administrator, javaScript);
    await page.goto(`${page.url()}/left`);
    await look(administrator, javaScript);
    await page.getByLabel('Your password, or a code from your app').fill(goodPassword);
    await press(administrator, 'Record that they have left', javaScript);
    await colleague.page.goto(`${base}/my-work`);
    assert.equal(new URL(colleague.page.url()).pathname, '/sign-in', 'out at once');
    // The mistakes made on the way are the only thing that the console tells.
    const troubles = [...administrator.troubles, ...colleague.troubles];
    assert.deepEqual(
      troubles.filter(one => !one.includes('status of 422')),
      [],
    );
    await administrator.context.close();
    await colleague.context.close();
  });
}
