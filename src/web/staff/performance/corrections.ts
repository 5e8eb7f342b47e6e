import type { CorrectionRow } from '../../../application/queries/corrections.ts';
import { sayDate } from '../../../domain/calendar/dates.ts';
import { dataTable } from '../../components/redress/data-table.ts';
import { type Html, html } from '../../html.ts';
import { paths } from '../../paths.ts';

const words: Readonly<Record<CorrectionRow['kind'], string>> = {
  'received-date': 'Another day of receipt',
  'logged-in-error': 'Logged in error',
  duplicate: 'Told twice',
  'wrong-person': 'Recorded for the wrong person',
  'misfiled-document': 'An entry that belongs elsewhere',
};

/** Every correction of a record in the last twelve months: who made it, and who approved it (R24). */
export function correctionsTable({
  corrections,
  opens,
}: {
  corrections: readonly CorrectionRow[];
  opens: boolean;
}): Html {
  const heading = html`<h2 class="govuk-heading-m" id="corrections">Corrections of records</h2>`;
  if (corrections.length === 0) return html`${heading}<p class="govuk-body">None in the last twelve months.</p>`;
  return html`${heading}<p class="govuk-body">A corrected record may stop counting, so each is listed, with who approved it. The reasons stand in each timeline.</p>
${dataTable({
  caption: 'The last twelve months',
  captionHidden: true,
  rows: corrections,
  columns: [
    {
      heading: 'What was corrected',
      isRowHeader: true,
      cell: row => words[row.kind],
    },
    {
      heading: 'Complaint',
      cell: row =>
        opens
          ? html`<a class="govuk-link rd-nowrap" href="${paths.case({ reference: row.reference })}">${row.reference}</a>`
          : html`<span class="rd-nowrap">${row.reference}</span>`,
    },
    { heading: 'On', cell: row => sayDate(row.on) },
    { heading: 'By', cell: row => row.by },
    { heading: 'Approved by', cell: row => row.approvedBy },
  ],
})}`;
}
