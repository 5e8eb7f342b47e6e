import { owedByLandlord } from '../../../application/policy-reviews.ts';
import { workOf } from '../../../application/queries/my-work.ts';
import { can } from '../../../domain/access/scope.ts';
import { dutiesOfRoles } from '../../../domain/landlord/duties.ts';
import { paths } from '../../paths.ts';
import type { StaffRoutes } from '../../visit.ts';
import { myWorkView } from './view.ts';

/** `/my-work`: everything I owe, and what my team's queue owes where I may hand it out. */
export function myWorkRoutes(routes: StaffRoutes): void {
  routes.get(paths.myWork.pattern, async (visit, tx) => {
    const { viewer, landlord, scope, today } = visit;
    const needs = visit.query['needs'] === '1';
    const mine = await workOf(tx, viewer.landlordId, { kind: 'person', personId: viewer.personId }, scope, today, {
      needs,
    });
    const assigns = can(viewer.roles, 'assign', landlord.policy);
    const team = assigns
      ? await workOf(tx, viewer.landlordId, { kind: 'team', team: 'complaints' }, scope, today, { needs })
      : null;
    const landlordOwes = dutiesOfRoles(await owedByLandlord(tx, landlord), viewer.roles, today);
    return visit.page({
      title: 'My work',
      content: myWorkView({ mine, team, landlordOwes, today, calendar: landlord.calendar, needs }),
      nav: { current: 'my-work' },
    });
  });
}
