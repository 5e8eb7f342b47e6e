/** `/cases`: every complaint somebody may see, to choose from, search, order and take away. */

import {
  type CasePage,
  casePage,
  countCases,
  type ListOf,
  mostCounted,
  pageSize,
} from '../../../application/queries/all-cases.ts';
import { caseReference } from '../../../application/queries/case-search.ts';
import type { Reading } from '../../../application/reading.ts';
import { staffChoices } from '../../../application/staff-choices.ts';
import { sayNumber } from '../../../domain/say-number.ts';
import { paths } from '../../paths.ts';
import type { StaffRoutes, Visit } from '../../visit.ts';
import { downloadOf } from './download.ts';
import { pageHref, placeIn } from './place.ts';
import { type CaseList, isNarrowed, listIn } from './selection.ts';
import { casesView } from './view.ts';

export function casesRoutes(routes: StaffRoutes): void {
  routes.get(paths.cases.pattern, async (visit, tx) => {
    const list = listIn(visit.query);
    if (list.selection.sought !== '') note(visit, 'search');
    const sole = await soughtCase(visit, tx, list);
    if (sole !== null) return { redirect: paths.case({ reference: sole }) };
    const of = listOf(visit, list);
    const [page, cases] = await Promise.all([
      casePage(tx, of, list.sorting, placeIn(visit, list)),
      isNarrowed(list.selection) ? countCases(tx, of) : null,
    ]);
    return visit.page({
      title: 'All cases',
      content: casesView({
        list,
        rows: page.rows,
        count: sayCount(cases, page),
        previousHref: page.before === null ? null : pageHref(visit, list, 'back', page.before),
        nextHref: page.next === null ? null : pageHref(visit, list, 'on', page.next),
        staff: staffChoices(visit.landlord),
        policy: visit.landlord.policy,
        code: visit.landlord.code,
        calendar: visit.landlord.calendar,
        today: visit.today,
      }),
      search: list.selection.sought,
      nav: { current: 'cases' },
    });
  });

  routes.get(paths.casesDownload.pattern, async visit => {
    note(visit, paths.casesDownload.pattern);
    return { file: downloadOf(visit, listOf(visit, listIn(visit.query))) };
  });
}

/** That a search was made, or a list taken away, and by whom (R81). Never what was searched for: it is mostly somebody's name. */
function note({ app, viewer, now }: Visit, what: string): void {
  app.accessLog.note(viewer.landlordId, { personId: viewer.personId, caseId: null, what, seenAt: now });
}

/** How many the list has. Of everything nobody counts; whether it is more than a page is known without. */
function sayCount(cases: number | null, { rows, before, next }: CasePage): string {
  if (cases === null) return before === null && next === null ? sayNumber(rows.length) : `More than ${pageSize}`;
  return cases > mostCounted ? `${sayNumber(mostCounted)}+` : sayNumber(cases);
}

function listOf({ viewer, scope, today }: Visit, { selection }: CaseList): ListOf {
  return { landlordId: viewer.landlordId, scope, selection, today };
}

/** Whoever types a whole reference wants that case, not a list of one. */
async function soughtCase(visit: Visit, tx: Reading, { selection }: CaseList): Promise<string | null> {
  const { sought, ...filters } = selection;
  if (sought === '' || Object.values(filters).some(value => value !== null && value !== false)) return null;
  return caseReference(tx, visit.viewer.landlordId, visit.scope, sought);
}
