/** A letter of a case: what it says of itself, how it went and how it came back. */
import type { LocalDate } from '../calendar/dates.ts';
import type { AgreedFormat } from '../policy/formats.ts';
import type { ContentItem, LetterKind } from '../policy/letter-rules.ts';
import type { HandedOver, LostCopy, PersonId, SentFormat, Stage, TextRef } from './events.ts';

export type Letter = {
  letterId: string;
  kind: LetterKind;
  stage: Stage;
  sha256: string;
  dated: LocalDate;
  issuedOn: LocalDate;
  to: PersonId;
  /** Who gets a copy. */
  copies: readonly PersonId[];
  contents: readonly ContentItem[];
  /** Which revision of its stage's definition it carries; 0 before there is any. */
  definitionRevision: number;
  quotesDate: LocalDate | null;
  extensionId: string | null;
  signedBy: PersonId;
  supersedes: string | null;
  sent: { on: LocalDate; how: HandedOver; dateProof: 'system' | 'stated'; format: SentFormat | null } | null;
  /** The agreed formats in which it went, with the day. */
  formats: readonly { as: AgreedFormat; on: LocalDate }[];
  /** How the data incident of a letter to a wrong address ended; null while it is open, or where there is none (R66). */
  incidentClosed: { on: LocalDate; copy: LostCopy; reported: boolean; by: PersonId } | null;
  /** How it came back, until it is sent again; `returns` keeps every time it did (R66). */
  returned: LetterReturn | null;
  returns: readonly LetterReturn[];
  /** What happened to its reader before it went: it is not sent as it is, but issued anew. */
  held: 'died' | 'moved' | null;
  /** Decided not to send it after all; the file stays as it was issued (R82). */
  cancelled: { on: LocalDate; by: PersonId; reason: TextRef } | null;
  /** The last day for asking for stage 2 that it names. */
  quotesWindow: LocalDate | null;
};

export type LetterReturn = { on: LocalDate; why: 'bounced' | 'wrong-address' | 'wrong-person' | 'not-posted' };
