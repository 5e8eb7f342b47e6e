/** Logging a complaint: a new case with its reference, its home, the people around it and the first words, all in one go. */
import { randomUUIDv7 } from 'node:crypto';
import type { LocalDate } from '../domain/calendar/dates.ts';
import type { Command } from '../domain/complaint/commands.ts';
import type { CaseFlag, NeedKind } from '../domain/complaint/events.ts';
import { plainText } from '../domain/register/plain.ts';
import { type Home, homeAt, homeById } from '../storage/cases/homes.ts';
import { type ResidentDetails, residentTexts } from '../storage/cases/residents.ts';
import { inLandlord, type Tx } from '../storage/landlord-transaction.ts';
import type { NewText } from '../storage/personal-text.ts';
import { isReceived } from '../storage/receipts.ts';
import { newReference, withFreshReference } from '../storage/references.ts';
import { isResident } from '../storage/register/residents.ts';
import { act, actWithin, type KnownWords, type Making, type Outcome } from './act.ts';
import type { Application, Viewer } from './application.ts';
import { contactBehind } from './contact-behind.ts';
import type { Contact } from './contact-details.ts';
import { noteComplaintFrom } from './contacts.ts';
import { noteComplaintMade } from './dissatisfaction.ts';
import { knownOfPerson } from './known-person.ts';
import { needsOnLogging } from './needs/on-logging.ts';
import type { SentForm } from './one-act.ts';
import { casesOfPerson } from './queries/cases-of-person.ts';
import type { Reading } from './reading.ts';
import { tieComplaintWithin } from './service-requests.ts';
import { addressLines, asHome, detailsOf, type KnownHome } from './told-details.ts';
import { loadDissatisfaction } from './write-dissatisfaction.ts';
import { loadServiceRequest } from './write-service-request.ts';

export type Representative = Contact & {
  /** Somebody who represented this resident before; their details stay as they are. */
  knownAs?: string | null;
  /** Authority that we have seen already; null: it is asked for, and nothing goes to them before (R22, MAG-03). */
  authority: { scope: 'full' | 'correspondence-only'; evidence: string; until: LocalDate | null } | null;
};

export type NewComplaint = {
  /** The day dissatisfaction was first told to anybody here or to a contractor (R3). */
  receivedOn: LocalDate;
  channel: string;
  toldTo: 'staff' | 'contractor' | 'landlord-inbox';
  /**
   * `knownAs`: they are the resident of an earlier complaint; what is new about them is added to what we know. `inRegister`: they were
   * found in the register, and keep the id they have there.
   */
  complainant: Contact & { knownAs: string | null; inRegister?: string | null };
  complainantType: string;
  representative: Representative | null;
  /** The home it is about; null where there is none or it is not known yet. */
  home: { address: string; postcode: string | null; inRegister?: string | null } | KnownHome | null;
  /** Their own words, as they used them (R80). */
  words: string;
  category: string;
  serviceArea: string;
  contractor: string | null;
  complainedOf: readonly string[];
  flags: readonly CaseFlag[];
  needs: readonly { kind: NeedKind; detail: string }[];
  /** Earlier complaints it is linked to; never merged with (MAG-21). */
  earlierCaseIds: readonly string[];
  /** The case a point of which became this complaint. */
  splitFrom: string | null;
  /** The record of dissatisfaction that becomes this complaint (MGL-03): the same person, received no later than it was told. */
  dissatisfactionId?: string | null;
  /** The contact that becomes this complaint: its words stay where they are kept, its danger and its enquiry go on here. */
  contactId?: string | null;
  /** The request for a service whose handling it is about; it goes on beside the complaint (MAG-14). */
  serviceRequestId?: string | null;
  /** Requests for a service that came before, as background (MAG-21). */
  backgroundRequestIds?: readonly string[];
};

export type Logged = (Extract<Outcome, { kind: 'done' }> & { reference: string }) | Exclude<Outcome, { kind: 'done' }>;

