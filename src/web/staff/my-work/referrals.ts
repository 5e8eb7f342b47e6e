import type { DutyReferral } from '../../../application/queries/referrals.ts';
import type { Instant } from '../../../domain/calendar/dates.ts';
import { dataTable } from '../../components/redress/data-table.ts';
import { type Html, html } from '../../html.ts';
import { paths } from '../../paths.ts';
import { momentTag } from './moment-tag.ts';

/** Restricted referrals to be seen to, for whoever is on duty: which complaint and by when, and nothing of what it is about (R61). */
export function referralsTable({ referrals, now }: { referrals: readonly DutyReferral[]; now: Instant }): Html | null {
  if (referrals.length === 0) return null;
  const isLate = ({ dueAt }: DutyReferral): boolean => Date.parse(dueAt) < Date.parse(now);
  return html`<section id="referrals">${dataTable({
    caption: 'Restricted referrals, for whoever is on duty',
    rows: referrals,
    tone: row => (isLate(row) ? 'late' : 'soon'),
    columns: [
      {
        heading: 'By',
        cell: row => momentTag(row.dueAt, now, 'below'),
      },
      {
        heading: 'What to do',
        isRowHeader: true,
        cell: row =>
          html`<a class="govuk-link rd-table__main" href="${paths.caseReferral({ reference: row.reference, referral: row.referralId })}">${row.passedOn ? 'Record what came of it' : 'Tell somebody who can help'}</a>`,
      },
      { heading: 'With', cell: row => row.dutyPerson },
      { heading: 'Case', cell: row => html`<span class="rd-nowrap">${row.reference}</span>` },
    ],
  })}</section>`;
}
