/** Writes the derived rows of one case, in the transaction that appends its events. */
import { type Insertable, type RawBuilder, sql } from 'kysely';
import type { Tx } from '../landlord-transaction.ts';
import type { CaseIndexTable, ObligationTable } from '../tables-of-cases.ts';
import { markMonths, type Touched } from './month-marks.ts';

export type CaseRow = Insertable<CaseIndexTable>;
export type ObligationRow = Insertable<ObligationTable>;
/** `viewers`: whoever sees the case whole because it is theirs. */
export type CaseRows = {
  index: CaseRow;
  obligations: readonly ObligationRow[];
  viewers: readonly string[];
  look: string;
};

/** Writes the rows of a case that has just been logged: nothing can be there yet, so nothing is looked for. */
export async function insertCaseRows(tx: Tx, rows: CaseRows, words: readonly string[]): Promise<void> {
  const { landlord_id, case_id } = rows.index;
  await Promise.all([
    tx.insertInto('case_index').values(rows.index).execute(),
    writeObligations(tx, rows.index, rows.obligations),
    addViewers(rows).execute(tx),
    sql`
      insert into search_text (landlord_id, case_id, look, words)
      values (${landlord_id}, ${case_id}, ${rows.look}, ${folded(sql`''::tsvector`, words)})`.execute(tx),
  ]);
}

/** Writes the rows of a case that something happened to. `newWords`: the texts that came with it, in their order. */
export async function updateCaseRows(tx: Tx, rows: CaseRows, newWords: readonly string[]): Promise<void> {
  const { landlord_id, case_id } = rows.index;
  const { landlord_id: _l, case_id: _c, ...facts } = rows.index;
  await Promise.all([
    tx
      .updateTable('case_index')
      .set(facts)
      .where('landlord_id', '=', landlord_id)
      .where('case_id', '=', case_id)
      .execute(),
    replaceObligations(tx, rows.index, rows.obligations),
    replaceViewers(tx, rows),
    sql`
      update search_text set look = ${rows.look}, words = ${folded(sql`words`, newWords)}
      where landlord_id = ${landlord_id} and case_id = ${case_id}
        and (look <> ${rows.look} or ${newWords.length} > 0)`.execute(tx),
  ]);
}

/** Whose case it is, with the order of what is due as its row has it. */
function addViewers({ index, viewers }: CaseRows): RawBuilder<unknown> {
  return sql`
    insert into case_viewer (landlord_id, case_id, person_id, next_due_order)
    select c.landlord_id, c.case_id, viewer, c.next_due_order
    from case_index c, unnest(${viewers}::uuid[]) viewer
    where c.landlord_id = ${index.landlord_id} and c.case_id = ${index.case_id}
    on conflict (landlord_id, case_id, person_id) do update set next_due_order = excluded.next_due_order
    where case_viewer.next_due_order <> excluded.next_due_order`;
}

/** The same where there may be some already: whose case it is no longer goes. */
async function replaceViewers(tx: Tx, rows: CaseRows): Promise<void> {
  const { landlord_id, case_id } = rows.index;
  await sql`
    with gone as (
      delete from case_viewer
      where landlord_id = ${landlord_id} and case_id = ${case_id} and person_id <> all(${rows.viewers}::uuid[])
    ) ${addViewers(rows)}`.execute(tx);
}

/** Words are added text by text in their order, so that adding as it happens and rebuilding later give the same bytes. */
function folded(start: ReturnType<typeof sql>, words: readonly string[]): ReturnType<typeof sql> {
  return words.reduce((vector, text) => sql`${vector} || to_tsvector('english', ${text.slice(0, 100_000)})`, start);
}

/** Whose obligations they are, and when the last thing happened there. */
type Of = Pick<CaseRow, 'landlord_id' | 'case_id' | 'changed_at'>;

/** Writes what is owed on a stream: what is no longer there goes, what has changed is written again. */
export async function replaceObligations(tx: Tx, of: Of, obligations: readonly ObligationRow[]): Promise<void> {
  await Promise.all([removeGone(tx, of, obligations), writeObligations(tx, of, obligations)]);
}

async function removeGone(tx: Tx, of: Of, obligations: readonly ObligationRow[]): Promise<void> {
  const kept = obligations.map(one => one.obligation_id);
  const { landlord_id, case_id, changed_at } = of;
  await sql`
    with gone as (
      delete from obligation where landlord_id = ${landlord_id} and case_id = ${case_id}
        and obligation_id <> all(${kept}::text[])
      returning kind, due_on, first_due_on
    ) ${markMonths(landlord_id, sql`select kind, due_on, first_due_on from gone`, changed_at)}`.execute(tx);
}

