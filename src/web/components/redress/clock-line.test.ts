import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LocalDate } from '../../../domain/calendar/dates.ts';
import { type ClockLineProps, clockLine } from './clock-line.ts';
import { places } from './clock-places.ts';

const clock: ClockLineProps = {
  id: 'clock',
  title: 'The clock of K7QF-2MXA',
  today: { on: '2026-03-18', date: 'Wednesday 18 March 2026' },
  stages: [
    {
      name: 'Stage 1',
      startsOn: '2026-03-02',
      dueOn: '2026-03-16',
      marks: [
        {
          kind: 'due',
          on: '2026-03-16',
          label: 'Due',
          date: 'Monday 16 March 2026',
          note: '2 working days late',
          late: true,
        },
        { kind: 'received', on: '2026-03-02', label: 'Received', date: 'Monday 2 March 2026' },
      ],
    },
  ],
};

function list(markup: string): readonly string[] {
  const items = [...markup.matchAll(/<li class="rd-clock__item[^>]*>(.*?)<\/li>/gs)];
  return items.map(match =>
    (match[1] ?? '')
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  );
}

test('every date that is drawn also stands in words, in order of time', () => {
  assert.deepEqual(list(clockLine(clock).toString()), [
    'Received Monday 2 March 2026',
    'Due Monday 16 March 2026 2 working days late',
  ]);
});

test('the drawing has a title and a description, and neither inline style nor script', () => {
  const markup = clockLine(clock).toString();
  assert.match(markup, /role="img" aria-labelledby="clock-title clock-desc"/);
  assert.match(markup, /<title id="clock-title">The clock of K7QF-2MXA<\/title>/);
  assert.match(markup, /Today is Wednesday 18 March 2026/);
  assert.doesNotMatch(markup, /\sstyle=|<style|<script/);
});

test('the time past the due date is drawn as late until it is answered, and not at all when it is not', () => {
  assert.match(clockLine(clock).toString(), /rd-clock__span--late/);
  const [stage] = clock.stages;
  assert.ok(stage);
  const answered = clockLine({ ...clock, stages: [{ ...stage, endedOn: '2026-03-13' }] }).toString();
  assert.doesNotMatch(answered, /rd-clock__span--late/);
});

test('days stand in order between the edges, whatever their distance', () => {
  const today: LocalDate = '2026-03-18';
  const place = places(clock.stages, today);
  const [received, due, now] = [place.x('2026-03-02'), place.x('2026-03-16'), place.x(today)];
  assert.ok(0 < received && received < due && due < now && now < 100);
});

test('labels of days close together are put on lines of their own', () => {
  const marks = ['2026-03-02', '2026-03-03', '2026-03-16'].map(on => ({
    kind: 'other' as const,
    on: on as LocalDate,
    label: 'Acknowledged',
    date: '',
  }));
  assert.deepEqual(places(clock.stages, '2026-03-18').lanes(marks).slice(0, 2), [0, 1]);
});

test('a complaint received today has a clock too', () => {
  const stages = [{ name: 'Stage 1', startsOn: '2026-03-18', marks: [] } as const];
  assert.doesNotMatch(clockLine({ ...clock, stages }).toString(), /NaN/);
});
