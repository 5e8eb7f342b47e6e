/** The derived rows of a record of dissatisfaction, from its state: when it changes, when the calendar does, and on rebuilding. */
import type { Instant, LocalDate } from '../domain/calendar/dates.ts';
import { isOpen, type Obligation } from '../domain/complaint/obligation.ts';
import { owedOn } from '../domain/dissatisfaction/owed.ts';
import type { DissatisfactionRecord } from '../domain/dissatisfaction/record.ts';
import { residentDetails } from '../storage/cases/residents.ts';
import { writeDissatisfaction } from '../storage/dissatisfaction.ts';
import type { Tx } from '../storage/landlord-transaction.ts';
import type { Landlord } from './landlord.ts';
import { owedColumns } from './owed-columns.ts';

/** Writes them. `changedAt`: when its last event was recorded. */
export async function writeRecord(
  tx: Tx,
  landlord: Landlord,
  recordId: string,
  record: DissatisfactionRecord,
  changedAt: Instant,
): Promise<void> {
  const { landlordId } = landlord;
  const owed = owedOn(record, landlord);
  const details = await residentDetails(tx, landlordId, [record.personId]);
  const row = {
    landlord_id: landlordId,
    record_id: recordId,
    version: record.version,
    source: record.source,
    channel: record.channel,
    told_on: record.toldOn,
    person_id: record.personId,
    name: details.get(record.personId)?.name ?? 'Details removed',
    recorded_by: record.recordedBy,
    offered_on: record.offeredOn[0] ?? null,
    answer: record.answer?.is ?? null,
    answered_on: record.answer?.on ?? null,
    confirmed_on: record.confirmedOn,
    became_case: record.became?.caseId ?? null,
    settled_on: settledOn(owed),
  };
  await writeDissatisfaction(
    tx,
    row,
    owed.map(one => ({
      ...owedColumns({ landlordId, caseId: recordId }, one),
      ...{ priority: false, owed_to: record.personId, text_id: null, first_due_on: one.dueOn, with_needs: false },
    })),
    changedAt,
  );
}

/** The day the last of it was done; null while something is owed. */
function settledOn(owed: readonly Obligation[]): LocalDate | null {
  if (owed.some(isOpen)) return null;
  return (
    owed
      .flatMap(one => one.dischargedOn ?? [])
      .toSorted()
      .at(-1) ?? null
  );
}
