import type { DissatisfactionList, DissatisfactionRow } from '../../../application/queries/dissatisfaction.ts';
import { type LocalDate, sayDate } from '../../../domain/calendar/dates.ts';
import { sayDue } from '../../../domain/calendar/say-due.ts';
import type { Calendar } from '../../../domain/calendar/working-days.ts';
import type { Policy } from '../../../domain/policy/policy.ts';
import { dataTable } from '../../components/redress/data-table.ts';
import { dueTag } from '../../components/redress/due-tag.ts';
import { emptyState } from '../../components/redress/empty-state.ts';
import { type Html, html } from '../../html.ts';
import { paths, withQuery } from '../../paths.ts';
import { toneOf } from '../case/case-head.ts';
import { labelOf } from '../case/parts.ts';

export type ListProps = {
  list: DissatisfactionList;
  which: 'open' | 'settled';
  today: LocalDate;
  calendar: Calendar;
  policy: Policy;
};

/** The list: what still waits for an offer, an answer or a letter, oldest first; or what is settled, newest first. */
export function listView(props: ListProps): Html {
  const { list, which } = props;
  const other = which === 'open' ? 'settled' : '';
  return html`<div class="rd-listhead"><h1 class="govuk-heading-l">Dissatisfaction</h1>
<p class="govuk-body-s"><a class="govuk-link" href="${withQuery(paths.dissatisfaction(), { show: other })}">${which === 'open' ? 'Show what is settled' : 'Show what is open'}</a></p></div>
<p class="govuk-body">Whoever is dissatisfied is offered the choice to complain, and their answer is followed. <a class="govuk-link" href="${paths.dissatisfactionNew()}">Record dissatisfaction</a></p>
${list.rows.length === 0 ? nothing(which) : table(props)}
${list.more && html`<p class="govuk-body">There is more. These are the first ${list.rows.length}.</p>`}`;
}

function nothing(which: 'open' | 'settled'): Html {
  return emptyState({
    title: which === 'open' ? 'Nobody is waiting' : 'Nothing is settled yet',
    text:
      which === 'open'
        ? 'Everybody who told us that they were dissatisfied has been offered a complaint, and their answer was followed.'
        : 'What has been offered, answered and followed appears here.',
  });
}

function table({ list, which, today, calendar, policy }: ListProps): Html {
  return dataTable({
    caption: which === 'open' ? 'Open' : 'Settled',
    rows: list.rows,
    tone: row => (row.dueOn === null || row.dueOn > today ? undefined : row.dueOn < today ? 'late' : 'soon'),
    columns: [
      {
        heading: 'Who',
        isRowHeader: true,
        cell: row =>
          html`<a class="govuk-link rd-table__main" href="${paths.dissatisfactionRecord({ record: row.recordId })}">${row.name}</a><span class="rd-table__second">${row.source === 'survey' ? 'Survey' : labelOf(policy.channels, row.channel)}, ${sayDate(row.toldOn)}</span>`,
      },
      { heading: 'How it stands', cell: row => standsAt(row) },
      {
        heading: 'Due',
        cell: row =>
          row.dueOn === null
            ? 'Nothing'
            : dueTag({
                words: sayDue(row.dueOn, today, calendar),
                tone: toneOf(row.dueOn, today),
                date: sayDate(row.dueOn),
                place: 'below',
              }),
      },
      { heading: 'Recorded by', cell: row => row.recordedBy },
    ],
  });
}

function standsAt({ offeredOn, answer, confirmedOn, reference }: DissatisfactionRow): Html | string {
  if (reference !== null)
    return html`Became <a class="govuk-link rd-nowrap" href="${paths.case({ reference })}">${reference}</a>`;
  if (answer === 'yes') return 'Wants to complain; not logged yet';
  if (answer === 'no')
    return confirmedOn === null
      ? 'Does not want to; not confirmed in writing yet'
      : 'Does not want to; told how to later';
  return offeredOn === null ? 'Not offered yet' : 'Offered; no answer yet';
}
