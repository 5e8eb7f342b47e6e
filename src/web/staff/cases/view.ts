import type { CaseListRow } from '../../../application/queries/all-cases.ts';
import { type CaseOrder, usualOrder } from '../../../application/queries/case-order.ts';
import { everything } from '../../../application/queries/case-selection.ts';
import { isInstant, type LocalDate, londonDateOf, sayDate, sayShortDate } from '../../../domain/calendar/dates.ts';
import { sayDue } from '../../../domain/calendar/say-due.ts';
import type { Calendar } from '../../../domain/calendar/working-days.ts';
import { sayObligation } from '../../../domain/complaint/in-words.ts';
import { button } from '../../components/govuk/button.ts';
import { pagination } from '../../components/govuk/pagination.ts';
import { tag } from '../../components/govuk/tag.ts';
import { adjustmentBadges } from '../../components/redress/adjustment-badges.ts';
import { type DataColumn, dataTable } from '../../components/redress/data-table.ts';
import { dueTag } from '../../components/redress/due-tag.ts';
import { emptyState } from '../../components/redress/empty-state.ts';
import { type Html, html } from '../../html.ts';
import { paths, withQuery } from '../../paths.ts';
import { toneOf } from '../case/case-head.ts';
import { labelOf } from '../case/parts.ts';
import { caseFilters, type FilterFacts } from './filters.ts';
import { isNarrowed, listHref, queryOf } from './selection.ts';
import { stateColours, stateWords } from './words.ts';

export type CasesProps = FilterFacts & {
  rows: readonly CaseListRow[];
  /** How many there are in all, in words: `312`, or `1,000+`. */
  count: string;
  previousHref: string | null;
  nextHref: string | null;
  calendar: Calendar;
  today: LocalDate;
};

/** The list beside its filters; an empty one says what to do next. */
export function casesView(props: CasesProps): Html {
  const { list, rows, count } = props;
  const download = withQuery(paths.casesDownload(), queryOf(list));
  return html`<div class="rd-listhead"><h1 class="govuk-heading-l">All cases</h1>
<p class="govuk-body" role="status">${count === '1' ? '1 case' : `${count} cases`}</p>
${rows.length > 0 && html`<p class="govuk-body"><a class="govuk-link" href="${download}" download>Download as a spreadsheet (CSV)</a></p>`}</div>
<div class="rd-with-filter">${caseFilters(props)}<div>
${rows.length === 0 ? nothing(props) : html`${caseTable(props)}${pages(props)}`}</div></div>`;
}

function nothing({ list }: CasesProps): Html {
  const { selection } = list;
  if (!isNarrowed(selection)) {
    return emptyState({
      title: 'No complaint has been logged yet',
      text: 'Whoever is told that somebody is dissatisfied logs it here, in a minute.',
      action: button({ text: 'Log a complaint', href: paths.logComplaint() }),
    });
  }
  const clear = html`<a class="govuk-link" href="${paths.cases()}">Show all cases</a>`;
  if (selection.sought === '')
    return emptyState({ title: 'No case is like that', text: 'Take a filter away to see more.', action: clear });
  const wider = listHref({ sorting: usualOrder('match'), selection: { ...everything, sought: selection.sought } });
  const filtered = isNarrowed({ ...selection, sought: '' });
  return emptyState({
    title: `Nothing was found for “${selection.sought}”`,
    text: 'Look for a part of the reference, the name or the address, for a telephone number, or for words of a letter or note. Fewer than three letters find nothing.',
    action: html`${filtered && html`<a class="govuk-link" href="${wider}">Search all cases for it</a><br>`}${clear}`,
  });
}

function pages({ previousHref, nextHref }: CasesProps): Html | false {
  if (previousHref === null && nextHref === null) return false;
  return pagination({
    landmarkLabel: 'Pages of the list',
    previous: previousHref === null ? undefined : { href: previousHref },
    next: nextHref === null ? undefined : { href: nextHref },
  });
}

function caseTable(props: CasesProps): Html {
  const { rows, today } = props;
  return dataTable({
    caption: `${props.count} cases`,
    captionHidden: true,
    rows,
    tone: row => {
      const tone = toneOf(row.next?.dueOn ?? null, today);
      return tone === 'late' || tone === 'soon' ? tone : undefined;
    },
    columns: columns(props),
  });
}

function columns(props: CasesProps): DataColumn<CaseListRow>[] {
  const { policy } = props;
  return [
    {
      heading: 'Person',
      isRowHeader: true,
      ...sortable('name', props),
      cell: row =>
        html`<a class="govuk-link rd-table__main" href="${paths.case({ reference: row.reference })}">${row.name}</a>${
          row.priority && html` ${tag({ text: 'Safety first', colour: 'red' })}`
        }<span class="rd-table__second"><span class="rd-nowrap">${row.reference}</span>${row.address !== null && html` · ${row.address}`}</span>${
          row.adjustments !== null && adjustmentBadges(row.adjustments.split(', ').map(text => ({ text })))
        }`,
    },
    {
      heading: 'Stands at',
      cell: row =>
        html`${tag({ text: stateWords[row.state], colour: stateColours[row.state], classes: 'rd-tag--wraps' })}${
          row.suspended && html` ${tag({ text: 'Court', colour: 'orange' })}`
        }<span class="rd-table__second">Stage ${row.stage}${row.category !== null && html` · ${labelOf(policy.categories, row.category)}`}</span>`,
    },
    { heading: 'Next due', ...sortable('due', props), cell: row => nextDue(row, props) },
    { heading: 'Handler', cell: row => row.handler ?? html`<span class="rd-quiet-text">Nobody yet</span>` },
    {
      heading: 'Received',
      ...sortable('received', props),
      cell: row => html`<span class="rd-nowrap">${sayShortDate(row.receivedOn)}</span>`,
    },
    {
      heading: 'Changed',
      ...sortable('changed', props),
      cell: row =>
        html`<span class="rd-nowrap">${isInstant(row.changedAt) ? sayShortDate(londonDateOf(row.changedAt)) : ''}</span>`,
    },
  ];
}

function nextDue(row: CaseListRow, { today, calendar }: CasesProps): Html {
  if (row.next !== null) {
    const { dueOn } = row.next;
    return html`${dueTag({ words: sayDue(dueOn, today, calendar), tone: toneOf(dueOn, today), date: sayDate(dueOn), place: 'below' })}
<span class="rd-table__second">${sayObligation({ ...row.next, stage: null })}</span>`;
  }
  if (row.state === 'answered-open' && row.windowClosesOn !== null)
    return html`<span class="rd-quiet-text">Stage 2 can be asked for until ${sayDate(row.windowClosesOn)}</span>`;
  return html`<span class="rd-quiet-text">Nothing</span>`;
}

/** A press on the heading orders by it, a second one the other way round. */
function sortable(by: CaseOrder, { list }: CasesProps): Pick<DataColumn<CaseListRow>, 'sortHref' | 'sorted'> {
  const { sorting } = list;
  const now = sorting.by === by;
  const next = now ? { by, descending: !sorting.descending } : usualOrder(by);
  return {
    sortHref: listHref({ ...list, sorting: next }),
    sorted: now ? (sorting.descending ? 'descending' : 'ascending') : undefined,
  };
}
