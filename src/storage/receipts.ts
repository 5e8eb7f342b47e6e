import type { Instant } from '../domain/calendar/dates.ts';
import { canonicalJson, sha256 } from './canonical-json.ts';
import type { Tx } from './landlord-transaction.ts';
import type { JsonValue } from './tables.ts';

export interface ReceivedCommand {
  readonly landlordId: string;
  /** Stands in the form, drawn when the form was shown. */
  readonly commandId: string;
  /** What was filled in. */
  readonly payload: { readonly [key: string]: JsonValue };
  readonly receivedAt: Instant;
}

/** What the database says to a form that has just come in. */
export type Receipt =
  /** Never seen: go on, and close the receipt with the result in the same transaction. */
  | { readonly kind: 'new' }
  /** The button was pressed twice: answer as the first time. */
  | { readonly kind: 'same'; readonly result: JsonValue }
  /** The same form was sent before with something else in it: show both. */
  | { readonly kind: 'other'; readonly result: JsonValue; readonly earlierPayload: JsonValue };

/**
 * Takes note of a form, first of all in its transaction. A second press at the same moment waits here until the first
 * has been saved, and then finds its result; if the first was rolled back, the second is new.
 */
export async function openReceipt(tx: Tx, command: ReceivedCommand): Promise<Receipt> {
  const payload = canonicalJson(command.payload);
  const hash = sha256(payload);
  const fresh = await tx
    .insertInto('command_receipt')
    .values({
      landlord_id: command.landlordId,
      command_id: command.commandId,
      payload_hash: hash,
      payload,
      received_at: command.receivedAt,
    })
    .onConflict(conflict => conflict.columns(['landlord_id', 'command_id']).doNothing())
    .executeTakeFirst();
  if (fresh.numInsertedOrUpdatedRows === 1n) return { kind: 'new' };
  const earlier = await tx
    .selectFrom('command_receipt')
    .select(['payload_hash', 'payload', 'result'])
    .where('landlord_id', '=', command.landlordId)
    .where('command_id', '=', command.commandId)
    .executeTakeFirstOrThrow();
  if (earlier.payload_hash.equals(hash)) return { kind: 'same', result: earlier.result };
  return { kind: 'other', result: earlier.result, earlierPayload: earlier.payload };
}

/** Whether a form of this command id has been received and done. */
export async function isReceived(tx: Tx, landlordId: string, commandId: string): Promise<boolean> {
  const receipt = await tx
    .selectFrom('command_receipt')
    .select('command_id')
    .where('landlord_id', '=', landlordId)
    .where('command_id', '=', commandId)
    .executeTakeFirst();
  return receipt !== undefined;
}

/** Keeps what was answered, for a second press. */
export async function closeReceipt(tx: Tx, command: ReceivedCommand, result: JsonValue): Promise<void> {
  await tx
    .updateTable('command_receipt')
    .set({ result: JSON.stringify(result) })
    .where('landlord_id', '=', command.landlordId)
    .where('command_id', '=', command.commandId)
    .execute();
}

/** Forgets receipts from before an instant: what was typed into forms is not kept twice for ever. Returns how many. */
export async function forgetReceipts(tx: Tx, landlordId: string, before: Instant): Promise<number> {
  const gone = await tx
    .deleteFrom('command_receipt')
    .where('landlord_id', '=', landlordId)
    .where('received_at', '<', before)
    .executeTakeFirst();
  return Number(gone.numDeletedRows);
}
