import type { CaseView, CaseViews } from '../../../application/queries/case-views.ts';
import { dataTable } from '../../components/redress/data-table.ts';
import { emptyState } from '../../components/redress/empty-state.ts';
import { type Html, html } from '../../html.ts';
import { paths } from '../../paths.ts';
import { sayMoment } from '../say-moment.ts';

export type ViewsProps = CaseViews & { reference: string; nextHref: string | null };

/** Who has looked at a case: first each person once, then every view with its moment. */
export function viewsView({ views, people, nextHref, reference }: ViewsProps): Html {
  return html`<h2 class="govuk-heading-l">Who has seen it</h2>
<p class="govuk-body">Every page and file of the complaint that was shown to somebody. The log cannot be changed, is signed with the record, and is kept as long as the complaint. A view can take a second to appear here; of a restricted complaint it is stored before the page is shown.</p>
${views.length === 0 ? emptyState({ title: 'Nobody has looked at it yet', text: 'Your own view of this page is the first.' }) : tables({ views, people })}
${nextHref !== null && html`<p class="govuk-body"><a class="govuk-link" href="${nextHref}">Earlier views</a></p>`}
<p class="govuk-body"><a class="govuk-link" href="${paths.casePeople({ reference })}#who-sees">Who sees it, and why</a></p>`;
}

function tables({ views, people }: Pick<ViewsProps, 'views' | 'people'>): Html {
  return html`${dataTable({
    caption: 'By person',
    rows: people,
    columns: [
      { heading: 'Who', isRowHeader: true, cell: row => row.name },
      { heading: 'Views', format: 'number', cell: row => String(row.times) },
      { heading: 'Last', cell: row => sayMoment(row.last) },
    ],
  })}
${dataTable({
  caption: 'Each view, the latest first',
  rows: views,
  columns: [
    { heading: 'When', cell: row => sayMoment(row.seenAt) },
    { heading: 'Who', isRowHeader: true, cell: row => row.name },
    { heading: 'What', cell: sayWhat },
  ],
})}`;
}

const said: Readonly<Record<string, string>> = {
  [paths.case.pattern]: 'The overview',
  [paths.caseTimeline.pattern]: 'The timeline',
  [paths.casePeople.pattern]: 'The people',
  [paths.caseLetters.pattern]: 'The letters',
  [paths.caseLetter.pattern]: 'A letter',
  [paths.caseLetterFile.pattern]: 'The file of a letter',
  [paths.caseLetterDraft.pattern]: 'A letter being written',
  [paths.caseBrief.pattern]: 'The brief for a reviewer',
  [paths.casePoint.pattern]: 'A point',
  [paths.caseAct.pattern]: 'The page of an act',
  [paths.caseViews.pattern]: 'Who has seen it',
};

function sayWhat({ what }: CaseView): string {
  return said[what] ?? 'Another page of it';
}
