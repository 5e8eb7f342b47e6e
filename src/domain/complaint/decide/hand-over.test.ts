import assert from 'node:assert/strict';
import { test } from 'node:test';
import { text } from '../../../../test/complaint-cast.ts';
import { acknowledgedStory, answeredStory, type Story, story } from '../../../../test/complaint-story.ts';

const why = text('away for some weeks');
const handOver = (personId: string, stage: 1 | 2 = 1) => ({ type: 'HandOver', stage, personId, reason: why }) as const;
const tell = (on: `${number}-${number}-${number}`, stage: 1 | 2 = 1) =>
  ({ type: 'TellNewContact', stage, on, how: 'by phone', note: null }) as const;
const promised = (at: Story, owner = 'officer') =>
  at.does({
    type: 'PromiseAction',
    actionId: 'a1',
    stage: 1,
    pointId: null,
    owner: { kind: 'person', personId: owner },
    what: text('mend it'),
    dueOn: '2026-02-20',
    dateGivenBy: null,
  });

test('[MGL-14] whoever complained and knows their contact is owed the name of the next one, in two working days', () => {
  const moved = acknowledgedStory('magenta').on('2026-01-14').as('lead').does(handOver('third-officer'));
  const owed = moved.owed('tell-new-contact-1-1');
  assert.deepEqual([owed.dueOn, owed.clause, owed.owner.personId], ['2026-01-16', 'MGL-14', 'third-officer']);
  assert.equal(moved.owed('respond-1').owner.personId, 'third-officer');
  assert.equal(moved.owed('respond-1').dueOn, '2026-01-23', 'the clock does not stop');
  const told = moved.on('2026-01-15').as('third-officer').does(tell('2026-01-15'));
  assert.equal(told.status('tell-new-contact-1-1'), 'met');
  told.as('third-officer').refuses(tell('2026-01-15'), 'no-new-contact');
});

test('[MGL-14] nobody is told of a new contact who knew of none before', () => {
  const early = story('magenta').received('2026-01-05').assigned().as('lead').does(handOver('third-officer'));
  assert.equal(early.isOwed('tell-new-contact-1-1'), false);
});

test('[MGL-14] a word with the resident is enough to be known to them; an attempt is not', () => {
  const spoke = (kind: 'attempt' | 'discussion') =>
    story('magenta')
      .received('2026-01-05')
      .assigned()
      .does({ type: 'RecordContact', stage: 1, on: '2026-01-05', kind, note: text('spoke') })
      .as('lead')
      .does(handOver('third-officer'))
      .isOwed('tell-new-contact-1-1');
  assert.deepEqual([spoke('attempt'), spoke('discussion')], [false, true]);
});

test('[MGL-14] a letter that the new contact signs tells the resident; one that was signed before does not', () => {
  const moved = acknowledgedStory('magenta').on('2026-01-14').as('lead').does(handOver('third-officer'));
  const answered = moved.as('third-officer').responded('2026-01-16');
  assert.equal(answered.owed('tell-new-contact-1-1').dischargedOn, '2026-01-16');
});

test('[MGL-14] handed on once more before anybody told them, only the newest name is still owed', () => {
  const twice = acknowledgedStory('magenta')
    .on('2026-01-14')
    .as('lead')
    .does(handOver('third-officer'))
    .on('2026-01-15')
    .does(handOver('officer'));
  assert.equal(twice.owed('tell-new-contact-1-1').lapsedOn, '2026-01-15');
  assert.equal(twice.status('tell-new-contact-1-2'), 'due');
});

test('[MGL-14] a stage given anew after a conflict of interest has a new contact as well', () => {
  const declared = acknowledgedStory('magenta')
    .on('2026-01-14')
    .does({ type: 'DeclareConflict', personId: 'officer', reason: text('my cousin') })
    .assigned('third-officer');
  assert.equal(declared.owed('tell-new-contact-1-1').dueOn, '2026-01-16');
});

test('[MAG-09][R30] a complaint is handed over to nobody whom it is about or who has a conflict, and each is told why', () => {
  const about = story()
    .received('2026-01-05', { complainedOf: ['colleague'] })
    .assigned()
    .as('third-officer')
    .does({ type: 'DeclareConflict', personId: 'third-officer', reason: text('a neighbour') })
    .as('lead');
  assert.match(about.refuses(handOver('colleague'), 'cannot-be-chosen').why, /about them/);
  assert.match(about.refuses(handOver('third-officer'), 'cannot-be-chosen').why, /conflict of interest/);
  about.refuses(handOver('officer'), 'already-handler');
  about.refuses(handOver('nobody'), 'unknown-person');
});

test('[R69] what nobody has is assigned, not handed over; and only who hands work out may', () => {
  story().received('2026-01-05').as('lead').refuses(handOver('officer'), 'no-handler');
  acknowledgedStory().as('third-officer').refuses(handOver('third-officer'), 'not-your-role');
});

test('[MGL-14][R30] after the answer somebody else can become the contact, without having had a part in the answer', () => {
  const after = answeredStory('magenta').on('2026-01-26').as('lead').does(handOver('third-officer'));
  assert.equal(after.state.stages[1].handlerId, 'third-officer');
  assert.equal(after.status('tell-new-contact-1-1'), 'due');
  const asked = after.as('third-officer').escalated('2026-01-28').as('lead');
  assert.equal(
    asked.does({ type: 'AssignHandler', stage: 2, personId: 'third-officer', reason: null }).state.stages[2].handlerId,
    'third-officer',
  );
});

test('[MGL-14] a promise goes to somebody else with the day that was promised', () => {
  const given = promised(acknowledgedStory('magenta'))
    .as('lead')
    .does({ type: 'HandOverAction', actionId: 'a1', to: 'third-officer', reason: why });
  const owed = given.owed('do-action-a1');
  assert.deepEqual([owed.owner.personId, owed.dueOn], ['third-officer', '2026-02-20']);
  given.refuses({ type: 'HandOverAction', actionId: 'a1', to: 'third-officer', reason: why }, 'nothing-changes');
  given.refuses({ type: 'HandOverAction', actionId: 'a2', to: 'officer', reason: why }, 'no-such-action');
  given
    .as('colleague')
    .refuses({ type: 'HandOverAction', actionId: 'a1', to: 'officer', reason: why }, 'not-your-case');
});

test('[MAG-09] a promise is given to nobody whom the complaint is about', () => {
  const about = story('magenta')
    .received('2026-01-05', { complainedOf: ['colleague'] })
    .assigned();
  promised(about)
    .as('lead')
    .refuses({ type: 'HandOverAction', actionId: 'a1', to: 'colleague', reason: why }, 'cannot-be-given');
});

test('[MAG-10][MGL-52] a question goes to somebody else with its day, and only they owe the answer', () => {
  const asked = acknowledgedStory('magenta').does({
    type: 'AskInformation',
    requestId: 'q1',
    stage: 1,
    of: 'colleague',
    serviceArea: 'repairs',
    dueOn: '2026-01-14',
    question: text('when?'),
  });
  const given = asked
    .as('lead')
    .does({ type: 'HandOverInformation', requestId: 'q1', to: 'third-officer', reason: why });
  assert.deepEqual(
    [given.owed('supply-information-q1').owner.personId, given.owed('supply-information-q1').dueOn],
    ['third-officer', '2026-01-14'],
  );
  given.as('colleague').refuses({ type: 'GiveInformation', requestId: 'q1', answer: text('then') }, 'not-asked-of-you');
});