/**
 * One statement for all of a case's obligations; a row that has not changed is not written again. What a row was before and
 * is now may belong to months that are over: those are marked.
 */
async function writeObligations(tx: Tx, of: Of, obligations: readonly ObligationRow[]): Promise<void> {
  if (obligations.length === 0) return;
  const { landlord_id, case_id, changed_at } = of;
  const touched = sql<Touched>`
    select kind, due_on, first_due_on from changed
    union all
    select before.kind, before.due_on, before.first_due_on from before join changed using (obligation_id)`;
  await sql`
    with before as (
      select obligation_id, kind, due_on, first_due_on from obligation
      where landlord_id = ${landlord_id} and case_id = ${case_id}
    ), changed as (
    insert into obligation
      (landlord_id, case_id, obligation_id, kind, stage, owner_person, owner_team, priority, starts_on, owed_to, text_id, due_on, due_at, first_due_on,
       long_stop_on, work_on, from_event, from_on, rule, clause, discharged_on, lapsed_on, cannot_judge, by_refusal, with_needs)
    select landlord_id, case_id, obligation_id, kind, stage, owner_person, owner_team, priority, starts_on, owed_to, text_id, due_on, due_at, first_due_on,
       long_stop_on, work_on, from_event, from_on, rule, clause, discharged_on, lapsed_on, cannot_judge, by_refusal, with_needs
    from jsonb_to_recordset(${JSON.stringify(obligations)}::jsonb) as fresh
      (landlord_id uuid, case_id uuid, obligation_id text, kind text, stage smallint, owner_person uuid, owner_team text, priority boolean, starts_on date, owed_to uuid,
       text_id uuid, due_on date, due_at timestamptz, first_due_on date, long_stop_on date, work_on date, from_event text, from_on date, rule text,
       clause text, discharged_on date, lapsed_on date, cannot_judge boolean, by_refusal boolean, with_needs boolean)
    on conflict (landlord_id, case_id, obligation_id) do update set
      kind = excluded.kind, stage = excluded.stage, owner_person = excluded.owner_person, owner_team = excluded.owner_team,
      priority = excluded.priority, starts_on = excluded.starts_on, owed_to = excluded.owed_to, text_id = excluded.text_id, due_on = excluded.due_on, due_at = excluded.due_at,
      first_due_on = excluded.first_due_on, long_stop_on = excluded.long_stop_on, work_on = excluded.work_on, from_event = excluded.from_event,
      from_on = excluded.from_on, rule = excluded.rule, clause = excluded.clause, discharged_on = excluded.discharged_on,
      lapsed_on = excluded.lapsed_on, cannot_judge = excluded.cannot_judge, by_refusal = excluded.by_refusal, with_needs = excluded.with_needs
    where (obligation.kind, obligation.stage, obligation.owner_person, obligation.owner_team, obligation.priority, obligation.starts_on, obligation.owed_to, obligation.text_id,
           obligation.due_on, obligation.due_at, obligation.first_due_on, obligation.long_stop_on, obligation.work_on, obligation.from_event,
           obligation.from_on, obligation.rule, obligation.clause, obligation.discharged_on, obligation.lapsed_on,
           obligation.cannot_judge, obligation.by_refusal, obligation.with_needs)
      is distinct from
          (excluded.kind, excluded.stage, excluded.owner_person, excluded.owner_team, excluded.priority, excluded.starts_on, excluded.owed_to, excluded.text_id,
           excluded.due_on, excluded.due_at, excluded.first_due_on, excluded.long_stop_on, excluded.work_on, excluded.from_event,
           excluded.from_on, excluded.rule, excluded.clause, excluded.discharged_on, excluded.lapsed_on, excluded.cannot_judge, excluded.by_refusal, excluded.with_needs)
    returning obligation_id, kind, due_on, first_due_on
    ) ${markMonths(landlord_id, touched, changed_at)}`.execute(tx);
}

const derived = [
  ...(['case_closed_to', 'case_restriction', 'case_viewer', 'search_text', 'obligation'] as const),
  ...(['case_index', 'letter', 'case_link', 'information_request'] as const),
];

/** Removes the derived rows of a case, to be written again from its events. */
export async function removeCaseRows(tx: Tx, landlordId: string, caseId: string): Promise<void> {
  for (const table of derived) {
    await tx.deleteFrom(table).where('landlord_id', '=', landlordId).where('case_id', '=', caseId).execute();
  }
}
