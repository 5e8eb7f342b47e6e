import type { FeedbackCount, FeedbackList } from '../../../application/queries/feedback.ts';
import { sayDate } from '../../../domain/calendar/dates.ts';
import { FEEDBACK_KINDS, type FeedbackKind } from '../../../domain/contact/events.ts';
import { causesOf } from '../../../domain/policy/causes.ts';
import { dataTable } from '../../components/redress/data-table.ts';
import { emptyState } from '../../components/redress/empty-state.ts';
import { statTile, statTiles } from '../../components/redress/stat-tile.ts';
import { type Html, html } from '../../html.ts';
import { paths, withQuery } from '../../paths.ts';
import type { Visit } from '../../visit.ts';
import { labelOf } from '../case/parts.ts';
import { words } from './queue-view.ts';
import { feedbackWords } from './words.ts';

export type FeedbackProps = {
  list: FeedbackList;
  counts: readonly FeedbackCount[];
  kind: FeedbackKind | null;
  visit: Visit;
};

/** Feedback of the last twelve months in numbers, each of which opens, and the latest of it. */
export function feedbackView({ list, counts, kind, visit }: FeedbackProps): Html {
  const of = (one: FeedbackKind) => counts.filter(row => row.kind === one).reduce((sum, row) => sum + row.many, 0);
  return html`<div class="rd-listhead"><h1 class="govuk-heading-l">Feedback</h1>
<p class="govuk-body-s"><a class="govuk-link" href="${paths.contacts()}">To triage</a>${kind !== null && html` · <a class="govuk-link" href="${paths.feedback()}">All feedback</a>`}</p></div>
<p class="govuk-body">What is no complaint and is heard all the same: praise, answers to surveys, ideas, and what people say without a name. It keeps no clock. The numbers are those of the last twelve months.</p>
${statTiles(
  FEEDBACK_KINDS.map(one =>
    statTile({
      number: String(of(one)),
      label: feedbackWords[one].toLowerCase(),
      href: of(one) === 0 ? undefined : withQuery(paths.feedback(), { kind: one }),
    }),
  ),
  { inPairs: true },
)}
${counts.length > 0 && countTable(counts, visit)}
${list.rows.length === 0 ? emptyState({ title: 'No feedback yet', text: 'What is judged to be feedback appears here.' }) : listTable(list, kind, visit)}
${list.more && html`<p class="govuk-body">There is more. These are the latest ${list.rows.length}.</p>`}`;
}

function countTable(counts: readonly FeedbackCount[], { landlord }: Visit): Html {
  return dataTable({
    caption: 'By service and what is behind it',
    rows: counts.slice(0, 20),
    columns: [
      { heading: 'Kind', isRowHeader: true, cell: row => feedbackWords[row.kind] },
      { heading: 'Service', cell: row => labelOf(landlord.policy.serviceAreas, row.serviceArea ?? '') || 'Not said' },
      { heading: 'Behind it', cell: row => labelOf(causesOf(landlord), row.theme ?? '') || 'Not said' },
      { heading: 'How many', format: 'number', cell: row => String(row.many) },
    ],
  });
}

function listTable({ rows }: FeedbackList, kind: FeedbackKind | null, { landlord }: Visit): Html {
  return dataTable({
    caption: kind === null ? 'The latest' : feedbackWords[kind],
    rows,
    columns: [
      {
        heading: 'Who',
        isRowHeader: true,
        cell: row =>
          html`<a class="govuk-link rd-table__main" href="${paths.contact({ record: row.recordId })}">${row.name}</a><span class="rd-table__second">${sayDate(row.toldOn)}</span>`,
      },
      { heading: 'Kind', cell: row => feedbackWords[row.kind] },
      { heading: 'What they said', cell: row => words(row.words) },
      {
        heading: 'About',
        cell: row =>
          html`${labelOf(landlord.policy.categories, row.category ?? '') || 'Not said'}<span class="rd-quiet-text rd-block">${labelOf(landlord.policy.serviceAreas, row.serviceArea ?? '')}</span>`,
      },
    ],
  });
}
