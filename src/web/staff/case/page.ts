/** `/cases/:reference` and its parts: the overview, the timeline, the people. */
import { buildingOfHome } from '../../../application/queries/buildings.ts';
import { contactOfCase } from '../../../application/queries/contact-file.ts';
import { linkedCases } from '../../../application/queries/linked-cases.ts';
import { type PossiblyConnected, possiblyConnected } from '../../../application/queries/possibly-connected.ts';
import { knownReferrals } from '../../../application/queries/referrals.ts';
import { linkedRequests } from '../../../application/queries/request-file.ts';
import { isLocalDate } from '../../../domain/calendar/dates.ts';
import { nextSteps } from '../../../domain/complaint/next-steps.ts';
import { paths } from '../../paths.ts';
import type { StaffRoutes, Visit } from '../../visit.ts';
import { doneSentence } from '../acts/acts.ts';
import { openViewed } from './open-viewed.ts';
import { overviewPage } from './overview.ts';
import { peoplePage } from './people.ts';
import { timelinePage } from './timeline.ts';

const none: PossiblyConnected = { cases: [], requests: [] };

export function caseRoutes(routes: StaffRoutes): void {
  routes.get(paths.case.pattern, async (visit, tx) => {
    const asOf = dayIn(visit);
    const file = await openViewed(visit, tx, asOf);
    if (file === null) return null;
    const steps = asOf === null ? nextSteps(file.state, file.deciding) : [];
    const { landlordId } = visit.viewer;
    const { homeId } = file.state;
    const [all, building] = await Promise.all([
      linkedCases(tx, landlordId, visit.scope, file.caseId),
      homeId === null || asOf !== null ? null : buildingOfHome(tx, landlordId, homeId),
    ]);
    const known = new Set(file.state.links.map(link => link.otherCaseId));
    // As it stood, it shows what it named itself by then: when another named it stands in that one.
    const linked = asOf === null ? all : all.filter(one => known.has(one.caseId));
    const requests = asOf === null ? await linkedRequests(tx, visit.viewer.landlordId, visit.scope, file.caseId) : [];
    const connected =
      asOf === null ? await possiblyConnected(tx, visit.viewer.landlordId, visit.scope, file, all) : none;
    const referrals = asOf === null ? await knownReferrals(tx, file, visit.viewer) : [];
    const contact = await contactOfCase(tx, landlordId, file.caseId);
    const done = doneSentence(visit.query['done'] ?? '');
    return overviewPage({ visit, file, steps, asOf, linked, requests, connected, referrals, contact, building, done });
  });

  routes.get(paths.caseTimeline.pattern, async (visit, tx) => {
    const file = await openViewed(visit, tx);
    if (file === null) return null;
    const referrals = await knownReferrals(tx, file, visit.viewer);
    return timelinePage({ visit, file, only: visit.query['only'] ?? '', referrals });
  });

  routes.get(paths.casePeople.pattern, async (visit, tx) => {
    const file = await openViewed(visit, tx);
    return file === null ? null : peoplePage({ visit, file });
  });
}

/** The day in `?as-it-stood-on=`, as one date or as the three boxes of the form. */
function dayIn(visit: Visit) {
  const { query } = visit;
  const boxes = ['year', 'month', 'day']
    .map(part => (query[`as-it-stood-on-${part}`] ?? '').padStart(part === 'year' ? 4 : 2, '0'))
    .join('-');
  const asked = query['as-it-stood-on'] ?? boxes;
  return isLocalDate(asked) && asked <= visit.today ? asked : null;
}
