/** The letters of a case as the outbox reads them. */
import { sql } from 'kysely';
import type { Letter } from '../../domain/complaint/letter-state.ts';
import type { Tx } from '../landlord-transaction.ts';

/**
 * Writes what is known of each letter: when it was issued, handed over, returned. Events tell the day of issue, not the hour; the
 * milliseconds keep the order within a case.
 */
export async function writeLetterRows(
  tx: Tx,
  { landlordId, caseId }: { landlordId: string; caseId: string },
  letters: readonly Letter[],
): Promise<void> {
  for (const [index, letter] of letters.entries()) {
    const issuedAt = `${letter.issuedOn}T12:00:00.${String(Math.min(index, 999)).padStart(3, '0')}Z`;
    await sql`
      insert into letter
        (landlord_id, letter_id, case_id, kind, stage, sha256, dated, to_person, issued_at, issued_by, sent_on, how, returned_on, return_why, held,
         cancelled_on)
      values (${landlordId}, ${letter.letterId}, ${caseId}, ${letter.kind}, ${letter.stage}, ${letter.sha256}, ${letter.dated},
        ${letter.to}, ${issuedAt}, ${letter.signedBy}, ${letter.sent?.on ?? null}, ${letter.sent?.how ?? null},
        ${letter.returned?.on ?? null}, ${letter.returned?.why ?? null}, ${letter.held}, ${letter.cancelled?.on ?? null})
      on conflict (landlord_id, letter_id) do update set
        sent_on = excluded.sent_on, how = excluded.how, returned_on = excluded.returned_on,
        return_why = excluded.return_why, held = excluded.held, cancelled_on = excluded.cancelled_on
      where (letter.sent_on, letter.how, letter.returned_on, letter.return_why, letter.held, letter.cancelled_on)
        is distinct from (excluded.sent_on, excluded.how, excluded.returned_on, excluded.return_why, excluded.held, excluded.cancelled_on)`.execute(
      tx,
    );
  }
}
