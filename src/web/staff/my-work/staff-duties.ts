/** What this person and those they manage owe besides complaints: training, and reading the policy. */
import type { Landlord } from '../../../application/landlord.ts';
import { type LocalDate, sayDate } from '../../../domain/calendar/dates.ts';
import { sayDue } from '../../../domain/calendar/say-due.ts';
import type { StaffDuty } from '../../../domain/staff/duties.ts';
import { dataTable } from '../../components/redress/data-table.ts';
import { dueTag } from '../../components/redress/due-tag.ts';
import { type Html, html } from '../../html.ts';
import { paths } from '../../paths.ts';
import { toneOf } from '../case/case-head.ts';
import { clauseLink } from '../policy/clause-link.ts';

type Props = {
  staffOwes: readonly StaffDuty[];
  viewerId: string;
  staff: Landlord['staff'];
  today: LocalDate;
  calendar: Landlord['calendar'];
};

const said: Record<StaffDuty['kind'], (what: string) => string> = {
  train: what => what,
  'renew-training': what => `Renew: ${what}`,
  'read-policy': what => `Read the complaints policy, ${what}, and confirm it`,
};

export function staffDutiesTable({ staffOwes, viewerId, staff, today, calendar }: Props): Html {
  if (staffOwes.length === 0) return html``;
  const whose = ({ personId }: StaffDuty): string =>
    personId === viewerId ? '' : `${staff.find(one => one.personId === personId)?.name ?? 'Somebody'}: `;
  const href = ({ kind, personId }: StaffDuty): string =>
    kind === 'read-policy' ? `${paths.policy()}#reading` : `${paths.teamMember({ person: personId })}#training`;
  const table = dataTable({
    caption: 'Training and policy',
    rows: staffOwes,
    tone: ({ dueOn }) => (dueOn !== null && dueOn < today ? 'late' : undefined),
    columns: [
      {
        heading: 'Due',
        narrow: true,
        cell: ({ dueOn }) =>
          dueOn === null
            ? 'Lacking'
            : dueTag({
                words: sayDue(dueOn, today, calendar),
                tone: toneOf(dueOn, today),
                date: sayDate(dueOn),
                place: 'below',
              }),
      },
      {
        heading: 'What to do',
        isRowHeader: true,
        cell: duty =>
          html`<a class="govuk-link rd-table__main" href="${href(duty)}">${whose(duty)}${said[duty.kind](duty.what)}</a><span class="rd-table__second">${duty.rule} (${clauseLink(duty.clause)})</span>`,
      },
    ],
  });
  return html`<section id="staff">${table}</section>`;
}
