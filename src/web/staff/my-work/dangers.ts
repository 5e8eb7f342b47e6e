import type { WorkList, WorkRow } from '../../../application/queries/my-work.ts';
import { type Instant, sayDate } from '../../../domain/calendar/dates.ts';
import { warningText } from '../../components/govuk/warning-text.ts';
import { dataTable } from '../../components/redress/data-table.ts';
import { type Html, html } from '../../html.ts';
import { paths } from '../../paths.ts';
import { recordPages } from '../../record-pages.ts';
import { momentTag } from './moment-tag.ts';

/** What has to be made safe, for whoever is on call and whoever hands out the work: above everything else, by the hour (R13). */
export function dangersTable({ dangers, now }: { dangers: WorkList | null; now: Instant }): Html | null {
  if (dangers === null || dangers.rows.length === 0) return null;
  const many = dangers.rows.length;
  return html`<section id="dangers">${warningText({ text: many === 1 ? 'Somebody may be in danger: make it safe now.' : `${many} dangers are to be made safe now.` })}
${dataTable({
  caption: 'To be made safe, by whoever is on call',
  rows: dangers.rows,
  tone: row => (isLate(row, now) ? 'late' : 'soon'),
  columns: [
    { heading: 'By', cell: row => dueBy(row, now) },
    {
      heading: 'Whom and where',
      isRowHeader: true,
      cell: row =>
        html`${row.open ? html`<a class="govuk-link rd-table__main" href="${hrefOf(row)}">${row.name}</a>` : html`<span class="rd-table__main">${row.name}</span>`}<span class="rd-table__second">${row.address ?? 'No address'}</span>`,
    },
    { heading: 'Why by then', cell: row => html`<span class="rd-quiet-text">${row.rule} (${row.clause})</span>` },
    {
      heading: 'Case',
      cell: row =>
        html`<span class="rd-nowrap">${row.reference ?? (row.record && recordPages[row.record].label)}</span>`,
    },
  ],
})}</section>`;
}

/** Where it is made safe: on the complaint, or on what nobody has judged yet. */
function hrefOf({ reference, record, caseId }: WorkRow): string {
  if (reference !== null) return paths.case({ reference });
  return record === null ? paths.cases() : recordPages[record].page(caseId);
}

function isLate({ dueAt }: WorkRow, now: Instant): boolean {
  return dueAt !== null && Date.parse(dueAt) < Date.parse(now);
}

function dueBy(row: WorkRow, now: Instant): Html | string {
  const { dueAt, dueOn } = row;
  if (dueAt === null) return dueOn === null ? 'No date' : sayDate(dueOn);
  return momentTag(dueAt, now, 'below');
}
