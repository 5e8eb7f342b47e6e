/** The person a page is about. */
import { openResident, type ResidentFile } from '../../../application/queries/resident-file.ts';
import type { Reading } from '../../../application/reading.ts';
import type { Visit } from '../../visit.ts';
import { logView } from '../case/open-viewed.ts';

/** The person in the address, if this viewer may know of them; the view is noted. */
export async function openedResident(visit: Visit, tx: Reading): Promise<ResidentFile | null> {
  const { landlord, viewer, scope, params } = visit;
  const file = await openResident(tx, landlord, viewer, scope, params['resident'] ?? '');
  if (file?.needs != null) await logView(visit, file.needs.recordId, false);
  return file;
}
