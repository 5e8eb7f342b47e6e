/** `/team`: who works here, as the work needs to know it. Everybody has their own page; who leads others, or hands work out, has all. */
import { workloads } from '../../../application/queries/workload.ts';
import type { Reading } from '../../../application/reading.ts';
import { holds } from '../../../domain/access/permissions.ts';
import { paths } from '../../paths.ts';
import type { Answer, StaffRoutes, Visit } from '../../visit.ts';
import { absencePages, backPages, changeAbsencePages } from './absence.ts';
import { handOverPages } from './hand-over.ts';
import { showHandedOver } from './handed-over.ts';
import { showMember } from './member.ts';
import { showTraining, trainingPages } from './training.ts';
import { teamView } from './view.ts';
import { leads } from './who.ts';

export function teamRoutes(routes: StaffRoutes): void {
  routes.get(paths.team.pattern, showTeam);
  routes.get(paths.teamTraining.pattern, showTraining);
  routes.get(paths.teamMember.pattern, showMember);
  for (const [path, pages] of [
    [paths.teamAbsenceNew, absencePages],
    [paths.teamAbsence, changeAbsencePages],
    [paths.teamBack, backPages],
    [paths.teamTrainingNew, trainingPages],
    [paths.teamHandOver, handOverPages],
  ] as const) {
    routes.get(path.pattern, pages.show);
    routes.post(path.pattern, pages.send);
  }
  routes.get(paths.teamHandedOver.pattern, showHandedOver);
}

async function showTeam(visit: Visit, tx: Reading): Promise<Answer> {
  const { viewer, landlord, today } = visit;
  if (!leads(visit)) return { redirect: paths.teamMember({ person: viewer.personId }) };
  const loads = await workloads(tx, viewer.landlordId, today);
  const content = teamView({ landlord, loads, today, assigns: holds(viewer.roles, 'assign', landlord.policy) });
  return visit.page({ title: 'Team', content });
}
