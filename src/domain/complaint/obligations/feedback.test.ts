import assert from 'node:assert/strict';
import { test } from 'node:test';
import { text } from '../../../../test/complaint-cast.ts';
import { type Story, story } from '../../../../test/complaint-story.ts';
import type { LocalDate } from '../../calendar/dates.ts';
import type { CommandOf } from '../commands.ts';

const agreement = (more: Partial<CommandOf<'AgreeContact'>> = {}): CommandOf<'AgreeContact'> => ({
  type: 'AgreeContact',
  stage: 1,
  on: '2026-01-06',
  method: 'phone',
  every: { value: 5, unit: 'working-days' },
  nextOn: null,
  ...more,
});

const contact = (on: LocalDate, kind: 'attempt' | 'discussion' = 'discussion') =>
  ({ type: 'RecordContact', stage: 1, on, kind, note: text('rang') }) as const;

const agreed = (more: Partial<CommandOf<'AgreeContact'>> = {}): Story =>
  story('magenta').received('2026-01-05').assigned().on('2026-01-06').does(agreement(more));

const words = (told: Story): [string | null, string | null][] =>
  told
    .obligations()
    .filter(one => one.id.startsWith('feedback-1'))
    .map(one => [one.dueOn, one.dischargedOn]);

test('[MGL-15][MGL-18] word is owed every so often as agreed, each counted from the one before', () => {
  assert.deepEqual(words(agreed()), [['2026-01-13', null]]);
  const rang = agreed().on('2026-01-12').does(contact('2026-01-12'));
  assert.deepEqual(words(rang), [
    ['2026-01-13', '2026-01-12'],
    ['2026-01-19', null],
  ]);
});

test('[MGL-15] trying to reach somebody is not keeping them informed, and a late word stays late', () => {
  const tried = agreed().on('2026-01-13').does(contact('2026-01-13', 'attempt'));
  assert.deepEqual(words(tried), [['2026-01-13', null]]);
  const late = tried.on('2026-01-15').does(contact('2026-01-15'));
  assert.deepEqual(words(late)[0], ['2026-01-13', '2026-01-15']);
});

test('[MGL-18] a next day agreed without an interval is one word, not many', () => {
  const once = agreed({ every: null, nextOn: '2026-01-14' });
  assert.deepEqual(words(once), [['2026-01-14', null]]);
  assert.deepEqual(words(once.on('2026-01-14').does(contact('2026-01-14'))), [['2026-01-14', '2026-01-14']]);
});

test('[MAG-29][MGL-18] the day that the acknowledgement names stays owed when it has gone', () => {
  const told = agreed({ nextOn: '2026-01-14' }).acknowledged('2026-01-09');
  assert.deepEqual(words(told), [['2026-01-14', null]]);
});

test('[MGL-15][MAG-29] the answer ends what was owed until then', () => {
  const answered = agreed({ nextOn: '2026-01-20' }).acknowledged('2026-01-09').decided().responded('2026-01-14');
  const last = answered
    .obligations()
    .filter(one => one.id.startsWith('feedback-1'))
    .at(-1);
  assert.equal(last?.dischargedOn, null);
  assert.equal(last?.lapsedOn, '2026-01-14');
});

test('[MGL-15] where nothing was agreed nothing of the kind is owed', () => {
  assert.deepEqual(words(agreed({ every: null, nextOn: null })), []);
});
