/** What a contact brings to the complaint that it becomes. */
import { randomUUIDv7 } from 'node:crypto';
import type { Instant } from '../domain/calendar/dates.ts';
import type { Command } from '../domain/complaint/commands.ts';
import type { TextRef } from '../domain/complaint/events.ts';
import { type Contact, hazardOpen } from '../domain/contact/contact.ts';
import { readTexts } from '../storage/personal-text.ts';
import type { KnownWords } from './act.ts';
import type { Reading } from './reading.ts';
import { loadContact } from './write-contact.ts';

export type Behind = {
  personId: string | null;
  /** Their words, kept once, with the contact; null where there is none behind the complaint. */
  words: TextRef | null;
  known: readonly KnownWords[];
  dangerKnownAt: Instant | null;
  commands: readonly Command[];
};

const nothing: Behind = { personId: null, words: null, known: [], dangerKnownAt: null, commands: [] };

/** The contact behind a complaint that is being logged. */
export async function contactBehind(
  tx: Reading,
  landlordId: string,
  contactId: string | null | undefined,
): Promise<Behind> {
  const loaded = contactId ? await loadContact(tx, landlordId, contactId) : null;
  if (loaded === null) return nothing;
  const { contact } = loaded;
  const { words, personId, hazard } = contact;
  const texts = await readTexts(tx, landlordId, [words.textId, ...contact.privateContacts.map(one => one.note.textId)]);
  return {
    personId,
    words,
    known: [...texts.values()].flatMap(({ textId, value }) =>
      value === null ? [] : [{ reference: { textId, commitment: '' }, value }],
    ),
    dangerKnownAt: hazard !== null && hazardOpen(contact) ? hazard.at : null,
    commands: [...enquiry(contact), ...spokenWith(contact)],
  };
}

/** The MP or councillor is answered beside the complaint, by the date that they have (R22). */
function enquiry({ triage, toldOn, words, replies }: Contact): Command[] {
  if (triage === null || triage.enquiry === null || replies.some(one => one.reply === 'enquiry')) return [];
  const { from, personId, dueOn } = triage.enquiry;
  return [{ type: 'RecordEnquiry', enquiryId: randomUUIDv7(), on: toldOn, from, personId, question: words, dueOn }];
}

/** A word with them in private has been had already (MAG-05). */
function spokenWith({ privateContacts }: Contact): Command[] {
  return privateContacts
    .filter(one => one.reached)
    .map(({ on, note }) => ({ type: 'RecordContact', stage: 1, on, kind: 'discussion', note }));
}
