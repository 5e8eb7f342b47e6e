/** How somebody may safely be reached, and what is refused that would breach it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { text } from '../../../test/complaint-cast.ts';
import { acknowledgedStory, answeredStory, issue, type Story, send, story } from '../../../test/complaint-story.ts';
import type { CommandOf } from './commands.ts';
import type { ContactLimit, ContactWay } from './resident-events.ts';
import { barredBy, CONTACT_LIMITS, CONTACT_WAYS, limitsOf } from './safe-contact.ts';

function safe(limits: ContactLimit[], personId = 'resident'): CommandOf<'RecordSafeContact'> {
  const onlyEmail = limits.includes('only-email') ? text('safe@example.org') : null;
  return { type: 'RecordSafeContact', personId, limits, onlyEmail, reason: text('her former partner opens the post') };
}

const contact = (way?: ContactWay): CommandOf<'RecordContact'> => ({
  type: 'RecordContact',
  stage: 1,
  on: '2026-01-09',
  kind: 'discussion',
  note: text('we spoke'),
  ...(way === undefined ? {} : { way }),
});

const agreed = (way?: ContactWay): CommandOf<'AgreeContact'> => ({
  type: 'AgreeContact',
  stage: 1,
  on: '2026-01-09',
  method: 'as she asked',
  every: null,
  nextOn: null,
  ...(way === undefined ? {} : { way }),
});

test('[R60] each limit forbids its ways and no others', () => {
  const forbidden = Object.fromEntries(
    CONTACT_LIMITS.map(limit => [limit, CONTACT_WAYS.filter(way => barredBy([limit], way) !== null)]),
  );
  assert.deepEqual(forbidden, {
    'no-post': ['post'],
    'no-email': ['email'],
    'no-text': ['text'],
    'no-call': ['call', 'voicemail'],
    'no-voicemail': ['voicemail'],
    'no-visit': ['by-hand', 'visit'],
    'only-email': ['call', 'voicemail', 'text', 'post', 'by-hand', 'visit'],
    'only-themselves': [],
    'only-representative': [],
    'secret-address': [],
  });
  for (const limit of CONTACT_LIMITS) assert.equal(barredBy([limit], 'they-came-to-us'), null, 'they may always come');
});

test('[R60] what is recorded holds for the person from that moment, replaces what was recorded before, and can be lifted', () => {
  const told = acknowledgedStory()
    .does(safe(['no-post', 'no-post']))
    .does(safe(['no-call']));
  assert.deepEqual(limitsOf(told.state, 'resident'), ['no-call']);
  assert.deepEqual(limitsOf(told.state, 'niece'), []);
  const lifted = told.does(safe([]));
  assert.deepEqual(lifted.state.safeContact, []);
  lifted.refuses(safe([]), 'no-limits');
  told.refuses(safe(['no-post'], 'a stranger'), 'not-in-this-case');
  told.refuses({ ...safe(['only-email']), onlyEmail: null }, 'safe-email-needed');
  told.refuses(safe(['no-email', 'no-post', 'no-visit']), 'no-safe-way');
});

test('[R60] a letter that was issued is not handed over by a way that has become unsafe; by another it is', () => {
  const issued = story()
    .received('2026-01-05')
    .assigned()
    .defined(1)
    .issued('acknowledgement', 1)
    .does(safe(['no-post']));
  const said = issued.refuses(send('acknowledgement-1', '2026-01-05', 'post'), 'unsafe-contact');
  assert.match(said.why, /“No post” is recorded, so they may not be reached by post \(R60\)/);
  assert.equal(issued.sent('acknowledgement-1', 'email').state.letters[0]?.sent?.how, 'email');
});

test('[R60] where one email address alone is safe, nothing goes by post or by hand', () => {
  const issued = story().received('2026-01-05').assigned().defined(1).issued('acknowledgement', 1);
  issued.does(safe(['only-email'])).refuses(send('acknowledgement-1', '2026-01-05', 'post'), 'unsafe-contact');
});

test('[R60] with a representative recorded, a letter goes to nobody through whom the resident is not to be reached', () => {
  const through = story().received('2026-01-05', { representativeId: 'niece' }).assigned().defined(1);
  const authorised: Story = through.does({
    type: 'RecordRepresentative',
    personId: 'niece',
    scope: 'full',
    evidence: text('signed'),
    until: null,
  });
  const toNiece = authorised.does(issue('acknowledgement', 1, { to: 'niece' }));
  toNiece.does(safe(['only-themselves'])).refuses(send('acknowledgement-1', '2026-01-05'), 'unsafe-person');
  const toResident = authorised.does(issue('acknowledgement', 1));
  toResident.does(safe(['only-representative'])).refuses(send('acknowledgement-1', '2026-01-05'), 'unsafe-person');
  toNiece.does(safe(['only-representative'])).sent('acknowledgement-1');
});

test('[R60] no way that is unsafe is agreed, and no such contact is recorded; what they do themselves always is', () => {
  const told = acknowledgedStory().does(safe(['no-call', 'no-text']));
  for (const way of ['call', 'voicemail', 'text'] as const) {
    told.refuses(contact(way), 'unsafe-contact');
    told.refuses(agreed(way), 'unsafe-contact');
  }
  told.refuses(contact(), 'contact-way-needed');
  told.refuses(agreed(), 'contact-way-needed');
  told.does(contact('they-came-to-us')).does(agreed('email'));
});

test('[R60] updates are neither agreed nor given by an unsafe way', () => {
  const told = acknowledgedStory().does(safe(['no-call']));
  const given = {
    type: 'GiveUpdate' as const,
    stage: 1 as const,
    on: '2026-01-09' as const,
    how: 'as agreed',
    note: text('news'),
  };
  told.refuses({ ...given, way: 'call' }, 'unsafe-contact');
  told.does({ ...given, way: 'email' });
  const updates = {
    type: 'AgreeUpdates' as const,
    stage: 1 as const,
    on: '2026-01-09' as const,
    every: { value: 5, unit: 'working-days' as const },
    firstOn: '2026-01-16' as const,
    how: 'as agreed',
    note: text('agreed'),
  };
  told.refuses({ ...updates, way: 'call' }, 'unsafe-contact');
  told.does({ ...updates, way: 'email' });
});

test('[R60] where nothing limits it, no way has to be said, and safe contact moves no clock', () => {
  const before = acknowledgedStory();
  before.does(contact()).does(agreed()).does(contact('call'));
  assert.deepEqual(before.does(safe(['no-post'])).obligations(), before.obligations());
  const answered = answeredStory();
  assert.deepEqual(answered.does(safe(['no-post'])).obligations(), answered.obligations());
});
