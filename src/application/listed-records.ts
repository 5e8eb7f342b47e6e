/** How a record comes into lists of mixed work: whom it is about, and what is owed on it. */
import type { Instant } from '../domain/calendar/dates.ts';
import { type Obligation, workingDate } from '../domain/complaint/obligation.ts';
import type { ListedRecord } from '../domain/records.ts';
import type { Tx } from '../storage/landlord-transaction.ts';
import { removeRecordRow, writeRecordRow } from '../storage/records.ts';
import { owedColumns } from './owed-columns.ts';

/** Which record, and when its last event was recorded. */
export type RecordIdentity = { landlordId: string; recordId: string; kind: ListedRecord; changedAt: Instant };

/** What lists show of it, and who may see it there (`recordInScope`). */
export type RecordLook = {
  name: string;
  personId: string | null;
  recordedBy: string | null;
  address?: string | null;
  /** Needs in words, as `case_index` has them. */
  adjustments?: string | null;
  ownerId?: string | null;
  /** Somebody's safety is at stake: it comes first in every list. */
  priority?: boolean;
};

/** Writes both anew, in the transaction that appends the record's events. */
export async function writeListedRecord(
  tx: Tx,
  { landlordId, recordId, kind, changedAt }: RecordIdentity,
  look: RecordLook,
  owed: readonly Obligation[],
): Promise<void> {
  const { name, personId, recordedBy, address = null, adjustments = null, ownerId = null, priority = false } = look;
  const row = {
    ...{ landlord_id: landlordId, record_id: recordId, kind, name, address, adjustments },
    ...{ person_id: personId, recorded_by: recordedBy, owner_id: ownerId },
  };
  const obligations = owed
    .filter(one => one.judged !== 'unstarted')
    .map(one => ({
      ...owedColumns({ landlordId, caseId: recordId }, one),
      ...{ priority, owed_to: personId, text_id: null, first_due_on: one.dueOn, work_on: workingDate(one) },
      with_needs: adjustments !== null,
    }));
  await writeRecordRow(tx, row, obligations, changedAt);
}

/** Takes both away, to be written again from its events. */
export function removeListedRecord(tx: Tx, landlordId: string, recordId: string): Promise<void> {
  return removeRecordRow(tx, landlordId, recordId);
}
