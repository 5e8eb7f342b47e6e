/** Being away: from when to when, who covers, and whose work somebody covers for today. It moves no duty. */
import { addDays, type LocalDate, sayDate } from '../calendar/dates.ts';
import type { PersonId } from '../complaint/events.ts';
import type { AbsenceKind } from './events.ts';

export type Absence = {
  absenceId: string;
  kind: AbsenceKind;
  from: LocalDate;
  /** The last day; null while it is not known. */
  to: LocalDate | null;
  coverId: PersonId | null;
};

type Absentee = { personId: PersonId; absences?: readonly Absence[] };

/** The absence that holds on a day; null where they are here. */
export function awayOn({ absences = [] }: Pick<Absentee, 'absences'>, day: LocalDate): Absence | null {
  return absences.find(one => one.from <= day && (one.to === null || day <= one.to)) ?? null;
}

/** The absence that holds on a day or begins within a week of it: who is about to go is not given new work unawares. */
export function awaySoon({ absences = [] }: Pick<Absentee, 'absences'>, today: LocalDate): Absence | null {
  return awayOn({ absences }, today) ?? absences.find(one => one.from > today && one.from <= addDays(today, 7)) ?? null;
}

/** Whether somebody covers for another on a day. */
export function coversFor(coverId: PersonId, absentee: Pick<Absentee, 'absences'>, day: LocalDate): boolean {
  return awayOn(absentee, day)?.coverId === coverId;
}

/** Those whom somebody covers for on a day, with their absence. */
export function coveredBy<P extends Absentee>(
  coverId: PersonId,
  people: readonly P[],
  day: LocalDate,
): { person: P; absence: Absence }[] {
  return people.flatMap(person => {
    const absence = awayOn(person, day);
    return absence?.coverId === coverId ? [{ person, absence }] : [];
  });
}

/** `away until Friday 4 December 2026`, `away from … to …`, `away, not known until when`. */
export function sayAway({ from, to }: Pick<Absence, 'from' | 'to'>, today: LocalDate): string {
  if (from > today) return to === null ? `away from ${sayDate(from)}` : `away from ${sayDate(from)} to ${sayDate(to)}`;
  return to === null ? 'away, not known until when' : `away until ${sayDate(to)}`;
}
