import { columnsOf, type ImportRun } from '../../../application/queries/imports.ts';
import type { ImportKind } from '../../../domain/register/imports.ts';
import { sayNumber } from '../../../domain/say-number.ts';
import { details } from '../../components/govuk/details.ts';
import { fileUpload } from '../../components/govuk/file-upload.ts';
import { radios } from '../../components/govuk/radios.ts';
import { tag } from '../../components/govuk/tag.ts';
import { dataTable } from '../../components/redress/data-table.ts';
import { formPage } from '../../forms/form-page.ts';
import type { FormView } from '../../forms/form-view.ts';
import { type Html, html } from '../../html.ts';
import { paths } from '../../paths.ts';
import type { Visit } from '../../visit.ts';
import { sayMoment } from '../say-moment.ts';

export const kindWords: Readonly<Record<ImportKind, { text: string; holds: string }>> = {
  homes: { text: 'Homes', holds: 'addresses with their numbers, tenure and tenancy. Bring these in first' },
  people: { text: 'People', holds: 'residents with ways to reach them and the home they live in' },
  buildings: { text: 'Buildings', holds: 'blocks with their storeys, height, homes and who is accountable' },
  staff: { text: 'Staff', holds: 'who works here, in which team and role. Nobody is invited by it' },
};

export type ImportsProps = { visit: Visit; form: FormView; runs: readonly ImportRun[]; kinds: readonly ImportKind[] };

/** What a file may be, and the files before it. */
export function importsView({ visit, form, runs, kinds }: ImportsProps): Html {
  const choice = form.choice('kind');
  const start = formPage({
    title: 'Bring in homes and people',
    hint: 'You are shown what would change before anything is changed. What a file does not name stays as it is: nothing is ever deleted by one.',
    action: paths.imports(),
    seal: visit.seal(),
    multipart: true,
    fields: html`${radios({
      ...choice,
      fieldset: { legend: 'What does the file hold?' },
      items: kinds.map(kind => ({ value: kind, text: `${kindWords[kind].text}: ${kindWords[kind].holds}` })),
    })}
${fileUpload({
  name: 'file',
  label: 'The file',
  hint: 'A spreadsheet saved as CSV (UTF-8) whose first line names the columns.',
  error: form.error('file'),
  attributes: { accept: '.csv,text/csv' },
})}`,
    submit: 'Show what would change',
  });
  return html`<div class="rd-split"><div>${start}</div><aside class="rd-split__side">${kinds.map(kind => columnsCard(kind, visit))}</aside></div>${earlier(runs, visit)}`;
}

function columnsCard(kind: ImportKind, { landlord }: Visit): Html {
  const list = columnsOf(kind, landlord).map(
    ({ name, holds, needed }) =>
      html`<li><code>${name}</code>: ${holds}${needed === true && html` <strong>(always)</strong>`}</li>`,
  );
  return details({
    summary: `Columns of a file of ${kind}`,
    content: html`<ul class="govuk-list govuk-list--bullet">${list}</ul>
<p class="govuk-body-s">A column that is not there changes nothing; an empty cell in one that is there means that there is none.</p>`,
  });
}

function earlier(runs: readonly ImportRun[], { landlord }: Visit): Html | false {
  if (runs.length === 0) return false;
  return dataTable<ImportRun>({
    caption: 'Files of late',
    rows: runs,
    columns: [
      {
        heading: 'File',
        isRowHeader: true,
        cell: run => html`<a class="govuk-link" href="${paths.import({ import: run.importId })}">${run.fileName}</a>`,
      },
      { heading: 'Holds', cell: run => kindWords[run.kind].text },
      { heading: 'Read', cell: run => html`${sayMoment(run.madeAt)}<br>${sayActor(run.madeBy, landlord)}` },
      {
        heading: 'Came to',
        cell: run =>
          `${sayNumber(run.added)} new, ${sayNumber(run.changed)} changed, ${sayNumber(run.unchanged)} as before, ${sayNumber(run.rejected)} not taken`,
      },
      { heading: 'State', cell: run => stateTag(run) },
    ],
  });
}

/** Whether it was brought in, as a word on a ground. */
export function stateTag({ appliedAt }: ImportRun): Html {
  return appliedAt === null
    ? tag({ text: 'Looked at only', colour: 'yellow' })
    : tag({ text: 'Brought in', colour: 'green' });
}

/** Who did it: somebody by name, or the terminal. */
export function sayActor(actor: string, { staff }: Visit['landlord']): string {
  return staff.find(one => actor === `person:${one.personId}`)?.name ?? 'At the terminal';
}
