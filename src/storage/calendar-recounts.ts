/** Which cases a change of the calendar still has to be brought to. */
import { type RawBuilder, sql } from 'kysely';
import type { ListedRecord } from '../domain/records.ts';
import type { Tx } from './landlord-transaction.ts';

/** `record`: the kind of record that it is, where it is no complaint. */
export type WaitingRecount = {
  readonly caseId: string;
  readonly fromRevision: number;
  readonly record: ListedRecord | null;
};

type WaitingRow = { case_id: string; from_revision: number; record: ListedRecord | null };

const waitingColumns = sql`case_id, from_revision, (
      select kind from record_index r where r.landlord_id = calendar_recount.landlord_id and r.record_id = calendar_recount.case_id
    ) as record`;

const asWaiting = (row: WaitingRow): WaitingRecount => ({
  caseId: row.case_id,
  fromRevision: row.from_revision,
  record: row.record,
});

/** Notes every candidate, in one statement. One that still waits for an earlier change keeps what its dates were counted by. */
export async function queueRecounts(
  tx: Tx,
  landlordId: string,
  change: { fromRevision: number; revision: number },
  candidates: RawBuilder<{ case_id: string }>,
): Promise<void> {
  await sql`
    insert into calendar_recount (landlord_id, case_id, from_revision, revision)
    select ${landlordId}::uuid, candidate.case_id, ${change.fromRevision}::integer, ${change.revision}::integer
    from (${candidates}) candidate
    on conflict (landlord_id, case_id) do update set revision = excluded.revision, moved = null,
      from_revision = case when calendar_recount.moved is null then calendar_recount.from_revision else excluded.from_revision end`.execute(
    tx,
  );
}

/** The next cases that wait, held for this transaction; others at it take others. */
export async function nextRecounts(tx: Tx, landlordId: string, most: number): Promise<WaitingRecount[]> {
  const { rows } = await sql<WaitingRow>`
    select ${waitingColumns} from calendar_recount
    where landlord_id = ${landlordId} and moved is null
    order by case_id limit ${most} for update skip locked`.execute(tx);
  return rows.map(asWaiting);
}

/** The case's own, where it waits; null where nothing is to be done. */
export async function recountOf(tx: Tx, landlordId: string, caseId: string): Promise<WaitingRecount | null> {
  const { rows } = await sql<WaitingRow>`
    select ${waitingColumns} from calendar_recount
    where landlord_id = ${landlordId} and case_id = ${caseId} and moved is null for update`.execute(tx);
  return rows[0] === undefined ? null : asWaiting(rows[0]);
}

/** Notes that a case was counted anew, and whether an open date of it moved. */
export async function closeRecount(tx: Tx, landlordId: string, caseId: string, moved: boolean): Promise<void> {
  await tx
    .updateTable('calendar_recount')
    .set({ moved })
    .where('landlord_id', '=', landlordId)
    .where('case_id', '=', caseId)
    .execute();
}

/** Whether any case of the landlord waits. */
export async function recountsWait(tx: Tx, landlordId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('calendar_recount')
    .select('case_id')
    .where('landlord_id', '=', landlordId)
    .where('moved', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** How many cases wait for a change of the calendar, and how many have moved. */
export async function recountProgress(
  tx: Tx,
  landlordId: string,
  revision: number,
): Promise<{ waiting: number; moved: number }> {
  const { rows } = await sql<{ waiting: string; moved: string }>`
    select count(*) filter (where moved is null) as waiting, count(*) filter (where moved) as moved
    from calendar_recount where landlord_id = ${landlordId} and revision = ${revision}`.execute(tx);
  return { waiting: Number(rows[0]?.waiting ?? 0), moved: Number(rows[0]?.moved ?? 0) };
}
