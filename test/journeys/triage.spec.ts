/**
 * From what somebody says to what it is, in a real browser: written down in the time a call takes, judged, and on to a logged and assigned
 * complaint in few clicks; and each other outcome. Every page is held to the access rules.
 */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Viewer } from '../../src/application/application.ts';
import { startBrowser } from '../browser.ts';
import { castOf } from '../case-road.ts';
import { openDesk } from '../desk.ts';
import { type LandlordName, staffSite } from '../staff-site.ts';

const site = await staffSite();
const [base, browser] = await Promise.all([site.listen(), startBrowser()]);
after(() => browser.close());

type Desk = ReturnType<typeof openDesk>;
const colleagueOf = (landlord: LandlordName): Viewer => site[landlord].person('colleague');

/** Written down by somebody on the telephone; the words come first. */
async function written(desk: Desk, who: Viewer, name: string, more: Record<string, string> = {}): Promise<void> {
  await desk.as(who, '/contacts/new');
  await desk.fill({
    ...{ words: `${name} says that nobody came, and is fed up.`, name, phone: '01632 960321', relationship: 'tenant' },
    ...{ channel: 'phone', 'first-told': 'now', 'at-risk': 'no', ...more },
  });
  await desk.press('Write it down');
  await desk.sees('Written down.');
}

for (const landlord of ['magna', 'magenta'] as const) {
  test(`[R69][MAG-12][MGL-03] at ${landlord} a contact is a logged and assigned complaint in nine clicks and fields, beside the words`, async () => {
    site.clock.set('2026-11-04T10:00:00.000Z');
    const { lead, officer } = castOf(site, landlord);
    const desk = openDesk({ site, base, browser, javaScript: landlord === 'magenta', dark: landlord === 'magna' });
    await desk.as(colleagueOf(landlord), '/contacts/new');
    await desk.refuses('Write it down', 'There is a problem');
    await written(desk, colleagueOf(landlord), `Orla ${landlord}`);

    let effort = 0;
    const fill = async (fields: Record<string, string>): Promise<void> => {
      effort += Object.keys(fields).length;
      await desk.fill(fields);
    };
    const press = async (button: string): Promise<void> => {
      effort += 1;
      await desk.press(button);
    };
    await desk.as(lead, '/contacts');
    effort += 1;
    await desk.follow(`Orla ${landlord}`);
    await desk.sees('They sound dissatisfied');
    await fill({ outcome: 'complaint', reasons: 'She waited in and nobody came' });
    await press('Record the decision');
    await desk.sees(`Orla ${landlord} says that nobody came`);
    await fill({ category: 'property-condition', 'service-area': 'repairs' });
    await press('Log the complaint');
    await fill({ person: officer.personId });
    await press('Assign it');
    await desk.sees('Assigned.');
    assert.ok(effort <= 9, `${effort} clicks and fields`);
    await desk.close();
    assert.deepEqual(desk.troubles, []);
  });
}

test('[MGL-04][MGL-34][MGL-02][MGL-49][R22][MAG-05] each other outcome leads to its own next page, and nothing is lost', async () => {
  site.clock.set('2026-11-04T10:00:00.000Z');
  const { officer, lead } = castOf(site, 'magenta');
  const colleague = colleagueOf('magenta');
  const desk = openDesk({ site, base, browser, javaScript: true, dark: false });
  const judge = async (name: string, more: Record<string, string>, choice: Record<string, string>): Promise<void> => {
    await written(desk, colleague, name, more);
    await desk.as(officer, '/contacts');
    await desk.follow(name === '' ? 'No name given' : name);
    await desk.fill({ ...choice, reasons: 'As they said' });
    await desk.press('Record the decision');
  };

  await judge('Tia Asker', {}, { outcome: 'service-request', 'request-area': 'repairs', 'request-safety': 'no' });
  await desk.sees('The request is recorded.');
  await judge('Una Unhappy', {}, { outcome: 'dissatisfaction', request: 'no' });
  await desk.sees('Offer the choice, and record what they say');
  await judge('Vic Praise', {}, { outcome: 'feedback', 'feedback-kind': 'compliment' });
  await desk.sees('Thank them');
  await judge('Wes Elsewhere', {}, { outcome: 'not-ours', other: 'The council, 01632 960000' });
  await desk.press('Record that it was handed over');
  await desk.sees('Recorded as handed over.');
  await judge('Xan Constituent', {}, { outcome: 'elected-enquiry', from: 'councillor', 'elected-name': 'Cllr Roe' });
  await desk.sees('Ask the resident about their own matter');
  await judge('Yan Data', {}, { outcome: 'data-protection' });
  await desk.sees('Tell whoever looks after personal data');
  await judge('Zoe Refused', {}, { outcome: 'refused' });
  await desk.sees('Log a complaint');
  await written(desk, colleague, 'Abe Public', { channel: 'social-media' });
  await desk.sees('Reach them in private');

  await desk.as(lead, '/contacts?show=judged');
  await desk.sees('Wes Elsewhere');
  await desk.open('/feedback');
  await desk.sees('Vic Praise');
  await desk.open('/contacts/suggestions');
  await desk.sees('They sound dissatisfied');
  await desk.open('/dissatisfaction?show=sample');
  await desk.close();
  assert.deepEqual(desk.troubles, []);
});
