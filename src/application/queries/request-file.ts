/** One request for a service with all that its page shows, and the requests that a complaint has to do with. */
import { sql } from 'kysely';
import { recordInScope, type Scope } from '../../domain/access/scope.ts';
import type { LocalDate } from '../../domain/calendar/dates.ts';
import { textIdsIn } from '../../domain/complaint/text-ids.ts';
import { isId } from '../../domain/ids.ts';
import type { ComplaintTie } from '../../domain/service-request/events.ts';
import { homeById } from '../../storage/cases/homes.ts';
import { type ResidentDetails, residentDetails } from '../../storage/cases/residents.ts';
import { readTexts } from '../../storage/personal-text.ts';
import type { Reading } from '../reading.ts';
import { type LoadedRequest, loadServiceRequest } from '../write-service-request.ts';
import { whereSeenWhole } from './scope-sql.ts';
import { requestInScope } from './service-requests.ts';

/** A complaint it has to do with; without its reference where whoever looks may not see it. */
export type TiedComplaint = {
  caseId: string;
  why: ComplaintTie;
  reference: string | null;
  answeredOn: LocalDate | null;
  closedOn: LocalDate | null;
};

export type RequestFile = LoadedRequest & {
  requestId: string;
  person: ResidentDetails;
  /** The home it is for. */
  home: { address: string; postcode: string | null } | null;
  /** Words by text id; what was disposed of says so. */
  texts: Readonly<Record<string, string>>;
  complaints: readonly TiedComplaint[];
};

/** A request, if this person may see it: whoever sees every complaint sees every request, others what they own or recorded. */
export async function openRequestFile(
  tx: Reading,
  landlordId: string,
  scope: Scope,
  requestId: string,
): Promise<RequestFile | null> {
  if (!isId(requestId)) return null;
  const loaded = await loadServiceRequest(tx, landlordId, requestId);
  if (loaded === null) return null;
  const { personId, homeId } = loaded.request;
  if (!recordInScope(scope, loaded.request)) return null;
  const shown = loaded.events.filter(event => event.type !== 'PersonDetailsKept');
  const [people, home, stored, complaints] = await Promise.all([
    residentDetails(tx, landlordId, [personId]),
    homeId === null ? null : homeById(tx, landlordId, homeId),
    readTexts(tx, landlordId, textIdsIn(shown)),
    tiedComplaints(tx, landlordId, scope, requestId),
  ]);
  return {
    ...loaded,
    requestId,
    person: people.get(personId) ?? { name: 'Details removed', email: null, phone: null, addressLines: [] },
    home,
    texts: Object.fromEntries([...stored].map(([id, text]) => [id, text.value ?? `Disposed of on ${text.disposedOn}`])),
    complaints,
  };
}

async function tiedComplaints(
  tx: Reading,
  landlordId: string,
  scope: Scope,
  requestId: string,
): Promise<readonly TiedComplaint[]> {
  const { rows } = await sql<TiedComplaint>`
    select l.case_id as "caseId", l.why, c.reference, c.answered_on as "answeredOn", c.closed_on as "closedOn"
    from service_request_link l
    left join case_index c on c.landlord_id = l.landlord_id and c.case_id = l.case_id and ${whereSeenWhole(scope, 'c')}
    where l.landlord_id = ${landlordId} and l.request_id = ${requestId}
    order by c.received_on, l.case_id`.execute(tx);
  return rows;
}

/** A request as the page of a complaint shows it. */
export type LinkedRequest = {
  requestId: string;
  why: ComplaintTie;
  name: string;
  serviceArea: string;
  askedOn: LocalDate;
  healthAndSafety: boolean;
  owner: string | null;
  nextDueOn: LocalDate | null;
  endedOn: LocalDate | null;
  endedHow: 'completed' | 'stopped' | null;
  /** Whether whoever looks may open it. */
  maySee: boolean;
};

/** The requests that a complaint has to do with, the oldest first. */
export async function linkedRequests(
  tx: Reading,
  landlordId: string,
  scope: Scope,
  caseId: string,
): Promise<readonly LinkedRequest[]> {
  const { rows } = await sql<LinkedRequest>`
    select r.request_id as "requestId", l.why, r.name, r.service_area as "serviceArea", r.asked_on as "askedOn",
      r.health_and_safety as "healthAndSafety", p.name as owner, r.next_due_on as "nextDueOn", r.ended_on as "endedOn",
      r.ended_how as "endedHow", ${requestInScope(scope, 'r')} as "maySee"
    from service_request_link l
    join service_request r on r.landlord_id = l.landlord_id and r.request_id = l.request_id
    left join person p on p.landlord_id = r.landlord_id and p.person_id = r.owner_person
    where l.landlord_id = ${landlordId} and l.case_id = ${caseId}
    order by r.asked_on, r.request_id`.execute(tx);
  return rows;
}
