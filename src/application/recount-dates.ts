/**
 * Bringing a change of the calendar to the cases it may touch, batch by batch: each batch is one transaction, and what is left waits
 * in the database, so that it goes on wherever it was interrupted (R11).
 */
import type { LocalDate } from '../domain/calendar/dates.ts';
import { BeyondCalendar, withinCalendar } from '../domain/calendar/working-days.ts';
import { decide } from '../domain/complaint/decide.ts';
import { evolve } from '../domain/complaint/evolve.ts';
import { movedDates } from '../domain/complaint/moved-dates.ts';
import {
  closeRecount,
  nextRecounts,
  recountOf,
  recountProgress,
  recountsWait,
  type WaitingRecount,
} from '../storage/calendar-recounts.ts';
import { holdCalendar } from '../storage/calendar-revisions.ts';
import { appendEvents, lockStream } from '../storage/events.ts';
import { inLandlord, metCrosswise, type Tx } from '../storage/landlord-transaction.ts';
import { type Application, timeNow } from './application.ts';
import { type LoadedCase, loadCase } from './load-case.ts';
import { rebuildRecord } from './records.ts';
import { writeCase } from './write-case.ts';

type Recounting = Pick<Application, 'database' | 'clock' | 'packs' | 'calendars' | 'landlords'>;
type Within = Omit<Recounting, 'database'>;

const batch = 50;
/** So many cases of a batch at once: their statements go out together over the one connection. */
const abreast = 10;
/** Who moves dates, where no person does. */
const redress = { personId: '', name: 'Redress', roles: [], managerId: null, active: true };

/** Counts a landlord's waiting cases anew until none waits, or until so many batches were done. */
export async function recountLandlord(
  app: Recounting,
  landlordId: string,
  most = Number.POSITIVE_INFINITY,
): Promise<void> {
  for (let done = 0; done < most; done += 1) {
    const many = await again(() => inLandlord(app.database, landlordId, tx => recountBatch(app, tx, landlordId)));
    if (many < batch) return;
  }
}

/** The same for every landlord: the job. The policies are opened only where something waits. */
export async function recountWaiting(
  { database, clock }: Pick<Application, 'database' | 'clock'>,
  shelf: () => Promise<Pick<Application, 'packs' | 'calendars' | 'landlords'>>,
): Promise<void> {
  const landlords = await database.kysely.selectFrom('landlord').select('landlord_id').execute();
  for (const { landlord_id } of landlords) {
    if (!(await inLandlord(database, landlord_id, tx => recountsWait(tx, landlord_id)))) continue;
    await recountLandlord({ database, clock, ...(await shelf()) }, landlord_id);
  }
}

/** Once more where an act on several of the same cases met it crosswise. */
async function again<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!metCrosswise(error)) throw error;
    return work();
  }
}

async function recountBatch(app: Within, tx: Tx, landlordId: string): Promise<number> {
  await holdCalendar(tx, landlordId);
  const waiting = await nextRecounts(tx, landlordId, batch);
  for (let first = 0; first < waiting.length; first += abreast) {
    await Promise.all(waiting.slice(first, first + abreast).map(one => recountCase(app, tx, landlordId, one)));
  }
  return waiting.length;
}

/** How far a change of the calendar has been brought: cases that wait, and cases that moved. */
export type RecountProgress = { readonly waiting: number; readonly moved: number };

/** How far the change with this number has been brought to the landlord's cases. */
export function calendarProgress(tx: Tx, landlordId: string, revision: number): Promise<RecountProgress> {
  return recountProgress(tx, landlordId, revision);
}

/** Before anything else happens to a case that waits, its dates move: nobody acts on a case between two calendars. */
export async function recountFirst(app: Within, tx: Tx, landlordId: string, caseId: string): Promise<boolean> {
  const waiting = await recountOf(tx, landlordId, caseId);
  if (waiting === null) return false;
  await recountCase(app, tx, landlordId, waiting);
  return true;
}

/** One case: a note where an open date moved, and its rows by the calendar as it is now. */
async function recountCase(
  app: Within,
  tx: Tx,
  landlordId: string,
  { caseId, fromRevision, record }: WaitingRecount,
): Promise<void> {
  if (record !== null) {
    await lockStream(tx, landlordId, caseId);
    // What is owed on records is told to nobody as a date: their rows follow the calendar without a note.
    await rebuildRecord(record, app, tx, landlordId, caseId);
    return closeRecount(tx, landlordId, caseId, false);
  }
  // In this order, and in one trip: what is loaded is loaded once nobody else can append to it.
  const [, loaded, before] = await Promise.all([
    lockStream(tx, landlordId, caseId),
    loadCase(app, tx, landlordId, caseId),
    app.calendars.at(tx, landlordId, fromRevision),
  ]);
  const { calendar, calendarRevision } = loaded.landlord;
  const dates = withinCalendar(() => movedDates(loaded.state, loaded.context, before, calendar));
  // A date that the holidays do not reach is refused wherever it is asked for; it keeps nobody else waiting.
  if (dates instanceof BeyondCalendar) return closeRecount(tx, landlordId, caseId, false);
  const moved = dates.map(({ obligationId, from, to }) => ({ obligationId, from, to }));
  const identity = { landlordId, caseId };
  const changedAt = loaded.events.at(-1)?.recordedAt ?? timeNow(app).now;
  await Promise.all([
    moved.length === 0
      ? writeCase(tx, identity, loaded, loaded.state, [], changedAt)
      : note(app, tx, identity, loaded, { calendarRevision, moved }),
    closeRecount(tx, landlordId, caseId, moved.length > 0),
  ]);
}

type Moved = { calendarRevision: number; moved: { obligationId: string; from: LocalDate; to: LocalDate }[] };

async function note(
  app: Within,
  tx: Tx,
  { landlordId, caseId }: { landlordId: string; caseId: string },
  loaded: LoadedCase,
  body: Moved,
): Promise<void> {
  const { now, today } = timeNow(app);
  const deciding = { ...loaded.context, today, actor: redress, people: loaded.people };
  const decision = decide({ type: 'RecalculateDates', ...body }, loaded.state, deciding);
  if ('refusal' in decision) throw new Error(`The dates of ${caseId} could not be moved.`);
  const { events } = decision;
  const last = loaded.events.at(-1);
  const [stored] = await Promise.all([
    appendEvents(tx, {
      ...{ landlordId, caseId, expectedVersion: loaded.state.version, events },
      ...{ actor: 'machine:calendar', recordedAt: now, packHash: loaded.hash },
      ...(last === undefined ? {} : { lastHash: last.hash }),
    }),
    writeCase(tx, { landlordId, caseId }, loaded, events.reduce(evolve, loaded.state), [], now),
  ]);
  if (stored.kind !== 'appended') throw new Error(`The case ${caseId} was changed while it was held.`);
}
