import { knownPeople } from '../../../application/queries/known-people.ts';
import { holds } from '../../../domain/access/permissions.ts';
import { html } from '../../html.ts';
import { paths } from '../../paths.ts';
import type { StaffRoutes } from '../../visit.ts';
import { listOf } from './step.ts';

/** `/known?q=…`: the list of the finder alone, for its script. For whoever may log: it tells names and addresses. */
export function findRoutes(routes: StaffRoutes): void {
  routes.get(paths.known.pattern, async (visit, tx) => {
    if (!holds(visit.viewer.roles, 'log-complaint', visit.landlord.policy)) return null;
    const sought = (visit.query['q'] ?? '').trim().slice(0, 200);
    const found = await knownPeople(tx, visit.landlord.landlordId, sought);
    const list = sought.length < 3 ? html`` : listOf(visit, found, sought);
    const type = 'text/html; charset=utf-8';
    return { file: { bytes: list.toString(), type, name: 'known.html', inline: true } };
  });
}
