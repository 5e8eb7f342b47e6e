import { triageCount } from '../../../application/queries/contacts.ts';
import { unassigned } from '../../../application/queries/unassigned.ts';
import { workloads } from '../../../application/queries/workload.ts';
import { holds } from '../../../domain/access/permissions.ts';
import { paths } from '../../paths.ts';
import type { StaffRoutes } from '../../visit.ts';
import { doneSentence } from '../acts/acts.ts';
import { triageCounts } from '../my-work/triage-notice.ts';
import { peopleToThinkOf } from './people.ts';
import { unassignedView } from './view.ts';

const takenBy = { 1: 'investigate-stage-1', 2: 'review-stage-2' } as const;

/** `/unassigned`: the queue of what has nobody's name on it, to be handed out from here (R69). */
export function unassignedRoutes(routes: StaffRoutes): void {
  routes.get(paths.unassigned.pattern, async (visit, tx) => {
    const { viewer, landlord, scope, today } = visit;
    const assigns = holds(viewer.roles, 'assign', landlord.policy);
    const [list, triage, loads] = await Promise.all([
      unassigned(tx, viewer.landlordId, 'complaints', scope),
      triageCount(tx, viewer.landlordId, scope, today),
      assigns ? workloads(tx, viewer.landlordId, today) : null,
    ]);
    return visit.page({
      title: 'Unassigned',
      content: unassignedView({
        list,
        today,
        calendar: landlord.calendar,
        policy: landlord.policy,
        assigns,
        people: loads === null ? null : peopleToThinkOf({ landlord, loads, today }),
        takes: ([1, 2] as const).filter(stage => holds(viewer.roles, takenBy[stage], landlord.policy)),
      }),
      done: doneSentence(visit.query['done']),
      nav: { current: 'unassigned', counts: triageCounts(triage) },
    });
  });
}
