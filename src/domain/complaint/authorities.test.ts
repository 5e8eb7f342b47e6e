import assert from 'node:assert/strict';
import { test } from 'node:test';
import { text } from '../../../test/complaint-cast.ts';
import { acknowledgedStory, type Story, send, story } from '../../../test/complaint-story.ts';
import type { LocalDate } from '../calendar/dates.ts';
import { addressee } from '../letters/addressee.ts';
import { copiesTo, inForce } from './authorities.ts';
import type { CommandOf } from './commands.ts';

const given = (
  personId: string,
  more: Partial<CommandOf<'RecordRepresentative'>> = {},
): CommandOf<'RecordRepresentative'> => ({
  ...{ type: 'RecordRepresentative', personId, scope: 'full', evidence: text('form'), until: null },
  ...more,
});
const end = (personId: string): CommandOf<'EndAuthority'> => ({
  type: 'EndAuthority',
  personId,
  reason: text('asked'),
});
const today = (told: Story): LocalDate => told.told.today;
const acting = (told: Story) => inForce(told.state, today(told)).map(one => one.personId);

test('[MAG-03][MGL-12] several may act: one gets the letters, others copies, and a later one takes the letters over', () => {
  const told = acknowledgedStory()
    .does(given('niece'))
    .does(given('adviser', { gets: 'copies', scope: 'correspondence-only' }));
  assert.deepEqual(acting(told), ['niece', 'adviser']);
  assert.equal(addressee(told.state, today(told)), 'niece');
  assert.deepEqual(copiesTo(told.state, 'niece', today(told)), ['adviser']);
  const later = told.does(given('son'));
  assert.deepEqual(acting(later), ['adviser', 'son']);
  assert.equal(addressee(later.state, today(later)), 'son');
});

test('[MAG-03][R22] authority for copies leaves the letters with the resident', () => {
  const told = acknowledgedStory().does(given('adviser', { gets: 'copies' }));
  assert.equal(addressee(told.state, today(told)), 'resident');
  assert.deepEqual(copiesTo(told.state, 'resident', today(told)), ['adviser']);
});

test('[MAG-03][R22] what is issued names who gets a copy on that day', () => {
  const told = acknowledgedStory()
    .does(given('adviser', { gets: 'copies' }))
    .on('2026-01-21')
    .decided();
  const issued = told.issued('response', 1);
  assert.deepEqual(issued.state.letters.at(-1)?.copies, ['adviser']);
  assert.deepEqual(told.does(end('adviser')).issued('response', 1).state.letters.at(-1)?.copies, []);
});

test('[MAG-03][R22] an authority that is ended stops what is told at once, a letter that was issued included', () => {
  const told = acknowledgedStory().does(given('niece')).on('2026-01-21').decided();
  const issued = told.issued('response', 1, { to: 'niece' });
  const over = issued.does(end('niece'));
  assert.equal(addressee(over.state, today(over)), 'resident');
  assert.deepEqual(acting(over), []);
  over.refuses(send('response-1', '2026-01-21', 'post'), 'letter-authority-ended');
  over.refuses(end('niece'), 'no-authority');
});

test('[MAG-03][R22] an authority whose last day has gone gives nothing away either', () => {
  const told = acknowledgedStory()
    .does(given('niece', { until: '2026-01-21' }))
    .on('2026-01-21')
    .decided();
  const issued = told.issued('response', 1, { to: 'niece' }).on('2026-01-22');
  issued.refuses(send('response-1', '2026-01-22', 'post'), 'letter-authority-ended');
});

test('[MAG-03][R60] no copy goes to anybody where only the resident themselves may be told', () => {
  const told = acknowledgedStory()
    .does(given('adviser', { gets: 'copies' }))
    .does({
      ...{ type: 'RecordSafeContact', personId: 'resident', limits: ['only-themselves'], onlyEmail: null },
      reason: text('safety'),
    });
  assert.deepEqual(copiesTo(told.state, 'resident', today(told)), []);
});

test('[R62] authority ends with a death, and copies with it', () => {
  const told = acknowledgedStory()
    .does(given('adviser', { gets: 'copies' }))
    .does({
      ...{ type: 'RecordDeath', personId: 'resident', on: '2026-01-09', diedOn: null, contactId: null },
      toldBy: text('daughter'),
    });
  assert.deepEqual(copiesTo(told.state, 'resident', today(told)), []);
});

test('[MAG-03][R22] an authority that ends is asked about ahead, until it is renewed, ended or of no more use', () => {
  const told = story()
    .received('2026-01-05')
    .assigned()
    .does(given('niece', { until: '2026-02-27' }));
  const owed = told.owed('renew-authority-niece-2026-01-05');
  assert.deepEqual([owed.dueOn, owed.startsOn, owed.dischargedOn], ['2026-02-27', '2026-02-07', null]);
  const renewed = told.on('2026-02-10').does(given('niece', { until: '2026-12-31' }));
  assert.equal(renewed.owed('renew-authority-niece-2026-01-05').dischargedOn, '2026-02-10');
  assert.equal(renewed.owed('renew-authority-niece-2026-02-10').dischargedOn, null);
  assert.equal(told.does(end('niece')).owed('renew-authority-niece-2026-01-05').lapsedOn, '2026-01-05');
  const answered = acknowledgedStory()
    .does(given('niece', { until: '2026-02-27' }))
    .responded('2026-01-23');
  const [one] = answered.obligations().filter(({ kind }) => kind === 'renew-authority');
  assert.equal(one?.lapsedOn, '2026-01-23');
});

test('[Code 3.6] who came with the resident to a meeting is kept', () => {
  const told = acknowledgedStory();
  const met = told.does({
    ...{ type: 'RecordContact', stage: 1, on: today(told), kind: 'meeting', note: text('met') },
    accompaniedBy: text('her sister'),
  });
  assert.deepEqual(met.state.stages[1].contacts.at(-1)?.accompaniedBy, text('her sister'));
});