/** Logs a complaint under a reference of its own. A second press of the same button gives the first one's reference. */
export async function logComplaint(
  app: Application,
  who: Viewer,
  complaint: NewComplaint,
  form: SentForm,
): Promise<Logged> {
  return withFreshReference(async reference => {
    const ask = { caseId: randomUUIDv7(), versionSeen: null, receivedOn: complaint.receivedOn, ...form };
    const outcome = await act(app, who, ask, async (making, tx) => ({
      ...(await commandsFor(app, who, complaint, reference, making, tx)),
      beside: inside => noteOnRecord(app, inside, who, complaint, { caseId: ask.caseId, reference }),
    }));
    if (outcome.kind !== 'done') return outcome;
    const known = outcome.again ? await referenceOf(app, who.landlordId, outcome.caseId) : reference;
    return { ...outcome, reference: known };
  });
}

/** The record it came from may have been followed by somebody else, or told earlier than is typed here: then nothing is logged. */
async function noteOnRecord(
  app: Application,
  tx: Tx,
  who: Viewer,
  complaint: NewComplaint,
  made: { caseId: string; reference: string },
): Promise<void> {
  const { dissatisfactionId, contactId, receivedOn, flags } = complaint;
  if (dissatisfactionId) await noteComplaintMade(app, tx, who, dissatisfactionId, { ...made, receivedOn });
  const safety = flags.includes('safety');
  if (contactId) await noteComplaintFrom(app, tx, who, contactId, { ...made, receivedOn, safety });
  for (const { requestId, why } of requestsOf(complaint))
    await tieComplaintWithin(app, tx, who, requestId, { on: receivedOn, why, ...made });
}

/** The requests it has to do with: the one it is about, and those that are its background. */
function requestsOf({ serviceRequestId, backgroundRequestIds = [] }: NewComplaint) {
  const about = serviceRequestId ? [{ requestId: serviceRequestId, why: 'about' as const }] : [];
  const others = [...new Set(backgroundRequestIds)].filter(requestId => requestId !== serviceRequestId);
  return [...about, ...others.map(requestId => ({ requestId, why: 'background' as const }))];
}

/** Whether this form has been logged already: asked again, it is answered as before, and is no new complaint to look for. */
export function isLogged(tx: Reading, landlordId: string, commandId: string): Promise<boolean> {
  return isReceived(tx, landlordId, commandId);
}

/** The same within an act on another case: a point of it that becomes a complaint of its own. */
export async function logWithin(
  app: Application,
  tx: Tx,
  who: Viewer,
  complaint: NewComplaint,
): Promise<{ caseId: string; reference: string }> {
  const reference = newReference();
  const { receivedOn } = complaint;
  const ask = { caseId: randomUUIDv7(), versionSeen: null, commandId: randomUUIDv7(), payload: {}, receivedOn };
  const { caseId } = await actWithin(app, tx, who, ask, making =>
    commandsFor(app, who, complaint, reference, making, tx),
  );
  return { caseId, reference };
}

async function commandsFor(
  app: Application,
  who: Viewer,
  complaint: NewComplaint,
  reference: string,
  { keep, loaded, now }: Making,
  tx: Tx,
): Promise<{ commands: Command[]; texts: NewText[]; known: readonly KnownWords[] }> {
  const { complainant, representative } = complaint;
  const { landlordId } = loaded.landlord;
  const home = await homeOf(complaint, tx, landlordId);
  const from = await contactBehind(tx, landlordId, complaint.contactId);
  const person = await whoComplains(complaint, tx, loaded, from.personId);
  const { knownAs, complainantId } = person;
  const representativeId = representative === null ? null : (representative.knownAs ?? randomUUIDv7());
  const log: Command = {
    type: 'LogComplaint',
    reference,
    ...asGiven(complaint),
    complainantId,
    representativeId,
    homeId: home?.homeId ?? null,
    words: from.words ?? keep(complaint.words, 'complaint'),
    ...{ tenure: home?.tenure ?? null, relevantStock: home?.relevantStock ?? null },
    complainedOf: [...complaint.complainedOf],
    flags: [...complaint.flags],
    packHash: loaded.hash,
    earlierCaseIds: [...complaint.earlierCaseIds],
    at: now,
    dangerKnownAt: from.dangerKnownAt,
  };
  const linked = requestsOf(complaint).map(one => ({ type: 'LinkServiceRequest' as const, ...one }));
  const known = knownAs === null ? [] : await knownOfPerson(app, tx, landlordId, complainantId, keep);
  const told = await needsOnLogging(app, tx, who, { complaint, ...person }, keep);
  return {
    commands: [
      log,
      ...linked,
      ...known,
      ...told,
      ...authorityOf(representative, representativeId, keep),
      ...from.commands,
    ],
    known: from.known,
    texts: [
      ...residentTexts(complainantId, whatIsNew({ ...complainant, knownAs }, home)),
      ...representativeTexts(representative, representativeId),
    ],
  };
}

