/** A case as the store has it: its events, what they make of it, and the policy, calendar and people it is decided with. */
import type { LocalDate } from '../domain/calendar/dates.ts';
import type { PersonFacts } from '../domain/complaint/deciding.ts';
import type { ComplaintEvent, PersonId } from '../domain/complaint/events.ts';
import { replayEvents } from '../domain/complaint/evolve.ts';
import type { ObligationContext } from '../domain/complaint/obligation-context.ts';
import type { CaseState } from '../domain/complaint/state.ts';
import { withDetails } from '../domain/policy/landlord-details.ts';
import type { StaffMember } from '../storage/cases/staff.ts';
import { loadEvents, type StoredEvent } from '../storage/events.ts';
import type { Tx } from '../storage/landlord-transaction.ts';
import type { Application } from './application.ts';
import { type Landlord, loadLandlord } from './landlord.ts';
import type { PolicyInForce } from './pack-library.ts';

export type LoadedCase = {
  landlord: Landlord;
  events: readonly StoredEvent[];
  state: CaseState;
  context: ObligationContext;
  /** The pack that is asked: the one the case was received under, or today's for a new case. */
  hash: string;
  staff: readonly StaffMember[];
  people: Readonly<Record<PersonId, PersonFacts>>;
};

/**
 * Loads a case. One that does not exist yet has no events, and the policy of the day it is received on, or else of today; with
 * `receivedOn` it is taken to be new, and no events are looked for.
 */
export async function loadCase(
  app: Pick<Application, 'packs' | 'landlords' | 'clock'>,
  tx: Tx,
  landlordId: string,
  caseId: string,
  receivedOn: LocalDate | null = null,
): Promise<LoadedCase> {
  const [landlord, events] = await Promise.all([
    loadLandlord(app, tx, landlordId),
    receivedOn === null ? loadEvents(tx, landlordId, caseId) : [],
  ]);
  const state = replayEvents(events.map(asComplaintEvent));
  const { policy, code, rules, hash } = await policyOf(app, tx, landlord, state, receivedOn);
  return {
    landlord,
    events,
    state,
    context: { policy, code, rules, calendar: landlord.calendar, earlierCalendars: landlord.earlierCalendars },
    hash,
    staff: landlord.staff,
    people: landlord.people,
  };
}

async function policyOf(
  { packs }: Pick<Application, 'packs'>,
  tx: Tx,
  landlord: Landlord,
  { version, policy }: CaseState,
  receivedOn: LocalDate | null,
): Promise<PolicyInForce> {
  const { landlordId, kept } = landlord;
  const pinned = async (hash: string): Promise<PolicyInForce> => {
    if (hash === landlord.hash) return landlord;
    const found = await packs.pinned(tx, landlordId, hash, landlord.asPacked);
    return { ...found, policy: withDetails(found.policy, landlord.details) };
  };
  if (version > 0) return pinned(policy.packHash);
  if (receivedOn === null) return landlord;
  const { hash } = await packs.inForce(tx, kept, receivedOn);
  return pinned(hash);
}

/** A stored event as the domain knows it. Only this store writes events, and each shape it ever wrote is replayed in tests. */
export function asComplaintEvent(event: StoredEvent): ComplaintEvent {
  const { type, schema, occurredOn, body } = event;
  return { type, schema, occurredOn, body } as object as ComplaintEvent;
}
