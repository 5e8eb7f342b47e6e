import assert from 'node:assert/strict';
import { test } from 'node:test';
import { text } from '../../../../test/complaint-cast.ts';
import { acknowledgedStory, answeredStory, decidePoint, story } from '../../../../test/complaint-story.ts';
import type { CommandOf } from '../commands.ts';

const record = (section: CommandOf<'RecordInvestigation'>['section'], pointId = 'p1') =>
  ({ type: 'RecordInvestigation', stage: 1, pointId, section, text: text(section) }) as const;

function ask(more: Partial<CommandOf<'AskInformation'>> = {}): CommandOf<'AskInformation'> {
  const asked = { requestId: 'r1', stage: 1, of: 'contractor', serviceArea: 'repairs' } as const;
  return { type: 'AskInformation', ...asked, dueOn: '2026-01-16', question: text('when did you go?'), ...more };
}

test('[MAG-63][MAG-64][Code 5.8] the resident’s account, evidence, what was not available and the reasoning are kept per point', () => {
  const sections = ['account', 'evidence', 'chronology', 'not-available', 'reasoning', 'comment-on-draft'] as const;
  const found = sections.reduce((told, section) => told.does(record(section)), acknowledgedStory());
  assert.deepEqual(
    found.state.investigation.map(one => [one.pointId, one.section]),
    sections.map(one => ['p1', one]),
  );
});

test('[MAG-64] an investigation is by who handles the stage or stands in, on a point that is open', () => {
  acknowledgedStory().as('third-officer').does(record('evidence'));
  acknowledgedStory().as('colleague').refuses(record('evidence'), 'not-your-case');
  acknowledgedStory().refuses(record('evidence', 'p9'), 'no-such-point');
  answeredStory().refuses(record('evidence'), 'already-answered');
});

test('[MAG-09] who is complained of or in conflict cannot work on the case, whatever their role', () => {
  const about = story()
    .received('2026-01-05', { complainedOf: ['third-officer'] })
    .assigned('head')
    .as('head')
    .acknowledged('2026-01-09');
  assert.match(about.as('third-officer').refuses(record('evidence'), 'you-are-not-independent').why, /about them/);
});

test('[MAG-41][R30][Code 6.13] who worked on stage 1 cannot work on stage 2, even as a reviewer by role', () => {
  const review = answeredStory('magenta')
    .escalated('2026-02-02')
    .assigned('third-officer', 2)
    .as('third-officer')
    .defined(1, 2);
  review.as('officer').refuses({ ...decidePoint('p1'), stage: 2 }, 'you-are-not-independent');
  review.does({ ...decidePoint('p1'), stage: 2 });
});

test('information is asked with a date, owed by the one who is asked, and met by their answer', () => {
  const asked = acknowledgedStory().on('2026-01-12').does(ask());
  const owed = asked.owed('supply-information-r1');
  assert.equal(owed.dueOn, '2026-01-16');
  assert.equal(owed.owner.personId, 'contractor');
  const given = asked
    .on('2026-01-15')
    .as('contractor')
    .does({ type: 'GiveInformation', requestId: 'r1', answer: text('never') });
  assert.equal(given.status('supply-information-r1'), 'met');
  assert.equal(asked.owed('respond-1').dueOn, '2026-01-23', 'a contractor’s delay stops no clock [R4]');
});

test('the date for information is a working day from today on, in time for our own answer', () => {
  const on = acknowledgedStory().on('2026-01-14');
  on.refuses(ask({ dueOn: '2026-01-13' }), 'date-before');
  on.refuses(ask({ dueOn: '2026-01-17' }), 'date-not-working-day');
  on.refuses(ask({ dueOn: '2026-01-26' }), 'information-after-answer');
  on.does(ask({ dueOn: '2026-01-23' }));
  on.refuses(ask({ of: 'nobody' }), 'unknown-person');
  on.does(ask()).refuses(ask(), 'information-known');
  const late = acknowledgedStory()
    .on('2026-01-28')
    .does(ask({ dueOn: '2026-01-30' }));
  assert.equal(late.owed('supply-information-r1').dueOn, '2026-01-30', 'our own answer being late is no bar');
});

test('information is given by the one asked or entered by the handler, once', () => {
  const give = { type: 'GiveInformation', requestId: 'r1', answer: text('x') } as const;
  const asked = acknowledgedStory().on('2026-01-12').does(ask());
  asked.as('third-officer').refuses(give, 'not-asked-of-you');
  asked.as('officer').does(give).refuses(give, 'information-given');
  asked.refuses({ ...give, requestId: 'r9' }, 'no-such-request');
});

test('[R21] a point is decided with reasons by who may, and may be decided again until the response goes', () => {
  const decided = acknowledgedStory().does(decidePoint('p1', 'not-upheld')).does(decidePoint('p1', 'partly-upheld'));
  assert.equal(decided.state.points[0]?.decisions[1]?.finding, 'partly-upheld');
  assert.equal(decided.state.points[0]?.decisions[1]?.by, 'officer');
  acknowledgedStory().as('colleague').refuses(decidePoint('p1'), 'not-your-case');
  story().received('2026-01-05').assigned().refuses(decidePoint('p1'), 'not-defined');
  answeredStory().refuses(decidePoint('p1', 'not-upheld'), 'already-answered');
});

test('[R40] at stage 2 a point that is not pursued keeps its stage 1 answer', () => {
  const review = answeredStory('magna', 2)
    .escalated('2026-02-02', ['p1'])
    .assigned('head', 2)
    .as('head')
    .defined(2, 2, ['p2']);
  review.refuses({ ...decidePoint('p2'), stage: 2 }, 'point-not-pursued');
});