/** What goes into the record as it was entered. */
function asGiven(complaint: NewComplaint) {
  const { receivedOn, channel, toldTo, complainantType, category, serviceArea, contractor, splitFrom } = complaint;
  return { receivedOn, channel, toldTo, complainantType, category, serviceArea, contractor, splitFrom };
}

/** Somebody known keeps the details we have. */
function representativeTexts(representative: Representative | null, personId: string | null): NewText[] {
  if (representative === null || personId === null || representative.knownAs) return [];
  return residentTexts(personId, detailsOf(representative));
}

/** Their id; `knownAs`: the same one, where they have complained before. `told`: whoever told it in a contact. `isUnknown`: nobody had it. */
async function whoComplains(
  complaint: NewComplaint,
  tx: Tx,
  loaded: Making['loaded'],
  told: string | null,
): Promise<{ knownAs: string | null; complainantId: string; isUnknown: boolean }> {
  const { complainant } = complaint;
  const { landlordId } = loaded.landlord;
  const knownAs = complainant.knownAs ?? (await complainedBefore(tx, landlordId, complainant.inRegister ?? null));
  const first =
    knownAs ?? told ?? (await personOnRecord(complaint, tx, loaded)) ?? (await inRegister(tx, landlordId, complainant));
  return { knownAs, complainantId: first || randomUUIDv7(), isUnknown: !first };
}

/** Somebody of the register who has complained before: then what is known of them from there stands, and goes with them. */
async function complainedBefore(tx: Tx, landlordId: string, residentId: string | null): Promise<string | null> {
  if (residentId === null) return null;
  const earlier = await casesOfPerson(tx, landlordId, residentId);
  return earlier.length === 0 ? null : residentId;
}

async function inRegister(tx: Tx, landlordId: string, { inRegister: id }: NewComplaint['complainant']) {
  return id && (await isResident(tx, landlordId, id)) ? id : null;
}

/** Who told the dissatisfaction, or asked for the service: the same person, whatever else is known of them now. */
async function personOnRecord(complaint: NewComplaint, tx: Tx, { landlord }: Making['loaded']) {
  const { dissatisfactionId, serviceRequestId } = complaint;
  const { landlordId } = landlord;
  if (dissatisfactionId) return (await loadDissatisfaction(tx, landlordId, dissatisfactionId))?.record.personId ?? null;
  if (!serviceRequestId) return null;
  return (await loadServiceRequest(tx, landlordId, serviceRequestId))?.request.personId ?? null;
}

function authorityOf(representative: Representative | null, personId: string | null, keep: Making['keep']): Command[] {
  if (representative === null || personId === null || representative.authority === null) return [];
  const { scope, evidence, until } = representative.authority;
  return [{ type: 'RecordRepresentative', personId, scope, evidence: keep(evidence, 'authority'), until }];
}

/** Somebody known keeps the name and address we have; another phone number or email address is the newer one. */
function whatIsNew(complainant: NewComplaint['complainant'], home: Home | KnownHome | null): Partial<ResidentDetails> {
  const { name, email, phone } = detailsOf(complainant);
  if (complainant.knownAs !== null) return { email, phone };
  return {
    name,
    email,
    phone,
    ...(home !== null && 'address' in home ? { addressLines: addressLines(home.address) } : {}),
  };
}

async function homeOf({ home }: NewComplaint, tx: Tx, landlordId: string): Promise<Home | KnownHome | null> {
  if (home === null || 'homeId' in home) return home;
  const { address, postcode } = asHome(home);
  const found = home.inRegister ? await homeById(tx, landlordId, home.inRegister) : null;
  // Another address was typed afterwards: then it is another home.
  if (found !== null && plainText(found.address) === plainText(address)) return found;
  return homeAt(tx, landlordId, address, postcode);
}

async function referenceOf(app: Application, landlordId: string, caseId: string): Promise<string> {
  const row = await inLandlord(app.database, landlordId, tx =>
    tx
      .selectFrom('case_index')
      .select('reference')
      .where('landlord_id', '=', landlordId)
      .where('case_id', '=', caseId)
      .executeTakeFirstOrThrow(),
  );
  return row.reference;
}
