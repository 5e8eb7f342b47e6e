import { sql } from 'kysely';
import { rowsInBatches } from '../cursor.ts';
import { isDocumentWhole } from '../documents.ts';
import type { Tx } from '../landlord-transaction.ts';
import type { Report } from './findings.ts';

/** Checks every stored file and policy pack against the hash it is named by. Returns how many files there are. */
export async function checkFiles(tx: Tx, landlordId: string, report: Report): Promise<number> {
  let files = 0;
  const documents = sql<{
    sha256: string;
  }>`select sha256 from document where landlord_id = ${landlordId} order by sha256`;
  for await (const batch of rowsInBatches<{ sha256: string }>(tx, documents, 500)) {
    for (const { sha256 } of batch) {
      files += 1;
      if (await isDocumentWhole(tx, landlordId, sha256)) continue;
      report({
        kind: 'document-altered',
        landlordId,
        says: `The file ${sha256} no longer has the content it is named by.`,
      });
    }
  }
  const packs = await sql<{ name: string }>`
    select policy_id || ' ' || version as name from pack
    where landlord_id = ${landlordId} and encode(sha256(bytes), 'hex') <> pack_hash`.execute(tx);
  for (const { name } of packs.rows) {
    report({
      kind: 'pack-altered',
      landlordId,
      says: `The policy pack ${name} no longer has the content it is named by.`,
    });
  }
  return files;
}
