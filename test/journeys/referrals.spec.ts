/**
 * A restricted referral in a real browser, from being made to its outcome, by the people concerned, at one landlord with JavaScript and
 * at the other without; and that nobody else can tell that there is one. Every form is held to the access rules, in the dark as well.
 */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Viewer } from '../../src/application/application.ts';
import { startBrowser } from '../browser.ts';
import { castOf, roadOf } from '../case-road.ts';
import { openDesk } from '../desk.ts';
import { type LandlordName, staffSite } from '../staff-site.ts';

const site = await staffSite();
const [base, browser] = await Promise.all([site.listen(), startBrowser()]);
after(() => browser.close());

const said = 'He said that nobody would miss him, zanzibar.';

/** Who is on duty for it, by the roles of each pack, and who takes it over. */
function onDuty(landlord: LandlordName): { duty: Viewer; deputy: Viewer } {
  const { person } = site[landlord];
  return landlord === 'magna'
    ? { duty: person('head-of-customer-contact'), deputy: person('director-of-customer-operations') }
    : { duty: person('customer-director'), deputy: person('customer-director', 1) };
}

/** Everybody who reads complaints and has nothing to do with this one. */
function others(landlord: LandlordName): Viewer[] {
  const { person } = site[landlord];
  const board = person(landlord === 'magna' ? 'strategic-board' : 'member-responsible');
  return [castOf(site, landlord).other, board];
}

for (const landlord of ['magna', 'magenta'] as const) {
  const javaScript = landlord === 'magenta';
  test(`[R61] a restricted referral at ${landlord}, made, passed on, handed over and closed, and no trace for anybody else`, async () => {
    site.clock.set('2026-11-04T10:00:00.000Z');
    const road = await roadOf(site, landlord);
    await road.assigned();
    const { officer, lead } = road.cast;
    const { duty, deputy } = onDuty(landlord);
    const desk = openDesk({ site, base, browser, javaScript, dark: true });

    await desk.as(officer, road.href('/referrals/new'));
    await desk.fill({ sign: 'self-harm', words: said, duty: duty.personId, time: '09:40' });
    await desk.press('Make the referral');
    await desk.sees('Referral made. Speak to the person on duty now.');
    await desk.sees('Tell nobody that there is one.');

    await desk.as(duty, '/my-work');
    await desk.sees('Restricted referrals, for whoever is on duty');
    assert.ok(!(await desk.text()).includes('zanzibar'), 'a list tells no word of it');
    await desk.follow('Tell somebody who can help');
    await desk.sees(said);
    const href = new URL(desk.url()).pathname;
    await desk.press('Record who was told');
    await desk.fill({ to: 'health', words: 'The crisis team, reference CT-118. They ring him.', time: '09:50' });
    await desk.press('Record it');
    await desk.sees('The crisis team, reference CT-118.');
    await desk.press('Give it to somebody else on duty');
    await desk.fill({ duty: deputy.personId, words: 'On leave from noon.' });
    await desk.press('Give it to them');

    // Who hands the work out may know that there is one, and reads none of it.
    await desk.as(lead, road.href());
    assert.equal((await desk.text()).includes('Restricted referrals'), true);
    for (const who of others(landlord)) await knowsNothing(desk, who, road, href);

    await desk.as(deputy, '/my-work');
    await desk.follow('Record what came of it');
    await desk.press('Record what came of it');
    await desk.fill({ outcome: 'taken-on', words: 'Their nurse sees him today.', time: '09:55' });
    await desk.press('Close the referral');
    await desk.sees('Somebody who can help has taken it on');
    await desk.sees('Their nurse sees him today.');
    await desk.open('/my-work');
    assert.ok(!(await desk.text()).includes('Restricted referrals'), 'it is nobody’s work any more');
    await knowsNothing(desk, road.cast.other, road, href);
    await desk.close();
    assert.deepEqual(desk.troubles, []);
  });
}

/** Neither the complaint nor a list says that there is one, and its address is no page. */
async function knowsNothing(
  desk: ReturnType<typeof openDesk>,
  who: Viewer,
  road: { href(path?: string): string },
  href: string,
): Promise<void> {
  await desk.as(who, '/my-work');
  for (const page of ['/my-work', road.href(), road.href('/timeline'), '/cases?q=zanzibar']) {
    await desk.open(page);
    const text = await desk.text();
    assert.doesNotMatch(text, /restricted referral|crisis team|harm themselves/i, `${who.name}: ${page}`);
  }
  assert.doesNotMatch(await desk.text(), /would miss him/);
  for (const page of [href, `${href}/close`, `${href}/pass-on`]) await desk.finds(page, 404);
}

test('[R13][MAG-07] recording that it is safe, and recording dissatisfaction, work for everybody, in the dark too', async () => {
  site.clock.set('2026-11-04T10:00:00.000Z');
  const { reference } = await site.logged(site.magna.person('colleague'), { flags: ['safety'] });
  const desk = openDesk({ site, base, browser, javaScript: true, dark: true });
  await desk.as(site.magna.person('complaints-resolution-lead'), `/cases/${reference}/do/settle-danger`);
  await desk.refuses('Record it', 'Choose what was found');
  await desk.fill({ outcome: 'made-safe', note: 'The electrician switched the circuit off.', time: '09:50' });
  await desk.press('Record it');
  await desk.sees('Recorded. Promise whatever still has to be done.');

  await desk.as(site.magna.person('colleague'), '/dissatisfaction/new');
  await desk.refuses('Record it', 'There is a problem');
  await desk.fill({
    words: 'The lift was out again on Sunday.',
    name: 'Petra Lang',
    phone: '01632 960444',
    channel: 'phone',
    request: 'no',
    offer: 'not-offered',
  });
  await desk.press('Record it');
  await desk.sees('Offer the choice to complain');
  await desk.open('/dissatisfaction');
  await desk.sees('Not offered yet');
  await desk.close();
  assert.deepEqual(desk.troubles, []);
});
