import { type CaseFile, openCaseFile } from '../../../application/case-file.ts';
import type { Reading } from '../../../application/reading.ts';
import type { Visit } from '../../visit.ts';

/** The case in the address, with a note in the log of views that this person looked at it; null where it is not theirs to see. */
export async function openViewed(visit: Visit, tx: Reading): Promise<CaseFile | null> {
  const { app, viewer, scope, now, request } = visit;
  const file = await openCaseFile(app, tx, viewer, scope, visit.params['reference'] ?? '');
  if (file !== null) {
    const what = request.routeOptions.url ?? 'case';
    app.accessLog.note(viewer.landlordId, { personId: viewer.personId, caseId: file.caseId, what, seenAt: now });
  }
  return file;
}
