import { attrs, classes, type Html, type HtmlContent, html, type Words } from '../../html.ts';

export interface DataColumn<Row> {
  readonly heading: string;
  readonly cell: (row: Row) => HtmlContent;
  /** The first column of a row that names it: its cells are row headers. */
  readonly isRowHeader?: boolean | undefined;
  readonly format?: 'number' | undefined;
  /** Where a click on the heading sorts by this column. */
  readonly sortHref?: string | undefined;
  readonly sorted?: 'ascending' | 'descending' | undefined;
  /** Hides the heading from sight where the cells explain themselves. */
  readonly headingHidden?: boolean | undefined;
  /** A date or a short word: no wider than it needs, where a table has room to give away. */
  readonly narrow?: boolean | undefined;
}

export interface DataTableProps<Row> {
  readonly caption: Words;
  readonly captionHidden?: boolean | undefined;
  readonly columns: readonly DataColumn<Row>[];
  readonly rows: readonly Row[];
  /** A bar at the left of the row. The row's words must say it too. */
  readonly tone?: ((row: Row) => 'late' | 'soon' | undefined) | undefined;
  readonly rowId?: ((row: Row) => string | undefined) | undefined;
  /** False keeps a table of figures a table on a phone too (it then scrolls sideways). */
  readonly stacks?: boolean | undefined;
}

function heading<Row>(column: DataColumn<Row>): Html {
  const arrow = column.sorted === 'descending' ? '▼' : column.sorted === 'ascending' ? '▲' : '↕';
  const words =
    column.sortHref === undefined
      ? column.heading
      : html`<a class="rd-table__sort" href="${column.sortHref}">${column.heading}<span class="rd-table__arrow" aria-hidden="true">${arrow}</span></a>`;
  const names = classes(
    column.format === 'number' && 'rd-table__cell--number',
    column.narrow === true && 'rd-table__cell--narrow',
  );
  const sort = column.sortHref === undefined ? undefined : (column.sorted ?? 'none');
  const shown = column.headingHidden === true ? html`<span class="govuk-visually-hidden">${words}</span>` : words;
  return html`<th scope="col" role="columnheader"${attrs({ class: names || undefined, 'aria-sort': sort })}>${shown}</th>`;
}

/** How the cells of a column begin and end: the same in every row, so it is put together once. */
function frameOf<Row>(column: DataColumn<Row>): (content: HtmlContent) => Html {
  const names = attrs({ class: column.format === 'number' ? 'rd-table__cell--number' : undefined });
  const label =
    column.isRowHeader !== true && column.headingHidden !== true
      ? html`<span class="rd-table__label" aria-hidden="true">${column.heading}: </span>`
      : '';
  return column.isRowHeader === true
    ? content => html`<th scope="row" role="rowheader"${names}>${content}</th>`
    : content => html`<td role="cell"${names}>${label}${content}</td>`;
}

/**
 * A dense list with sortable headings (links, so no script is needed). On a phone each row becomes a small card; the roles
 * keep it a table for assistive technology, which a change of display would otherwise undo.
 */
export function dataTable<Row>(props: DataTableProps<Row>): Html {
  const columns = props.columns.map(column => ({ column, frame: frameOf(column) }));
  const rows = props.rows.map(row => {
    const tone = props.tone?.(row);
    const own = attrs({ class: tone && `rd-table__row--${tone}`, id: props.rowId?.(row) });
    return html`<tr role="row"${own}>${columns.map(({ column, frame }) => frame(column.cell(row)))}</tr>\n`;
  });
  const stacks = props.stacks !== false;
  const table = html`<table role="table" class="${classes('rd-table', stacks && 'rd-table--stacks')}">
<caption class="${classes('rd-table__caption', props.captionHidden === true && 'govuk-visually-hidden')}">${props.caption}</caption>
<thead class="rd-table__head" role="rowgroup"><tr role="row">${props.columns.map(heading)}</tr></thead>
<tbody role="rowgroup">${rows}</tbody>
</table>`;
  return stacks ? table : html`<div class="rd-scroll">${table}</div>`;
}
