import { sql } from 'kysely';
import type { Instant, LocalDate } from '../domain/calendar/dates.ts';
import { canonicalJson } from './canonical-json.ts';
import { hashOfEvent } from './event-hash.ts';
import type { Tx } from './landlord-transaction.ts';
import type { JsonValue } from './tables.ts';

/** A fact that the domain wants remembered. The body is plain JSON without a personal word in it. */
export interface NewEvent {
  readonly type: string;
  readonly schema: number;
  readonly occurredOn: LocalDate;
  readonly body: object;
}

export interface StoredEvent {
  readonly version: number;
  readonly type: string;
  readonly schema: number;
  readonly occurredOn: LocalDate;
  readonly recordedAt: Instant;
  readonly actor: string;
  readonly body: { readonly [key: string]: JsonValue };
  readonly packHash: string | null;
  /** Lower-case hexadecimal. */
  readonly hash: string;
}

export interface Append {
  readonly landlordId: string;
  readonly caseId: string;
  /** The version the decision was made on; 0 for a new case. */
  readonly expectedVersion: number;
  readonly events: readonly NewEvent[];
  /** Who did it: `person:<id>`, `machine:<name>`, `resident:<id>`. */
  readonly actor: string;
  readonly recordedAt: Instant;
  /** SHA-256 of the policy pack that was asked, in hexadecimal. */
  readonly packHash: string | null;
  /** The hash of the last event, where the caller has just loaded it: saves a trip. */
  readonly lastHash?: string;
}

/** The events are stored. */
export interface Appended {
  readonly kind: 'appended';
  readonly version: number;
}

/** Somebody else was quicker: nothing was stored. Load again and decide again. */
export interface VersionConflict {
  readonly kind: 'version-conflict';
  /** 0 where there is no such case. */
  readonly currentVersion: number;
}

/**
 * Appends events to a case's chain if it is still at the expected version. For a new case, or with `lastHash`, its statement goes out
 * at once: rows that point to the stream may be asked for right behind it.
 */
export async function appendEvents(tx: Tx, append: Append): Promise<Appended | VersionConflict> {
  if (append.events.length === 0) return { kind: 'appended', version: append.expectedVersion };
  const previous = isKnown(append) ? (append.lastHash ?? null) : await previousHash(tx, append);
  if (previous === 'conflict') return conflict(tx, append);
  const rows = chained(append, previous);
  const inserted = await insert(tx, append, rows);
  if (inserted !== append.events.length) return conflict(tx, append);
  return { kind: 'appended', version: append.expectedVersion + inserted };
}

/** Holds a case until the transaction ends, so that nobody else appends to it. Returns its version; 0 where there is none. */
export async function lockStream(tx: Tx, landlordId: string, caseId: string): Promise<number> {
  const head = await tx
    .selectFrom('case_stream')
    .select('version')
    .where('landlord_id', '=', landlordId)
    .where('case_id', '=', caseId)
    .forUpdate()
    .executeTakeFirst();
  return head?.version ?? 0;
}

/** All events of a case in their order; none where there is no such case. */
export async function loadEvents(tx: Tx, landlordId: string, caseId: string): Promise<StoredEvent[]> {
  const rows = await tx
    .selectFrom('event')
    .select(['version', 'type', 'schema', 'occurred_on', 'recorded_at', 'actor', 'body', 'pack_hash', 'hash'])
    .where('landlord_id', '=', landlordId)
    .where('case_id', '=', caseId)
    .orderBy('version')
    .execute();
  return rows.map(row => ({
    version: row.version,
    type: row.type,
    schema: row.schema,
    occurredOn: row.occurred_on,
    recordedAt: row.recorded_at,
    actor: row.actor,
    body: JSON.parse(row.body),
    packHash: row.pack_hash?.toString('hex') ?? null,
    hash: row.hash.toString('hex'),
  }));
}

