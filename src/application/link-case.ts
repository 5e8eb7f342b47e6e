/** Linking complaints that belong together; each keeps its own dates, letters and people (MAG-21, R64). */
import { randomUUIDv7 } from 'node:crypto';
import type { Scope } from '../domain/access/scope.ts';
import { refuse } from '../domain/complaint/refusals.ts';
import type { Tx } from '../storage/landlord-transaction.ts';
import { actWithin, type Made, type Making } from './act.ts';
import type { Application, Viewer } from './application.ts';
import { findCaseId } from './case-file.ts';

export type LinkWhy = 'earlier' | 'household' | 'duplicate';

/**
 * The command that links a case to another one by its reference; refused where this person may see no such case. A household or
 * a duplicate is so from both sides, so the other case is linked as well, in the same transaction.
 */
export async function linkTo(
  app: Application,
  tx: Tx,
  who: Viewer,
  scope: Scope,
  { loaded }: Making,
  link: { caseId: string; reference: string; why: LinkWhy },
): Promise<Made> {
  const { caseId, why } = link;
  const otherCaseId = await findCaseId(tx, who.landlordId, link.reference, scope);
  if (otherCaseId === null || otherCaseId === caseId) return { refusal: refuse('no-such-complaint', {}) };
  const already = loaded.state.links.some(one => one.otherCaseId === otherCaseId && one.why === why);
  if (why !== 'earlier' && !already) await linkBack(app, tx, who, otherCaseId, { caseId, why });
  return { type: 'LinkCase', otherCaseId, why };
}

async function linkBack(
  app: Application,
  tx: Tx,
  who: Viewer,
  otherCaseId: string,
  { caseId, why }: { caseId: string; why: LinkWhy },
): Promise<void> {
  const ask = { caseId: otherCaseId, versionSeen: null, commandId: randomUUIDv7(), payload: {} };
  await actWithin(app, tx, who, ask, ({ loaded }) =>
    loaded.state.links.some(one => one.otherCaseId === caseId && one.why === why)
      ? []
      : { type: 'LinkCase', otherCaseId: caseId, why },
  );
}
