/** What a complaint has to do with others: a request for a service, a petition's signatories. Part of the closed lists in `events.ts` and `commands.ts`. */
import type { Does } from './commands.ts';
import type { Fact, PersonId, TextRef } from './events.ts';

export type TogetherEvent =
  /** A request for a service that it is about, or that is its background (MAG-14, MAG-21). */
  | Fact<'ServiceRequestLinked', { requestId: string; why: 'about' | 'background' }>
  /** Many ask for it together: how many, and where their list is kept; the complainant leads them (MGL-35). The newest number counts. */
  | Fact<'PetitionRecorded', { signatories: number; listKept: TextRef; by: PersonId }>;

export type TogetherCommand =
  | Does<'LinkServiceRequest', { requestId: string; why: 'about' | 'background' }>
  | Does<'RecordPetition', { signatories: number; listKept: TextRef }>;
