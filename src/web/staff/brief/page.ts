/** `/cases/:reference/brief`: one printable page for whoever reviews the complaint at stage 2; `/hand-over`: for whoever takes it over. */
import type { CaseFile } from '../../../application/case-file.ts';
import { type LocalDate, londonTimeOf, sayDate } from '../../../domain/calendar/dates.ts';
import type { Html } from '../../html.ts';
import { printPage } from '../../layouts/print-page.ts';
import { paths } from '../../paths.ts';
import type { StaffRoutes } from '../../visit.ts';
import { openViewed } from '../case/open-viewed.ts';
import { handOverBrief } from './hand-over.ts';
import { briefView } from './view.ts';

export function briefRoutes(routes: StaffRoutes): void {
  const brief = (pattern: string, title: string, view: (file: CaseFile, today: LocalDate) => Html): void =>
    routes.get(pattern, async (visit, tx) => {
      const file = await openViewed(visit, tx);
      if (file === null) return null;
      const { today, now, landlord } = visit;
      return printPage({
        title: `${title} ${file.reference}`,
        landlordName: landlord.name,
        made: `Made on ${sayDate(today)} at ${londonTimeOf(now)} for ${visit.viewer.name}.`,
        content: view(file, today),
        backHref: paths.case({ reference: file.reference }),
      });
    });
  brief(paths.caseBrief.pattern, 'Brief for the reviewer', briefView);
  brief(paths.caseHandOver.pattern, 'Hand-over brief', handOverBrief);
}
