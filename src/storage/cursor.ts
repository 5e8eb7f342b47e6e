import { type RawBuilder, sql } from 'kysely';
import type { Tx } from './landlord-transaction.ts';

let opened = 0;

/**
 * The rows of a query in batches, held by the server until they are asked for: memory stays at one batch however many
 * there are. Other queries of the same transaction may run between batches.
 */
export async function* rowsInBatches<R>(tx: Tx, query: RawBuilder<R>, size = 2000): AsyncGenerator<readonly R[]> {
  // Few names, because statements are prepared by their text; enough of them for cursors inside cursors.
  opened = (opened + 1) % 8;
  const cursor = sql.id(`batches_${opened}`);
  await sql`declare ${cursor} no scroll cursor for ${query}`.execute(tx);
  // After a failed statement the transaction takes no more; its end closes the cursor.
  let failed = false;
  try {
    for (;;) {
      failed = true;
      const batch = await sql<R>`fetch forward ${sql.lit(size)} from ${cursor}`.execute(tx);
      failed = false;
      if (batch.rows.length > 0) yield batch.rows;
      if (batch.rows.length < size) return;
    }
  } finally {
    if (!failed) await sql`close ${cursor}`.execute(tx);
  }
}
