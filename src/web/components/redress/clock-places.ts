import { scaleLinear } from 'd3-scale';
import type { LocalDate } from '../../../domain/calendar/dates.ts';
import type { ClockMark, ClockStage } from './clock-line.ts';

/** Where days stand on a drawing, in percent of its width, so that it stretches without its letters stretching too. */
export interface Place {
  readonly x: (day: LocalDate) => number;
  /** For each mark the line of labels in which its label overlaps no other; 0 is the nearest to the track. */
  readonly lanes: (marks: readonly ClockMark[]) => readonly number[];
}

/** The narrowest drawing that still shows labels, in pixels, and a generous width of a letter. */
const narrowest = 700;
const letter = 7.6;
const gap = 1.2;

function dayNumber(day: LocalDate): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000;
}

/** `12.5` as `12.5%`, with no more digits than a screen can show. */
export function percent(x: number): string {
  return `${Math.round(x * 100) / 100}%`;
}

function extent(stages: readonly ClockStage[], today: LocalDate): readonly [number, number] {
  const days = [dayNumber(today)];
  for (const stage of stages) {
    days.push(dayNumber(stage.startsOn), ...stage.marks.map(mark => dayNumber(mark.on)));
    if (stage.dueOn !== undefined) days.push(dayNumber(stage.dueOn));
  }
  const first = Math.min(...days);
  return [first, Math.max(...days, first + 7)];
}

function labelEnds(x: number, label: string): readonly [number, number] {
  const width = ((label.length * letter) / narrowest) * 100;
  if (x < 10) return [x, x + width];
  if (x > 90) return [x - width, x];
  return [x - width / 2, x + width / 2];
}

/** Lays all stages out on one scale of days, so that the rows can be compared. */
export function places(stages: readonly ClockStage[], today: LocalDate): Place {
  const scale = scaleLinear().domain(extent(stages, today)).range([1, 98]);
  const x = (day: LocalDate): number => scale(dayNumber(day));
  const lanes = (marks: readonly ClockMark[]): readonly number[] => {
    const ends: number[] = [];
    const inOrder = marks.map((mark, i) => ({ i, ends: labelEnds(x(mark.on), mark.label) }));
    inOrder.sort((a, b) => a.ends[0] - b.ends[0]);
    const lane: number[] = marks.map(() => 0);
    for (const one of inOrder) {
      const free = ends.findIndex(end => end + gap < one.ends[0]);
      const at = free < 0 ? ends.length : free;
      ends[at] = one.ends[1];
      lane[one.i] = at;
    }
    return lane;
  };
  return { x, lanes };
}
