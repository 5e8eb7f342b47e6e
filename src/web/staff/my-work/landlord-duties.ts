/** What the landlord itself owes, for whoever's role sees to it. Done by doing it: there is no button that says so. */
import { type LocalDate, sayDate } from '../../../domain/calendar/dates.ts';
import { sayDue } from '../../../domain/calendar/say-due.ts';
import type { Calendar } from '../../../domain/calendar/working-days.ts';
import type { LandlordDuty } from '../../../domain/landlord/duties.ts';
import { dataTable } from '../../components/redress/data-table.ts';
import { dueTag } from '../../components/redress/due-tag.ts';
import { type Html, html } from '../../html.ts';
import { paths } from '../../paths.ts';
import { toneOf } from '../case/case-head.ts';
import { clauseLink } from '../policy/clause-link.ts';

type Props = { landlordOwes: readonly LandlordDuty[]; today: LocalDate; calendar: Calendar };

const wording: Record<LandlordDuty['kind'], { text: string; href: string }> = {
  'extend-calendar': { text: 'Extend the calendar by the years to come', href: paths.calendarExtend() },
  'review-policy': { text: 'Review the complaints policy', href: paths.policyReview() },
};

export function landlordDutiesTable({ landlordOwes, today, calendar }: Props): Html {
  if (landlordOwes.length === 0) return html``;
  const table = dataTable({
    caption: 'For the landlord',
    rows: landlordOwes,
    tone: ({ dueOn }) => (dueOn < today ? 'late' : dueOn === today ? 'soon' : undefined),
    columns: [
      {
        heading: 'Due',
        narrow: true,
        cell: ({ dueOn }) =>
          dueTag({
            words: sayDue(dueOn, today, calendar),
            tone: toneOf(dueOn, today),
            date: sayDate(dueOn),
            place: 'below',
          }),
      },
      {
        heading: 'What to do',
        isRowHeader: true,
        cell: ({ kind, rule, clause }) =>
          html`<a class="govuk-link rd-table__main" href="${wording[kind].href}">${wording[kind].text}</a><span class="rd-table__second">${rule} (${clauseLink(clause)})</span>`,
      },
    ],
  });
  return html`<section id="landlord">${table}</section>`;
}
