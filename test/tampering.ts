/** A landlord's record with two checkpoints, for tests that tamper with it. */
import { generateKeyPairSync, randomUUIDv7, sign, verify } from 'node:crypto';
import type { Instant } from '../src/domain/calendar/dates.ts';
import { appendViews } from '../src/storage/access-chain.ts';
import type { ExportedCheckpoint } from '../src/storage/checkpoint-statement.ts';
import { appendCheckpoint, type Signer } from '../src/storage/checkpoints.ts';
import { appendEvents } from '../src/storage/events.ts';
import { inLandlord } from '../src/storage/landlord-transaction.ts';
import { storeText, type TextCommitment } from '../src/storage/personal-text.ts';
import type { CheckSignature } from '../src/storage/verify/checkpoints.ts';
import { type LandlordVerdict, verifyLandlord } from '../src/storage/verify.ts';
import type { TestDatabase } from './database.ts';

const pair = generateKeyPairSync('ed25519');
export const signer: Signer = { keyId: 'test-key', sign: bytes => sign(null, bytes, pair.privateKey) };
export const signature: CheckSignature = (keyId, bytes, given) => {
  if (keyId !== signer.keyId) return 'unknown-key';
  return verify(null, bytes, pair.publicKey, given) ? 'good' : 'bad';
};

export interface Recorded {
  readonly landlordId: string;
  /** Three cases of four events each, in the order of their ids. */
  readonly cases: readonly [string, string, string];
  /** The words named by each case's first event. */
  readonly texts: readonly TextCommitment[];
  readonly checkpoints: readonly ExportedCheckpoint[];
}

/** Three cases: three events each before the first checkpoint, one more before the second; six views. */
export async function recordedLandlord(database: TestDatabase): Promise<Recorded> {
  const landlordId = await database.addLandlord();
  const cases = [randomUUIDv7(), randomUUIDv7(), randomUUIDv7()] as const;
  const texts: TextCommitment[] = [];
  for (const caseId of cases) texts.push(await logged(database, landlordId, caseId));
  await look(database, landlordId, cases[0]);
  const first = await checkpoint(database, landlordId, '2026-03-02T09:01:00.000Z');
  for (const caseId of cases) await addNote(database, landlordId, caseId, 3, '2026-03-02T10:00:00.000Z');
  await look(database, landlordId, cases[1]);
  const second = await checkpoint(database, landlordId, '2026-03-02T10:01:00.000Z');
  return { landlordId, cases, texts, checkpoints: [first, second].filter(one => one !== undefined) };
}

export function checkpoint(
  database: TestDatabase,
  landlordId: string,
  at: Instant,
): Promise<ExportedCheckpoint | undefined> {
  return inLandlord(database.app, landlordId, tx => appendCheckpoint(tx, landlordId, signer, at));
}

/** Appends one event. */
export async function addNote(
  database: TestDatabase,
  landlordId: string,
  caseId: string,
  expectedVersion: number,
  recordedAt: Instant,
): Promise<void> {
  await inLandlord(database.app, landlordId, tx =>
    appendEvents(tx, {
      ...{ landlordId, caseId, expectedVersion, recordedAt, actor: 'person:1', packHash: null },
      events: [{ type: 'NoteAdded', schema: 1, occurredOn: '2026-03-02', body: { number: expectedVersion + 1 } }],
    }),
  );
}

export function verdictOn(
  database: TestDatabase,
  landlordId: string,
  kept: readonly ExportedCheckpoint[] = [],
): Promise<LandlordVerdict> {
  return verifyLandlord(database.app, { landlordId, demonstration: false, signature, kept });
}

/** Runs a statement as somebody who can do anything with the database, triggers and foreign keys switched off. */
export async function tamper(database: TestDatabase, statement: string, values: readonly unknown[]): Promise<void> {
  await database.admin.query('set session_replication_role = replica');
  const done = await database.admin.query(statement, [...values]);
  await database.admin.query('set session_replication_role = origin');
  if (done.rowCount === 0) throw new Error(`Nothing was tampered with: ${statement}`);
}

async function logged(database: TestDatabase, landlordId: string, caseId: string): Promise<TextCommitment> {
  return inLandlord(database.app, landlordId, async tx => {
    const words = await storeText(tx, landlordId, { subject: caseId, class: 'complaint', value: `Words of ${caseId}` });
    const events = ['ComplaintReceived', 'ComplaintLogged', 'HandlerAssigned'].map((type, index) => ({
      ...{ type, schema: 1, occurredOn: '2026-03-02' as const },
      body: index === 0 ? { words, channel: 'email' } : { handler: caseId },
    }));
    const recordedAt = '2026-03-02T09:00:00.000Z';
    await appendEvents(tx, {
      landlordId,
      caseId,
      expectedVersion: 0,
      events,
      recordedAt,
      actor: 'person:1',
      packHash: null,
    });
    return words;
  });
}

async function look(database: TestDatabase, landlordId: string, caseId: string): Promise<void> {
  const view = { personId: randomUUIDv7(), caseId, what: 'case', seenAt: '2026-03-02T09:00:30.000Z' } as const;
  await inLandlord(database.app, landlordId, tx => appendViews(tx, landlordId, [view, view, view]));
}
