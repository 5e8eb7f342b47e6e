import assert from 'node:assert/strict';
import { test } from 'node:test';
import { text } from '../../../../test/complaint-cast.ts';
import { acknowledgedStory, type Story } from '../../../../test/complaint-story.ts';
import type { CommandOf } from '../commands.ts';
import { isOpen } from '../obligation.ts';

// Acknowledged on Friday 9 January 2026; our own answer is due on Friday 23 January.
const told = () => acknowledgedStory().on('2026-01-12');

const asking = (changes: Partial<CommandOf<'AskOutsider'>> = {}): CommandOf<'AskOutsider'> => ({
  type: 'AskOutsider',
  requestId: 'r1',
  stage: 1,
  outsider: { name: text('Sam Fitter'), email: text('sam@example.org'), organisation: text('Roofs Ltd') },
  serviceArea: 'repairs',
  dueOn: '2026-01-15',
  question: text('when was the roof mended?'),
  told: { name: false, address: false, reason: null },
  files: [],
  insteadOf: null,
  ...changes,
});

const asked = (): Story => told().does(asking());
const chasing = (on: CommandOf<'ChaseQuestion'>['on']): CommandOf<'ChaseQuestion'> => ({
  type: 'ChaseQuestion',
  requestId: 'r1',
  on,
  how: 'phone',
  note: text('rings back tomorrow'),
});
const openChase = (story: Story) => story.obligations().filter(one => one.kind === 'chase-information' && isOpen(one));

/** As whoever has the link: known by the question, and nobody of the staff. */
const fromLink = (story: Story): Story =>
  story.with({
    people: {
      ...story.told.people,
      officer: { personId: 'r1', name: 'a link', roles: [], managerId: null, active: true },
    },
  });

test('[MAG-10] somebody without an account is asked one question by one date, in time for our own answer', () => {
  const story = asked();
  assert.equal(story.state.information[0]?.by, 'officer');
  assert.equal(story.owed('supply-information-r1').dueOn, '2026-01-15');
  assert.equal(story.owed('supply-information-r1').owner.personId, null);
  told().refuses(asking({ dueOn: '2026-01-26' }), 'information-after-answer');
  told().refuses(asking({ dueOn: '2026-01-17' }), 'date-not-working-day');
  story.refuses(asking(), 'information-known');
});

test('[MAG-11] what they are told of the resident needs a reason, and a secret address is told to nobody', () => {
  told().refuses(asking({ told: { name: true, address: false, reason: null } }), 'telling-needs-reason');
  const tells = asking({ told: { name: false, address: true, reason: text('to find the roof') } });
  told().does(tells);
  const secret = told().does({
    type: 'RecordSafeContact',
    personId: told().state.complainantId ?? '',
    limits: ['secret-address'],
    onlyEmail: null,
    reason: text('fled'),
  });
  secret.refuses(tells, 'address-is-secret');
});

test('only files of the complaint go with a question', () => {
  told().refuses(asking({ files: ['elsewhere'] }), 'no-such-file');
});

test('[MAG-10] whoever has the link answers this question, and no other', () => {
  const story = fromLink(asked().does({ ...asking(), requestId: 'r2' }));
  story.refuses({ type: 'GiveInformation', requestId: 'r2', answer: text('in May') }, 'not-asked-of-you');
  const answered = story.does({ type: 'GiveInformation', requestId: 'r1', answer: text('in May') });
  assert.equal(answered.status('supply-information-r1'), 'met');
  assert.equal(
    answered.state.involved.some(part => part.personId === 'r1'),
    false,
    'nobody of the staff is involved',
  );
  answered.refuses({ type: 'GiveInformation', requestId: 'r1', answer: text('in June') }, 'information-given');
});

test('[R14] needing longer is told and moves no date', () => {
  const story = fromLink(asked());
  const longer = { type: 'NeedLonger', requestId: 'r1', until: '2026-01-19', reason: text('the van is away') } as const;
  const said = story.does(longer);
  assert.equal(said.state.information[0]?.longer?.until, '2026-01-19');
  assert.equal(said.owed('supply-information-r1').dueOn, '2026-01-15');
  story.refuses({ ...longer, until: '2026-01-15' }, 'longer-is-not-later');
});

