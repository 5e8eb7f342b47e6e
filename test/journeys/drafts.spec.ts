/** Words that were typed and not sent: kept as they are typed, there again after the browser was closed, apart for two tabs. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Viewer } from '../../src/application/application.ts';
import { signIn } from '../../src/application/sign-in.ts';
import { startBrowser, type WatchedPage } from '../browser.ts';
import { castOf, roadOf } from '../case-road.ts';
import { signedInStorage } from '../demonstration-site.ts';
import { staffSite } from '../staff-site.ts';

const site = await staffSite();
const [base, browser] = await Promise.all([site.listen(), startBrowser()]);
after(() => browser.close());
const { officer, other } = castOf(site, 'magna');

async function opened(person: Viewer, url: string): Promise<WatchedPage> {
  return browser.open(base + url, { storage: signedInStorage(await signIn(site.app, person)) });
}

async function draftsOf(person: Viewer): Promise<string[]> {
  const { rows } = await site.database.admin.query<{ fields: Record<string, string[]> }>(
    'select fields from draft where person_id = $1 order by updated_at',
    [person.personId],
  );
  return rows.map(({ fields }) => fields['note']?.[0] ?? fields['words']?.[0] ?? '').sort();
}

test('what was typed is saved a second later, with the time, and is there after the browser was closed', async () => {
  const first = await opened(officer, '/complaints/new');
  await first.page
    .getByLabel('What they told us')
    .pressSequentially('The gate has been off its hinges since Easter. 😀');
  await first.page.getByLabel('Name', { exact: true }).fill('Salma Idris');
  await first.page.getByText('Saved at 10:00').waitFor();
  assert.deepEqual(first.troubles, []);
  await first.context.close();

  const second = await opened(officer, '/complaints/new');
  assert.equal(
    await second.page.getByLabel('What they told us').inputValue(),
    'The gate has been off its hinges since Easter. 😀',
  );
  assert.equal(await second.page.getByLabel('Name', { exact: true }).inputValue(), 'Salma Idris');
  await second.context.close();

  const stranger = await opened(other, '/complaints/new');
  assert.equal(await stranger.page.getByLabel('What they told us').inputValue(), '', 'a draft is its writer’s alone');
  await stranger.context.close();
});

test('two tabs keep two drafts, and neither writes over the other', async () => {
  const { href } = await roadOf(site, 'magna');
  const one = await opened(other, href('/do/add-note'));
  const two = { page: await one.context.newPage() };
  await two.page.goto(base + href('/do/add-note'));
  await one.page.locator('[name="note"]').pressSequentially('Rang: no answer.');
  await one.page.getByText('Saved at').waitFor();
  await two.page.locator('[name="note"]').pressSequentially('She called back at noon.');
  await two.page.getByText('Saved at').waitFor();
  assert.deepEqual(await draftsOf(other), ['Rang: no answer.', 'She called back at noon.']);
  await one.context.close();
});

test('a tab opened while another one is being written in keeps its own draft too', async () => {
  const { href } = await roadOf(site, 'magna');
  const { lead } = castOf(site, 'magna');
  const one = await opened(lead, href('/do/add-note'));
  await one.page.locator('[name="note"]').pressSequentially('First.');
  await one.page.getByText('Saved at').waitFor();
  const two = await one.context.newPage();
  await two.goto(base + href('/do/add-note'));
  await two.locator('[name="note"]').fill('Second, in another tab.');
  await two.waitForResponse(response => response.url().includes('/drafts/'));
  await one.page.locator('[name="note"]').pressSequentially(' And more.');
  await one.page.waitForResponse(response => response.url().includes('/drafts/'));
  assert.deepEqual(await draftsOf(lead), ['First. And more.', 'Second, in another tab.']);
  await one.context.close();
});

test('once the form is sent its draft is gone', async () => {
  const { href } = await roadOf(site, 'magna');
  const { approver } = castOf(site, 'magna');
  const { page, context, troubles } = await opened(approver, href('/do/add-note'));
  await page.locator('[name="note"]').pressSequentially('Spoke to the ward office.');
  await page.getByText('Saved at').waitFor();
  assert.equal((await draftsOf(approver)).length, 1);
  await page.getByRole('button', { name: /note/i }).last().click();
  await page.waitForURL(/done=add-note/);
  assert.deepEqual(await draftsOf(approver), []);
  assert.deepEqual(troubles, []);
  await context.close();
});
