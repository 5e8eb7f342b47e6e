/** What a change of the calendar would do to whom: shown before it is done (R11). */
import type { CalendarPreview, MovedCase } from '../../../application/preview-calendar.ts';
import { sayDate } from '../../../domain/calendar/dates.ts';
import { sayObligation } from '../../../domain/complaint/in-words.ts';
import type { MovedDate } from '../../../domain/complaint/moved-dates.ts';
import { dataTable } from '../../components/redress/data-table.ts';
import { emptyState } from '../../components/redress/empty-state.ts';
import { type Html, html } from '../../html.ts';
import { paths } from '../../paths.ts';

type Moves = Extract<CalendarPreview, { kind: 'moves' }>;
type Row = MovedDate & Pick<MovedCase, 'reference' | 'name'>;

const most = 200;

/** Every open case whose dates would move, a line for each date. */
export function movesView({ cases, hidden, beyond }: Moves): Html {
  const rows = cases.flatMap(({ moved, reference, name }) => moved.map(one => ({ ...one, reference, name })));
  const all = cases.length + hidden;
  if (all === 0 && beyond === 0)
    return emptyState({ title: 'No date moves', text: 'No open complaint has a date that is counted over this day.' });
  return html`<h2 class="govuk-heading-m">${all === 1 ? 'One open complaint' : `${all} open complaints`} would move</h2>
<p class="govuk-body">Each gets a note. A letter that has gone keeps the date it told, and we keep to that where it is the earlier. Nothing that is done becomes late.</p>
${rows.length > 0 && table(rows.slice(0, most))}
${rows.length > most && html`<p class="govuk-body">These are the first ${most} of ${rows.length} dates.</p>`}
${beyond > 0 && html`<p class="govuk-body">There are too many for one page: ${beyond} more have a date that may be counted over this day. Each is counted once you press the button, and gets its note where a date moves.</p>`}
${hidden > 0 && html`<p class="govuk-body">${hidden} of them ${hidden === 1 ? 'is' : 'are'} not yours to see.</p>`}`;
}

function table(rows: readonly Row[]): Html {
  return dataTable({
    caption: 'Dates that would move',
    captionHidden: true,
    rows,
    columns: [
      {
        heading: 'Complaint',
        isRowHeader: true,
        cell: row =>
          html`<a class="govuk-link rd-strong" href="${paths.case({ reference: row.reference })}">${row.name}</a><span class="rd-quiet-text rd-block">${row.reference}</span>`,
      },
      { heading: 'What', cell: row => sayWhat(row) },
      { heading: 'Now', cell: row => sayDate(row.from) },
      { heading: 'Then', cell: row => sayDate(row.to) },
      { heading: 'Told', cell: row => sayTold(row) },
    ],
  });
}

function sayWhat({ kind, stage }: MovedDate): string {
  return kind === 'window' ? 'Last day to ask for stage 2' : sayObligation({ kind, stage });
}

function sayTold({ kind, toldOn }: MovedDate): string {
  if (toldOn === null) return 'Not told a date';
  return kind === 'window' ? `Stays open until ${sayDate(toldOn)}` : `${sayDate(toldOn)}, by letter`;
}
