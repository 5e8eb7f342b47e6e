import { owedByLandlord } from '../../../application/policy-reviews.ts';
import { triageCount } from '../../../application/queries/contacts.ts';
import { lateAnswers } from '../../../application/queries/late-answers.ts';
import { type WorkOf, workOf } from '../../../application/queries/my-work.ts';
import { dutyReferrals } from '../../../application/queries/referrals.ts';
import { owedByStaff } from '../../../application/staff-duties.ts';
import { holds } from '../../../domain/access/permissions.ts';
import { ON_CALL } from '../../../domain/complaint/obligations/duties.ts';
import { dutiesOfRoles, mayOwe } from '../../../domain/landlord/duties.ts';
import { onCallRoles } from '../../../domain/policy/duty-times.ts';
import { paths } from '../../paths.ts';
import type { StaffRoutes } from '../../visit.ts';
import { doneSentence } from '../acts/acts.ts';
import { coveredWork, ownAbsence } from './cover.ts';
import { triageCounts } from './triage-notice.ts';
import { myWorkView } from './view.ts';

/** `/my-work`: everything I owe, and what my team's queue owes where I may hand it out. */
export function myWorkRoutes(routes: StaffRoutes): void {
  routes.get(paths.myWork.pattern, async (visit, tx) => {
    const { viewer, landlord, scope, today } = visit;
    const needs = visit.query['needs'] === '1';
    const owedBy = (of: WorkOf) => workOf(tx, viewer.landlordId, of, scope, today, { needs });
    const assigns = holds(viewer.roles, 'assign', landlord.policy);
    const onCall = assigns || onCallRoles(landlord.policy).some(role => viewer.roles.includes(role));
    const [mine, team, dangers, referrals, landlordDuties, late, triage, covered, staffOwes] = await Promise.all([
      owedBy({ kind: 'person', personId: viewer.personId }),
      assigns ? owedBy({ kind: 'team', team: 'complaints' }) : null,
      onCall ? workOf(tx, viewer.landlordId, { kind: 'team', team: ON_CALL }, scope, today) : null,
      dutyReferrals(tx, viewer.landlordId, viewer, landlord.policy),
      mayOwe(viewer.roles, landlord.policy) ? owedByLandlord(tx, landlord) : [],
      lateAnswers(tx, viewer.landlordId, viewer.personId, today),
      triageCount(tx, viewer.landlordId, scope, today),
      coveredWork(visit, tx),
      owedByStaff(tx, landlord, viewer, today),
    ]);
    const landlordOwes = dutiesOfRoles(landlordDuties, viewer.roles, today);
    return visit.page({
      title: 'My work',
      content: myWorkView({
        mine,
        dangers,
        referrals,
        now: visit.now,
        team,
        landlordOwes,
        lateAnswers: late,
        areas: landlord.policy.serviceAreas,
        opens: scope.kind === 'all',
        covered,
        staffOwes,
        away: ownAbsence(landlord, viewer.personId, today),
        viewerId: viewer.personId,
        staff: landlord.staff,
        today,
        calendar: landlord.calendar,
        needs,
        triage,
      }),
      done: closedSentence(visit.query['done']),
      nav: { current: 'my-work', counts: triageCounts(triage) },
    });
  });
}

/** After an act that closed the case to whoever did it. */
function closedSentence(act: string | undefined): string | undefined {
  if (act === 'log') return 'Complaint logged. It is about you, so it is not open to you.';
  const done = doneSentence(act);
  return done === undefined ? undefined : `${done} It is not open to you any more.`;
}
