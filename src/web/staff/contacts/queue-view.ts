import type { JudgedList, JudgedRow, QueueList, QueueRow } from '../../../application/queries/contacts.ts';
import { sayDate } from '../../../domain/calendar/dates.ts';
import { sayDue } from '../../../domain/calendar/say-due.ts';
import { countWorkingDays, covers } from '../../../domain/calendar/working-days.ts';
import { tag } from '../../components/govuk/tag.ts';
import { adjustmentBadges } from '../../components/redress/adjustment-badges.ts';
import { dataTable } from '../../components/redress/data-table.ts';
import { dueTag } from '../../components/redress/due-tag.ts';
import { emptyState } from '../../components/redress/empty-state.ts';
import { type Html, html } from '../../html.ts';
import { paths, withQuery } from '../../paths.ts';
import type { Visit } from '../../visit.ts';
import { toneOf } from '../case/case-head.ts';
import { labelOf } from '../case/parts.ts';
import { feedbackWords, outcomeWords } from './words.ts';

/** The queue of what nobody has judged yet: dangers first, then the oldest, with enough of the words to choose by. */
export function queueView({ rows, more }: QueueList, visit: Visit): Html {
  const many = more ? `${rows.length}+` : String(rows.length);
  return html`${head(visit, 'queue')}
<p class="govuk-body">${
    rows.length === 0
      ? 'What anybody writes down appears here until somebody has decided what it is.'
      : html`<strong>${many}</strong> ${rows.length === 1 ? 'waits' : 'wait'} for somebody to decide what it is. Open one, read it, decide; the next page follows from that.`
  }</p>
${rows.length === 0 ? nothing() : queueTable(rows, visit)}
${more && html`<p class="govuk-body">There is more. These are the first ${rows.length}.</p>`}`;
}

/** The title and the ways to what belongs with it. */
export function head({ scope }: Visit, here: 'queue' | 'judged'): Html {
  const links: [string, string][] = [
    here === 'queue'
      ? ['What was decided', withQuery(paths.contacts(), { show: 'judged' })]
      : ['What waits', paths.contacts()],
    ['Dissatisfaction', paths.dissatisfaction()],
    ...(scope.kind === 'all'
      ? ([
          ['Feedback', paths.feedback()],
          ['Suggestions', paths.contactSuggestions()],
        ] satisfies [string, string][])
      : []),
  ];
  return html`<div class="rd-listhead"><h1 class="govuk-heading-l">${here === 'queue' ? 'To triage' : 'What was decided'}</h1>
<p class="govuk-body-s">${links.map(([text, href], at) => html`${at > 0 && html` <span aria-hidden="true">·</span> `}<a class="govuk-link" href="${href}">${text}</a>`)}</p></div>`;
}

function nothing(): Html {
  return emptyState({
    title: 'Nothing waits',
    text: 'Everything that somebody wrote down has been looked at.',
    action: html`<a class="govuk-link" href="${paths.contactNew()}">Log for someone</a>`,
  });
}

function queueTable(rows: readonly QueueRow[], { today, landlord }: Visit): Html {
  return dataTable({
    caption: 'What nobody has judged yet',
    captionHidden: true,
    rows,
    tone: row => (row.danger || row.triageBy < today ? 'late' : row.triageBy === today ? 'soon' : undefined),
    columns: [
      {
        heading: 'Who and where',
        isRowHeader: true,
        cell: row =>
          html`<a class="govuk-link rd-table__main" href="${paths.contact({ record: row.recordId })}">${row.name}</a> ${row.danger && tag({ text: 'Safety first', colour: 'red' })}${
            row.adjustments !== null && adjustmentBadges(row.adjustments.split(', ').map(text => ({ text })))
          }<span class="rd-table__second">${row.address ?? 'No address'}</span>`,
      },
      { heading: 'What they said', cell: row => words(row.words) },
      {
        heading: 'How',
        cell: row =>
          html`${labelOf(landlord.policy.channels, row.channel)}<span class="rd-quiet-text rd-block">${row.recordedBy}</span>`,
      },
      {
        heading: 'Waits',
        cell: row =>
          html`${sayAge(row, today, landlord.calendar)}<span class="rd-quiet-text rd-block">told ${sayDate(row.toldOn)}</span>`,
      },
      {
        heading: 'Decide by',
        cell: ({ triageBy }) =>
          dueTag({
            words: sayDue(triageBy, today, landlord.calendar),
            tone: toneOf(triageBy, today),
            date: sayDate(triageBy),
            place: 'below',
          }),
      },
    ],
  });
}

/** How the words begin, in their own script and order. */
export function words(text: string | null): Html {
  if (text === null) return html`<span class="rd-quiet-text">Disposed of</span>`;
  return html`<span dir="auto">${text}${text.length >= 160 ? '…' : ''}</span>`;
}

function sayAge({ loggedOn }: QueueRow, today: Visit['today'], calendar: Visit['landlord']['calendar']): string {
  if (!covers(calendar, loggedOn) || !covers(calendar, today)) return `since ${sayDate(loggedOn)}`;
  const days = loggedOn > today ? 0 : countWorkingDays(calendar, loggedOn, today);
  if (days === 0) return loggedOn >= today ? 'since today' : 'less than a working day';
  return `${days} working day${days === 1 ? '' : 's'}`;
}

/** What was decided lately, the newest first. */
export function judgedView({ rows, more }: JudgedList, visit: Visit): Html {
  return html`${head(visit, 'judged')}
${rows.length === 0 ? emptyState({ title: 'Nothing was decided yet', text: 'What somebody has decided appears here.' }) : judgedTable(rows, visit)}
${more && html`<p class="govuk-body">There is more. These are the latest ${rows.length}.</p>`}`;
}

function judgedTable(rows: readonly JudgedRow[], { landlord }: Visit): Html {
  return dataTable({
    caption: 'Decided',
    captionHidden: true,
    rows,
    columns: [
      {
        heading: 'Who',
        isRowHeader: true,
        cell: row =>
          html`<a class="govuk-link rd-table__main" href="${paths.contact({ record: row.recordId })}">${row.name}</a><span class="rd-table__second">${labelOf(landlord.policy.channels, row.channel)}, ${sayDate(row.loggedOn)}</span>`,
      },
      { heading: 'What they said', cell: row => words(row.words) },
      { heading: 'What it is', cell: whatItIs },
      {
        heading: 'Decided',
        cell: row => html`${sayDate(row.triagedOn)}<span class="rd-quiet-text rd-block">${row.triagedBy}</span>`,
      },
    ],
  });
}

function whatItIs({ outcome, feedbackKind, reference, becameRecord }: JudgedRow): Html {
  const kind = feedbackKind === null ? '' : `: ${feedbackWords[feedbackKind].toLowerCase()}`;
  return html`${outcomeWords[outcome]}${kind}${reference !== null && html` <a class="govuk-link rd-nowrap" href="${paths.case({ reference })}">${reference}</a>`}${
    becameRecord !== null &&
    (outcome === 'service-request'
      ? html` <a class="govuk-link" href="${paths.serviceRequest({ request: becameRecord })}">How it goes</a>`
      : html` <a class="govuk-link" href="${paths.dissatisfactionRecord({ record: becameRecord })}">The offer</a>`)
  }`;
}
