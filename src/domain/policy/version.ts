/** What a pack says of itself: its version, its clauses, and how its parts behave when a new version comes. */

import type { LocalDate } from '../calendar/dates.ts';
import type { FormatLeadTime } from './formats.ts';
import type { ClauseId, Span } from './spans.ts';

/** One clause of the source: where it stands, what it says in our words, and whether the product keeps it today. */
export type RegisterEntry = {
  id: ClauseId;
  /** First line of the clause in the published text; null where we hold no text with lines. */
  line: number | null;
  heading: string;
  says: string;
  does: string;
  state: 'claimed' | 'planned';
};

export type PolicyVersion = {
  version: string;
  /** Null where the source leaves it blank; then `inForceAssumed` says what we work to. */
  inForceFrom: LocalDate | null;
  inForceAssumed: LocalDate | null;
  inForceTo: LocalDate | null;
  interim: { why: string; until: LocalDate } | null;
  approvals: { by: string; on: string }[];
  review: { every: Span; next: LocalDate | null; by: string; clause: ClauseId };
  amendments: { on: string; what: string; why: string }[];
  consultation: string | null;
  /** The edition of the Code that the source says it follows: the `version` of a Code pack, like `2024`. */
  codeEdition?: string;
};

/**
 * What the source says about a paragraph of the Code that has no field of its own: keeps it, says the same in other words
 * (`differs`), is `silent`, hedges it (`qualified`) or says the opposite (`against`). Read by the policy check only.
 */
export type Commitment = {
  paragraph: ClauseId;
  position: 'kept' | 'differs' | 'silent' | 'qualified' | 'against';
  says: string;
  clause: ClauseId;
};

/** What a Code pack adds where the Code itself gives no figure: ours, with the reason, never shown as the Code's. */
export type OurReadings = {
  /** A window to escalate shorter than this is reported as a risk. */
  fairEscalationWindow: Span & { why: string };
  /** So long before the holidays' data end, the years to come are to be loaded. */
  extendCalendarBefore: Span & { why: string };
  /** So long before it is due, a duty of the landlord itself is shown to whoever owes it. */
  landlordDutyShownBefore: Span & { why: string };
  /** So long after it is known that a letter went to a wrong address, what to do about it is decided. */
  dataIncidentWithin: Span & { why: string };
  /** How long a format takes to be made where a policy does not say. */
  formatLeadTimes: FormatLeadTime[];
};

/** How a part behaves when the policy changes under a running case (engineering: pinned, current, by event date). */
export type Binding = 'pinned' | 'current' | 'by-event-date';

export type PackPart =
  | 'clocks'
  | 'extensions'
  | 'escalation'
  | 'exclusions'
  | 'required-contents'
  | 'wording'
  | 'contacts'
  | 'routing'
  | 'delegation'
  | 'closures'
  | 'compensation'
  | 'retention'
  | 'indicators';

export type GapId = string;
