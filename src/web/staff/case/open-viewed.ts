import { type CaseFile, openCaseFile } from '../../../application/case-file.ts';
import type { Reading } from '../../../application/reading.ts';
import type { Visit } from '../../visit.ts';

/** The case in the address, with a note in the log of views that this person looked at it; null where it is not theirs to see. */
export async function openViewed(visit: Visit, tx: Reading): Promise<CaseFile | null> {
  const { app, viewer, scope } = visit;
  const file = await openCaseFile(app, tx, viewer, scope, visit.params['reference'] ?? '');
  if (file !== null) noteView(visit, file.caseId);
  return file;
}

/** Notes that this person looks at a case, and at which of its pages (R81). */
export function noteView({ app, viewer, now, request }: Visit, caseId: string): void {
  const what = request.routeOptions.url ?? 'case';
  app.accessLog.note(viewer.landlordId, { personId: viewer.personId, caseId, what, seenAt: now });
}
