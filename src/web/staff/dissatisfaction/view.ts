import type {
  DissatisfactionList,
  DissatisfactionRow,
  DissatisfactionShown,
} from '../../../application/queries/dissatisfaction.ts';
import { type LocalDate, sayDate } from '../../../domain/calendar/dates.ts';
import { sayDue } from '../../../domain/calendar/say-due.ts';
import type { Calendar } from '../../../domain/calendar/working-days.ts';
import type { NoAnswerSample } from '../../../domain/policy/intake-rules.ts';
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
  which: DissatisfactionShown;
  today: LocalDate;
  calendar: Calendar;
  policy: Policy;
  /** How many "no" answers are looked at again, and why so many. */
  sample: NoAnswerSample;
};

/** The list: what still waits for an offer, an answer or a letter, oldest first; or what is settled, newest first. */
export function listView(props: ListProps): Html {
  const { list, which } = props;
  return html`<div class="rd-listhead"><h1 class="govuk-heading-l">Dissatisfaction</h1>
<p class="govuk-body-s">${others(which)}</p></div>
${which === 'sample' && sampleWords(props)}
<p class="govuk-body">Whoever is dissatisfied is offered the choice to complain, and their answer is followed. <a class="govuk-link" href="${paths.dissatisfactionNew()}">Record dissatisfaction</a></p>
${list.rows.length === 0 ? nothing(which) : table(props)}
${list.more && html`<p class="govuk-body">There is more. These are the first ${list.rows.length}.</p>`}`;
}

const shows: Readonly<Record<DissatisfactionShown, string>> = {
  open: 'Show what is open',
  settled: 'Show what is settled',
  sample: 'Show the “no” answers to look at again',
};

/** The ways to the other two lists. */
function others(which: DissatisfactionShown): Html[] {
  const rest = (['open', 'settled', 'sample'] as const).filter(one => one !== which);
  return rest.map(
    (one, at) =>
      html`${at > 0 && html` <span aria-hidden="true">·</span> `}<a class="govuk-link" href="${withQuery(paths.dissatisfaction(), { show: one === 'open' ? '' : one })}">${shows[one]}</a>`,
  );
}

/** What the sample is, and what came of it so far. */
function sampleWords({ list, sample }: ListProps): Html {
  const read = list.rows.filter(row => row.reviewedOn !== null);
  const wrong = read.filter(row => row.verdict === 'complaint').length;
  return html`<p class="govuk-body">Of a hundred people who say that they do not want to complain, ${sample.percent} have their answer looked at again by somebody else. Which they are follows from the record itself: nobody chooses. ${sample.note} (${sample.clause}).</p>
<p class="govuk-body"><strong>${list.rows.length - read.length}</strong> to look at, <strong>${read.length}</strong> looked at, of which <strong>${wrong}</strong> should have been a complaint.</p>`;
}

function nothing(which: DissatisfactionShown): Html {
  if (which === 'sample')
    return emptyState({
      title: 'No “no” is in the sample yet',
      text: 'Some of the “no” answers appear here to be looked at again.',
    });
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
    caption: { open: 'Open', settled: 'Settled', sample: 'The “no” answers to look at again' }[which],
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

function standsAt(row: DissatisfactionRow): Html | string {
  const { offeredOn, answer, confirmedOn, reference, sampledOn, reviewedOn, verdict } = row;
  if (reference !== null)
    return html`Became <a class="govuk-link rd-nowrap" href="${paths.case({ reference })}">${reference}</a>`;
  if (verdict === 'complaint') return 'Looked at again: it was a complaint; not logged yet';
  if (sampledOn !== null && reviewedOn === null) return 'Does not want to; to be looked at again';
  if (reviewedOn !== null) return 'Does not want to; looked at again, and rightly so';
  if (answer === 'yes') return 'Wants to complain; not logged yet';
  if (answer === 'no')
    return confirmedOn === null
      ? 'Does not want to; not confirmed in writing yet'
      : 'Does not want to; told how to later';
  return offeredOn === null ? 'Not offered yet' : 'Offered; no answer yet';
}
