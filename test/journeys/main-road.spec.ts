/**
 * The main road in a real browser, for both landlords, with and without JavaScript: logged, assigned, talked through, defined,
 * acknowledged, asked about, extended, decided, answered, taken to stage 2, reviewed by somebody independent and answered again;
 * with the dates on the way, an access check on every kind of page, and nothing that the content policy stops.
 */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { startBrowser } from '../browser.ts';
import { castOf } from '../case-road.ts';
import { openDesk } from '../desk.ts';
import { type LandlordName, staffSite } from '../staff-site.ts';

const site = await staffSite();
const [base, browser] = await Promise.all([site.listen(), startBrowser()]);
after(() => browser.close());

const names = { magna: ['Ruth Adeyemi', 'Tomasz Wilk'], magenta: ['Bridget Shaw', 'Yusuf Rahman'] } as const;
type Name = (typeof names)[LandlordName][number];
const until = { magna: 'Wednesday 30 December 2026', magenta: 'Tuesday 1 June 2027' } as const;

// Each landlord and each way once; every combination of them takes twice as long, and is for the wide run.
const wide = process.env['REDRESS_TEST_WIDE'] === '1';
for (const landlord of ['magna', 'magenta'] as const) {
  for (const javaScript of wide ? [true, false] : [landlord === 'magenta']) {
    const clauses = landlord === 'magna' ? '[MAG-28][MAG-33][MAG-41][MAG-42]' : '[MGL-17][MGL-20][MGL-26][MGL-28]';
    const how = javaScript ? 'with' : 'without';
    test(`${clauses} the whole road of a complaint at ${landlord}, ${how} JavaScript`, () =>
      walk(landlord, javaScript));
  }
}

async function walk(landlord: LandlordName, javaScript: boolean): Promise<void> {
  const name = names[landlord][javaScript ? 0 : 1];
  const desk = openDesk({ site, base, browser, javaScript });
  const road = await begun(desk, landlord, name);
  await acknowledged(desk, road);
  await investigated(desk, road);
  await extended(desk, road);
  await answered(desk, road);
  await escalated(desk, road);
  await reviewed(desk, road);
  await desk.close();
  assert.deepEqual(desk.troubles, []);
}

type Desk = ReturnType<typeof openDesk>;
type Road = Awaited<ReturnType<typeof begun>>;

/** Monday 2 November, told to a caretaker; logged, assigned and talked through on Wednesday 4. */
async function begun(desk: Desk, landlord: LandlordName, name: Name) {
  site.clock.set('2026-11-04T10:00:00.000Z');
  const cast = castOf(site, landlord);
  await desk.as(cast.colleague, '/complaints/new');
  await desk.fill({
    words: 'The bedroom ceiling has leaked since June. Three people said they would ring back and nobody did.',
    name,
    relationship: 'tenant',
    email: `${name.toLowerCase().replace(' ', '.')}@example.org`,
    address: `${Object.values(names).flat().indexOf(name) + 1} Larch Gardens, Testington`,
    postcode: 'ZZ1 4LC',
    channel: 'in-person',
    'first-told': 'earlier',
    'received-day': '2',
    'received-month': '11',
    'received-year': '2026',
    'told-to': 'staff',
    category: 'property-condition',
    'service-area': 'repairs',
    'at-risk': 'no',
  });
  await desk.press(/^Log/);
  const reference = /\/cases\/([A-Z0-9-]+)/.exec(desk.url())?.[1] ?? '';
  assert.notEqual(reference, '', await desk.text());
  const href = (path = '') => `/cases/${reference}${path}`;
  await desk.as(cast.lead, href());
  await desk.sees('Monday 9 November 2026', 'the acknowledgement is due five working days after Monday 2 November');
  await desk.open(href('/do/assign?stage=1'));
  await desk.fill({ person: cast.officer.personId });
  await desk.press('Assign it');
  await desk.as(cast.officer, '/my-work');
  await desk.sees(name);
  await desk.open(href('/do/record-contact'));
  await desk.fill({ kind: 'discussion', note: 'Talked it through; she wants letters by email.' });
  await desk.press('Record the contact');
  return { landlord, cast, href, name };
}

async function acknowledged(desk: Desk, { href }: Road): Promise<void> {
  await desk.open(href('/do/define?stage=1'));
  await desk.fillNth('textarea', 0, 'The bedroom ceiling leaks.');
  await desk.fillNth('textarea', 1, 'Nobody rang back.');
  await desk.fill({ outcome: 'A dry ceiling, and to be told the truth about when.' });
  await desk.press('Save the definition');
  await desk.follow('Write the letter');
  await desk.sees('Wednesday 18 November 2026', 'the answer is due ten working days after the acknowledgement');
  await desk.fill({ introduction: 'I am sorry that you have had to ask four times.' });
  await desk.press('Update preview');
  await desk.sees('I am sorry that you have had to ask four times.');
  await desk.issueAndSend();
  await desk.open(href());
  await desk.sees('Wednesday 18 November 2026');
}

/** A colleague answers one question, and sees nothing else. */
async function investigated(desk: Desk, { cast, href, name }: Road): Promise<void> {
  await desk.open(href('/do/ask-information'));
  await desk.fill({ of: cast.lead.personId, question: 'When was the roof last looked at?' });
  await desk.press('Ask');
  await desk.as(cast.lead, '/my-work');
  await desk.follow('Answer a question for the investigation');
  await desk.fill({ answer: 'In 2019.' });
  await desk.press('Send');
  await desk.sees('Thank you');
  await desk.as(cast.officer, href());
  await desk.follow(/^Investigate and decide point 1/);
  await desk.sees('In 2019.');
  await desk.fill({ account: `${name} kept a diary of the calls.`, evidence: 'The call log: three calls, no visit.' });
  await desk.press('Record it');
  await desk.sees('The call log: three calls, no visit.');
}

