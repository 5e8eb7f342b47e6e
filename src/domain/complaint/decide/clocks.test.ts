import assert from 'node:assert/strict';
import { test } from 'node:test';
import { text } from '../../../../test/complaint-cast.ts';
import { acknowledgedStory, answeredStory, issue, type Story, story } from '../../../../test/complaint-story.ts';
import type { CommandOf } from '../commands.ts';
import { workingDate } from '../obligation.ts';

function extend(more: Partial<CommandOf<'DecideExtension'>> = {}): CommandOf<'DecideExtension'> {
  const given = { newDueOn: '2026-02-06', reason: text('the surveyor is ill'), agreement: 'agreed' } as const;
  return {
    type: 'DecideExtension',
    extensionId: 'x1',
    stage: 1,
    ...given,
    goodReason: null,
    approvedBy: null,
    ...more,
  };
}

const notice = (extensionId = 'x1', stage: 1 | 2 = 1) =>
  issue('extension', stage, { letterId: `notice-${extensionId}`, extensionId });
const near = () => acknowledgedStory().on('2026-01-20');
const notified = (told: Story, extensionId = 'x1') => told.does(notice(extensionId)).sent(`notice-${extensionId}`);

test('[R9][MAG-34][MGL-21] an extension moves the date only from the day its notice is handed over', () => {
  const decided = near().does(extend());
  assert.equal(decided.owed('respond-1').dueOn, '2026-01-23');
  assert.equal(decided.owed('send-extension-notice-x1').dueOn, '2026-01-23', 'owed before the old date');
  const issued = decided.does(notice());
  assert.equal(issued.owed('respond-1').dueOn, '2026-01-23');
  const sent = issued.sent('notice-x1');
  assert.equal(sent.owed('respond-1').dueOn, '2026-02-06');
  assert.equal(sent.status('send-extension-notice-x1'), 'met');
  assert.match(
    sent.owed('respond-1').rule,
    /extended to Friday 6 February 2026 by a notice on Tuesday 20 January 2026/,
  );
});

test('[R9][MAG-34] a late notice is still sent and cures nothing: the date stays, and updates are agreed', () => {
  const late = notified(near().does(extend()).on('2026-01-26'));
  assert.equal(late.owed('respond-1').dueOn, '2026-01-23');
  assert.equal(late.status('respond-1'), 'overdue');
  assert.equal(late.status('send-extension-notice-x1'), 'late');
  assert.equal(late.status('agree-updates-1'), 'due');
});

test('[R9] a notice that came back moved nothing', () => {
  const returned = notified(near().does(extend())).does({
    type: 'ReturnLetter',
    letterId: 'notice-x1',
    on: '2026-01-20',
    why: 'bounced',
    note: text('full'),
  });
  assert.equal(returned.owed('respond-1').dueOn, '2026-01-23');
});

test('[R9][MAG-34] once the date has passed no extension can be decided, and the refusal says what to do', () => {
  const { instead } = acknowledgedStory().on('2026-01-26').refuses(extend(), 'extension-too-late');
  assert.match(instead, /agree how often to update/);
});

test('[MAG-34][R9] beyond ten further working days: a good reason, approved by a role the policy names, not by oneself', () => {
  const beyond = { newDueOn: '2026-02-09' } as const;
  const { why, instead } = near().refuses(extend(beyond), 'extension-beyond-cap');
  assert.match(why, /MAG-34/);
  assert.match(instead, /Friday 6 February 2026/);
  near().refuses(extend({ ...beyond, goodReason: text('fire'), approvedBy: 'lead' }), 'extension-beyond-cap');
  near().refuses(extend({ ...beyond, approvedBy: 'head' }), 'extension-beyond-cap');
  near()
    .as('head')
    .refuses(extend({ ...beyond, goodReason: text('fire'), approvedBy: 'head' }), 'extension-beyond-cap');
  const approved = notified(near().does(extend({ ...beyond, goodReason: text('fire'), approvedBy: 'head' })));
  assert.equal(approved.owed('respond-1').dueOn, '2026-02-09');
});

