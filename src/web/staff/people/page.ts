/** `/people`: who works here, in which role, and whether they can come in. For administrators alone (`route-permissions.ts`). */
import { listPeople } from '../../../application/accounts/manage-people.ts';
import type { Reading } from '../../../application/reading.ts';
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
  routes.get(paths.people.pattern, showPeople);
  routes.get(paths.personNew.pattern, async visit => addPages.show(visit));
  routes.post(paths.personNew.pattern, addPages.send);
  routes.get(paths.person.pattern, showPerson);
  routes.get(paths.personRoles.pattern, async visit => rolesPages.show(visit));
  routes.post(paths.personRoles.pattern, rolesPages.send);
  routes.get(paths.personInvite.pattern, async visit => invitePages.show(visit));
  routes.post(paths.personInvite.pattern, invitePages.send);
  routes.get(paths.personLeft.pattern, async visit => leftPages.show(visit));
  routes.post(paths.personLeft.pattern, leftPages.send);
  routes.get(paths.personDetails.pattern, async visit => detailsPages.show(visit));
  routes.post(paths.personDetails.pattern, detailsPages.send);
}

async function showPeople(visit: Visit, tx: Reading): Promise<Answer> {
  const people = await listPeople(tx, visit.landlord, visit.now);
  return visit.page({ title: 'People', content: peopleView(people, visit.landlord.policy) });
}
