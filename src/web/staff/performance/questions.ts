/** `/performance/questions`: the questions behind one figure of a service area's turnaround (MGL-52). */
import {
  type AskedPlace,
  type AskedRow,
  askedOfArea,
  turnaroundResults,
} from '../../../application/queries/turnaround.ts';
import type { Reading } from '../../../application/reading.ts';
import { isLocalDate, sayDate } from '../../../domain/calendar/dates.ts';
import { isId } from '../../../domain/ids.ts';
import { dataTable } from '../../components/redress/data-table.ts';
import { emptyState } from '../../components/redress/empty-state.ts';
import { type Html, html } from '../../html.ts';
import { paths } from '../../paths.ts';
import type { Answer, Visit } from '../../visit.ts';
import { labelOf } from '../case/parts.ts';
import { maySeePerformance, notYours } from './may-see.ts';
import { questionsHref } from './turnaround.ts';

const titles = {
  asked: 'Questions asked',
  'in-time': 'Questions answered in time',
  late: 'Questions answered late, or late and not answered',
  open: 'Questions not due yet',
  ended: 'Questions that ended otherwise',
} as const;

export async function showQuestions(visit: Visit, tx: Reading): Promise<Answer> {
  if (!maySeePerformance(visit)) return notYours(visit);
  const { viewer, landlord, today, query, scope } = visit;
  const areas = landlord.policy.serviceAreas;
  const area = query['area'] ?? '';
  const result = [...turnaroundResults, 'asked' as const].find(one => one === query['result']) ?? 'asked';
  const { rows, more } = await askedOfArea(tx, viewer.landlordId, { area, result, after: placeIn(visit) }, today);
  const last = rows.at(-1);
  const next = more && last !== undefined ? questionsHref(area, result, visit.sign(placeText(last))) : null;
  const title = `${titles[result]}: ${labelOf(areas, area)}`;
  return visit.page({
    title,
    content: html`<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">In the last twelve months, the oldest first. <a class="govuk-link" href="${paths.performance()}#turnaround">Back to performance</a></p>
${rows.length === 0 ? emptyState({ title: 'None', text: 'There is no such question.' }) : table(rows, title, scope.kind === 'all')}
${next !== null && html`<p class="govuk-body"><a class="govuk-link" href="${next}">The next ones</a></p>`}`,
    nav: { current: 'performance' },
  });
}

function table(rows: readonly AskedRow[], caption: string, opens: boolean): Html {
  return dataTable({
    caption,
    captionHidden: true,
    rows,
    columns: [
      { heading: 'Who was asked', isRowHeader: true, cell: row => row.askedOf ?? 'Details removed' },
      {
        heading: 'Complaint',
        cell: ({ reference }) =>
          opens
            ? html`<a class="govuk-link rd-nowrap" href="${paths.case({ reference })}">${reference}</a>`
            : html`<span class="rd-nowrap">${reference}</span>`,
      },
      { heading: 'Asked on', cell: row => sayDate(row.askedOn) },
      { heading: 'To be answered by', cell: row => sayDate(row.dueOn) },
      { heading: 'Answered', cell: sayAnswered },
    ],
  });
}

function sayAnswered({ answeredOn, endedOn, workingDays }: AskedRow): string {
  if (answeredOn !== null) return `${sayDate(answeredOn)}, after ${workingDays ?? 0} working days`;
  return endedOn === null ? 'Not yet' : `Ended on ${sayDate(endedOn)}`;
}

function placeText({ askedOn, caseId, requestId }: AskedPlace): string {
  return [askedOn, caseId, requestId].join(' ');
}

/** Where the list goes on, as this site signed it; from its beginning for anything else. */
function placeIn(visit: Visit): AskedPlace | null {
  const [askedOn = '', caseId = '', requestId = ''] = (visit.openSigned(visit.query['after'] ?? '') ?? '').split(' ');
  return isLocalDate(askedOn) && isId(caseId) ? { askedOn, caseId, requestId } : null;
}
