/**
 * Everything that can have happened to a complaint. Past tense, never edited, no personal words.
 * `occurredOn` is the legal London day it happened and drives the clocks; the store adds `recordedAt`, who recorded it and the
 * hash chain. What people wrote is held beside the log: an event carries only a `TextRef` (R80).
 */

import type { LocalDate } from '../calendar/dates.ts';
import type { AgreedFormat } from '../policy/formats.ts';
import type { SensitiveFlag } from '../policy/roles.ts';
import type { Span } from '../policy/spans.ts';
import type { AccessEvent } from './access-events.ts';
import type { DutyEvent } from './duty-events.ts';
import type { EndingEvent, EscalationEvent } from './ending-events.ts';
import type { FileEvent } from './file-events.ts';
import type { HandOverEvent } from './hand-over-events.ts';
import type { LetterEvent } from './letter-events.ts';
import type { QuestionEvent } from './question-events.ts';
import type { ContactWay, ResidentEvent } from './resident-events.ts';
import type { TogetherEvent } from './together.ts';

/** What a response went in, where its reader needs an agreed format: that, or plain, with the day of the call that went with it (R7). */
export type SentFormat = { as: AgreedFormat | 'plain'; calledOn: LocalDate | null };

/** Points at words kept in the erasable store, with the salted commitment that proves them. */
export type TextRef = { textId: string; commitment: string };
export type Stage = 1 | 2;
export type PersonId = string;
export type PointId = string;

/** How a point ends (R21); the case's outcome is derived from these. */
export type Finding =
  | 'upheld'
  | 'partly-upheld'
  | 'not-upheld'
  | 'not-our-responsibility'
  | 'excluded'
  | 'withdrawn'
  | 'moved';
export type DecidedFinding = Extract<Finding, 'upheld' | 'partly-upheld' | 'not-upheld' | 'not-our-responsibility'>;
export type Responsibility = 'ours' | 'shared' | 'not-ours';
export type Standing = 'yes' | 'no' | 'unsure';
export type HandedOver = 'email' | 'post' | 'by-hand';

/** The eight ways to put things right named by Code 7.1. */
export type RemedyKind =
  | 'apology'
  | 'fault-acknowledged'
  | 'explanation'
  | 'action-taken'
  | 'decision-changed'
  | 'record-corrected'
  | 'money'
  | 'practice-changed';

export type DefinedPoint = {
  pointId: PointId;
  number: number;
  text: TextRef;
  responsibility: Responsibility;
  /** Who is responsible instead, where it is not all ours. */
  responsibleBody: TextRef | null;
};

/** The shape of every event. */
export type Fact<T extends string, B> = { type: T; schema: 1; occurredOn: LocalDate; body: B };
export type IntakeEvent =
  | Fact<
      'ComplaintReceived',
      {
        channel: string;
        toldTo: 'staff' | 'contractor' | 'landlord-inbox';
        complainantId: PersonId;
        complainantType: string;
        standing: Standing;
        representativeId: PersonId | null;
        homeId: string | null;
        words: TextRef;
      }
    >
  | Fact<
      'ComplaintLogged',
      {
        reference: string;
        policyId: string;
        policyVersion: string;
        packHash: string;
        calendarRevision: number;
        category: string;
        serviceArea: string;
        contractor: string | null;
        tenure: string | null;
        relevantStock: boolean | null;
        complainedOf: PersonId[];
        flags: CaseFlag[];
        loggedBy: PersonId;
      }
    >
  | Fact<'ReceivedDateCorrected', { from: LocalDate; to: LocalDate; reason: TextRef; approvedBy: PersonId }>
  | Fact<'CaseLinked', { otherCaseId: string; why: 'earlier' | 'split-from' | 'split-to' | 'household' | 'duplicate' }>
  | Fact<
      'RepresentativeRecorded',
      {
        personId: PersonId;
        scope: 'full' | 'correspondence-only';
        evidence: TextRef;
        until: LocalDate | null;
        /** They get copies, and the resident the letters. Left out: they get the letters. */
        gets?: 'copies';
      }
    >
  /** All that hold for somebody from now on, as far as whoever deals with the complaint has to act on it; the reasons are elsewhere. */
  | Fact<'NeedsRecorded', { personId: PersonId; needs: NeedInCase[] }>
  | Fact<'NoteAdded', { note: TextRef }>;

export type CaseFlag = SensitiveFlag | 'about-complaints-team' | 'about-head-or-director';
export type NeedKind =
  | 'large-print'
  | 'braille'
  | 'language'
  | 'easy-read'
  | 'audio'
  | 'sign-language'
  | 'hearing'
  | 'mobility'
  | 'contact'
  | 'health'
  | 'other'
  | 'interpreter'
  | 'contact-times'
  | 'two-people'
  | 'accompanied'
  | 'disability'
  | 'vulnerability';

/** Hours of the day, London time, `HH:MM`: from and up to. */
export type Hours = { from: string; to: string };

/** What a complaint knows of a need. `detail`: what to do; what lies behind it stays in the person's own record. */
export type NeedInCase = {
  kind: NeedKind;
  detail: TextRef;
  /** The person's own record of it; none where it was recorded in the complaint alone. */
  needId?: string;
  /** Ways that suit them. */
  ways?: ContactWay[];
  hours?: Hours;
  /** They agreed that whoever works for us may know what to do. */
  share?: true;
};

/** What was not done of what somebody needs when they were reached, and why (MAG-06). */
export type Departure = { needs: NeedKind[]; why: TextRef };

