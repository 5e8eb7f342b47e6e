import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { LocalDate } from '../domain/calendar/dates.ts';
import { sha256 } from './canonical-json.ts';
import type { Tx } from './landlord-transaction.ts';
import { newTextId } from './text-ids.ts';

/** What an event holds instead of the words: where they are, and a salted digest that proves them. */
export interface TextCommitment {
  readonly textId: string;
  /** SHA-256 of salt and words, in hexadecimal. */
  readonly commitment: string;
}

export interface NewText {
  /** The person or case it is about. */
  readonly subject: string;
  /** What kind of words: `complaint`, `note`, `name`, `email`, …; retention is decided by it. */
  readonly class: string;
  readonly value: string;
}

/** A stored text; `value` is null once it has been disposed of. */
export interface PersonalText {
  readonly textId: string;
  readonly subject: string;
  readonly class: string;
  readonly value: string | null;
  readonly disposedOn: LocalDate | null;
}

/** A text with its id and salt drawn, ready to be stored: events can hold its reference before anything is written. */
export interface PreparedText extends NewText {
  readonly reference: TextCommitment;
  readonly salt: Buffer;
}

/** Draws id and salt for a text. Nothing is stored yet. */
export function prepareText(text: NewText): PreparedText {
  const salt = randomBytes(32);
  return { ...text, salt, reference: { textId: newTextId(), commitment: commitmentOf(salt, text.value) } };
}

/** Stores prepared texts, in one statement. */
export async function storePrepared(tx: Tx, landlordId: string, texts: readonly PreparedText[]): Promise<void> {
  if (texts.length === 0) return;
  await sql`
    insert into personal_text (landlord_id, text_id, subject, class, value, salt)
    select ${landlordId}::uuid, fresh.*
    from unnest(
      ${texts.map(text => text.reference.textId)}::uuid[], ${texts.map(text => text.subject)}::uuid[],
      ${texts.map(text => text.class)}::text[], ${texts.map(text => text.value)}::text[],
      ${texts.map(text => text.salt)}::bytea[]
    ) as fresh`.execute(tx);
}

/** Stores texts, each with a salt of its own, and returns what events may hold, in the same order. */
export async function storeTexts(tx: Tx, landlordId: string, texts: readonly NewText[]): Promise<TextCommitment[]> {
  const prepared = texts.map(prepareText);
  await storePrepared(tx, landlordId, prepared);
  return prepared.map(text => text.reference);
}

/** Stores one text. */
export async function storeText(tx: Tx, landlordId: string, text: NewText): Promise<TextCommitment> {
  const [stored] = await storeTexts(tx, landlordId, [text]);
  if (stored === undefined) throw new Error('A text was not stored.');
  return stored;
}

/** The texts with these ids, by id; ids that do not exist are absent. */
export async function readTexts(
  tx: Tx,
  landlordId: string,
  textIds: readonly string[],
): Promise<Map<string, PersonalText>> {
  if (textIds.length === 0) return new Map();
  const rows = await selectTexts(tx, landlordId).where('text_id', '=', sql<string>`any(${textIds}::uuid[])`).execute();
  return new Map(rows.map(row => [row.text_id, toText(row)]));
}

/** All texts about one person or case, oldest first; of the given classes where some are given. */
export async function textsAbout(
  tx: Tx,
  landlordId: string,
  subject: string,
  classes?: readonly string[],
): Promise<PersonalText[]> {
  let query = selectTexts(tx, landlordId).where('subject', '=', subject);
  if (classes !== undefined) query = query.where('class', '=', sql<string>`any(${classes}::text[])`);
  return (await query.orderBy('text_id').execute()).map(toText);
}

/**
 * Removes words and salts for good and returns the ids that were still there. The caller appends the `Disposed` event
 * that names them in the same transaction; without it `redress verify` reports them.
 */
export async function disposeTexts(
  tx: Tx,
  landlordId: string,
  textIds: readonly string[],
  disposedOn: LocalDate,
): Promise<string[]> {
  const rows = await tx
    .updateTable('personal_text')
    .set({ value: null, salt: null, disposed_on: disposedOn })
    .where('landlord_id', '=', landlordId)
    .where('text_id', '=', sql<string>`any(${textIds}::uuid[])`)
    .where('disposed_on', 'is', null)
    .returning('text_id')
    .execute();
  return rows.map(row => row.text_id);
}

/** The digest that an event holds of a text. */
export function commitmentOf(salt: Buffer, value: string): string {
  return sha256(Buffer.concat([salt, Buffer.from(value, 'utf8')])).toString('hex');
}

function selectTexts(tx: Tx, landlordId: string) {
  return tx
    .selectFrom('personal_text')
    .select(['text_id', 'subject', 'class', 'value', 'disposed_on'])
    .where('landlord_id', '=', landlordId);
}

function toText(row: {
  text_id: string;
  subject: string;
  class: string;
  value: string | null;
  disposed_on: LocalDate | null;
}): PersonalText {
  return {
    textId: row.text_id,
    subject: row.subject,
    class: row.class,
    value: row.value,
    disposedOn: row.disposed_on,
  };
}
