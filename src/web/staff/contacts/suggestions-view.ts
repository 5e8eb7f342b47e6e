import type { SuggestionCount } from '../../../application/queries/feedback.ts';
import type { IntakeRules } from '../../../domain/policy/intake-rules.ts';
import { dataTable } from '../../components/redress/data-table.ts';
import { type Html, html } from '../../html.ts';
import { paths } from '../../paths.ts';
import { suggestsWords } from './words.ts';

/** How often each suggestion was shown and followed, so that a list of words that misleads can be mended. */
export function suggestionsView({
  counts,
  hints,
}: {
  counts: readonly SuggestionCount[];
  hints: IntakeRules['hints'];
}): Html {
  const rows = hints.list
    .filter(hint => hint.suggests !== 'person-in-danger')
    .map(hint => {
      const count = counts.find(one => one.hint === hint.id);
      return { ...hint, shown: count?.shown ?? 0, followed: count?.followed ?? 0 };
    });
  return html`<div class="rd-listhead"><h1 class="govuk-heading-l">Suggestions at triage</h1>
<p class="govuk-body-s"><a class="govuk-link" href="${paths.contacts()}">To triage</a></p></div>
<p class="govuk-body rd-measure">What a contact’s words hint at is shown with why; a person decides. This is how often, in the last twelve months, each was shown to somebody who then decided, and how often they came to the same. ${hints.note} (${hints.clause})</p>
${dataTable({
  caption: 'Each suggestion',
  captionHidden: true,
  rows,
  columns: [
    {
      heading: 'Suggestion',
      isRowHeader: true,
      cell: row => html`${row.label}<span class="rd-quiet-text rd-block">${suggestsWords[row.suggests]}</span>`,
    },
    { heading: 'Found by', cell: row => foundBy(row) },
    { heading: 'Shown', format: 'number', cell: row => String(row.shown) },
    { heading: 'Followed', format: 'number', cell: row => String(row.followed) },
    {
      heading: 'Of a hundred',
      format: 'number',
      cell: row => (row.shown === 0 ? '–' : String(Math.round((100 * row.followed) / row.shown))),
    },
  ],
})}`;
}

function foundBy({ words = [], channels = [], contactsAtLeast }: IntakeRules['hints']['list'][number]): string {
  return [
    ...words.map(word => word.replace('*', '…')),
    ...(channels.length > 0 ? ['how it came to us'] : []),
    ...(contactsAtLeast === undefined ? [] : [`told ${contactsAtLeast} times or more`]),
  ].join(', ');
}
