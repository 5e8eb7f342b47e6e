/** Whose page of the team it is, and whether whoever looks may see it. */
import type { Landlord } from '../../../application/landlord.ts';
import { holds } from '../../../domain/access/permissions.ts';
import { isLeadOf } from '../../../domain/staff/who.ts';
import { refusalPanel } from '../../components/redress/refusal-panel.ts';
import { html } from '../../html.ts';
import { paths } from '../../paths.ts';
import type { Answer, Visit } from '../../visit.ts';

export type Member = Landlord['staff'][number];

/** The person in the address; null where there is nobody like this. */
export function memberIn({ landlord, params }: Visit): Member | null {
  return landlord.staff.find(one => one.personId === params['person']) ?? null;
}

/** Whether they may look at that person's page: their own, of those they manage, or because they hand work out or see how it goes. */
export function maySee({ viewer, landlord }: Visit, member: Member): boolean {
  const { policy } = landlord;
  return (
    viewer.personId === member.personId || isLeadOf(viewer, member, policy) || holds(viewer.roles, 'see-team', policy)
  );
}

/** Why not, as a page. */
export function refusedPage(visit: Visit, title: string, sentence: string): Answer {
  const allowed = html`You can look at <a class="govuk-link" href="${paths.teamMember({ person: visit.viewer.personId })}">your own page</a>.`;
  const content = html`<h1 class="govuk-heading-l">${title}</h1>${refusalPanel({ sentence, allowed })}`;
  return { status: 403, html: visit.page({ title, content, width: 'reading' }) };
}

/** Whoever hands work out, answers for others, or looks at how it goes. */
export function leads({ viewer, landlord }: Visit): boolean {
  const { policy, staff } = landlord;
  const may = (['assign', 'see-team'] as const).some(one => holds(viewer.roles, one, policy));
  return may || staff.some(one => one.active && one.managerId === viewer.personId);
}
