/** Scanning what could not be scanned when it came in. */
import { documentChunks } from '../../storage/documents.ts';
import { noteScan, waitingToBeScanned } from '../../storage/file-scans.ts';
import { inLandlord, readInLandlord } from '../../storage/landlord-transaction.ts';
import { type Application, timeNow } from '../application.ts';

const most = 50;

/** Scans files that wait, as long as the scanner answers. Returns how many were scanned. */
export async function scanWaiting(app: Pick<Application, 'database' | 'clock' | 'uploads'>): Promise<number> {
  const { scan } = app.uploads;
  if (scan === null) return 0;
  const landlords = await app.database.kysely.selectFrom('landlord').select('landlord_id').execute();
  let scanned = 0;
  for (const { landlord_id: landlordId } of landlords) {
    const waiting = await readInLandlord(app.database, landlordId, tx => waitingToBeScanned(tx, landlordId, most));
    for (const sha256 of waiting) {
      const pieces = await readInLandlord(app.database, landlordId, tx =>
        Array.fromAsync(documentChunks(tx, landlordId, sha256)),
      );
      const answer = await scan(inTurn(pieces));
      if (answer.is === 'unreachable') return scanned;
      const found = answer.is === 'infected' ? answer.found : null;
      const at = timeNow(app).now;
      await inLandlord(app.database, landlordId, tx => noteScan(tx, landlordId, sha256, { scannedAt: at, found }));
      scanned += 1;
    }
  }
  return scanned;
}

async function* inTurn(pieces: readonly Buffer[]): AsyncGenerator<Buffer> {
  yield* pieces;
}