test('[R5][R9] after a late acknowledgement the Code’s outer date comes before the cap, unless a good reason is approved', () => {
  const late = story('magna').received('2026-01-05').assigned().defined(1).acknowledged('2026-01-20').on('2026-01-26');
  const beyond = extend({ newDueOn: '2026-02-13' });
  const { instead } = late.refuses(beyond, 'extension-beyond-outer-date');
  assert.match(instead, /Choose Monday 9 February 2026 or earlier/);
  const approved = notified(late.does({ ...beyond, goodReason: text('fire'), approvedBy: 'head' }));
  assert.equal(workingDate(approved.owed('respond-1')), '2026-02-13');
  const within = notified(late.does(extend({ newDueOn: '2026-02-09' })));
  assert.equal(workingDate(within.owed('respond-1')), '2026-02-09');
});

test('[R9] an extension decided again before its notice went leaves one notice to send', () => {
  const again = near()
    .does(extend())
    .does(extend({ extensionId: 'x2', newDueOn: '2026-02-04' }));
  assert.equal(again.status('send-extension-notice-x1'), 'lapsed');
  assert.equal(notified(again, 'x2').owed('respond-1').dueOn, '2026-02-04');
});

test('[MAG-34][R9] a second extension counts from the original date', () => {
  const first = notified(near().does(extend({ newDueOn: '2026-01-30' })));
  first.refuses(extend({ extensionId: 'x2', newDueOn: '2026-02-09' }), 'extension-beyond-cap');
  const second = notified(first.does(extend({ extensionId: 'x2' })), 'x2');
  assert.equal(second.owed('respond-1').dueOn, '2026-02-06');
  assert.equal(second.status('send-extension-notice-x1'), 'met');
});

test('[MGL-20] the policy that extends in agreement asks for it; refused, the date stays and they are still told', () => {
  const open = acknowledgedStory('magenta').on('2026-01-20');
  open.refuses(extend({ agreement: 'not-asked' }), 'extension-agreement-needed');
  const refused = open.does(extend({ agreement: 'refused' }));
  assert.equal(refused.status('send-extension-notice-x1'), 'due');
  assert.equal(notified(refused).owed('respond-1').dueOn, '2026-01-23');
  near().does(extend({ agreement: 'not-asked' }));
});

test('[MGL-20] a policy that allows nothing beyond its cap is not stretched by an approval', () => {
  const open = acknowledgedStory('magenta').on('2026-01-20');
  open.refuses(
    extend({ newDueOn: '2026-02-09', goodReason: text('fire'), approvedBy: 'director' }),
    'extension-beyond-cap',
  );
});

test('[R4][R9] the new date is a later working day', () => {
  near().refuses(extend({ newDueOn: '2026-01-23' }), 'extension-not-later');
  near().refuses(extend({ newDueOn: '2026-01-31' }), 'extension-not-working-day');
});

test('an extension is for those whose role carries it, and its notice goes once', () => {
  near().as('colleague').refuses(extend(), 'not-your-role');
  near().refuses(notice(), 'letter-needs-extension');
  const decided = near().does(extend());
  decided.refuses(notice('x9'), 'letter-needs-extension');
  notified(decided).refuses({ ...notice(), letterId: 'twice' }, 'notice-already-sent');
});

test('[MAG-42][MGL-28][Code 6.15] stage 2 is extended by up to twenty further working days', () => {
  for (const [landlord, reviewer] of [
    ['magna', 'head'],
    ['magenta', 'third-officer'],
  ] as const) {
    const review = answeredStory(landlord)
      .escalated('2026-02-02')
      .assigned(reviewer, 2)
      .as(reviewer)
      .acknowledged('2026-02-06', 2)
      .on('2026-03-02');
    assert.equal(review.owed('respond-2').dueOn, '2026-03-06');
    const extension = extend({ stage: 2, newDueOn: '2026-04-07' });
    const extended = review.does(extension).does(notice('x1', 2)).sent('notice-x1');
    assert.equal(extended.owed('respond-2').dueOn, '2026-04-07', 'over Easter');
    review.refuses({ ...extension, newDueOn: '2026-04-08' }, 'extension-beyond-cap');
  }
});

const agree = {
  type: 'AgreeUpdates',
  stage: 1,
  on: '2026-01-26',
  every: { value: 5, unit: 'working-days' },
  firstOn: '2026-01-30',
  how: 'phone',
  note: text('agreed'),
} as const;
const give = (on: CommandOf<'GiveUpdate'>['on']) =>
  ({ type: 'GiveUpdate', stage: 1, on, how: 'phone', note: text('news') }) as const;

