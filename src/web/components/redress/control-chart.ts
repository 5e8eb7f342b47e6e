import { scaleLinear, scalePoint } from 'd3-scale';
import { line } from 'd3-shape';
import { type Html, html } from '../../html.ts';
import { chartFrame } from './chart-parts.ts';

export interface ControlPoint {
  /** Unique: "May 2026". */
  readonly name: string;
  /** Short, under the point: "May 26". */
  readonly short: string;
  /** In percent; null where there was nothing to count. */
  readonly value: number | null;
  /** Outside the limits, as whoever computed them says. */
  readonly out?: boolean | undefined;
  readonly href?: string | undefined;
}

export interface ControlChartProps {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly unit: string;
  readonly points: readonly ControlPoint[];
  /** In percent, computed elsewhere. */
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
}

const width = 760;
const height = 250;
const edge = { left: 48, right: 112, top: 12, bottom: 28 };
const right = width - edge.right;

function show(value: number): string {
  return `${Math.round(value * 10) / 10}%`;
}

interface Scales {
  readonly x: (name: string) => number;
  readonly y: (value: number) => number;
}

function limitLine(y: number, label: string, kind: string): Html {
  return html`<line class="rd-chart__${kind}" x1="${edge.left}" x2="${right}" y1="${y}" y2="${y}"/><text class="rd-chart__text" x="${right + 6}" y="${y + 4}">${label}</text>`;
}

function dot(point: ControlPoint, { x, y }: Scales): Html | false {
  if (point.value === null) return false;
  const at = [Math.round(x(point.name)), Math.round(y(point.value))] as const;
  if (point.out !== true) return html`<circle class="rd-chart__dot" cx="${at[0]}" cy="${at[1]}" r="3.5"/>`;
  return html`<path class="rd-chart__dot--out" d="M${at[0]} ${at[1] - 7}l7 12h-14z"/><text class="rd-chart__text rd-chart__text--late" x="${at[0]}" y="${at[1] + 20}" text-anchor="middle">${point.short}: ${show(point.value)}</text>`;
}

function drawing(props: ControlChartProps): Html {
  const values = props.points.flatMap(point => (point.value === null ? [] : [point.value]));
  const lowest = Math.max(0, Math.floor((Math.min(...values, props.lower) - 6) / 10) * 10);
  const upper = Math.min(100, props.upper);
  const yScale = scaleLinear([lowest, 100], [height - edge.bottom, edge.top]);
  const xScale = scalePoint(
    props.points.map(point => point.name),
    [edge.left + 12, right - 12],
  );
  const scales: Scales = { x: name => xScale(name) ?? 0, y: yScale };
  const path = line<ControlPoint>()
    .defined(point => point.value !== null)
    .x(point => Math.round(scales.x(point.name)))
    .y(point => Math.round(scales.y(point.value ?? 0)));
  const every = Math.ceil(props.points.length / 8);
  const labels = props.points.map(
    (point, i) =>
      i % every === 0 &&
      html`<text class="rd-chart__text" x="${scales.x(point.name)}" y="${height - 8}" text-anchor="middle">${point.short}</text>`,
  );
  const grid = yScale
    .ticks(4)
    .map(
      tick =>
        html`<line class="rd-chart__grid" x1="${edge.left}" x2="${right}" y1="${yScale(tick)}" y2="${yScale(tick)}"/><text class="rd-chart__text" x="${edge.left - 8}" y="${yScale(tick) + 4}" text-anchor="end">${tick}%</text>`,
    );
  return html`<svg class="rd-chart__drawing" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${props.id}-title" xmlns="http://www.w3.org/2000/svg"><title id="${props.id}-title">${props.title}: ${props.description}</title>
<rect class="rd-chart__band" x="${edge.left}" y="${yScale(upper)}" width="${right - edge.left}" height="${yScale(props.lower) - yScale(upper)}"/>
${grid}${limitLine(yScale(upper), `Upper ${show(upper)}`, 'limit')}${limitLine(yScale(props.mean), `Mean ${show(props.mean)}`, 'mean')}${limitLine(yScale(props.lower), `Lower ${show(props.lower)}`, 'limit')}
<path class="rd-chart__line" d="${path(props.points) ?? ''}"/>${props.points.map(point => dot(point, scales))}${labels}</svg>`;
}

/** A share over time between its control limits: what lies outside them is a change, what lies inside is chance. */
export function controlChart(props: ControlChartProps): Html {
  return chartFrame({
    ...props,
    drawing: drawing(props),
    head: [props.unit, 'Share', 'Outside the limits'],
    rows: props.points.map(point => [
      {
        text:
          point.href === undefined ? point.name : html`<a class="govuk-link" href="${point.href}">${point.name}</a>`,
      },
      { text: point.value === null ? 'None' : show(point.value), format: 'numeric' as const },
      { text: point.out === true ? 'Yes' : 'No', format: 'numeric' as const },
    ]),
  });
}
