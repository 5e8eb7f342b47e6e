/** Linking a complaint and a request for a service that belong together: noted on both, in one transaction (MAG-14, MAG-21). */
import type { Scope } from '../domain/access/scope.ts';
import { refuse } from '../domain/complaint/refusals.ts';
import type { ComplaintTie } from '../domain/service-request/events.ts';
import type { Tx } from '../storage/landlord-transaction.ts';
import { act, type Made, type Making, type Outcome } from './act.ts';
import { type Application, timeNow, type Viewer } from './application.ts';
import type { SentForm } from './one-act.ts';
import { findRequestId, type WhichRequest } from './queries/service-requests.ts';
import { tieComplaintWithin } from './service-requests.ts';

/** The command that links a case to a request; refused where this person may see no such request. */
export async function linkRequestTo(
  app: Application,
  tx: Tx,
  who: Viewer,
  scope: Scope,
  { loaded }: Making,
  link: { caseId: string; which: WhichRequest; why: ComplaintTie },
): Promise<Made> {
  const requestId = await findRequestId(tx, who.landlordId, scope, link.which);
  if (requestId === null) return { refusal: refuse('no-such-request', {}) };
  const { reference, receivedOn, requests } = loaded.state;
  const { caseId, why } = link;
  if (!requests.some(one => one.requestId === requestId)) {
    const on = receivedOn ?? timeNow(app).today;
    await tieComplaintWithin(app, tx, who, requestId, { on, caseId, reference, why });
  }
  return { type: 'LinkServiceRequest', requestId, why };
}

/** The same from the request's side: the complaint is named by its reference. */
export function linkComplaintTo(
  app: Application,
  who: Viewer,
  scope: Scope,
  link: { requestId: string; caseId: string; why: ComplaintTie },
  form: SentForm,
): Promise<Outcome> {
  const { requestId, caseId, why } = link;
  return act(app, who, { caseId, versionSeen: null, ...form }, (making, tx) =>
    linkRequestTo(app, tx, who, scope, making, { caseId, which: { requestId }, why }),
  );
}
