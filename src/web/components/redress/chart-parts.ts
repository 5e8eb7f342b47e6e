import { type Html, type HtmlContent, html } from '../../html.ts';
import { details } from '../govuk/details.ts';
import { type TableCell, table } from '../govuk/table.ts';

/** A colour of a chart by what it shows. `late` is hatched as well as coloured. */
export type ChartTone = '1' | '2' | 'late';

export interface ChartSeries {
  readonly name: string;
  readonly tone: ChartTone;
}

/** The hatch over a `late` bar, so that it is told without colour. Ids are unique by the chart's. */
export function hatch(id: string): Html {
  return html`<defs><pattern id="${id}-hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line class="rd-chart__hatch" x1="0" x2="0" y1="0" y2="7"/></pattern></defs>`;
}

/** A bar: its colour, and the hatch over it where it shows what is late. */
export function bar(id: string, tone: ChartTone, place: Html): Html {
  return html`<rect class="rd-chart__fill--${tone}"${place}/>${tone === 'late' && html`<rect fill="url(#${id}-hatch)"${place}/>`}`;
}

function swatch(id: string, series: ChartSeries): Html {
  const place = html` width="14" height="14"`;
  return html`<li class="rd-chart__key-item"><svg class="rd-chart__swatch" aria-hidden="true" focusable="false">${bar(id, series.tone, place)}</svg>${series.name}</li>`;
}

/** What the colours mean, in words beside them. */
export function chartKey(id: string, series: readonly ChartSeries[]): Html {
  return html`<ul class="rd-chart__key">${series.map(one => swatch(id, one))}</ul>`;
}

export interface ChartFrameProps {
  readonly id: string;
  readonly title: string;
  /** What it shows, in a sentence or two: the finding, not the drawing. */
  readonly description: string;
  readonly key?: HtmlContent;
  readonly drawing: Html;
  /** The same data: heading cells and rows. */
  readonly head: readonly string[];
  readonly rows: readonly (readonly TableCell[])[];
}

/** The frame of every chart: title, finding, key, drawing, and a table of the same data to open. */
export function chartFrame(props: ChartFrameProps): Html {
  const head = props.head.map((text, i): TableCell => (i === 0 ? { text } : { text, format: 'numeric' }));
  const data = table({
    caption: props.title,
    captionClasses: 'govuk-visually-hidden',
    head,
    rows: props.rows,
    firstCellIsHeader: true,
  });
  return html`<figure class="rd-chart" aria-labelledby="${props.id}-caption">
<figcaption><p class="rd-chart__title" id="${props.id}-caption">${props.title}</p><p class="govuk-body">${props.description}</p></figcaption>
${props.key}
<div class="rd-scroll" tabindex="0" role="region" aria-label="${props.title}, drawn">${props.drawing}</div>
${details({ summary: 'Show the figures as a table', content: html`<div class="rd-scroll">${data}</div>` })}
</figure>`;
}
