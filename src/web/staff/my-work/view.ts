import type { WorkList, WorkRow } from '../../../application/queries/my-work.ts';
import { addDays, type LocalDate, sayDate } from '../../../domain/calendar/dates.ts';
import { sayDue } from '../../../domain/calendar/say-due.ts';
import type { Calendar } from '../../../domain/calendar/working-days.ts';
import { sayObligation } from '../../../domain/complaint/in-words.ts';
import { tag } from '../../components/govuk/tag.ts';
import { adjustmentBadges } from '../../components/redress/adjustment-badges.ts';
import { dataTable } from '../../components/redress/data-table.ts';
import { dueTag } from '../../components/redress/due-tag.ts';
import { emptyState } from '../../components/redress/empty-state.ts';
import { type Html, html } from '../../html.ts';
import { paths, withQuery } from '../../paths.ts';
import { toneOf } from '../case/case-head.ts';

export type MyWorkProps = {
  mine: WorkList;
  team: WorkList | null;
  today: LocalDate;
  calendar: Calendar;
  needs: boolean;
};

/** My work: late first, then today, the next seven days, and later; below it what the team's queue owes. */
export function myWorkView(props: MyWorkProps): Html {
  const { mine, team, needs } = props;
  return html`<div class="rd-titlerow"><h1 class="govuk-heading-l">My work</h1>
<p class="govuk-body-s"><a class="govuk-link" href="${withQuery(paths.myWork(), { needs: needs ? '' : '1' })}">${
    needs ? 'Show everybody' : 'Only people with adjustments or support needs'
  }</a></p></div>
${mine.rows.length === 0 ? nothing() : workGroups(mine, props)}
${team !== null && html`<h2 class="govuk-heading-m">The complaints team’s queue</h2>${team.rows.length === 0 ? html`<p class="govuk-body">Everything has somebody’s name on it.</p>` : workTable(team.rows, 'Not assigned to anybody', props)}`}`;
}

function nothing(): Html {
  return emptyState({
    title: 'Nothing is owed by you today',
    text: 'What you are asked for, or given to handle, appears here with its date.',
    action: html`<a class="govuk-link" href="${paths.cases()}">Look through all cases</a>`,
  });
}

function workGroups({ rows, more }: WorkList, props: MyWorkProps): Html {
  const { today } = props;
  const week = addDays(today, 7);
  const groups: [string, (row: WorkRow) => boolean][] = [
    ['Late', row => row.dueOn !== null && dateOf(row) < today],
    ['Today', row => dateOf(row) === today],
    ['The next seven days', row => dateOf(row) > today && dateOf(row) <= week],
    ['Later', row => dateOf(row) > week],
  ];
  return html`${groups.map(([caption, belongs]) => {
    const own = rows.filter(belongs);
    return own.length === 0 ? html`` : workTable(own, `${caption} (${own.length})`, props);
  })}${more && html`<p class="govuk-body">There is more. These are the first ${rows.length}.</p>`}`;
}

function workTable(rows: readonly WorkRow[], caption: string, { today, calendar }: MyWorkProps): Html {
  return dataTable({
    caption,
    rows,
    tone: row => (dateOf(row) < today ? 'late' : dateOf(row) === today ? 'soon' : undefined),
    columns: [
      {
        heading: 'What',
        isRowHeader: true,
        cell: row =>
          html`<a class="govuk-link rd-strong" href="${paths.case({ reference: row.reference })}">${sayObligation(row)}</a>${
            row.priority && html` ${tag({ text: 'Safety first', colour: 'red' })}`
          }`,
      },
      {
        heading: 'For',
        cell: row =>
          html`${row.name}<span class="rd-quiet-text rd-block">${row.address ?? ''}</span>${
            row.adjustments !== null && adjustmentBadges(row.adjustments.split(', ').map(text => ({ text })))
          }`,
      },
      {
        heading: 'Due',
        cell: row => {
          const date = row.dueOn === null ? null : dateOf(row);
          if (date === null) return 'No date';
          return dueTag({
            words: sayDue(date, today, calendar),
            tone: toneOf(date, today),
            date: sayDate(date),
            place: 'below',
          });
        },
      },
      {
        heading: 'Why',
        cell: row =>
          html`<span class="rd-quiet-text">${row.rule} <span class="rd-nowrap">(${row.clause})</span></span>`,
      },
    ],
  });
}

/** The date to work to: the Code's outer date where that is the earlier (R5). */
function dateOf(row: WorkRow): LocalDate {
  const due = row.dueOn ?? '9999-12-31';
  return row.longStopOn !== null && row.longStopOn < due ? row.longStopOn : due;
}
