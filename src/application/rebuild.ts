/** Every derived row of every case and record again, from its events: to the same bytes, whatever day it is (engineering: database). */
import type { Instant } from '../domain/calendar/dates.ts';
import { noCase } from '../domain/complaint/no-case.ts';
import { textIdsIn } from '../domain/complaint/text-ids.ts';
import { recordKindOf } from '../domain/records.ts';
import { isStaffEvent } from '../domain/staff/events.ts';
import { holdCalendar } from '../storage/calendar-revisions.ts';
import { removeCaseRows } from '../storage/cases/rows.ts';
import type { StoredEvent } from '../storage/events.ts';
import { inLandlord, type Tx } from '../storage/landlord-transaction.ts';
import { readTexts } from '../storage/personal-text.ts';
import type { Application } from './application.ts';
import { asComplaintEvent, loadCase } from './load-case.ts';
import { rebuildRecord } from './records.ts';
import { rebuildStaffRecord } from './staff-record.ts';
import { writeCase } from './write-case.ts';

const batch = 100;

/** Rebuilds all landlords; `done` is told how many cases so far. Returns how many there were. */
export async function rebuildEverything(
  app: Application,
  done: (cases: number) => void = () => undefined,
): Promise<number> {
  const landlords = await app.database.kysely
    .selectFrom('landlord')
    .select('landlord_id')
    .orderBy('landlord_id')
    .execute();
  let cases = 0;
  for (const { landlord_id } of landlords) {
    let after: string | null = '00000000-0000-0000-0000-000000000000';
    while (after !== null) {
      const from: string = after;
      const rebuilt = await inLandlord(app.database, landlord_id, tx => rebuildBatch(app, tx, landlord_id, from));
      cases += rebuilt.count;
      after = rebuilt.last;
      done(cases);
    }
  }
  return cases;
}

async function rebuildBatch(
  app: Application,
  tx: Tx,
  landlordId: string,
  after: string,
): Promise<{ count: number; last: string | null }> {
  await holdCalendar(tx, landlordId);
  const streams = await tx
    .selectFrom('case_stream')
    .innerJoin('event', join =>
      join
        .onRef('event.landlord_id', '=', 'case_stream.landlord_id')
        .onRef('event.case_id', '=', 'case_stream.case_id')
        .on('event.version', '=', 1),
    )
    .select(['case_stream.case_id', 'event.type'])
    .where('case_stream.landlord_id', '=', landlordId)
    .where('case_stream.case_id', '>', after)
    // The landlord's own stream holds no complaint.
    .where('case_stream.case_id', '<>', landlordId)
    .orderBy('case_stream.case_id')
    .limit(batch)
    .execute();
  for (const { case_id, type } of streams) {
    const kind = recordKindOf(type);
    if (kind !== null) await rebuildRecord(kind, app, tx, landlordId, case_id);
    else if (isStaffEvent(type)) await rebuildStaffRecord(tx, landlordId, case_id);
    else await rebuildCase(app, tx, landlordId, case_id);
  }
  const last = streams.length < batch ? null : (streams.at(-1)?.case_id ?? null);
  return { count: streams.length, last };
}

/** Rebuilds one case from its events, in the caller's transaction. */
export async function rebuildCase(app: Application, tx: Tx, landlordId: string, caseId: string): Promise<void> {
  const loaded = await loadCase(app, tx, landlordId, caseId);
  await removeCaseRows(tx, landlordId, caseId);
  const words = await wordsIn(tx, landlordId, loaded.events);
  const changedAt = loaded.events.at(-1)?.recordedAt ?? ('1970-01-01T00:00:00.000Z' as Instant);
  await writeCase(
    tx,
    { landlordId, caseId },
    { context: loaded.context, state: noCase },
    loaded.state,
    words,
    changedAt,
  );
}

async function wordsIn(tx: Tx, landlordId: string, events: readonly StoredEvent[]): Promise<string[]> {
  // Names and ways to reach people are found as such, not among the words.
  const ids = textIdsIn(events.filter(event => event.type !== 'PersonDetailsKept').map(asComplaintEvent));
  const texts = await readTexts(tx, landlordId, ids);
  return ids.flatMap(id => texts.get(id)?.value ?? []);
}
