import { max } from 'd3-array';
import { scaleBand, scaleLinear } from 'd3-scale';
import { attrs, type Html, html } from '../../html.ts';
import type { TableCell } from '../govuk/table.ts';
import { bar, type ChartSeries, chartFrame, chartKey, hatch } from './chart-parts.ts';

export interface Column {
  /** Unique: "March 2026". */
  readonly name: string;
  /** Short, under the column: "Mar 26". */
  readonly short: string;
  /** One number for each series, in their order. */
  readonly values: readonly number[];
  /** Where its cases are listed. */
  readonly href?: string | undefined;
}

export interface ColumnChartProps {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** What the first column of the table holds: "Month". */
  readonly unit: string;
  readonly series: readonly ChartSeries[];
  readonly columns: readonly Column[];
}

const width = 760;
const height = 260;
const edge = { left: 40, right: 8, top: 10, bottom: 28 };

function total(column: Column): number {
  return column.values.reduce((sum, value) => sum + value, 0);
}

/** Stacked columns over time, for example cases received each month, answered on time and late. */
export function columnChart(props: ColumnChartProps): Html {
  const x = scaleBand(
    props.columns.map(column => column.name),
    [edge.left, width - edge.right],
  ).padding(0.3);
  const y = scaleLinear([0, max(props.columns, total) ?? 1], [height - edge.bottom, edge.top]).nice(4);
  const every = Math.ceil(props.columns.length / 8);
  const stack = (column: Column): readonly (Html | false)[] => {
    let below = 0;
    return column.values.map((value, i) => {
      const from = below;
      below += value;
      const place = attrs({
        x: Math.round(x(column.name) ?? 0),
        y: Math.round(y(below)),
        width: Math.round(x.bandwidth()),
        height: Math.max(0, Math.round(y(from)) - Math.round(y(below))),
      });
      return value > 0 && bar(props.id, props.series[i]?.tone ?? '1', place);
    });
  };
  const at = (tick: number): number => Math.round(y(tick));
  const grid = y
    .ticks(4)
    .filter(Number.isInteger)
    .map(
      tick =>
        html`<line class="rd-chart__grid" x1="${edge.left}" x2="${width - edge.right}" y1="${at(tick)}" y2="${at(tick)}"/><text class="rd-chart__text" x="${edge.left - 8}" y="${at(tick) + 4}" text-anchor="end">${tick}</text>`,
    );
  const labels = props.columns.map(
    (column, i) =>
      i % every === 0 &&
      html`<text class="rd-chart__text" x="${Math.round((x(column.name) ?? 0) + x.bandwidth() / 2)}" y="${height - 8}" text-anchor="middle">${column.short}</text>`,
  );
  const drawing = html`<svg class="rd-chart__drawing" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${props.id}-title" xmlns="http://www.w3.org/2000/svg"><title id="${props.id}-title">${props.title}: ${props.description}</title>
${hatch(props.id)}${grid}${props.columns.map(stack)}<line class="rd-chart__axis" x1="${edge.left}" x2="${width - edge.right}" y1="${height - edge.bottom}" y2="${height - edge.bottom}"/>${labels}</svg>`;
  return chartFrame({
    ...props,
    key: chartKey(props.id, props.series),
    drawing,
    head: [props.unit, ...props.series.map(one => one.name), 'All'],
    rows: props.columns.map(row),
  });
}

/** The same figures as a line of the table, its name a link to the cases. */
function row(column: Column): readonly TableCell[] {
  const name =
    column.href === undefined ? column.name : html`<a class="govuk-link" href="${column.href}">${column.name}</a>`;
  const figures = [...column.values, total(column)];
  return [{ text: name }, ...figures.map(value => ({ text: value, format: 'numeric' as const }))];
}
