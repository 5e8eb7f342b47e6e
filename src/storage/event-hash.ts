import { sha256 } from './canonical-json.ts';

/** What is hashed of an event: everything the log says of it, and the hash of the event before. */
export interface HashedEvent {
  readonly landlordId: string;
  readonly caseId: string;
  readonly version: number;
  readonly type: string;
  readonly schema: number;
  readonly occurredOn: string;
  readonly recordedAt: string;
  readonly actor: string;
  /** Canonical JSON already. */
  readonly body: string;
  /** Lower-case hexadecimal, like `previousHash`; null where no pack had a part in it. */
  readonly packHash: string | null;
  readonly previousHash: string | null;
}

/** The canonical JSON (RFC 8785) of an event. Written out, because the body is canonical text already. */
export function hashedText(event: HashedEvent): string {
  const text = JSON.stringify;
  return (
    `{"actor":${text(event.actor)},"body":${event.body},"case":${text(event.caseId)},` +
    `"landlord":${text(event.landlordId)},"occurredOn":${text(event.occurredOn)},"pack":${text(event.packHash)},` +
    `"previousHash":${text(event.previousHash)},"recordedAt":${text(event.recordedAt)},"schema":${event.schema},` +
    `"type":${text(event.type)},"version":${event.version}}`
  );
}

/** SHA-256 over that text. */
export function hashOfEvent(event: HashedEvent): Buffer {
  return sha256(hashedText(event));
}
