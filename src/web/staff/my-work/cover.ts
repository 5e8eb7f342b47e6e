/** Work of others that this person covers for, and their own absence: what is due meanwhile, without moving any duty. */
import type { Landlord } from '../../../application/landlord.ts';
import { type WorkRow, workOf } from '../../../application/queries/my-work.ts';
import type { Reading } from '../../../application/reading.ts';
import { addDays, type LocalDate } from '../../../domain/calendar/dates.ts';
import { type Absence, awayOn, coveredBy, sayAway } from '../../../domain/staff/absence.ts';
import { insetText } from '../../components/govuk/inset-text.ts';
import { type Html, html } from '../../html.ts';
import { paths } from '../../paths.ts';
import type { Visit } from '../../visit.ts';

/** Somebody covered for today, with what is late or due before they are back. */
export type Covered = { name: string; absence: Absence; rows: readonly WorkRow[]; more: boolean };

/** Those whom this person covers for today. Where nobody knows until when, what is due within two weeks is shown. */
export async function coveredWork({ viewer, landlord, scope, today }: Visit, tx: Reading): Promise<Covered[]> {
  const absentees = coveredBy(viewer.personId, landlord.staff, today);
  return Promise.all(
    absentees.map(async ({ person, absence }) => {
      const of = { kind: 'person', personId: person.personId } as const;
      const { rows, more } = await workOf(tx, viewer.landlordId, of, scope, today);
      const until = absence.to ?? addDays(today, 14);
      return { name: person.name, absence, rows: rows.filter(row => dueBy(row, until)), more };
    }),
  );
}

function dueBy({ workOn, dueOn, kind }: WorkRow, until: LocalDate): boolean {
  const date = workOn ?? dueOn;
  // What has no date, or cannot wait, is not left out.
  return date === null || date <= until || kind === 'make-safe';
}

/** That whoever looks is recorded as away, and the way back. */
export function ownAbsence({ staff }: Landlord, personId: string, today: LocalDate): Html | false {
  const self = staff.find(one => one.personId === personId);
  const absence = self === undefined ? null : awayOn(self, today);
  if (absence === null) return false;
  const cover = staff.find(one => one.personId === absence.coverId)?.name;
  return insetText({
    text: html`You are recorded as ${sayAway(absence, today)}; ${cover === undefined ? 'nobody covers' : `${cover} covers`}. <a class="govuk-link" href="${paths.teamBack({ person: personId, absence: absence.absenceId })}">I am back</a>`,
  });
}
