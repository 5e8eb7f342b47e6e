/** `/cases/:reference/brief`: one printable page for whoever reviews the complaint at stage 2. */
import { londonTimeOf, sayDate } from '../../../domain/calendar/dates.ts';
import { printPage } from '../../layouts/print-page.ts';
import { paths } from '../../paths.ts';
import type { StaffRoutes } from '../../visit.ts';
import { openViewed } from '../case/open-viewed.ts';
import { briefView } from './view.ts';

export function briefRoutes(routes: StaffRoutes): void {
  routes.get(paths.caseBrief.pattern, async (visit, tx) => {
    const file = await openViewed(visit, tx);
    if (file === null) return null;
    const { today, now, landlord } = visit;
    return printPage({
      title: `Brief for the reviewer ${file.reference}`,
      landlordName: landlord.name,
      made: `Made on ${sayDate(today)} at ${londonTimeOf(now)} for ${visit.viewer.name}.`,
      content: briefView(file, today),
      backHref: paths.case({ reference: file.reference }),
    });
  });
}
