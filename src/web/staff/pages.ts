/** The staff's pages, a line each. */
import type { StaffRoutes } from '../visit.ts';
import { actRoutes } from './acts/acts.ts';
import { caseRoutes } from './case/page.ts';
import { draftRoutes } from './drafts/drafts.ts';
import { letterRoutes } from './letters/routes.ts';
import { logRoutes } from './log/page.ts';
import { myWorkRoutes } from './my-work/page.ts';
import { outboxRoutes } from './outbox/page.ts';

export function staffPages(routes: StaffRoutes): void {
  myWorkRoutes(routes);
  logRoutes(routes);
  actRoutes(routes);
  caseRoutes(routes);
  letterRoutes(routes);
  outboxRoutes(routes);
  draftRoutes(routes);
}
