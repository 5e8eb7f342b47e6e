/** One contact as its page shows it: what was said, by whom, what was made of it, and what it hints at. */
import { recordInScope, type Scope } from '../../domain/access/scope.ts';
import type { LocalDate } from '../../domain/calendar/dates.ts';
import type { Contact } from '../../domain/contact/contact.ts';
import type { Suggestion } from '../../domain/contact/suggest.ts';
import { isId } from '../../domain/ids.ts';
import { homePlace } from '../../storage/cases/homes.ts';
import { type ResidentDetails, residentDetails } from '../../storage/cases/residents.ts';
import { readTexts } from '../../storage/personal-text.ts';
import { suggestionsOf } from '../contact-suggestions.ts';
import type { Landlord } from '../landlord.ts';
import type { Reading } from '../reading.ts';
import { type LoadedContact, loadContact } from '../write-contact.ts';

export type ContactFile = LoadedContact & {
  recordId: string;
  /** Null: they gave no name. */
  person: ResidentDetails | null;
  home: { address: string; postcode: string | null } | null;
  /** Words by id; one that was disposed of is not among them. */
  texts: ReadonlyMap<string, string>;
  /** The MP or councillor who asks. */
  elected: ResidentDetails | null;
  suggestions: readonly Suggestion[];
};

/** A contact, if this person may see it: everybody's, or what they wrote down or judged. */
export async function openContact(
  tx: Reading,
  landlord: Landlord,
  scope: Scope,
  recordId: string,
): Promise<ContactFile | null> {
  const { landlordId } = landlord;
  if (!isId(recordId)) return null;
  const loaded = await loadContact(tx, landlordId, recordId);
  if (loaded === null) return null;
  const { contact } = loaded;
  const { personId, homeId, triage, recordedBy } = contact;
  if (!recordInScope(scope, { recordedBy, ownerId: triage?.by ?? null })) return null;
  const electedId = triage?.enquiry?.personId ?? null;
  const [people, home, texts, suggestions] = await Promise.all([
    residentDetails(
      tx,
      landlordId,
      [personId, electedId].filter(id => id !== null),
    ),
    homeId === null ? null : homePlace(tx, landlordId, homeId),
    readTexts(tx, landlordId, textIdsOf(contact)),
    suggestionsOf(tx, landlord, contact),
  ]);
  const details = (id: string | null) => (id === null ? null : (people.get(id) ?? removed));
  return {
    ...loaded,
    recordId,
    person: details(personId),
    elected: details(electedId),
    home,
    texts: new Map([...texts].flatMap(([id, { value }]) => (value === null ? [] : [[id, value] as const]))),
    suggestions,
  };
}

const removed: ResidentDetails = { name: 'Details removed', email: null, phone: null, addressLines: [] };

function textIdsOf({ words, needs, triage, replies, privateContacts }: Contact): string[] {
  const other = triage?.elsewhere?.other ?? null;
  return [
    words,
    ...needs.map(need => need.detail),
    ...(triage === null ? [] : [triage.reasons]),
    ...(other === null ? [] : [other]),
    ...replies.map(one => one.text),
    ...privateContacts.map(one => one.note),
  ].map(one => one.textId);
}

/** The contact that became a complaint, for the complaint's page; null where it was logged otherwise. */
export async function contactOfCase(
  tx: Reading,
  landlordId: string,
  caseId: string,
): Promise<{ recordId: string; loggedOn: LocalDate } | null> {
  const row = await tx
    .selectFrom('contact')
    .select(['record_id', 'logged_on'])
    .where('landlord_id', '=', landlordId)
    .where('became_case', '=', caseId)
    .executeTakeFirst();
  return row === undefined ? null : { recordId: row.record_id, loggedOn: row.logged_on };
}