test('[MAG-36][MGL-30][Code 5.9] a late answer needs agreed intervals, then an update is owed at each until the answer goes', () => {
  const late = acknowledgedStory().on('2026-01-26');
  assert.equal(late.owed('agree-updates-1').dueOn, '2026-01-26');
  const agreed = late.does(agree);
  assert.equal(agreed.status('agree-updates-1'), 'met');
  assert.equal(agreed.owed('update-1-1-1').dueOn, '2026-01-30');
  const given = agreed.on('2026-02-03').does(give('2026-02-03'));
  assert.equal(given.status('update-1-1-1'), 'late', 'a missed update stays missed');
  assert.equal(given.owed('update-1-1-2').dueOn, '2026-02-10');
  const answered = given.responded('2026-02-05');
  assert.equal(answered.status('update-1-1-2'), 'lapsed');
  assert.equal(answered.status('respond-1'), 'late');
});

test('[MAG-36][R66] an update letter that arrived is an update; one that came back is owed again', () => {
  const sent = acknowledgedStory().on('2026-01-26').does(agree).on('2026-01-29').issued('update', 1).sent('update-1');
  assert.equal(sent.status('update-1-1-1'), 'met');
  assert.equal(sent.owed('update-1-1-2').dueOn, '2026-02-05');
  assert.equal(sent.does(give('2026-01-29')).owed('update-1-1-2').dueOn, '2026-02-05', 'recorded as well, it is one');
  const back = sent
    .on('2026-02-02')
    .does({ type: 'ReturnLetter', letterId: 'update-1', on: '2026-02-02', why: 'bounced', note: text('mailbox full') });
  assert.equal(back.status('update-1-1-1'), 'overdue');
  assert.equal(back.isOwed('update-1-1-2'), false);
});

test('[MAG-36] other intervals can be agreed: what was given and missed before stays on record', () => {
  const given = acknowledgedStory()
    .on('2026-01-26')
    .does(agree)
    .on('2026-01-30')
    .does(give('2026-01-30'))
    .on('2026-02-02');
  const anew = given.does({
    ...agree,
    on: '2026-02-02',
    every: { value: 10, unit: 'working-days' },
    firstOn: '2026-02-09',
  });
  assert.equal(anew.status('update-1-1-1'), 'met');
  assert.equal(anew.status('update-1-1-2'), 'lapsed');
  assert.equal(anew.owed('update-1-2-1').dueOn, '2026-02-09');
});

test('an agreement is for an open stage, on a real day, with its first update after it', () => {
  answeredStory().on('2026-01-26').refuses(agree, 'already-answered');
  acknowledgedStory().on('2026-01-23').refuses(agree, 'date-in-future');
  acknowledgedStory()
    .on('2026-01-26')
    .refuses({ ...agree, firstOn: '2026-01-23' }, 'date-before');
  acknowledgedStory().on('2026-01-26').refuses(give('2026-01-02'), 'date-before');
});

test('[R11] a calendar change that moves dates is noted on the case, and the date told stays the promise', () => {
  const told = acknowledgedStory().decided();
  const quoted = quotingStory();
  assert.equal(told.owed('respond-1').promisedOn, null);
  assert.equal(quoted.owed('respond-1').promisedOn, '2026-01-22');
  const moved = quoted.does({
    type: 'RecalculateDates',
    calendarRevision: 7,
    moved: [{ obligationId: 'respond-1', from: '2026-01-22', to: '2026-01-23' }],
  });
  assert.equal(moved.state.calendarRevision, 7);
});

/** Its acknowledgement quoted the day before the one that holds now. */
function quotingStory(): Story {
  return acknowledgedStory()
    .on('2026-01-12')
    .issued('acknowledgement', 1, { letterId: 'quoting', quotesDate: '2026-01-22' })
    .sent('quoting');
}

test('who handles a stage may extend it, whatever else their role carries', () => {
  const conflict = (personId: string) => ({ type: 'DeclareConflict', personId, reason: text('kin') }) as const;
  const review = answeredStory()
    .as('lead')
    .does(conflict('head'))
    .does(conflict('other-head'))
    .escalated('2026-02-02')
    .assigned('chief', 2)
    .as('chief')
    .acknowledged('2026-02-06', 2)
    .on('2026-03-02');
  review.does(extend({ stage: 2, newDueOn: '2026-03-20' }));
  review.as('director').refuses(extend({ stage: 2, newDueOn: '2026-03-20' }), 'not-your-role');
});

test('[R41] stage 2 is not extended before it has opened', () => {
  acknowledgedStory()
    .escalated('2026-01-15')
    .refuses(extend({ stage: 2 }), 'stage-not-open');
});