interface ChainedRow {
  readonly event: NewEvent;
  readonly version: number;
  readonly body: string;
  readonly previous: string | null;
  readonly hash: Buffer;
}

function chained(append: Append, first: string | null): ChainedRow[] {
  let previous = first;
  return append.events.map((event, index) => {
    const version = append.expectedVersion + index + 1;
    const body = canonicalJson(event.body);
    const { landlordId, caseId, recordedAt, actor, packHash } = append;
    const { type, schema, occurredOn } = event;
    const hash = hashOfEvent({
      ...{ landlordId, caseId, version, type, schema, occurredOn, recordedAt, actor, body, packHash },
      previousHash: previous,
    });
    const row = { event, version, body, previous, hash };
    previous = hash.toString('hex');
    return row;
  });
}

const isKnown = ({ expectedVersion, lastHash }: Append): boolean => expectedVersion === 0 || lastHash !== undefined;

async function previousHash(tx: Tx, append: Append): Promise<string | 'conflict'> {
  const head = await tx
    .selectFrom('case_stream')
    .select(['version', 'head_hash'])
    .where('landlord_id', '=', append.landlordId)
    .where('case_id', '=', append.caseId)
    .forUpdate()
    .executeTakeFirst();
  return head?.version === append.expectedVersion ? head.head_hash.toString('hex') : 'conflict';
}

/** One statement: moves the head if it is where it should be, and only then stores the events and marks the case. */
async function insert(tx: Tx, append: Append, rows: readonly ChainedRow[]): Promise<number> {
  const { landlordId, caseId, expectedVersion } = append;
  const last = rows.at(-1);
  if (last === undefined) return 0;
  const moveHead =
    expectedVersion === 0
      ? sql`insert into case_stream (landlord_id, case_id, version, head_hash)
            values (${landlordId}, ${caseId}, ${last.version}, ${last.hash})
            on conflict (landlord_id, case_id) do nothing returning version`
      : sql`update case_stream set version = ${last.version}, head_hash = ${last.hash}
            where landlord_id = ${landlordId} and case_id = ${caseId} and version = ${expectedVersion}
              and head_hash = ${hex(rows[0]?.previous ?? null)}
            returning version`;
  const result = await sql`
    with head as (${moveHead}),
    marked as (
      insert into unanchored (landlord_id, case_id, version)
      select ${landlordId}::uuid, ${caseId}::uuid, head.version from head
    )
    insert into event
      (landlord_id, case_id, version, type, schema, occurred_on, recorded_at, actor, body, pack_hash, previous_hash, hash)
    select ${landlordId}::uuid, ${caseId}::uuid, fresh.version, fresh.type, fresh.schema, fresh.occurred_on,
      ${append.recordedAt}::timestamptz, ${append.actor}, fresh.body, ${hex(append.packHash)}::bytea,
      fresh.previous_hash, fresh.hash
    from head, unnest(
      ${rows.map(row => row.version)}::integer[], ${rows.map(row => row.event.type)}::text[],
      ${rows.map(row => row.event.schema)}::smallint[], ${rows.map(row => row.event.occurredOn)}::date[],
      ${rows.map(row => row.body)}::text[], ${rows.map(row => hex(row.previous))}::bytea[],
      ${rows.map(row => row.hash)}::bytea[]
    ) as fresh (version, type, schema, occurred_on, body, previous_hash, hash)`.execute(tx);
  return Number(result.numAffectedRows ?? 0);
}

async function conflict(tx: Tx, append: Append): Promise<VersionConflict> {
  const head = await tx
    .selectFrom('case_stream')
    .select('version')
    .where('landlord_id', '=', append.landlordId)
    .where('case_id', '=', append.caseId)
    .executeTakeFirst();
  return { kind: 'version-conflict', currentVersion: head?.version ?? 0 };
}

function hex(hash: string | null): Buffer | null {
  return hash === null ? null : Buffer.from(hash, 'hex');
}
