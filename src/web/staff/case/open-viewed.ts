import { type CaseFile, openCaseFile } from '../../../application/case-file.ts';
import type { Reading } from '../../../application/reading.ts';
import type { LocalDate } from '../../../domain/calendar/dates.ts';
import type { Visit } from '../../visit.ts';

/** The case in the address, with the view of this person in the log of views; null where it is not theirs to see. */
export async function openViewed(visit: Visit, tx: Reading, asOf: LocalDate | null = null): Promise<CaseFile | null> {
  const { app, viewer, scope } = visit;
  const file = await openCaseFile(app, tx, viewer, scope, visit.params['reference'] ?? '', asOf);
  if (file !== null) await logView(visit, file.caseId, file.restricted);
  return file;
}

/**
 * Logs that this person looks at a case, and at which of its pages (R81). Of a restricted one the view is stored before anything is
 * shown, also where a form that was sent is shown again; any other is noted, and stored within a second.
 */
export async function logView(
  { app, viewer, now, request }: Visit,
  caseId: string,
  restricted: boolean,
): Promise<void> {
  const view = { personId: viewer.personId, caseId, what: request.routeOptions.url ?? 'case', seenAt: now };
  if (restricted) await app.accessLog.record(viewer.landlordId, view);
  else if (request.method === 'GET') app.accessLog.note(viewer.landlordId, view);
}
