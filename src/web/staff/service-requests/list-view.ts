import type { RequestRow, RequestSelection, RequestShow } from '../../../application/queries/service-requests.ts';
import { requestShows } from '../../../application/queries/service-requests.ts';
import { type LocalDate, sayDate } from '../../../domain/calendar/dates.ts';
import { sayDue } from '../../../domain/calendar/say-due.ts';
import type { Calendar } from '../../../domain/calendar/working-days.ts';
import type { Policy } from '../../../domain/policy/policy.ts';
import { button } from '../../components/govuk/button.ts';
import { pagination } from '../../components/govuk/pagination.ts';
import { select } from '../../components/govuk/select.ts';
import { tag } from '../../components/govuk/tag.ts';
import { dataTable } from '../../components/redress/data-table.ts';
import { dueTag } from '../../components/redress/due-tag.ts';
import { emptyState } from '../../components/redress/empty-state.ts';
import { type Html, html } from '../../html.ts';
import { paths } from '../../paths.ts';
import { toneOf } from '../case/case-head.ts';
import { labelOf } from '../case/parts.ts';
import { listHref } from './place.ts';

export type RequestList = RequestSelection;

export type RequestListProps = {
  list: RequestList;
  rows: readonly RequestRow[];
  nextHref: string | null;
  today: LocalDate;
  calendar: Calendar;
  policy: Policy;
};

const showWords: Readonly<Record<RequestShow, string>> = {
  open: 'Open',
  late: 'Late for a review',
  mine: 'Mine',
  queue: 'Nobody’s yet',
  ended: 'Ended',
};

const nothingWords: Readonly<Record<RequestShow, readonly [string, string]>> = {
  open: ['No request is open', 'What somebody asked to have put right appears here until it is done.'],
  late: ['Nothing is late', 'Every open request was looked at in time, and has somebody’s name on it.'],
  mine: ['You have no open request', 'Requests that carry your name appear here.'],
  queue: ['Every request has somebody’s name on it', 'One without an owner waits here.'],
  ended: ['No request has ended yet', 'What was completed or stopped appears here, the latest first.'],
};

/** The list: what is due soonest first, or what ended last, with ways to choose. */
export function requestListView(props: RequestListProps): Html {
  const { list, rows, nextHref } = props;
  const [title, text] = nothingWords[list.show];
  return html`<div class="rd-listhead"><h1 class="govuk-heading-l">Service requests</h1>
${button({ text: 'Record a service request', href: paths.serviceRequestNew() })}</div>
${choices(props)}
${rows.length === 0 ? emptyState({ title, text }) : table(props)}
${nextHref !== null && pagination({ next: { href: nextHref }, landmarkLabel: 'Pages of the list' })}`;
}

function choices({ list, policy }: RequestListProps): Html {
  const areas = policy.serviceAreas.map(({ id, label }) => ({ value: id, text: label }));
  return html`<ul class="rd-choices" aria-label="Show">${requestShows.map(
    show =>
      html`<li><a class="govuk-link" href="${listHref({ ...list, show })}"${show === list.show && html` aria-current="true"`}>${showWords[show]}</a></li>`,
  )}</ul>
<form method="get" action="${paths.serviceRequests()}" class="rd-inline-form">${list.show !== 'open' && html`<input type="hidden" name="show" value="${list.show}">`}
${select({ name: 'area', label: 'Service', value: list.serviceArea ?? '', items: [{ value: '', text: 'Any' }, ...areas] })}
${button({ text: 'Show', classes: 'govuk-button--secondary' })}</form>`;
}

function table({ list, rows, today, calendar, policy }: RequestListProps): Html {
  const ended = list.show === 'ended';
  return dataTable({
    caption: showWords[list.show],
    captionHidden: true,
    rows,
    tone: row => (row.nextDueOn !== null && row.nextDueOn < today ? 'late' : undefined),
    columns: [
      {
        heading: 'Who',
        isRowHeader: true,
        cell: row =>
          html`<a class="govuk-link rd-table__main" href="${paths.serviceRequest({ request: row.requestId })}">${row.name}</a>${row.healthAndSafety && html` ${tag({ text: 'Health and safety', colour: 'red' })}`}<span class="rd-table__second">${row.address ?? 'No address'}</span>`,
      },
      {
        heading: 'Service',
        cell: row =>
          html`${labelOf(policy.serviceAreas, row.serviceArea)}${row.complained && html` ${tag({ text: 'Complaint', colour: 'orange' })}`}<span class="rd-table__second">Asked ${sayDate(row.askedOn)}${row.housingReference !== null && `, ${row.housingSystem} ${row.housingReference}`}</span>`,
      },
      { heading: 'Owner', cell: row => row.owner ?? html`<strong>Nobody yet</strong>` },
      {
        heading: 'Looked at',
        cell: row => (row.reviewedOn === null ? 'Not yet' : sayDate(row.reviewedOn)),
      },
      {
        heading: ended ? 'Ended' : 'Due',
        cell: row => (ended ? endedWords(row) : due(row.nextDueOn, today, calendar)),
      },
    ],
  });
}

function endedWords({ endedOn, endedHow }: RequestRow): string {
  return endedOn === null ? '' : `${endedHow === 'stopped' ? 'Stopped' : 'Completed'} ${sayDate(endedOn)}`;
}

function due(on: LocalDate | null, today: LocalDate, calendar: Calendar): Html | string {
  if (on === null) return '';
  return dueTag({ words: sayDue(on, today, calendar), tone: toneOf(on, today), date: sayDate(on), place: 'below' });
}