test('[R69] a question that was passed back is nobody’s until somebody else is asked, or it ends with why', () => {
  const back = fromLink(asked())
    .does({ type: 'PassBackQuestion', requestId: 'r1', reason: text('the council owns it') })
    .with({ people: asked().told.people });
  assert.equal(back.status('supply-information-r1'), 'lapsed');
  assert.equal(back.owed('settle-question-r1').owner.personId, 'officer');
  assert.equal(back.owed('settle-question-r1').dueOn, '2026-01-13');
  assert.equal(openChase(back).length, 0);
  back.refuses(chasing('2026-01-12'), 'question-over');
  const instead = back.does(asking({ requestId: 'r2', insteadOf: 'r1' }));
  assert.equal(instead.status('settle-question-r1'), 'met');
  const ended = back.does({ type: 'EndQuestion', requestId: 'r1', how: 'not-available', reason: text('burnt') });
  assert.equal(ended.status('settle-question-r1'), 'met');
});

test('[MAG-10] whoever was asked is reminded before the date and chased after it, until they answer', () => {
  const story = asked();
  const [reminder] = openChase(story);
  assert.deepEqual(
    [reminder?.dueOn, reminder?.startsOn, reminder?.owner.personId],
    ['2026-01-14', '2026-01-14', 'officer'],
  );
  const reminded = story.on('2026-01-14').does(chasing('2026-01-14'));
  assert.deepEqual(
    openChase(reminded).map(one => one.dueOn),
    ['2026-01-16'],
    'the first working day after the date',
  );
  const chased = reminded.on('2026-01-19').does(chasing('2026-01-19'));
  assert.equal(chased.status('chase-information-r1-2'), 'late');
  assert.deepEqual(
    openChase(chased).map(one => one.dueOn),
    ['2026-01-20'],
    'again each working day',
  );
  const answered = chased.does({ type: 'GiveInformation', requestId: 'r1', answer: text('in May') });
  assert.equal(openChase(answered).length, 0);
});

test('[R4] asking again moves no date of the complaint', () => {
  const before = asked().owed('respond-1').dueOn;
  assert.equal(asked().on('2026-01-14').does(chasing('2026-01-14')).owed('respond-1').dueOn, before);
});

test('asked with no working day left for a reminder, it is chased from the day after its date', () => {
  const story = told().does(asking({ dueOn: '2026-01-13' }));
  assert.deepEqual(
    openChase(story).map(one => one.dueOn),
    ['2026-01-14'],
  );
});

test('[MAG-64] what is not to be had ends the question with why; an answer can still be entered by nobody', () => {
  const ended = asked().does({
    type: 'EndQuestion',
    requestId: 'r1',
    how: 'not-available',
    reason: text('never kept'),
  });
  assert.equal(ended.status('supply-information-r1'), 'lapsed');
  assert.equal(openChase(ended).length, 0);
  ended.refuses({ type: 'GiveInformation', requestId: 'r1', answer: text('found') }, 'question-over');
  ended.refuses({ type: 'EndQuestion', requestId: 'r1', how: 'withdrawn', reason: text('x') }, 'question-over');
  asked().as('third-officer').does(chasing('2026-01-12'));
  asked().as('colleague').refuses(chasing('2026-01-12'), 'not-your-case');
});

test('a link is made for a question that is awaited, of somebody outside, and lasts some days after its date', () => {
  const made = asked().does({ type: 'MakeQuestionLink', requestId: 'r1' });
  assert.equal(made.state.information[0]?.linkUntil, '2026-01-29');
  const late = asked().on('2026-01-20').does({ type: 'MakeQuestionLink', requestId: 'r1' });
  assert.equal(late.state.information[0]?.linkUntil, '2026-02-03');
  const colleague = told().does({
    type: 'AskInformation',
    requestId: 'r3',
    stage: 1,
    of: 'contractor',
    serviceArea: 'repairs',
    dueOn: '2026-01-15',
    question: text('?'),
  });
  colleague.refuses({ type: 'MakeQuestionLink', requestId: 'r3' }, 'link-not-needed');
});