/** On Tuesday 17 November, a day before the answer is due, it is plain that it will not be known. */
async function extended(desk: Desk, { landlord, cast, href }: Road): Promise<void> {
  site.clock.set('2026-11-17T10:00:00.000Z');
  await desk.as(cast.officer, href('/do/extend?stage=1'));
  await desk.sees('Wednesday 2 December 2026', 'ten working days more at the most');
  await desk.fill({
    'new-date-day': '2',
    'new-date-month': '12',
    'new-date-year': '2026',
    reason: 'The roof has to be opened before anybody can say why it leaks.',
    ...(landlord === 'magenta' ? { agreement: 'agreed' } : {}),
  });
  await desk.press('Decide the extension');
  await desk.sees('The roof has to be opened before anybody can say why it leaks.');
  await desk.issueAndSend();
  await desk.open(href());
  await desk.sees('Wednesday 2 December 2026', 'the date moves when the notice has gone');
}

/** On Monday 30 November every point is decided and the answer sent, in time. */
async function answered(desk: Desk, { landlord, cast, href }: Road): Promise<void> {
  site.clock.set('2026-11-30T10:00:00.000Z');
  await desk.as(cast.officer, href());
  await decidePoints(desk, href, 'upheld');
  await putRight(desk, href);
  await desk.open(href('/letters/new/response?stage=1'));
  await desk.sees(until[landlord], 'until when stage 2 can be asked for');
  await desk.issueAndSend();
  await desk.open(href());
  await desk.sees('Answered Monday 30 November 2026');
}

async function decidePoints(desk: Desk, href: Road['href'], finding: string): Promise<void> {
  for (const number of [1, 2]) {
    await desk.open(href());
    await desk.follow(new RegExp(`^Investigate and decide point ${number}`));
    await desk.fill({
      finding,
      reasons: `What we found on point ${number}.`,
      relied: 'Our repairs policy, section 4.',
    });
    await desk.press(/^(Decide it|Change the decision)$/);
    await desk.sees('It can be changed until the response is sent.');
  }
}

async function putRight(desk: Desk, href: Road['href']): Promise<void> {
  await desk.open(href('/do/offer-remedy'));
  await desk.fill({ kind: 'apology', what: 'We are sorry that nobody came.' });
  await desk.press('Record the remedy');
  await desk.open(href('/do/promise-action'));
  await desk.fill({
    what: 'Open the roof and mend what leaks.',
    owner: 'team',
    team: 'Roofs',
    when: 'date',
    'due-day': '29',
    'due-month': '1',
    'due-year': '2027',
  });
  await desk.press('Promise it');
  await desk.open(href('/do/record-learning'));
  await desk.fill({ what: 'Every report gets a date at once.' });
  await desk.press('Record the change');
}

/** On Sunday 6 December the resident writes that it still leaks; on Monday it is recorded, and assigned to somebody independent. */
async function escalated(desk: Desk, { cast, href }: Road): Promise<void> {
  site.clock.set('2026-12-07T10:00:00.000Z');
  await desk.as(cast.officer, href('/do/request-escalation'));
  await desk.fill({ 'on-day': '6', channel: 'email', extent: 'all', words: 'It still leaks.', by: 'resident' });
  await desk.press('Record the request');
  await desk.as(cast.lead, href());
  await desk.sees('Friday 11 December 2026', 'five working days, Monday being the first');
  await desk.open(href('/brief'));
  await desk.sees('It still leaks.');
  await desk.open(href('/do/assign?stage=2'));
  assert.ok(!(await desk.offers('person', cast.officer.personId)), 'whoever answered stage 1 is not offered');
  await desk.fill({ person: cast.reviewer.personId });
  await desk.press('Assign it');
}

/** Acknowledged on Wednesday 9 December; answered on Wednesday 6 January, within twenty working days. */
async function reviewed(desk: Desk, { cast, href }: Road): Promise<void> {
  site.clock.set('2026-12-09T10:00:00.000Z');
  await desk.as(cast.reviewer, href('/do/define?stage=2'));
  await desk.press('Save the definition');
  await desk.open(href('/letters/new/acknowledgement?stage=2'));
  await desk.sees('Monday 11 January 2027', 'twenty working days, without the holidays of Christmas and New Year');
  await desk.issueAndSend();
  site.clock.set('2027-01-06T10:00:00.000Z');
  await desk.as(cast.reviewer, href());
  await decidePoints(desk, href, 'partly-upheld');
  await desk.open(href('/do/offer-remedy?stage=2'));
  await desk.fill({ kind: 'money', sum: '250', what: 'For the weeks under a wet ceiling.' });
  await desk.press('Record the remedy');
  await desk.open(href('/do/record-learning?stage=2'));
  await desk.fill({ what: 'Reviews now visit the home.' });
  await desk.press('Record the change');
  await desk.open(href('/letters/new/response?stage=2'));
  await desk.sees('£250.00');
  await desk.sees('Housing Ombudsman');
  await desk.issueAndSend();
  await desk.open(href());
  await desk.sees('Do what was promised', 'the promise outlives the answer');
  await desk.open(href('/letters'));
  await desk.sees('Letters (5)');
}
