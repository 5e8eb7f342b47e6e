/** What a complaint *is*, built from its events by `evolve`. Plain data; nothing here knows what day it is. */
import type { LocalDate } from '../calendar/dates.ts';
import type { AgreedFormat } from '../policy/formats.ts';
import type { ContentItem, LetterKind } from '../policy/letter-rules.ts';
import type { Span } from '../policy/spans.ts';
import type { DutyState } from './duty-state.ts';
import type {
  ActionOwner,
  CaseFlag,
  DecidedFinding,
  HandedOver,
  InvestigationSection,
  LostCopy,
  NeedKind,
  PersonId,
  PointId,
  RemedyKind,
  Responsibility,
  SentFormat,
  Stage,
  Standing,
  TextRef,
} from './events.ts';
import type { Capacity } from './resident-events.ts';
import type { SafeContact } from './safe-contact-state.ts';
import type { CaseTimeline } from './timeline.ts';

export type Decision = {
  stage: Stage;
  finding: DecidedFinding;
  reasons: TextRef;
  reliedOn: TextRef;
  by: PersonId;
  on: LocalDate;
};

export type Point = {
  pointId: PointId;
  number: number;
  text: TextRef;
  responsibility: Responsibility;
  responsibleBody: TextRef | null;
  addedOn: LocalDate;
  /** The stage at which it became part of the complaint. */
  joinedStage: Stage;
  decisions: { 1: Decision | null; 2: Decision | null };
  /** Set when the point ended without an answer of its own. */
  ended: {
    how: 'excluded' | 'withdrawn' | 'moved';
    stage: Stage;
    reasons: TextRef | null;
    groundId: string | null;
    toCaseId: string | null;
  } | null;
  suspended: boolean;
  /** Stage 2 only: not pursued, so the stage 1 answer stands (R40). */
  notPursued: boolean;
};

export type Definition = { revision: number; on: LocalDate; outcomeSought: TextRef; leftOut: TextRef | null };

export type Letter = {
  letterId: string;
  kind: LetterKind;
  stage: Stage;
  sha256: string;
  dated: LocalDate;
  issuedOn: LocalDate;
  to: PersonId;
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

export type Extension = {
  extensionId: string;
  stage: Stage;
  decidedOn: LocalDate;
  newDueOn: LocalDate;
  reason: TextRef;
  agreement: 'agreed' | 'refused' | 'not-asked';
  goodReason: TextRef | null;
  approvedBy: PersonId | null;
};

export type InformationRequest = {
  requestId: string;
  stage: Stage;
  of: PersonId;
  serviceArea: string;
  askedOn: LocalDate;
  dueOn: LocalDate;
  question: TextRef;
  answeredOn: LocalDate | null;
  answer: TextRef | null;
};

export type Action = {
  actionId: string;
  stage: Stage;
  pointId: PointId | null;
  owner: ActionOwner;
  what: TextRef;
  promisedOn: LocalDate;
  /** Every date it has had, first to last; empty while only `dateGivenBy` is promised (R53). */
  dates: readonly LocalDate[];
  dateGivenBy: LocalDate | null;
  /** When it got its first date. */
  datedOn: LocalDate | null;
  doneOn: LocalDate | null;
  residentToldOn: LocalDate | null;
};

export type Remedy = {
  remedyId: string;
  stage: Stage;
  pointId: PointId | null;
  kind: RemedyKind;
  pence: number | null;
  what: TextRef;
};

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

export type UpdateAgreement = { stage: Stage; every: Span; firstOn: LocalDate; agreedOn: LocalDate; how: string };

/** An agreement that a later one replaced, with the updates given under it. */
export type PastAgreement = { agreement: UpdateAgreement; given: readonly LocalDate[]; endedOn: LocalDate };

export type Suspension = {
  from: LocalDate;
  to: LocalDate | null;
  points: readonly PointId[];
  courtReference: string;
  filedOn: LocalDate;
  reviewEvery: Span;
  lastReviewedOn: LocalDate;
};

export type StageFacts = {
  handlerId: PersonId | null;
  /** Everybody who was the handler of this stage, first to last. */
  handlers: readonly PersonId[];
  assignedOn: LocalDate | null;
  firstAssignedOn: LocalDate | null;
  /** Each time its handler had to give it up for a conflict, and when somebody else took it. */
  vacancies: readonly { from: LocalDate; filledOn: LocalDate | null }[];
  definition: Definition | null;
  contactAgreement: { method: string; every: Span | null; nextOn: LocalDate | null; on: LocalDate } | null;
  clarifications: readonly { askedOn: LocalDate; answeredOn: LocalDate | null; question: TextRef }[];
  contacts: readonly { on: LocalDate; kind: 'attempt' | 'discussion' | 'meeting'; by: PersonId; note: TextRef }[];
  extensions: readonly Extension[];
  updates: UpdateAgreement | null;
  pastUpdates: readonly PastAgreement[];
  /** Under the present agreement, or before any. */
  updatesGiven: readonly LocalDate[];
  learning: readonly TextRef[];
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
  priority: boolean;
  needs: readonly { personId: PersonId; kind: NeedKind; detail: TextRef }[];
  /** Whoever may be reached in safe ways only; lifted limits leave nothing here. */
  safeContact: readonly SafeContact[];
  /** Each time the same complaint was told, where it was told more than once, the first day first (R64). */
  receipts: readonly { on: LocalDate; channel: string; words: TextRef | null }[];
  death: Death | null;
  successor: Successor | null;
  /** Each move of the resident since it was received; the home the complaint is about stays what it was (R63). */
  moves: readonly { on: LocalDate; addressKnown: boolean; note: TextRef }[];
  timeline: CaseTimeline;
  stages: { 1: StageFacts; 2: StageFacts };
  points: readonly Point[];
  letters: readonly Letter[];
  information: readonly InformationRequest[];
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
  involved: readonly Involvement[];
  routing: { ruleId: string; to: PersonId | null; followed: boolean; reason: TextRef } | null;
  receiptCorrections: readonly { on: LocalDate; from: LocalDate; to: LocalDate }[];
  notes: readonly { on: LocalDate; note: TextRef }[];
  disposed: boolean;
};
