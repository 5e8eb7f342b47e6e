/** What a complaint *is*, built from its events by `evolve`. Plain data; nothing here knows what day it is. */
import type { LocalDate } from '../calendar/dates.ts';
import type { Span } from '../policy/spans.ts';
import type { AccessRestriction } from './access-events.ts';
import type { Authority } from './authorities.ts';
import type { DutyState } from './duty-state.ts';
import type {
  CaseFlag,
  Departure,
  InvestigationSection,
  NeedInCase,
  PersonId,
  PointId,
  Stage,
  Standing,
  TextRef,
} from './events.ts';
import type { EvidenceFile } from './file-events.ts';
import type { Letter } from './letter-state.ts';
import type { Action, Point, Remedy } from './point-state.ts';
import type { InformationRequest } from './question-events.ts';
import type { Capacity } from './resident-events.ts';
import type { SafeContact } from './safe-contact-state.ts';
import type { StageFacts } from './stage-state.ts';
import type { CaseTimeline } from './timeline.ts';

export type EscalationRequest = {
  on: LocalDate;
  channel: string;
  points: 'all' | readonly PointId[];
  words: TextRef | null;
  forwardedBy: 'resident' | 'ombudsman';
  letterOn?: LocalDate;
  deadline?: LocalDate | null;
  decided: {
    how: 'accepted' | 'refused';
    on: LocalDate;
    by: PersonId;
    groundId: string | null;
    reasons: TextRef | null;
  } | null;
};

export type Suspension = {
  from: LocalDate;
  to: LocalDate | null;
  points: readonly PointId[];
  courtReference: string;
  filedOn: LocalDate;
  reviewEvery: Span;
  lastReviewedOn: LocalDate;
};

/** That the resident has died, when we were told and by whom, and who may be asked (R62). */
export type Death = {
  toldOn: LocalDate;
  diedOn: LocalDate | null;
  toldBy: TextRef;
  contactId: PersonId | null;
};

/** Who takes the complaint up after a death, in what right. */
export type Successor = { personId: PersonId; capacity: Capacity; evidence: TextRef; on: LocalDate };

export type Involvement = {
  personId: PersonId;
  stage: Stage;
  as: 'handler' | 'investigator' | 'decider' | 'signatory' | 'gave-information' | 'approver' | 'contact';
};

/** A date that a change of the calendar moved: from what, to what (R11). The window to stage 2 is called `escalation-window`. */
export type CalendarMove = { obligationId: string; from: LocalDate; to: LocalDate; calendarRevision: number };

/** A decision not to take it, with what was answered to its ground's questions. */
export type Refusal = {
  groundId: string;
  answers: Readonly<Record<string, string>>;
  on: LocalDate;
  by: PersonId;
  reasons: TextRef;
  letterSentOn: LocalDate | null;
};

export type CaseState = DutyState & {
  version: number;
  reference: string;
  policy: { id: string; version: string; packHash: string };
  calendarRevision: number;
  /** What changes of the calendar have moved since it was logged, in order. */
  calendarMoves: readonly CalendarMove[];
  channel: string;
  toldTo: 'staff' | 'contractor' | 'landlord-inbox';
  receivedOn: LocalDate | null;
  loggedOn: LocalDate | null;
  loggedBy: PersonId | null;
  complainantId: PersonId | null;
  complainantType: string;
  standing: Standing;
  representative: {
    personId: PersonId;
    authority: { scope: 'full' | 'correspondence-only'; until: LocalDate | null } | null;
  } | null;
  /** Everybody who ever had authority to act, in the order in which it was recorded. */
  authorities: readonly Authority[];
  homeId: string | null;
  words: TextRef | null;
  category: string;
  serviceArea: string;
  contractor: string | null;
  tenure: string | null;
  relevantStock: boolean | null;
  /** What was behind it, each as it was thought to be, the newest last (R68). */
  causes: readonly { cause: string; note: TextRef; by: PersonId; on: LocalDate }[];
  flags: readonly CaseFlag[];
  complainedOf: readonly PersonId[];
  conflicts: readonly { personId: PersonId; on: LocalDate }[];
  /** Only named people and roles see it (MAG-11); null where it is not restricted. */
  restriction: AccessRestriction | null;
  /** Each time somebody was told more than they need, by decision. */
  disclosures: readonly { on: LocalDate; to: TextRef; what: TextRef; reason: TextRef; by: PersonId }[];
  priority: boolean;
  needs: readonly ({ personId: PersonId } & NeedInCase)[];
  /** Each time what somebody needs was not done when they were reached, and why (MAG-06). */
  departures: readonly (Departure & { on: LocalDate; what: 'contact' | 'update' | 'letter' })[];
  /** Whoever may be reached in safe ways only; lifted limits leave nothing here. */
  safeContact: readonly SafeContact[];
  /** Each time the same complaint was told, where it was told more than once, the first day first (R64). */
  receipts: readonly { on: LocalDate; channel: string; words: TextRef | null }[];
  /** Where many ask for it together: the complainant leads them (MGL-35). */
  petition: { signatories: number; listKept: TextRef; on: LocalDate } | null;
  death: Death | null;
  successor: Successor | null;
  /** Each move of the resident since it was received; the home the complaint is about stays what it was (R63). */
  moves: readonly { on: LocalDate; addressKnown: boolean; note: TextRef }[];
  timeline: CaseTimeline;
  stages: { 1: StageFacts; 2: StageFacts };
  points: readonly Point[];
  letters: readonly Letter[];
  information: readonly InformationRequest[];
  files: readonly EvidenceFile[];
  remedies: readonly Remedy[];
  actions: readonly Action[];
  investigation: readonly {
    stage: Stage;
    pointId: PointId;
    section: InvestigationSection;
    text: TextRef;
    by: PersonId;
    on: LocalDate;
  }[];
  escalations: readonly EscalationRequest[];
  refusal: Refusal | null;
  acceptanceDirected: { on: LocalDate; deadline: LocalDate | null } | null;
  withdrawal: { on: LocalDate; evidence: TextRef } | null;
  revivedOn: LocalDate | null;
  /** Withdrawn on a promise we did not keep: that is a point of its own (R65). */
  revivedOnBrokenPromise: boolean;
  suspensions: readonly Suspension[];
  links: readonly { otherCaseId: string; why: string }[];
  /** Requests for a service that it has to do with. */
  requests: readonly { requestId: string; why: 'about' | 'background' }[];
  involved: readonly Involvement[];
  routing: { ruleId: string; to: PersonId | null; followed: boolean; reason: TextRef } | null;
  receiptCorrections: readonly { on: LocalDate; from: LocalDate; to: LocalDate }[];
  notes: readonly { on: LocalDate; note: TextRef }[];
  disposed: boolean;
};
