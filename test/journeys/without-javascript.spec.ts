/** The first days of a complaint with JavaScript off and without a mouse: logged, assigned, defined, acknowledged, handed over. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import type { Viewer } from '../../src/application/application.ts';
import { signIn } from '../../src/application/sign-in.ts';
import { startBrowser, type WatchedPage } from '../browser.ts';
import { byKeyboard } from '../by-keyboard.ts';
import { castOf } from '../case-road.ts';
import { signedInStorage } from '../demonstration-site.ts';
import { staffSite } from '../staff-site.ts';

const site = await staffSite();
const [base, browser] = await Promise.all([site.listen(), startBrowser()]);
after(() => browser.close());

async function as(person: Viewer, url: string): Promise<WatchedPage & { keys: ReturnType<typeof byKeyboard> }> {
  const storage = signedInStorage(await signIn(site.app, person));
  const watched = await browser.open(base + url, { storage, javaScript: false });
  return { ...watched, keys: byKeyboard(watched.page) };
}

async function logged(person: Viewer): Promise<string> {
  const { page, context, keys } = await as(person, '/my-work');
  await keys.press(page.getByRole('link', { name: 'Log a complaint', exact: true }));
  await keys.type('words', 'The lift has been out for five weeks and my mother cannot go out.');
  await keys.type('name', 'Edwin Achebe');
  await keys.select('relationship', 'Cust');
  await keys.type('email', 'edwin@example.org');
  await keys.type('address', '3 Tern Walk, Testington');
  await keys.select('channel', 'Ph');
  await keys.choose('first-told', 'now');
  await keys.select('category', 'Prop');
  await keys.select('service-area', 'Rep');
  await keys.choose('at-risk', 'no');
  await keys.press(page.getByRole('button', { name: 'Log the complaint' }));
  const reference = /\/cases\/([^?]+)/.exec(page.url())?.[1];
  assert.ok(reference, await words(page));
  await context.close();
  return reference;
}

async function words(page: Page): Promise<string> {
  return (await page.locator('body').allInnerTexts()).join(' ').replaceAll(/\s+/g, ' ');
}

test('[MAG-27][MAG-28] from the first call to the acknowledgement with JavaScript off, by the keys alone', async () => {
  const { lead, officer } = castOf(site, 'magna');
  const reference = await logged(lead);

  const leading = await as(lead, `/cases/${reference}`);
  await leading.keys.press(leading.page.getByRole('button', { name: 'Assign', exact: true }));
  await leading.keys.choose('person', officer.personId);
  await leading.keys.press(leading.page.getByRole('button', { name: 'Assign it' }));
  assert.match(await words(leading.page), /Assigned\. It is on their list of work\./);
  await leading.context.close();

  const { page, keys, context, troubles } = await as(officer, '/my-work');
  await keys.press(page.getByRole('main').getByRole('link', { name: /acknowledge/i }));
  await keys.press(page.getByRole('main').getByRole('button', { name: 'Define the complaint' }));
  await keys.type('point-1', 'The lift was out of order for five weeks.');
  await keys.type('outcome', 'A lift that runs, and help for his mother until it does.');
  await keys.press(page.getByRole('button', { name: 'Save the definition' }));
  await keys.press(page.getByRole('button', { name: 'Write the letter' }));
  await keys.choose('how', 'email');
  await keys.press(page.getByRole('button', { name: 'Issue the letter' }));
  assert.match(await words(page), /The letter is issued\./);
  await keys.press(page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: /Outbox/ }));
  await keys.press(page.getByRole('button', { name: /^Emailed/ }));
  assert.match(await words(page), /Marked as handed over today\./);
  await page.goto(`${base}/cases/${reference}`);
  // Ten working days from Wednesday 4 November, the day of the acknowledgement.
  assert.match(await words(page), /Wednesday 18 November 2026/);
  assert.deepEqual(troubles, []);
  await context.close();
});
