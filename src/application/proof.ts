/** Signing what has been recorded, and proving it again: for every landlord in turn. */
import type { Instant } from '../domain/calendar/dates.ts';
import { type KeptCheckpoint, keepCheckpoint, readKeptCheckpoints } from '../outside/kept-checkpoints.ts';
import { openKeyRing } from '../outside/signing-key.ts';
import type { ExportedCheckpoint } from '../storage/checkpoint-statement.ts';
import { appendCheckpoint, type Signer } from '../storage/checkpoints.ts';
import { inLandlord } from '../storage/landlord-transaction.ts';
import type { Database } from '../storage/pools.ts';
import { type LandlordVerdict, unsafeSettings, verifyLandlord } from '../storage/verify.ts';

/** Who signs, and where what was signed is kept outside the database. */
export type Notary = { readonly signer: Signer; readonly keyFolder: string };

/**
 * Appends a checkpoint for each landlord whose record has moved since its last one, and keeps the latest beside the key,
 * outside the database. Run it every minute. Returns the new ones; throws after the round where a landlord's failed.
 */
export async function checkpointEveryLandlord(
  database: Database,
  signer: Signer,
  keyFolder: string,
  now: Instant,
): Promise<ExportedCheckpoint[]> {
  const made: ExportedCheckpoint[] = [];
  const faults: unknown[] = [];
  for (const { landlordId } of await landlords(database)) {
    try {
      const checkpoint = await inLandlord(database, landlordId, tx => appendCheckpoint(tx, landlordId, signer, now));
      if (checkpoint === undefined) continue;
      await keepCheckpoint(keyFolder, checkpoint);
      made.push(checkpoint);
    } catch (error) {
      faults.push(error);
    }
  }
  if (faults.length > 0) {
    const why = faults.map(fault => (fault instanceof Error ? fault.message : String(fault))).join(' ');
    throw new AggregateError(faults, `Not everything could be signed. ${why}`);
  }
  return made;
}

export type Verdict = {
  /** No finding anywhere. Warnings do not count. */
  readonly clean: boolean;
  readonly landlords: readonly (LandlordVerdict & { readonly name: string })[];
  /** Landlords of whom a checkpoint is kept outside the database, and of whom it knows nothing. */
  readonly missingLandlords: readonly string[];
  readonly warnings: readonly string[];
};

/** Proves the record of every landlord, with the keys and the checkpoints kept in the folder. */
export async function verifyEverything(
  database: Database,
  keyFolder: string,
  onLandlord?: (name: string) => void,
): Promise<Verdict> {
  const ring = await openKeyRing(keyFolder);
  const { kept, unreadable } = await readKeptCheckpoints(keyFolder);
  const warnings = [
    ...(await unsafeSettings(database)),
    ...unreadable.map(file => `The checkpoint kept in ${file} cannot be read.`),
  ];
  const known = await landlords(database);
  const verdicts: (LandlordVerdict & { name: string })[] = [];
  for (const { landlordId, name, demonstration } of known) {
    onLandlord?.(name);
    const options = { landlordId, demonstration, signature: ring.check, kept };
    verdicts.push({ ...(await verifyLandlord(database, options)), name });
  }
  const missingLandlords = goneLandlords(kept, known);
  const clean = missingLandlords.length === 0 && verdicts.every(verdict => verdict.findings.length === 0);
  return { clean, landlords: verdicts, missingLandlords, warnings };
}

function goneLandlords(kept: readonly KeptCheckpoint[], known: readonly LandlordName[]): string[] {
  return kept
    .filter(({ landlord }) => !known.some(({ landlordId }) => landlordId === landlord))
    .map(({ landlord }) => landlord);
}

type LandlordName = { readonly landlordId: string; readonly name: string; readonly demonstration: boolean };

function landlords(database: Database): Promise<LandlordName[]> {
  return database.kysely
    .selectFrom('landlord')
    .select(['landlord_id as landlordId', 'name', 'demonstration'])
    .orderBy('landlord_id')
    .execute();
}
