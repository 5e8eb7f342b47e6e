/** Everything about letters: writing, the list of a case, one letter. */
import type { StaffRoutes } from '../../visit.ts';
import { letterDraftRoutes } from './draft-page.ts';
import { letterPageRoutes } from './letter-page.ts';
import { letterListRoutes } from './list.ts';

export function letterRoutes(routes: StaffRoutes): void {
  letterDraftRoutes(routes);
  letterListRoutes(routes);
  letterPageRoutes(routes);
}
