/** Each landlord's calendar of working days at its latest revision, kept ready while it does not change. */
import { type Calendar, makeCalendar } from '../domain/calendar/working-days.ts';
import type { EarlierCalendar } from '../domain/complaint/obligation-context.ts';
import { calendarChangesUpTo } from '../storage/calendar-revisions.ts';
import type { Tx } from '../storage/landlord-transaction.ts';

export type CalendarLibrary = {
  /** The shipped calendar, before a landlord has revised it. */
  shipped: Calendar;
  /** The calendar at a revision; 0 is the shipped one. */
  at(tx: Tx, landlordId: string, revision: number): Promise<Calendar>;
  /** The calendars a landlord had before a revision, the oldest first. */
  before(tx: Tx, landlordId: string, revision: number): Promise<readonly EarlierCalendar[]>;
};

/** Opens the library over a shipped calendar. Revisions never change, so each is read once. */
export function openCalendarLibrary(shipped: Calendar): CalendarLibrary {
  const ready = new Map<string, Calendar>();
  const at = async (tx: Tx, landlordId: string, revision: number): Promise<Calendar> => {
    if (revision === 0) return shipped;
    const key = `${landlordId}:${revision}`;
    const known = ready.get(key);
    if (known !== undefined) return known;
    const made = await storedCalendar(tx, landlordId, revision, shipped);
    ready.set(key, made);
    return made;
  };
  const readyBefore = new Map<string, readonly EarlierCalendar[]>();
  const before = async (tx: Tx, landlordId: string, revision: number): Promise<readonly EarlierCalendar[]> => {
    if (revision === 0) return [];
    const key = `${landlordId}:${revision}`;
    const known = readyBefore.get(key);
    if (known !== undefined) return known;
    const made: EarlierCalendar[] = [];
    for (const { last, next, until } of await calendarChangesUpTo(tx, landlordId, revision)) {
      made.push({ calendar: await at(tx, landlordId, last), until, next });
    }
    readyBefore.set(key, made);
    return made;
  };
  return { shipped, at, before };
}

/**
 * What a landlord has changed, with the notes of the shipped holidays it kept. Years that the product has learnt since are
 * added behind: no date was ever counted there.
 */
async function storedCalendar(tx: Tx, landlordId: string, revision: number, shipped: Calendar): Promise<Calendar> {
  const head = await tx
    .selectFrom('calendar_revision')
    .select(['first_on', 'last_on', 'source'])
    .where('landlord_id', '=', landlordId)
    .where('revision', '=', revision)
    .executeTakeFirstOrThrow();
  const holidays = await tx
    .selectFrom('calendar_holiday')
    .select(['holiday_on', 'name'])
    .where('landlord_id', '=', landlordId)
    .where('revision', '=', revision)
    .orderBy('holiday_on')
    .execute();
  const notes = new Map(shipped.holidays.map(one => [one.date + one.title, one.notes]));
  return makeCalendar({
    id: shipped.id,
    revision,
    source: head.source,
    from: head.first_on,
    to: [head.last_on, shipped.to].toSorted().at(-1) ?? head.last_on,
    holidays: [
      ...holidays.map(({ holiday_on, name }) => ({
        date: holiday_on,
        title: name,
        notes: notes.get(holiday_on + name) ?? '',
      })),
      ...shipped.holidays.filter(({ date }) => date > head.last_on),
    ],
  });
}
