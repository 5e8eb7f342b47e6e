/**
 * A question to a contractor in a real browser: a file is added, the question asked with it, opened from its link by somebody without an
 * account, answered with a file, and read where it is needed; with JavaScript and without. Every form is held to the access rules.
 */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { dayFields } from '../act-forms.ts';
import { axeViolations, startBrowser, tooWide } from '../browser.ts';
import { roadOf } from '../case-road.ts';
import { openDesk } from '../desk.ts';
import { staffSite } from '../staff-site.ts';

const site = await staffSite();
const [base, browser] = await Promise.all([site.listen(), startBrowser()]);
after(() => browser.close());

for (const javaScript of [true, false]) {
  test(`[MAG-10][MAG-64] asked by a link, answered with a file, and read at its point, JavaScript ${javaScript ? 'on' : 'off'}`, async () => {
    const road = await roadOf(site, 'magna');
    await road.assigned();
    await road.defined();
    const desk = openDesk({ site, base, browser, javaScript, dark: true });
    await desk.as(road.cast.officer, road.href('/do/add-file'));
    await desk.choose('survey.txt', 'The valley gutter is split.');
    await desk.fill({ description: 'The surveyor’s note of 2 November' });
    await desk.press('Add the files');
    await desk.sees('survey.txt');

    await desk.open(road.href('/do/ask-outside'));
    await desk.fill({
      ...{ name: 'Sam Fitter', email: 'sam@example.org', organisation: 'Roofs Ltd', area: 'repairs' },
      ...{ question: 'When was the gutter last relined?', ...dayFields('due', '2026-11-09') },
    });
    await desk.press('Ask, and show me the link');
    await desk.sees('Nothing is sent by Redress.');
    const link = /\S+\/questions\/[\w-]{43}/.exec(await desk.text())?.[0] ?? '';

    await answers(link, javaScript);

    await desk.open(road.href(`/points/${road.points[0]}`));
    await desk.sees('In May: see the sheet.');
    await desk.sees('job sheet.txt');
    await desk.close();
    assert.deepEqual(desk.troubles, []);
  });
}

/** Somebody with the link and nothing else. */
async function answers(link: string, javaScript: boolean): Promise<void> {
  const { page, context, troubles } = await browser.open(link, { javaScript, width: 320, reducedMotion: true });
  const wrong = javaScript ? [...(await axeViolations(page)), ...(await tooWide(page))] : [];
  assert.deepEqual(wrong, []);
  const words = async (): Promise<string> =>
    (await page.locator('main').allInnerTexts()).join(' ').replaceAll(/\s+/g, ' ');
  assert.match(await words(), /When was the gutter last relined\?/);
  assert.doesNotMatch(await words(), /Okonkwo|Larch/);
  await page.locator('[name="answer"]').fill('In May: see the sheet.');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'job sheet.txt', mimeType: 'text/plain', buffer: Buffer.from('Relined on 4 May') });
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByText('Your answer has reached whoever asked').waitFor();
  await page.goto(link);
  assert.match(await words(), /This question has been answered/);
  await context.close();
  assert.deepEqual(troubles, []);
}
