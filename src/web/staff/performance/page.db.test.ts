import assert from 'node:assert/strict';
import test from 'node:test';
import { staffSite } from '../../../../test/staff-site.ts';
import { rollUpMonths } from '../../../application/month-figures.ts';
import { rebuildCase } from '../../../application/rebuild.ts';
import { inLandlord } from '../../../storage/landlord-transaction.ts';

const site = await staffSite();
const { magna, magenta } = site;
const officer = magna.person('complaints-adviser');
const visitor = await site.as(officer);

const hrefs = (html: string): string[] =>
  [...html.matchAll(/href="(\/cases\?duty=[^"]+)"/g)].map(([, href]) => (href ?? '').replaceAll('&amp;', '&'));

async function marked(): Promise<string[]> {
  const { rows } = await site.database.admin.query(
    `select distinct month::text from month_mark where landlord_id = $1 order by 1`,
    [magna.landlordId],
  );
  return rows.map(({ month }) => month);
}

test('[MGL-41] every number of the page opens a list of exactly as many cases', async () => {
  await site.logged(officer, { receivedOn: '2026-09-02' });
  await site.logged(officer, { receivedOn: '2026-09-03' });
  await site.logged(officer, { receivedOn: '2026-10-26' });
  await site.logged(officer, { receivedOn: '2026-11-03' });
  const page = await visitor.get('/performance');
  assert.equal(page.status, 200);
  assert.match(page.text, /November 2026 so far.*0 of 1 that fell due; 1 not due yet/);
  assert.match(page.text, /September 2026 Stage 1 acknowledged in time: 0% 0 of 2 , 2 not in time/);
  const numbers = [...page.html.matchAll(/href="(\/cases\?duty=[^"]+)">([\d,]+)(?: |<)/g)];
  assert.ok(numbers.length > 10, 'there are numbers to open');
  for (const [, href = '', number] of numbers) {
    const list = await visitor.get(href.replaceAll('&amp;', '&'));
    const cases = list.html.match(/class="govuk-link rd-table__main"/g)?.length ?? 0;
    assert.equal(String(cases), number, `${href}: ${list.text.slice(0, 200)}`);
  }
});

test('[R10] what changes in a month that is over marks it, and only it, and its figures are right before and after rolling up', async () => {
  await rollUpMonths(site.app);
  assert.deepEqual(await marked(), []);
  const { caseId } = await site.logged(officer, { receivedOn: '2026-09-04' });
  assert.deepEqual(await marked(), ['2026-09-01']);
  const live = await visitor.get('/performance');
  assert.match(live.text, /September 2026 Stage 1 acknowledged in time: 0% 0 of 3 , 3 not in time/);
  assert.equal(await rollUpMonths(site.app), 1);
  assert.deepEqual(await marked(), []);
  const rolledUp = await visitor.get('/performance');
  assert.equal(rolledUp.text, live.text);
  await site.logged(officer, { receivedOn: '2026-11-04' });
  assert.deepEqual(await marked(), [], 'the current month is never rolled up');
  await inLandlord(site.app.database, magna.landlordId, tx => rebuildCase(site.app, tx, magna.landlordId, caseId));
  await rollUpMonths(site.app);
  assert.match(
    (await visitor.get('/performance')).text,
    /September 2026 Stage 1 acknowledged in time: 0% 0 of 3 , 3 not in time/,
  );
});

test('[MAG-61][MGL-44] the review of the policy stands beside the figures, overdue or not', async () => {
  const other = await site.as(magenta.person('head-of-customer-voice'));
  const page = await other.get('/performance');
  assert.match(page.text, /Review of the policy overdue Wednesday 30 September 2026.*MGL-44/);
  assert.match(page.text, /dates do not agree with each other/);
  assert.match((await visitor.get('/performance')).text, /Review of the policy overdue.*By Strategic Board.*MAG-61/);
});

test('[MGL-41] without a target none is claimed, and how it is counted is said', async () => {
  const page = await visitor.get('/performance');
  assert.match(page.text, /No target is set/);
  assert.match(page.text, /A duty counts in the month in which it fell due/);
});

test('whoever sees only their own complaints does not see the landlord’s figures, and is told so', async () => {
  const page = await (await site.as(magna.person('colleague'))).get('/performance');
  assert.equal(page.status, 403);
  assert.match(page.text, /You may not see the figures of the whole landlord/);
  assert.deepEqual(hrefs(page.html), []);
});
