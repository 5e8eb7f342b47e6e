/** Where the list of service requests goes on, as a signed text in its address, good for that choice of them only. */
import { z } from 'zod';
import {
  type RequestPlace,
  type RequestSelection,
  requestShows,
} from '../../../application/queries/service-requests.ts';
import { isLocalDate } from '../../../domain/calendar/dates.ts';
import { paths, withQuery } from '../../paths.ts';
import type { Visit } from '../../visit.ts';

const stored = z.tuple([z.enum(requestShows), z.string().nullable(), z.string(), z.uuid()]);

/** The address of a choice of requests. */
export function listHref({ show, serviceArea }: RequestSelection): string {
  return withQuery(paths.serviceRequests(), { show: show === 'open' ? '' : show, area: serviceArea });
}

/** The address of the page that goes on after a row. */
export function nextHref(visit: Pick<Visit, 'sign'>, list: RequestSelection, { on, requestId }: RequestPlace): string {
  const text = JSON.stringify([list.show, list.serviceArea, on, requestId]);
  return withQuery(listHref(list), { from: visit.sign(text) });
}

/** The place that `?from=` names; null, which is the beginning, where it was made for another choice or by nobody. */
export function placeIn(visit: Pick<Visit, 'openSigned' | 'query'>, list: RequestSelection): RequestPlace | null {
  const text = visit.openSigned(visit.query['from'] ?? '');
  if (text === null) return null;
  const read = stored.safeParse(JSON.parse(text));
  if (!read.success) return null;
  const [show, serviceArea, on, requestId] = read.data;
  if (show !== list.show || serviceArea !== list.serviceArea || !isLocalDate(on)) return null;
  return { on, requestId };
}
