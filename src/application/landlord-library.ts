/** Each landlord as it is at present, kept ready while nothing about it changes. */
import type { LocalDate } from '../domain/calendar/dates.ts';
import { rolesNow } from '../domain/policy/effective.ts';
import { withDetails } from '../domain/policy/landlord-details.ts';
import { factsOfNow, readLandlordFacts } from '../storage/landlord-facts.ts';
import type { Tx } from '../storage/landlord-transaction.ts';
import type { CalendarLibrary } from './calendar-library.ts';
import { type Landlord, staffFacts } from './landlord.ts';
import type { PackLibrary } from './pack-library.ts';

export type LandlordLibrary = {
  /** The landlord on a day, in the state of its facts that was found with the session. */
  at(tx: Tx, landlordId: string, facts: string, today: LocalDate): Promise<Landlord>;
  /** The same in its present state. Throws where there is none: its id comes from a session, never from a person's typing. */
  now(tx: Tx, landlordId: string, today: LocalDate): Promise<Landlord>;
};

type Kept = { facts: string; today: LocalDate; landlord: Landlord };

/** Opens the library. One state of each landlord is kept: the one that was asked for last. */
export function openLandlordLibrary(packs: PackLibrary, calendars: CalendarLibrary): LandlordLibrary {
  const kept = new Map<string, Kept>();
  const at: LandlordLibrary['at'] = async (tx, landlordId, facts, today) => {
    const known = kept.get(landlordId);
    if (known?.facts === facts && known.today === today) return known.landlord;
    const landlord = await read(tx, landlordId, today);
    kept.set(landlordId, { facts, today, landlord });
    return landlord;
  };
  const now: LandlordLibrary['now'] = async (tx, landlordId, today) => {
    const facts = await factsOfNow(tx, landlordId);
    if (facts === null) throw new Error(`There is no landlord ${landlordId}.`);
    return at(tx, landlordId, facts, today);
  };
  const read = async (tx: Tx, landlordId: string, today: LocalDate): Promise<Landlord> => {
    const { packs: hashes, policyId, ...facts } = await readLandlordFacts(tx, landlordId, today);
    const versions = { landlordId, policyId, hashes };
    const calendar = await calendars.at(tx, landlordId, facts.calendarRevision);
    const earlierCalendars = await calendars.before(tx, landlordId, facts.calendarRevision);
    const asPacked = await packs.inForce(tx, versions, today);
    const policy = withDetails(asPacked.policy, facts.details);
    // Somebody given a role that another has taken over since has that one, too (R67).
    const staff = facts.staff.map(one => ({ ...one, roles: rolesNow(policy, one.roles) }));
    const people = staffFacts(staff);
    return {
      ...asPacked,
      policy,
      asPacked,
      ...facts,
      staff,
      kept: versions,
      landlordId,
      calendar,
      earlierCalendars,
      people,
    };
  };
  return { at, now };
}
