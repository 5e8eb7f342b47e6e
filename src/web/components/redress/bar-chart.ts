import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { attrs, type Html, html } from '../../html.ts';
import { bar, type ChartSeries, chartKey, hatch } from './chart-parts.ts';

export interface Bar {
  readonly name: string;
  /** One number for each series, in their order. */
  readonly values: readonly number[];
  readonly href?: string | undefined;
}

export interface BarChartProps {
  readonly id: string;
  readonly title: string;
  /** What the rows are: "Age in working days". */
  readonly unit: string;
  readonly series: readonly ChartSeries[];
  readonly bars: readonly Bar[];
}

function total(one: Bar): number {
  return one.values.reduce((sum, value) => sum + value, 0);
}

function drawnBar(props: BarChartProps, one: Bar, x: (value: number) => number): Html {
  let before = 0;
  const parts = one.values.map((value, i) => {
    const from = x(before);
    before += value;
    const share = x(before) - from;
    const place = attrs({ x: `${from}%`, y: 1, width: `${share}%`, height: 24 });
    const number =
      share > 6 &&
      html`<text class="rd-chart__text rd-chart__text--inside" x="${from + share / 2}%" y="18" text-anchor="middle">${value}</text>`;
    const tone = props.series[i]?.tone ?? '1';
    return value > 0 && html`${bar(props.id, tone, place)}${tone !== 'late' && number}`;
  });
  return html`<svg class="rd-bars__drawing" aria-hidden="true" focusable="false" xmlns="http://www.w3.org/2000/svg">${parts}</svg>`;
}

/** Bars in a table, so that the drawing and its figures are one thing: open cases by age, reasons, categories. */
export function barChart(props: BarChartProps): Html {
  const scale = scaleLinear([0, max(props.bars, total) || 1], [0, 100]);
  const x = (value: number): number => Math.round(scale(value) * 100) / 100;
  const rows = props.bars.map(one => {
    const name = one.href === undefined ? one.name : html`<a class="govuk-link" href="${one.href}">${one.name}</a>`;
    const words = props.series.map((series, i) => `${series.name} ${one.values[i] ?? 0}`).join(', ');
    return html`<tr><th scope="row">${name}</th><td><span class="govuk-visually-hidden">${words}</span>${drawnBar(props, one, x)}</td><td class="rd-bars__total">${total(one)}</td></tr>`;
  });
  return html`<figure class="rd-chart" aria-labelledby="${props.id}-caption">
<figcaption class="rd-chart__title" id="${props.id}-caption">${props.title}</figcaption>
<svg class="govuk-visually-hidden" aria-hidden="true" focusable="false" width="0" height="0">${hatch(props.id)}</svg>
${props.series.length > 1 && chartKey(props.id, props.series)}
<table class="rd-bars"><thead class="govuk-visually-hidden"><tr><th scope="col">${props.unit}</th><th scope="col">Parts</th><th scope="col">All</th></tr></thead><tbody>${rows}</tbody></table>
</figure>`;
}
