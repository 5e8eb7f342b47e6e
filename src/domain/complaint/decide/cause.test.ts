/** What is known of a complaint from its first day, and what was behind it once that is known. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { text } from '../../../../test/complaint-cast.ts';
import { acknowledgedStory, answeredStory, story } from '../../../../test/complaint-story.ts';
import { causesOf } from '../../policy/causes.ts';
import { nextSteps } from '../next-steps.ts';

const cause = (id: string) => ({ type: 'RecordCause' as const, cause: id, note: text(id) });

test('[R68] category, service area, contractor, tenure and stock are kept as they were the day it was logged', () => {
  const known = { contractor: 'Greenway', tenure: 'shared ownership', relevantStock: false };
  const { state } = story().received('2026-01-05', known);
  assert.deepEqual(
    [state.category, state.serviceArea, state.contractor, state.tenure, state.relevantStock],
    ['property-condition', 'repairs', 'Greenway', 'shared ownership', false],
  );
});

test('[R68] the cause is recorded once it is known, from the list of the pack, and what it was thought to be before is kept', () => {
  const first = acknowledgedStory().does(cause('delay'));
  const then = first.on('2026-01-12').does(cause('records'));
  assert.deepEqual(
    then.state.causes.map(one => [one.cause, one.by, one.on]),
    [
      ['delay', 'officer', '2026-01-09'],
      ['records', 'officer', '2026-01-12'],
    ],
  );
  then.refuses(cause('records'), 'nothing-changes');
  then.refuses(cause('the moon'), 'not-in-policy');
  answeredStory().does(cause('delay'));
  acknowledgedStory().as('colleague').refuses(cause('delay'), 'not-your-case');
  assert.deepEqual(then.obligations(), acknowledgedStory().on('2026-01-12').obligations(), 'it moves no clock');
});

test('[R68] it is asked for with the answer, until it is recorded', () => {
  const decided = acknowledgedStory().decided();
  const acts = (told: typeof decided) => nextSteps(told.state, told.deciding).map(step => step.act);
  assert.ok(acts(decided).includes('RecordCause') && acts(decided).includes('IssueLetter'));
  assert.ok(!acts(decided.does(cause('delay'))).includes('RecordCause'));
  assert.ok(!acts(acknowledgedStory()).includes('RecordCause'), 'not before anything is decided');
});

test('[R68] a policy may have causes of its own; the Code’s list is for those that have none', () => {
  const { deciding } = story();
  assert.ok(causesOf(deciding).length > 5);
  const own = [{ id: 'damp', label: 'Damp' }];
  assert.deepEqual(causesOf({ ...deciding, policy: { ...deciding.policy, causes: own } }), own);
});
