import assert from 'node:assert/strict';
import { test } from 'node:test';
import { text } from '../../../test/complaint-cast.ts';
import { acknowledgedStory, answeredStory, issue, story } from '../../../test/complaint-story.ts';
import { englandAndWales } from '../../../test/fixtures/calendars.ts';
import type { LocalDate } from '../calendar/dates.ts';
import { makeCalendar } from '../calendar/working-days.ts';
import { isOpen, workingDate } from './obligation.ts';

/** The calendar after one more day off was announced. */
function withHoliday(date: LocalDate) {
  const holidays = [...englandAndWales.holidays, { date, title: 'A day of mourning', notes: '' }];
  return makeCalendar({ ...englandAndWales, revision: englandAndWales.revision + 1, holidays });
}

test('[R11] a bank holiday announced after the letter moves the legal date; the date told stays the promise', () => {
  const told = story()
    .received('2026-01-05')
    .assigned()
    .defined()
    .on('2026-01-09')
    .issued('acknowledgement', 1, { quotesDate: '2026-01-23' })
    .sent('acknowledgement-1');
  assert.equal(told.owed('respond-1').promisedOn, null, 'told and due are one date');
  const moved = told.with({ calendar: withHoliday('2026-01-20') }).owed('respond-1');
  assert.equal(moved.dueOn, '2026-01-26');
  assert.equal(moved.promisedOn, '2026-01-23');
});

test('[R11] a holiday added or taken away makes nothing late that was met', () => {
  const answered = answeredStory();
  assert.equal(answered.with({ calendar: withHoliday('2026-01-20') }).status('respond-1'), 'met');
  const met = acknowledgedStory()
    .with({ calendar: withHoliday('2026-01-20') })
    .responded('2026-01-26');
  assert.equal(met.status('respond-1'), 'met');
});

test('[R14] what is past due stays open until it is done', () => {
  const logged = story().received('2026-01-05');
  for (const id of ['assign-1', 'acknowledge-1', 'respond-1']) {
    assert.ok(isOpen(logged.owed(id)));
    assert.equal(logged.status(id, '2027-01-05'), 'overdue');
  }
});

test('[R69] nothing is nobody’s: everything owed has a person or a team', () => {
  const all = [story().received('2026-01-05'), acknowledgedStory(), answeredStory().escalated('2026-02-24')];
  for (const told of all) {
    for (const { owner } of told.obligations()) assert.ok(owner.personId !== null || owner.team !== '');
  }
});

test('[R5] the date to work to is the earlier of the due date and the Code’s outer date', () => {
  const late = story().received('2026-01-05').assigned().acknowledged('2026-01-20');
  const respond = late.owed('respond-1');
  assert.equal(respond.dueOn, '2026-02-03');
  assert.equal(workingDate(respond), '2026-01-26');
});

test('[R7][R41] an ordinary update is no acknowledgement and no answer', () => {
  const told = story().received('2026-01-05').assigned().does(issue('update', 1)).sent('update-1');
  assert.equal(told.status('acknowledge-1'), 'due');
  assert.equal(told.status('respond-1'), 'due');
});

test('[MGL-14][MGL-16] who answered stays the named contact for what was promised at that stage', () => {
  const promised = acknowledgedStory('magenta')
    .does({
      type: 'PromiseAction',
      actionId: 'a1',
      stage: 1,
      pointId: null,
      owner: { kind: 'person', personId: 'officer' },
      what: text('ring'),
      dueOn: '2026-03-02',
      dateGivenBy: null,
    })
    .responded('2026-01-23');
  assert.equal(promised.state.stages[1].handlerId, 'officer');
  assert.equal(promised.owed('do-action-a1').owner.personId, 'officer');
  assert.equal(promised.owed('do-action-a1').stage, 1);
});

test('[MAG-35] withdrawing a complaint does not end what was promised', () => {
  const promised = acknowledgedStory().does({
    type: 'PromiseAction',
    actionId: 'a1',
    stage: 1,
    pointId: null,
    owner: { kind: 'team', name: 'repairs' },
    what: text('tap'),
    dueOn: '2026-02-02',
    dateGivenBy: null,
  });
  const withdrawn = promised.does({
    type: 'WithdrawComplaint',
    on: '2026-01-09',
    evidence: text('x'),
    channel: 'email',
  });
  assert.equal(withdrawn.status('do-action-a1', '2026-02-03'), 'overdue');
});

test('every obligation says its rule, its clause and what it counts from', () => {
  const told = answeredStory().escalated('2026-02-24');
  for (const one of told.obligations()) {
    assert.ok(one.rule.length > 5, one.id);
    assert.match(one.clause, /^(MAG-|MGL-|Code |R)\d/, one.id);
    assert.ok(one.from !== null, one.id);
  }
});
