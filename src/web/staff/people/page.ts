/** `/people`: who works here, in which role, and whether they can come in. For administrators alone. */
import { listPeople } from '../../../application/accounts/manage-people.ts';
import type { Reading } from '../../../application/reading.ts';
import { canInInstallation } from '../../../domain/access/administrator.ts';
import { refusalPanel } from '../../components/redress/refusal-panel.ts';
import { html } from '../../html.ts';
import { paths } from '../../paths.ts';
import type { Answer, StaffRoutes, Visit } from '../../visit.ts';
import { addPages } from './add.ts';
import { detailsPages } from './details.ts';
import { invitePages } from './invite.ts';
import { leftPages } from './left.ts';
import { showPerson } from './person.ts';
import { rolesPages } from './roles.ts';
import { peopleView } from './view.ts';

/** Registers the pages. */
export function peopleRoutes(routes: StaffRoutes): void {
  const get = (pattern: string, page: (visit: Visit, tx: Reading) => Promise<Answer> | Answer): void =>
    routes.get(pattern, async (visit, tx) => notAllowed(visit) ?? page(visit, tx));
  const post = (pattern: string, page: (visit: Visit) => Promise<Answer>): void =>
    routes.post(pattern, async visit => notAllowed(visit) ?? page(visit));
  get(paths.people.pattern, showPeople);
  get(paths.personNew.pattern, addPages.show);
  post(paths.personNew.pattern, addPages.send);
  get(paths.person.pattern, showPerson);
  get(paths.personDetails.pattern, detailsPages.show);
  post(paths.personDetails.pattern, detailsPages.send);
  get(paths.personRoles.pattern, rolesPages.show);
  post(paths.personRoles.pattern, rolesPages.send);
  get(paths.personInvite.pattern, invitePages.show);
  post(paths.personInvite.pattern, invitePages.send);
  get(paths.personLeft.pattern, leftPages.show);
  post(paths.personLeft.pattern, leftPages.send);
}

async function showPeople(visit: Visit, tx: Reading): Promise<Answer> {
  const people = await listPeople(tx, visit.landlord, visit.now);
  return visit.page({ title: 'People', content: peopleView(people, visit.landlord.policy) });
}

function notAllowed({ viewer, page }: Visit): Answer {
  if (canInInstallation(viewer.roles, 'manage-people')) return null;
  const sentence = 'Who works here and may come in is looked after by administrators.';
  const content = html`<h1 class="govuk-heading-l">People</h1>${refusalPanel({ sentence })}`;
  return { status: 403, html: page({ title: 'People', content, width: 'reading' }) };
}
