/** The derived rows of a record of dissatisfaction, from its state: when it changes, when the calendar does, and on rebuilding. */
import type { Instant, LocalDate } from '../domain/calendar/dates.ts';
import { isOpen, type Obligation } from '../domain/complaint/obligation.ts';
import { owedOn } from '../domain/dissatisfaction/owed.ts';
import type { DissatisfactionRecord } from '../domain/dissatisfaction/record.ts';
import { residentDetails } from '../storage/cases/residents.ts';
import type { ObligationRow } from '../storage/cases/rows.ts';
import { writeDissatisfaction } from '../storage/dissatisfaction.ts';
import type { Tx } from '../storage/landlord-transaction.ts';
import type { Landlord } from './landlord.ts';

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
    owed.map(one => asRow(landlordId, recordId, record, one)),
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

function asRow(landlordId: string, recordId: string, record: DissatisfactionRecord, one: Obligation): ObligationRow {
  return {
    landlord_id: landlordId,
    case_id: recordId,
    obligation_id: one.id,
    kind: one.kind,
    stage: null,
    owner_person: one.owner.personId,
    owner_team: one.owner.team,
    priority: false,
    starts_on: one.startsOn,
    owed_to: record.personId,
    text_id: null,
    due_on: one.dueOn,
    due_at: one.dueAt,
    first_due_on: one.dueOn,
    long_stop_on: null,
    from_event: one.from?.event ?? null,
    from_on: one.from?.on ?? null,
    rule: one.rule,
    clause: one.clause,
    discharged_on: one.dischargedOn,
    lapsed_on: one.lapsedOn,
    cannot_judge: false,
    by_refusal: false,
    with_needs: false,
  };
}
