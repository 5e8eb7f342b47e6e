/** Who answers for the policy and who may decide what (MGL-43, MAG-57): the pack's words, and what each role sees here. */
import type { Landlord } from '../../../application/landlord.ts';
import { holds } from '../../../domain/access/permissions.ts';
import { bothSides, type DelegatedPart, whoMay } from '../../../domain/policy/delegation.ts';
import type { Policy } from '../../../domain/policy/policy.ts';
import type { Role, RoleId } from '../../../domain/policy/roles.ts';
import { warningText } from '../../components/govuk/warning-text.ts';
import { dataTable } from '../../components/redress/data-table.ts';
import { type Html, html } from '../../html.ts';
import { paths } from '../../paths.ts';
import { clauseLink } from './clause-link.ts';

/** `roles`: of whoever looks, who is led to no page that is not theirs. */
export type DelegationProps = { policy: Policy; staff: Landlord['staff']; roles: readonly RoleId[] };

const parts: Record<DelegatedPart, string> = {
  approves: 'Approves the policy',
  formulates: 'Writes it and answers for it',
  keeps: 'Sees that it is kept',
  monitors: 'Monitors how it is worked to',
  cooperates: 'Works with those who investigate',
  scrutinises: 'Scrutinises for the board',
};

export function delegationSection(props: DelegationProps): Html {
  const { policy } = props;
  return html`${bothSides(policy).map(({ role, clause }) =>
    warningText({
      text: html`${role.title} reviews stage 2 and also scrutinises how complaints are handled (${clauseLink(clause)}): whoever does both reports on themselves. It is said again where such a review is assigned.`,
    }),
  )}${scheme(policy)}${duties(props)}${dataTable({
    caption: 'Who may decide what',
    rows: whoMay(policy),
    columns: [
      { heading: 'Decision', isRowHeader: true, cell: ({ says }) => says },
      { heading: 'Roles', cell: ({ roles }) => roles.map(role => role.title).join(', ') || 'Nobody' },
    ],
  })}
<p class="govuk-body-s">Each of these is asked for at the moment of the decision, not only where a page offers it.</p>`;
}

function scheme({ delegation = [], roles: all }: Policy): Html | false {
  const named = (roles: readonly string[]): string =>
    all
      .filter(role => roles.includes(role.id))
      .map(role => role.title)
      .join(', ');
  return (
    delegation.length > 0 &&
    dataTable({
      caption: 'Who answers for the policy',
      rows: delegation,
      columns: [
        { heading: 'Part', isRowHeader: true, cell: ({ part }) => parts[part] },
        { heading: 'Role', cell: ({ roles }) => named(roles) },
        { heading: 'In our words', cell: ({ says, clause }) => html`${says} (${clauseLink(clause)})` },
      ],
    })
  );
}

function duties({ policy, staff, roles }: DelegationProps): Html {
  const sees = (permission: Parameters<typeof holds>[1]): boolean => holds(roles, permission, policy);
  const holders = (role: Role): string =>
    staff
      .filter(one => one.active && one.roles.includes(role.id))
      .map(one => one.name)
      .join(', ') || 'Nobody';
  return dataTable({
    caption: 'Duties of each role, who has it, and where it is done',
    rows: policy.roles,
    columns: [
      {
        heading: 'Role',
        isRowHeader: true,
        cell: role =>
          html`<span class="rd-table__main">${role.title}</span>${role.alsoCalled !== undefined && html`<span class="rd-table__second">also called ${role.alsoCalled}</span>`}`,
      },
      { heading: 'Duty', cell: role => html`${role.duty} (${clauseLink(role.clause)})` },
      { heading: 'Held by', cell: holders },
      {
        heading: 'Where',
        cell: role =>
          html`${views(role, sees).map(([text, href]) => (href === null ? html`<span class="rd-block">${text}</span>` : html`<a class="govuk-link rd-block" href="${href}">${text}</a>`))}`,
      },
    ],
  });
}

/** The pages on which a role does what it is there for. */
function views(
  { may }: Role,
  sees: (permission: Parameters<typeof holds>[1]) => boolean,
): (readonly [string, string | null])[] {
  const works = may.includes('investigate-stage-1') || may.includes('review-stage-2');
  const found: (readonly [string, string | null] | false)[] = [
    (works || may.includes('log')) && (['My work', paths.myWork()] as const),
    may.includes('assign') && (['Unassigned', paths.unassigned()] as const),
    may.includes('assign') && (['Team', paths.team()] as const),
    (may.includes('see-performance') || may.includes('scrutinise')) &&
      (['Performance', sees('see-figures') ? paths.performance() : null] as const),
    may.includes('manage-policy') &&
      (['Review of the policy', sees('record-policy-review') ? paths.policyReview() : null] as const),
  ];
  return found.filter(one => one !== false);
}
