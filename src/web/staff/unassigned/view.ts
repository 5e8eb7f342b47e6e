import type { UnassignedList, UnassignedRow } from '../../../application/queries/unassigned.ts';
import { type LocalDate, sayDate } from '../../../domain/calendar/dates.ts';
import { sayDue } from '../../../domain/calendar/say-due.ts';
import { type Calendar, countWorkingDays, covers } from '../../../domain/calendar/working-days.ts';
import type { Policy } from '../../../domain/policy/policy.ts';
import { tag } from '../../components/govuk/tag.ts';
import { adjustmentBadges } from '../../components/redress/adjustment-badges.ts';
import { dataTable } from '../../components/redress/data-table.ts';
import { dueTag } from '../../components/redress/due-tag.ts';
import { emptyState } from '../../components/redress/empty-state.ts';
import { type Html, html } from '../../html.ts';
import { paths, withQuery } from '../../paths.ts';
import { toneOf } from '../case/case-head.ts';
import { labelOf } from '../case/parts.ts';

export type UnassignedProps = {
  list: UnassignedList;
  today: LocalDate;
  calendar: Calendar;
  policy: Policy;
  /** Whether the reader hands complaints out. */
  assigns: boolean;
  /** Who is not here, for the same reader; null for others. */
  people: Html | null;
  /** Of which stages their role takes complaints. */
  takes: readonly (1 | 2)[];
};

/** The queue: what waits for a name, how long already, until when, and the way to put one on it. */
export function unassignedView(props: UnassignedProps): Html {
  const { rows, more } = props.list;
  return html`<div class="rd-listhead"><h1 class="govuk-heading-l">Unassigned</h1>
<p class="govuk-body-s"><a class="govuk-link" href="${paths.dissatisfaction()}">Dissatisfaction that is still open</a>${props.assigns && html` · <a class="govuk-link" href="${paths.team()}">Team: who carries what</a>`}</p></div>
<p class="govuk-body">${
    props.assigns
      ? 'Nobody answers for these complaints yet. Put somebody’s name on each; their clocks run all the same.'
      : props.takes.length > 0
        ? 'Nobody answers for these complaints yet. You can take one that you may handle.'
        : 'Nobody answers for these complaints yet; their clocks run all the same.'
  }</p>
${props.people}
${rows.length === 0 ? nothing() : table(rows, props)}
${more && html`<p class="govuk-body">There is more. These are the first ${rows.length}.</p>`}`;
}

function nothing(): Html {
  return emptyState({
    title: 'Everything has somebody’s name on it',
    text: 'A complaint appears here the moment it is logged, or when its handler has to give it up.',
    action: html`<a class="govuk-link" href="${paths.logComplaint()}">Log a complaint</a>`,
  });
}

function table(rows: readonly UnassignedRow[], { today, calendar, policy, assigns, takes }: UnassignedProps): Html {
  return dataTable({
    caption: 'Complaints that are nobody’s yet',
    captionHidden: true,
    rows,
    tone: row => (row.assignBy === null ? undefined : toneOf(row.assignBy, today) === 'late' ? 'late' : undefined),
    columns: [
      {
        heading: 'Complaint',
        isRowHeader: true,
        cell: row =>
          html`<a class="govuk-link rd-strong" href="${paths.case({ reference: row.reference })}">${row.name}</a>
<span class="rd-quiet-text rd-block"><span class="rd-nowrap">${row.reference},</span> stage ${row.stage}</span>${row.priority && tag({ text: 'Safety first', colour: 'red' })}`,
      },
      {
        heading: 'Where',
        cell: row =>
          html`${row.address ?? 'No address'}${
            row.adjustments !== null && adjustmentBadges(row.adjustments.split(', ').map(text => ({ text })))
          }`,
      },
      {
        heading: 'About',
        cell: row =>
          html`${labelOf(policy.categories, row.category ?? '')}<span class="rd-quiet-text rd-block">${labelOf(policy.serviceAreas, row.serviceArea ?? '')}</span>`,
      },
      {
        heading: 'Waits',
        cell: row =>
          html`${sayAge(row.waitsSince, today, calendar)}<span class="rd-quiet-text rd-block">${row.askedOn === null ? `received ${sayDate(row.receivedOn)}` : `asked for ${sayDate(row.askedOn)}`}</span>`,
      },
      { heading: 'Assign by', cell: row => assignBy(row, today, calendar) },
      {
        heading: 'Assign',
        headingHidden: true,
        cell: row =>
          assigns || takes.includes(row.stage)
            ? html`<a class="govuk-link" href="${assignHref(row)}">${assigns ? 'Assign' : 'Take it'}<span class="govuk-visually-hidden"> ${row.reference}</span></a>`
            : '',
      },
    ],
  });
}

function assignBy({ assignBy: date, rule, clause }: UnassignedRow, today: LocalDate, calendar: Calendar): Html {
  if (date === null) return html`No date`;
  const tagged = dueTag({
    words: sayDue(date, today, calendar),
    tone: toneOf(date, today),
    date: sayDate(date),
    place: 'below',
  });
  return html`${tagged}<span class="govuk-visually-hidden">: ${rule} (${clause})</span>`;
}

function assignHref({ reference, stage }: UnassignedRow): string {
  return withQuery(paths.caseAct({ reference, act: 'assign' }), { stage, from: 'unassigned' });
}

/** How long it waits, in the days that count. */
function sayAge(since: LocalDate, today: LocalDate, calendar: Calendar): string {
  if (!covers(calendar, since) || !covers(calendar, today)) return `since ${sayDate(since)}`;
  const days = since > today ? 0 : countWorkingDays(calendar, since, today);
  if (days === 0) return since >= today ? 'since today' : 'less than a working day';
  return `${days} working day${days === 1 ? '' : 's'}`;
}
