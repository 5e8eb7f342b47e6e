import { owedByLandlord } from '../../../application/policy-reviews.ts';
import { type WorkOf, workOf } from '../../../application/queries/my-work.ts';
import { can } from '../../../domain/access/scope.ts';
import { dutiesOfRoles, mayOwe } from '../../../domain/landlord/duties.ts';
import { paths } from '../../paths.ts';
import type { StaffRoutes } from '../../visit.ts';
import { myWorkView } from './view.ts';

/** `/my-work`: everything I owe, and what my team's queue owes where I may hand it out. */
export function myWorkRoutes(routes: StaffRoutes): void {
  routes.get(paths.myWork.pattern, async (visit, tx) => {
    const { viewer, landlord, scope, today } = visit;
    const needs = visit.query['needs'] === '1';
    const owedBy = (of: WorkOf) => workOf(tx, viewer.landlordId, of, scope, today, { needs });
    const [mine, team, landlordDuties] = await Promise.all([
      owedBy({ kind: 'person', personId: viewer.personId }),
      can(viewer.roles, 'assign', landlord.policy) ? owedBy({ kind: 'team', team: 'complaints' }) : null,
      mayOwe(viewer.roles, landlord.policy) ? owedByLandlord(tx, landlord) : [],
    ]);
    const landlordOwes = dutiesOfRoles(landlordDuties, viewer.roles, today);
    return visit.page({
      title: 'My work',
      content: myWorkView({ mine, team, landlordOwes, today, calendar: landlord.calendar, needs }),
      nav: { current: 'my-work' },
    });
  });
}
