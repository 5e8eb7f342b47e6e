/** How soon each service area answers what it is asked, each figure opening its questions (MGL-52). */
import type { AreaTurnaround, TurnaroundResult } from '../../../application/queries/turnaround.ts';
import { sayNumber } from '../../../domain/say-number.ts';
import { dataTable } from '../../components/redress/data-table.ts';
import { type Html, html } from '../../html.ts';
import { paths, withQuery } from '../../paths.ts';
import { labelOf } from '../case/parts.ts';

type Props = {
  turnaround: readonly AreaTurnaround[];
  areas: readonly { id: string; label: string }[];
};

/** The address of the questions behind a figure. */
export function questionsHref(area: string, result: TurnaroundResult | 'asked', after?: string): string {
  return withQuery(paths.performanceQuestions(), { area, result, after });
}

export function turnaroundTable({ turnaround, areas }: Props): Html {
  const heading = html`<h2 class="govuk-heading-m" id="turnaround">Answers from service areas</h2>`;
  if (turnaround.length === 0)
    return html`${heading}<p class="govuk-body">Nobody was asked in the last twelve months.</p>`;
  const number = (count: number, row: AreaTurnaround, result: TurnaroundResult | 'asked'): Html => {
    const words = html`${sayNumber(count)}<span class="govuk-visually-hidden">, ${labelOf(areas, row.serviceArea)}</span>`;
    return count === 0
      ? html`0`
      : html`<a class="govuk-link" href="${questionsHref(row.serviceArea, result)}">${words}</a>`;
  };
  return html`${heading}<p class="govuk-body">Questions asked for investigations in the last twelve months, by the date that was first asked for. Needing longer moves no date.</p>
${dataTable({
  caption: 'The last twelve months, by service area',
  captionHidden: true,
  stacks: false,
  rows: turnaround,
  columns: [
    { heading: 'Service area', isRowHeader: true, cell: row => labelOf(areas, row.serviceArea) },
    { heading: 'Asked', format: 'number', cell: row => number(row.asked, row, 'asked') },
    { heading: 'Answered in time', format: 'number', cell: row => number(row.inTime, row, 'in-time') },
    { heading: 'Late', format: 'number', cell: row => number(row.late, row, 'late') },
    { heading: 'Not due yet', format: 'number', cell: row => number(row.open, row, 'open') },
    { heading: 'Ended otherwise', format: 'number', cell: row => number(row.ended, row, 'ended') },
    {
      heading: 'Median working days to answer',
      format: 'number',
      cell: ({ median }) => (median === null ? html`<span class="rd-quiet-text">None answered</span>` : String(median)),
    },
  ],
})}`;
}
