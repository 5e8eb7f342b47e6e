import type { LocalDate } from '../../../domain/calendar/dates.ts';
import { classes, type Html, html } from '../../html.ts';
import { type Place, percent, places } from './clock-places.ts';
import { type ClockMarkKind, markSymbol } from './clock-symbols.ts';

/** One day on the line, with its words ready. */
export interface ClockMark {
  readonly kind: ClockMarkKind;
  readonly on: LocalDate;
  /** "Acknowledged". */
  readonly label: string;
  /** "Thursday 5 March 2026". */
  readonly date: string;
  /** "on day 3", "2 working days late". */
  readonly note?: string | undefined;
  readonly late?: boolean | undefined;
}

/** One stage: a row of the drawing and a list below it. */
export interface ClockStage {
  readonly name: string;
  readonly startsOn: LocalDate;
  readonly dueOn?: LocalDate | undefined;
  /** When it was answered, or ended otherwise. */
  readonly endedOn?: LocalDate | undefined;
  readonly pauses?: readonly { readonly from: LocalDate; readonly to: LocalDate }[] | undefined;
  readonly marks: readonly ClockMark[];
}

export interface ClockLineProps {
  /** Unique on the page. */
  readonly id: string;
  /** Says whose clock it is: "The clock of K7QF-2MXA". */
  readonly title: string;
  /** `past`: it is drawn as it stood on that day. */
  readonly today: { readonly on: LocalDate; readonly date: string; readonly past?: boolean | undefined };
  readonly stages: readonly ClockStage[];
}

const rowTop = 24;
const trackAt = 16;
const laneHeight = 19;

function span(place: Place, from: LocalDate, to: LocalDate, y: number, kind: string): Html | false {
  if (to <= from) return false;
  return html`<line class="rd-clock__span rd-clock__span--${kind}" x1="${percent(place.x(from))}" x2="${percent(place.x(to))}" y1="${y}" y2="${y}"/>`;
}

function earlier(one: LocalDate, other: LocalDate | undefined): LocalDate {
  return other === undefined || one < other ? one : other;
}

function spans(stage: ClockStage, today: LocalDate, place: Place, y: number): readonly (Html | false)[] {
  const until = stage.endedOn ?? today;
  const due = stage.dueOn;
  return [
    due !== undefined && span(place, stage.startsOn, due, y, 'ahead'),
    span(place, stage.startsOn, earlier(until, due), y, 'gone'),
    due !== undefined && span(place, due, until, y, 'late'),
    ...(stage.pauses ?? []).map(pause => span(place, pause.from, pause.to, y, 'paused')),
  ];
}

function drawnMark(place: Place, mark: ClockMark, lane: number, y: number): Html {
  const x = place.x(mark.on);
  const anchor = x < 10 ? 'start' : x > 90 ? 'end' : 'middle';
  const labelAt = y + 14 + lane * laneHeight;
  const names = classes(
    'rd-clock__label',
    mark.late === true && 'rd-clock__label--late',
    mark.kind === 'due' && mark.late !== true && 'rd-clock__label--due',
  );
  return html`<line class="rd-clock__leader" x1="${percent(x)}" x2="${percent(x)}" y1="${y + 8}" y2="${labelAt - 1}"/>
<text class="${names}" x="${percent(x)}" y="${labelAt + 11}" text-anchor="${anchor}">${mark.label}</text>
<svg x="${percent(x)}" y="${y}" overflow="visible">${markSymbol(mark.kind, mark.late === true)}</svg>`;
}

function row(stage: ClockStage, today: LocalDate, place: Place, top: number): { markup: Html; height: number } {
  const y = top + trackAt + 8;
  const lanes = place.lanes(stage.marks);
  const height = trackAt + 8 + 14 + (Math.max(0, ...lanes) + 1) * laneHeight + 8;
  // Farther lanes first, so that a nearer label is drawn over a leader that passes it.
  const order = stage.marks.map((mark, i) => ({ mark, lane: lanes[i] ?? 0 })).sort((a, b) => b.lane - a.lane);
  const markup = html`<text class="rd-clock__row-name" x="0" y="${top + 11}">${stage.name}</text>
<line class="rd-clock__track" x1="0%" x2="100%" y1="${y}" y2="${y}"/>
${spans(stage, today, place, y)}
${order.map(({ mark, lane }) => drawnMark(place, mark, lane, y))}`;
  return { markup, height };
}

function drawing(props: ClockLineProps): Html {
  const place = places(props.stages, props.today.on);
  const rows: Html[] = [];
  let top = rowTop;
  for (const stage of props.stages) {
    const drawn = row(stage, props.today.on, place, top);
    rows.push(drawn.markup);
    top += drawn.height;
  }
  const x = percent(place.x(props.today.on));
  const anchor = place.x(props.today.on) > 94 ? 'end' : place.x(props.today.on) < 6 ? 'start' : 'middle';
  return html`<svg class="rd-clock__drawing" role="img" aria-labelledby="${props.id}-title ${props.id}-desc" height="${top}" xmlns="http://www.w3.org/2000/svg">
<title id="${props.id}-title">${props.title}</title>
<desc id="${props.id}-desc">A line for each stage with its dates in order of time and a mark for today. The list below has the same dates in words.</desc>
<line class="rd-clock__today" x1="${x}" x2="${x}" y1="18" y2="${top - 4}"/>
<text class="rd-clock__today-label" x="${x}" y="13" text-anchor="${anchor}">${props.today.past === true ? 'That day' : 'Today'}</text>
${rows}
</svg>`;
}

function inOrder(marks: readonly ClockMark[]): readonly ClockMark[] {
  return marks.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

function listItem(mark: ClockMark): Html {
  const note = mark.note !== undefined && html` <span class="rd-clock__note">${mark.note}</span>`;
  return html`<li class="${classes('rd-clock__item', mark.late === true && 'rd-clock__item--late')}"><svg class="rd-clock__symbol" viewBox="-8 -8 16 16" aria-hidden="true" focusable="false">${markSymbol(mark.kind, mark.late === true)}</svg><span class="rd-clock__what">${mark.label}</span> <span>${mark.date}</span>${note}</li>`;
}

/**
 * One case's clock, drawn: when it was received, acknowledged, due, extended and answered, and where today is. The same
 * dates stand in a list below, which also explains the signs. Words and dates come ready; only their places are computed.
 */
export function clockLine(props: ClockLineProps): Html {
  const lists = props.stages.map(
    stage =>
      html`<div class="rd-clock__stage"><p class="rd-clock__stage-name">${stage.name}</p><ol class="rd-clock__list" aria-label="${stage.name}">${inOrder(stage.marks).map(listItem)}</ol></div>`,
  );
  return html`<figure class="rd-clock">
<figcaption class="govuk-visually-hidden">${props.title}${props.today.past === true ? ' as it stood on' : '. Today is'} ${props.today.date}.</figcaption>
${drawing(props)}
<div class="rd-clock__lists">${lists}</div>
</figure>`;
}
