/** One file: what it would change or has changed, and what of it is not taken. */
import type { ImportRow, ImportRun } from '../../../application/queries/imports.ts';
import type { Fields } from '../../../domain/register/row.ts';
import { sayCell, sayColumn } from '../../../domain/register/say-row.ts';
import { sayNumber } from '../../../domain/say-number.ts';
import { button } from '../../components/govuk/button.ts';
import { dataTable } from '../../components/redress/data-table.ts';
import { statTile, statTiles } from '../../components/redress/stat-tile.ts';
import { sealFields } from '../../forms/form-page.ts';
import type { FormView } from '../../forms/form-view.ts';
import { type Html, html } from '../../html.ts';
import { paths } from '../../paths.ts';
import type { Visit } from '../../visit.ts';
import { proofInput } from '../prove-again.ts';
import { sayMoment } from '../say-moment.ts';
import { kindWords, sayActor, stateTag } from './view.ts';

/** How many rows of each list a page shows. */
export const rowsShown = 100;

export type OneImportProps = {
  visit: Visit;
  form: FormView;
  above: Html | undefined;
  run: ImportRun;
  rows: Readonly<Record<ImportRow['verdict'], readonly ImportRow[]>>;
};

export function oneImport({ visit, form, above, run, rows }: OneImportProps): Html {
  const applied = run.appliedAt !== null;
  return html`<h1 class="govuk-heading-l">${run.fileName}: ${kindWords[run.kind].text.toLowerCase()} ${stateTag(run)}</h1>
${above}
${statTiles(
  [
    statTile({ number: sayNumber(run.added), label: 'new' }),
    statTile({ number: sayNumber(run.changed), label: 'changed' }),
    statTile({ number: sayNumber(run.unchanged), label: 'as before' }),
    statTile({ number: sayNumber(run.rejected), label: 'not taken' }),
  ],
  { inPairs: true },
)}
<p class="govuk-body">Read ${sayMoment(run.madeAt)}, ${sayActor(run.madeBy, visit.landlord)}.${
    run.appliedAt !== null &&
    html` Brought in ${sayMoment(run.appliedAt)}, ${sayActor(run.appliedBy ?? '', visit.landlord)}.`
  }${run.leftOut.length > 0 && html` Columns that mean nothing here and are not read: ${run.leftOut.join(', ')}.`}</p>
${!applied && confirmForm(visit, form, run)}
${rejectedTable(run, rows.rejected)}
${changedTable(run, rows.changed)}
${newTable(run, rows.new)}`;
}

function confirmForm(visit: Visit, form: FormView, run: ImportRun): Html {
  if (run.added + run.changed === 0)
    return html`<p class="govuk-inset-text">The file changes nothing${run.rejected > 0 && ', as none of its other rows can be taken'}.</p>`;
  const all = run.added + run.changed;
  return html`<form method="post" class="rd-form" novalidate action="${paths.import({ import: run.importId })}">${sealFields(visit.seal())}
${run.kind === 'staff' && proofInput(visit, form)}
<p class="govuk-body">Nothing has been changed yet.${run.rejected > 0 && ' The rows that are not taken stay as they are here; mend them in the file and send it again.'}</p>
${button({ text: all === 1 ? 'Bring in this one' : `Bring in these ${sayNumber(all)}`, preventDoubleClick: true })}</form>`;
}

function rejectedTable(run: ImportRun, rows: readonly ImportRow[]): Html | false {
  const rejected = rows.flatMap(row =>
    row.verdict === 'rejected' ? row.faults.map(fault => ({ ...fault, line: row.line })) : [],
  );
  if (rejected.length === 0) return false;
  return html`${dataTable({
    caption: captionOf('Not taken', run.rejected, rows.length),
    rows: rejected,
    columns: [
      { heading: 'Line', isRowHeader: true, cell: row => sayNumber(row.line) },
      { heading: 'Column', cell: row => (row.column === null ? 'The row' : sayColumn(row.column)) },
      { heading: 'What stands there', cell: row => row.value ?? '' },
      { heading: 'Why it is not taken', cell: row => row.why },
    ],
  })}<p class="govuk-body"><a class="govuk-link" href="${paths.importRejected({ import: run.importId })}" download>Download the rows that are not taken (CSV)</a></p>`;
}

function changedTable(run: ImportRun, rows: readonly ImportRow[]): Html | false {
  const changed = rows.flatMap(row => (row.verdict === 'changed' ? row : []));
  if (changed.length === 0) return false;
  return dataTable({
    caption: captionOf(run.appliedAt === null ? 'Would change' : 'Changed', run.changed, rows.length),
    rows: changed,
    columns: [
      { heading: 'Line', cell: row => sayNumber(row.line) },
      { heading: kindWords[run.kind].text, isRowHeader: true, cell: row => nameOf(row.fields) },
      {
        heading: 'From and to',
        cell: row =>
          row.changes.map(
            ({ column, from, to }) =>
              html`<div><strong>${sayColumn(column)}:</strong> <del>${sayCell(from)}</del> → <ins>${sayCell(to)}</ins></div>`,
          ),
      },
    ],
  });
}

function newTable(run: ImportRun, rows: readonly ImportRow[]): Html | false {
  const fresh = rows.flatMap(row => (row.verdict === 'new' ? row : []));
  if (fresh.length === 0) return false;
  return dataTable({
    caption: captionOf('New', run.added, rows.length),
    rows: fresh,
    columns: [
      { heading: 'Line', cell: row => sayNumber(row.line) },
      { heading: kindWords[run.kind].text, isRowHeader: true, cell: row => nameOf(row.fields) },
      {
        heading: 'With',
        cell: row =>
          Object.entries(row.fields)
            .filter(([column, value]) => value !== null && !told.includes(column))
            .map(([column, value]) => `${sayColumn(column)}: ${sayCell(value)}`)
            .join('; '),
      },
    ],
  });
}

/** What names a row, and what says nothing to people. */
const told = ['address', 'name', 'postcode', 'home'];

function nameOf(fields: Fields): string {
  return sayCell(fields['address'] ?? fields['name'] ?? null);
}

function captionOf(what: string, all: number, shown: number): string {
  return all > shown ? `${what}: the first ${sayNumber(shown)} of ${sayNumber(all)}` : `${what}: ${sayNumber(all)}`;
}
