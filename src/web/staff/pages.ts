/** The staff's pages, a line each. */
import type { StaffRoutes } from '../visit.ts';
import { accountRoutes } from './account/page.ts';
import { actRoutes } from './acts/acts.ts';
import { briefRoutes } from './brief/page.ts';
import { buildingRoutes } from './buildings/page.ts';
import { calendarRoutes } from './calendar/page.ts';
import { caseRoutes } from './case/page.ts';
import { casesRoutes } from './cases/page.ts';
import { dissatisfactionRoutes } from './dissatisfaction/page.ts';
import { draftRoutes } from './drafts/drafts.ts';
import { findRoutes } from './find/page.ts';
import { importRoutes } from './imports/page.ts';
import { letterRoutes } from './letters/routes.ts';
import { logRoutes } from './log/page.ts';
import { myWorkRoutes } from './my-work/page.ts';
import { outboxRoutes } from './outbox/page.ts';
import { peopleRoutes } from './people/page.ts';
import { performanceRoutes } from './performance/page.ts';
import { pointRoutes } from './point/page.ts';
import { policyRoutes } from './policy/page.ts';
import { referralRoutes } from './referrals/page.ts';
import { unassignedRoutes } from './unassigned/page.ts';

export function staffPages(routes: StaffRoutes): void {
  myWorkRoutes(routes);
  logRoutes(routes);
  findRoutes(routes);
  dissatisfactionRoutes(routes);
  unassignedRoutes(routes);
  actRoutes(routes);
  caseRoutes(routes);
  casesRoutes(routes);
  letterRoutes(routes);
  outboxRoutes(routes);
  calendarRoutes(routes);
  performanceRoutes(routes);
  policyRoutes(routes);
  pointRoutes(routes);
  referralRoutes(routes);
  briefRoutes(routes);
  draftRoutes(routes);
  accountRoutes(routes);
  peopleRoutes(routes);
  importRoutes(routes);
  buildingRoutes(routes);
}
