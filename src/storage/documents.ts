import { createHash } from 'node:crypto';
import type { Instant } from '../domain/calendar/dates.ts';
import { sha256 } from './canonical-json.ts';
import type { Tx } from './landlord-transaction.ts';

/** The largest file that goes into the database. */
export const largestDocument = 20 * 1024 * 1024;
const chunkSize = 512 * 1024;

export interface StoredDocument {
  /** SHA-256 of the bytes, in hexadecimal: its name. */
  readonly sha256: string;
  readonly mediaType: string;
  readonly size: number;
}

/**
 * Stores a file under the hash of its content, in the caller's transaction. The same bytes are stored once, under the
 * media type they first had. Throws RangeError above 20 MB.
 */
export async function storeDocument(
  tx: Tx,
  landlordId: string,
  document: { readonly bytes: Uint8Array; readonly mediaType: string; readonly storedAt: Instant },
): Promise<StoredDocument> {
  const { bytes, mediaType, storedAt } = document;
  const whole = { sha256: sha256(bytes).toString('hex'), size: bytes.length, mediaType, storedAt };
  return storeDocumentFrom(tx, landlordId, whole, inChunks(bytes));
}

/** The same of a file that comes in pieces and whose hash is known. Throws where the pieces are not what the hash names. */
export async function storeDocumentFrom(
  tx: Tx,
  landlordId: string,
  document: StoredDocument & { readonly storedAt: Instant },
  pieces: AsyncIterable<Uint8Array>,
): Promise<StoredDocument> {
  const { sha256: name, size, mediaType } = document;
  if (size > largestDocument) throw new RangeError('A file of more than 20 MB does not go into the database.');
  const fresh = await tx
    .insertInto('document')
    .values({
      landlord_id: landlordId,
      sha256: name,
      media_type: mediaType,
      size,
      stored_at: document.storedAt,
    })
    .onConflict(conflict => conflict.columns(['landlord_id', 'sha256']).doNothing())
    .executeTakeFirst();
  if (fresh.numInsertedOrUpdatedRows === 1n) await storeChunks(tx, landlordId, name, pieces);
  return { sha256: name, mediaType, size };
}

async function storeChunks(tx: Tx, landlordId: string, name: string, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  const hash = createHash('sha256');
  let number = 0;
  for await (const piece of pieces) {
    hash.update(piece);
    await tx
      .insertInto('document_chunk')
      .values({ landlord_id: landlordId, sha256: name, number, bytes: Buffer.from(piece) })
      .execute();
    number += 1;
  }
  if (hash.digest('hex') !== name) throw new Error(`The file ${name} was altered while it was being stored.`);
}

async function* inChunks(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += chunkSize) yield bytes.subarray(at, at + chunkSize);
}

/** What is known of a stored file, without its bytes. */
export async function findDocument(tx: Tx, landlordId: string, name: string): Promise<StoredDocument | undefined> {
  const row = await tx
    .selectFrom('document')
    .select(['sha256', 'media_type', 'size'])
    .where('landlord_id', '=', landlordId)
    .where('sha256', '=', name)
    .executeTakeFirst();
  return row === undefined ? undefined : { sha256: row.sha256, mediaType: row.media_type, size: row.size };
}

/** The bytes of a stored file, piece by piece. */
export async function* documentChunks(tx: Tx, landlordId: string, name: string): AsyncGenerator<Buffer> {
  for (let number = 0; ; number += 1) {
    const row = await tx
      .selectFrom('document_chunk')
      .select('bytes')
      .where('landlord_id', '=', landlordId)
      .where('sha256', '=', name)
      .where('number', '=', number)
      .executeTakeFirst();
    if (row === undefined) return;
    yield row.bytes;
  }
}

/** The whole file, or undefined where there is none. Throws where its bytes no longer have the hash it is named by. */
export async function loadDocument(
  tx: Tx,
  landlordId: string,
  name: string,
): Promise<(StoredDocument & { readonly bytes: Buffer }) | undefined> {
  const document = await findDocument(tx, landlordId, name);
  if (document === undefined) return undefined;
  const bytes = Buffer.concat(await Array.fromAsync(documentChunks(tx, landlordId, name)));
  if (sha256(bytes).toString('hex') !== name) throw new Error(`The stored file ${name} has been altered.`);
  return { ...document, bytes };
}

/** Whether a stored file still has the hash it is named by; memory stays at one piece. */
export async function isDocumentWhole(tx: Tx, landlordId: string, name: string): Promise<boolean> {
  const hash = createHash('sha256');
  for await (const chunk of documentChunks(tx, landlordId, name)) hash.update(chunk);
  return hash.digest('hex') === name;
}
