import { type Attributes, attrs, classes, type Html, type HtmlContent, html, type Words } from '../../html.ts';

export interface TableCell {
  readonly text: HtmlContent;
  readonly format?: 'numeric' | undefined;
  readonly classes?: string | undefined;
  readonly colspan?: number | undefined;
  readonly rowspan?: number | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface TableProps {
  /** Says what the table holds; give one always, `govuk-visually-hidden` if it would repeat a heading. */
  readonly caption?: Words | undefined;
  /** `govuk-table__caption--m` and the like. */
  readonly captionClasses?: string | undefined;
  readonly head?: readonly TableCell[] | undefined;
  readonly rows: readonly (readonly TableCell[] | false | null | undefined)[];
  readonly firstCellIsHeader?: boolean | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

function spans(cell: TableCell): Html {
  return attrs({ colspan: cell.colspan, rowspan: cell.rowspan, ...cell.attributes });
}

function headCell(cell: TableCell): Html {
  const format = cell.format !== undefined && `govuk-table__header--${cell.format}`;
  return html`<th scope="col" class="${classes('govuk-table__header', format, cell.classes)}"${spans(cell)}>${cell.text}</th>`;
}

function bodyCell(cell: TableCell, isHeader: boolean): Html {
  if (isHeader) {
    return html`<th scope="row" class="${classes('govuk-table__header', cell.classes)}"${spans(cell)}>${cell.text}</th>`;
  }
  const format = cell.format !== undefined && `govuk-table__cell--${cell.format}`;
  return html`<td class="${classes('govuk-table__cell', format, cell.classes)}"${spans(cell)}>${cell.text}</td>`;
}

/** A plain table. For work lists use `dataTable`, which is denser and sorts. */
export function table(props: TableProps): Html {
  const rows = props.rows.map(
    row =>
      row &&
      html`<tr class="govuk-table__row">${row.map((cell, i) => bodyCell(cell, i === 0 && props.firstCellIsHeader === true))}</tr>\n`,
  );
  const head =
    props.head !== undefined &&
    html`<thead class="govuk-table__head"><tr class="govuk-table__row">${props.head.map(headCell)}</tr></thead>`;
  const caption =
    props.caption !== undefined &&
    html`<caption class="${classes('govuk-table__caption', props.captionClasses)}">${props.caption}</caption>`;
  return html`<table class="${classes('govuk-table', props.classes)}"${attrs(props.attributes)}>
${caption}${head}
<tbody class="govuk-table__body">${rows}</tbody>
</table>`;
}
