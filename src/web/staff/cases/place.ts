/** Where a page of the list begins, as a signed text in its address, good for that list in that order only. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { From } from '../../../application/queries/all-cases.ts';
import type { Place } from '../../../application/queries/case-order.ts';
import { withQuery } from '../../paths.ts';
import type { Visit } from '../../visit.ts';
import { type CaseList, listHref, queryOf } from './selection.ts';

const stored = z.tuple([z.string(), z.enum(['on', 'back']), z.string(), z.uuid()]);

/** The address of the page that goes on from a row, or back from one. */
export function pageHref(visit: Pick<Visit, 'sign'>, list: CaseList, way: 'on' | 'back', place: Place): string {
  const text = JSON.stringify([hashOf(list), way, place.value, place.caseId]);
  return withQuery(listHref(list), { from: visit.sign(text) });
}

/** The place that `?from=` names; null, which is the beginning, where it was made for another list or by nobody. */
export function placeIn(visit: Pick<Visit, 'openSigned' | 'query'>, list: CaseList): From {
  const text = visit.openSigned(visit.query['from'] ?? '');
  if (text === null) return null;
  const read = stored.safeParse(JSON.parse(text));
  if (!read.success || read.data[0] !== hashOf(list)) return null;
  const [, way, value, caseId] = read.data;
  return { way, place: { value, caseId } };
}

function hashOf(list: CaseList): string {
  return createHash('sha256')
    .update(JSON.stringify(queryOf(list)))
    .digest('base64url')
    .slice(0, 16);
}
