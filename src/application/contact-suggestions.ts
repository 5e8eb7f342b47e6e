/** What a contact's words and circumstances hint at: for the page that judges it, and for what is kept of it then. */
import { addDays } from '../domain/calendar/dates.ts';
import type { Contact } from '../domain/contact/contact.ts';
import { type Suggestion, suggestionsFor } from '../domain/contact/suggest.ts';
import { intakeRules } from '../domain/policy/intake-rules.ts';
import { readTexts } from '../storage/personal-text.ts';
import type { Landlord } from './landlord.ts';
import { timesTold } from './queries/contacts.ts';
import type { Reading } from './reading.ts';

/** The hints that fit. */
export async function suggestionsOf(tx: Reading, landlord: Landlord, contact: Contact): Promise<Suggestion[]> {
  const { landlordId } = landlord;
  const { hints } = intakeRules(landlord);
  const { words, channel, personId, loggedOn } = contact;
  const [texts, contacts] = await Promise.all([
    readTexts(tx, landlordId, [words.textId]),
    personId === null ? 1 : timesTold(tx, landlordId, personId, addDays(loggedOn, -hints.lookBackDays)),
  ]);
  return suggestionsFor({ words: texts.get(words.textId)?.value ?? '', channel, contacts }, hints.list);
}
