/** A landlord as a command or a page needs it: its name, its policy today, its calendar and its people. */
import type { Calendar } from '../domain/calendar/working-days.ts';
import type { PersonFacts } from '../domain/complaint/deciding.ts';
import type { PersonId } from '../domain/complaint/events.ts';
import type { EarlierCalendar } from '../domain/complaint/obligation-context.ts';
import type { StaffMember } from '../storage/cases/staff.ts';
import type { LandlordFacts } from '../storage/landlord-facts.ts';
import type { Tx } from '../storage/landlord-transaction.ts';
import { type Application, timeNow, type Viewer } from './application.ts';
import type { KeptPacks, PolicyInForce } from './pack-library.ts';

/** `calendarRevision`: the number of the landlord's last change of its calendar; 0 is the calendar as it was shipped. */
export type Landlord = PolicyInForce &
  Omit<LandlordFacts, 'packs' | 'policyId'> & {
    /** The policy as its pack has it; `policy` prints what was supplied since. */
    asPacked: PolicyInForce;
    /** Every version it ever worked under, for complaints received under another one than today's. */
    kept: KeptPacks;
    landlordId: string;
    calendar: Calendar;
    /** The calendars it had before, the oldest first. */
    earlierCalendars: readonly EarlierCalendar[];
    /** Its staff as decisions know them, by id. */
    people: Readonly<Record<PersonId, PersonFacts>>;
  };

/** Reads a landlord as it is now. Throws where there is none: its id comes from a session, never from a person's typing. */
export function loadLandlord(
  app: Pick<Application, 'landlords' | 'clock'>,
  tx: Tx,
  landlordId: string,
): Promise<Landlord> {
  return app.landlords.now(tx, landlordId, timeNow(app).today);
}

/** Staff as decisions know them, by id. */
export function staffFacts(staff: readonly StaffMember[]): Record<PersonId, PersonFacts> {
  return Object.fromEntries(
    staff.map(({ personId, name, roles, managerId, active, team, absences, training }) => [
      personId,
      { personId, name, roles, managerId, active, team, absences, training },
    ]),
  );
}

/** Who is asking, as decisions know them: one of the staff, or just what the session says. */
export function actorAmong(people: Landlord['people'], who: Viewer): PersonFacts {
  const { personId, name, roles } = who;
  return people[personId] ?? { personId, name, roles, managerId: null, active: true };
}