/** How somebody was reached: the way, the time of day where it matters, and what was not done of what they need. */
export type Reached = { way?: ContactWay; at?: string; departure?: Departure };

export type OwnershipEvent =
  | Fact<'HandlerAssigned', { stage: Stage; personId: PersonId; previous: PersonId | null; reason: TextRef | null }>
  | Fact<'RoutingDecided', { ruleId: string; to: PersonId | null; followed: boolean; reason: TextRef }>
  | Fact<'ConflictDeclared', { personId: PersonId; reason: TextRef }>
  | Fact<'PrioritySet', { reason: TextRef }>
  | Fact<'PriorityCleared', { reason: TextRef }>;

export type UnderstandingEvent =
  | Fact<'ClarificationAsked', { stage: Stage; question: TextRef }>
  | Fact<'ClarificationGiven', { stage: Stage; answer: TextRef }>
  | Fact<
      'ResidentContacted',
      {
        stage: Stage;
        kind: 'attempt' | 'discussion' | 'meeting';
        note: TextRef;
        by: PersonId;
        /** Who came with them (Code 3.6). */
        accompaniedBy?: TextRef;
      } & Reached
    >
  | Fact<
      'ContactAgreed',
      { stage: Stage; method: string; every: Span | null; nextOn: LocalDate | null; way?: ContactWay }
    >
  | Fact<
      'ComplaintDefined',
      {
        stage: Stage;
        revision: number;
        points: DefinedPoint[];
        outcomeSought: TextRef;
        /** Parts of the resident's words that are not points, with the reason they are told (MAG-43). */
        leftOut: TextRef | null;
        /** Stage 2 only: points whose stage 1 answer stands because they were not pursued (R40). */
        notPursued: PointId[];
      }
    >
  | Fact<'PointAdded', { stage: Stage; point: DefinedPoint; raisedOn: LocalDate }>
  | Fact<
      'PointExcluded',
      {
        stage: Stage;
        pointId: PointId;
        groundId: string;
        answers: Record<string, string>;
        reasons: TextRef;
        decidedBy: PersonId;
      }
    >
  | Fact<'PointWithdrawn', { stage: Stage; pointId: PointId; evidence: TextRef }>
  | Fact<'PointMoved', { stage: Stage; pointId: PointId; toCaseId: string }>;

export type InvestigationSection =
  | 'account'
  | 'evidence'
  | 'chronology'
  | 'not-available'
  | 'reasoning'
  | 'comment-on-draft';

export type InvestigationEvent =
  | Fact<
      'InvestigationRecorded',
      { stage: Stage; pointId: PointId; section: InvestigationSection; text: TextRef; by: PersonId }
    >
  | Fact<
      'PointDecided',
      { stage: Stage; pointId: PointId; finding: DecidedFinding; reasons: TextRef; reliedOn: TextRef; by: PersonId }
    >
  | Fact<
      'RemedyOffered',
      { remedyId: string; stage: Stage; pointId: PointId | null; kind: RemedyKind; pence: number | null; what: TextRef }
    >
  | Fact<'LearningRecorded', { stage: Stage; what: TextRef }>
  /** What was behind it, once it is known, from the list of the pack; the newest counts (R68). */
  | Fact<'CauseRecorded', { cause: string; note: TextRef; by: PersonId }>
  | Fact<
      'ActionPromised',
      {
        actionId: string;
        stage: Stage;
        pointId: PointId | null;
        owner: ActionOwner;
        what: TextRef;
        dueOn: LocalDate | null;
        dateGivenBy: LocalDate | null;
      }
    >
  | Fact<'ActionMoved', { actionId: string; dueOn: LocalDate; reason: TextRef }>
  | Fact<'ActionDone', { actionId: string; evidence: TextRef; residentToldOn: LocalDate }>;

export type ActionOwner = { kind: 'person'; personId: PersonId } | { kind: 'team' | 'contractor'; name: string };

export type ClockEvent =
  | Fact<
      'ExtensionDecided',
      {
        extensionId: string;
        stage: Stage;
        newDueOn: LocalDate;
        reason: TextRef;
        agreement: 'agreed' | 'refused' | 'not-asked';
        /** Beyond the cap only: why, and who approved it. */
        goodReason: TextRef | null;
        approvedBy: PersonId | null;
        by: PersonId;
      }
    >
  | Fact<
      'UpdatesAgreed',
      { stage: Stage; every: Span; firstOn: LocalDate; how: string; note: TextRef; way?: ContactWay }
    >
  | Fact<'UpdateGiven', { stage: Stage; how: string; note: TextRef; by: PersonId } & Reached>
  | Fact<
      'DatesRecalculated',
      { calendarRevision: number; moved: { obligationId: string; from: LocalDate; to: LocalDate }[] }
    >;

/** What became of a letter that went to a wrong address. */
export type LostCopy = 'came-back' | 'destroyed' | 'not-recovered';

export type ComplaintEvent =
  | IntakeEvent
  | OwnershipEvent
  | UnderstandingEvent
  | InvestigationEvent
  | QuestionEvent
  | FileEvent
  | ClockEvent
  | LetterEvent
  | EscalationEvent
  | EndingEvent
  | ResidentEvent
  | TogetherEvent
  | HandOverEvent
  | DutyEvent
  | AccessEvent;

export type EventType = ComplaintEvent['type'];
export type EventOf<T extends EventType> = Extract<ComplaintEvent, { type: T }>;

/** An event as the store returns it: with its place in the stream, the instant it was recorded and by whom. */
export type RecordedEvent = ComplaintEvent & { version: number; recordedAt: `${string}T${string}Z`; actor: string };
