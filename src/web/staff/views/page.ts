/** `/cases/:reference/views`: who has looked at a complaint, for those who look after who sees it (MAG-11, R81). */
import { caseViews, type ViewPlace } from '../../../application/queries/case-views.ts';
import { isInstant } from '../../../domain/calendar/dates.ts';
import { paths, withQuery } from '../../paths.ts';
import type { StaffRoutes, Visit } from '../../visit.ts';
import { caseHead } from '../case/case-head.ts';
import { openViewed } from '../case/open-viewed.ts';
import { viewsView } from './view.ts';

export function viewsRoutes(routes: StaffRoutes): void {
  routes.get(paths.caseViews.pattern, async (visit, tx) => {
    const file = await openViewed(visit, tx);
    if (file === null) return null;
    const { reference } = file;
    const frame = {
      title: `Who has seen it – ${file.name}`,
      sticky: caseHead(file, visit.today),
      nav: { current: 'cases' },
    } as const;
    const found = await caseViews(tx, visit.viewer.landlordId, file.caseId, placeIn(visit));
    const nextHref =
      found.next === null
        ? null
        : withQuery(paths.caseViews({ reference }), { before: `${found.next.version}.${found.next.seenAt}` });
    return visit.page({ ...frame, content: viewsView({ ...found, reference, nextHref }) });
  });
}

function placeIn({ query }: Visit): ViewPlace | null {
  const [, version = '', seenAt = ''] = /^(\d{1,15})\.(.+)$/.exec(query['before'] ?? '') ?? [];
  return isInstant(seenAt) ? { version: Number(version), seenAt } : null;
}
