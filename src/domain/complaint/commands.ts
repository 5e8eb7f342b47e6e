/**
 * What people ask the product to do with a complaint. A command carries ids and texts made outside (so that deciding stays
 * pure); dates people state for themselves are `on`, a London day not after today.
 */
import type { Instant, LocalDate } from '../calendar/dates.ts';
import type { ContentItem, LetterKind } from '../policy/letter-rules.ts';
import type { Span } from '../policy/spans.ts';
import type { AccessCommand } from './access-events.ts';
import type { DutyCommand } from './duty-commands.ts';
import type {
  ActionOwner,
  CaseFlag,
  DecidedFinding,
  DefinedPoint,
  HandedOver,
  InvestigationSection,
  LostCopy,
  NeedInCase,
  PersonId,
  PointId,
  RemedyKind,
  SentFormat,
  Stage,
  TextRef,
} from './events.ts';
import type { FileCommand } from './file-events.ts';
import type { Reaching } from './follow-needs.ts';
import type { HandOverCommand } from './hand-over-commands.ts';
import type { QuestionCommand } from './question-events.ts';
import type { ResidentCommand } from './resident-commands.ts';
import type { ContactWay } from './resident-events.ts';
import type { TogetherCommand } from './together.ts';

/** The shape of every command. */
export type Does<T extends string, B> = { type: T } & B;

export type IntakeCommand =
  | Does<
      'LogComplaint',
      {
        reference: string;
        receivedOn: LocalDate;
        channel: string;
        toldTo: 'staff' | 'contractor' | 'landlord-inbox';
        complainantId: PersonId;
        complainantType: string;
        representativeId: PersonId | null;
        homeId: string | null;
        words: TextRef;
        category: string;
        serviceArea: string;
        contractor: string | null;
        tenure: string | null;
        relevantStock: boolean | null;
        complainedOf: PersonId[];
        flags: CaseFlag[];
        packHash: string;
        earlierCaseIds: string[];
        splitFrom: string | null;
        /** The moment it is logged: a danger is known here since then, unless it was told on an earlier day (R13). */
        at?: Instant;
        /** The very moment from which a danger is known, where that was noted before it was a complaint. */
        dangerKnownAt?: Instant | null;
      }
    >
  | Does<'CorrectReceivedDate', { to: LocalDate; reason: TextRef; approvedBy: PersonId }>
  | Does<'LinkCase', { otherCaseId: string; why: 'earlier' | 'split-from' | 'split-to' | 'household' | 'duplicate' }>
  | Does<
      'RecordRepresentative',
      {
        personId: PersonId;
        scope: 'full' | 'correspondence-only';
        evidence: TextRef;
        until: LocalDate | null;
        gets?: 'copies';
      }
    >
  | Does<'RecordNeeds', { personId: PersonId; needs: NeedInCase[] }>
  | Does<'AddNote', { note: TextRef }>;

export type OwnershipCommand =
  | Does<'AssignHandler', { stage: Stage; personId: PersonId; reason: TextRef | null }>
  | Does<'DecideRouting', { ruleId: string; to: PersonId | null; followed: boolean; reason: TextRef }>
  | Does<'DeclareConflict', { personId: PersonId; reason: TextRef }>
  | Does<'SetPriority', { reason: TextRef; at?: Instant }>
  | Does<'ClearPriority', { reason: TextRef }>;

export type UnderstandingCommand =
  | Does<'AskClarification', { stage: Stage; on: LocalDate; question: TextRef }>
  | Does<'RecordClarification', { stage: Stage; on: LocalDate; answer: TextRef }>
  | Does<
      'RecordContact',
      {
        stage: Stage;
        on: LocalDate;
        kind: 'attempt' | 'discussion' | 'meeting';
        note: TextRef;
        accompaniedBy?: TextRef;
      } & Reaching
    >
  | Does<
      'AgreeContact',
      { stage: Stage; on: LocalDate; method: string; every: Span | null; nextOn: LocalDate | null; way?: ContactWay }
    >
  | Does<
      'DefineComplaint',
      { stage: Stage; points: DefinedPoint[]; outcomeSought: TextRef; leftOut: TextRef | null; notPursued: PointId[] }
    >
  | Does<
      'AddPoint',
      {
        stage: Stage;
        point: DefinedPoint;
        raisedOn: LocalDate;
        related: boolean;
        wouldDelay: boolean;
        residentWantsItHere: boolean;
      }
    >
  | Does<'MovePoint', { stage: Stage; pointId: PointId; toCaseId: string }>
  | Does<
      'ExcludePoint',
      { stage: Stage; pointId: PointId; groundId: string; answers: Record<string, string>; reasons: TextRef }
    >
  | Does<'WithdrawPoint', { stage: Stage; pointId: PointId; evidence: TextRef }>;

export type InvestigationCommand =
  | Does<'RecordInvestigation', { stage: Stage; pointId: PointId; section: InvestigationSection; text: TextRef }>
  | Does<
      'DecidePoint',
      { stage: Stage; pointId: PointId; finding: DecidedFinding; reasons: TextRef; reliedOn: TextRef }
    >
  | Does<
      'OfferRemedy',
      { remedyId: string; stage: Stage; pointId: PointId | null; kind: RemedyKind; pence: number | null; what: TextRef }
    >
  | Does<'RecordLearning', { stage: Stage; what: TextRef }>
  | Does<'RecordCause', { cause: string; note: TextRef }>
  | Does<
      'PromiseAction',
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
  | Does<'MoveAction', { actionId: string; dueOn: LocalDate; reason: TextRef }>
  | Does<'CompleteAction', { actionId: string; on: LocalDate; evidence: TextRef; residentToldOn: LocalDate }>;

export type ClockCommand =
  | Does<
      'DecideExtension',
      {
        extensionId: string;
        stage: Stage;
        newDueOn: LocalDate;
        reason: TextRef;
        agreement: 'agreed' | 'refused' | 'not-asked';
        goodReason: TextRef | null;
        approvedBy: PersonId | null;
      }
    >
  | Does<
      'AgreeUpdates',
      { stage: Stage; on: LocalDate; every: Span; firstOn: LocalDate; how: string; note: TextRef; way?: ContactWay }
    >
  | Does<'GiveUpdate', { stage: Stage; on: LocalDate; how: string; note: TextRef } & Reaching>
  | Does<
      'RecalculateDates',
      { calendarRevision: number; moved: { obligationId: string; from: LocalDate; to: LocalDate }[] }
    >;

export type LetterCommand =
  | Does<
      'IssueLetter',
      {
        letterId: string;
        kind: LetterKind;
        stage: Stage;
        sha256: string;
        renderer: string;
        packHash: string;
        to: PersonId;
        contents: ContentItem[];
        /** What the letter gate found; anything blocking refuses the letter. */
        missing: { sentence: string; clause: string }[];
        quotesDate: LocalDate | null;
        extensionId: string | null;
        supersedes: string | null;
        quotesWindow?: LocalDate | null;
        words?: TextRef;
      }
    >
  | Does<'CloseDataIncident', { letterId: string; copy: LostCopy; reported: boolean; note: TextRef }>
  | Does<'CancelLetter', { letterId: string; reason: TextRef }>
  | Does<
      'SendLetter',
      {
        letterId: string;
        on: LocalDate;
        how: HandedOver;
        dateProof: 'system' | 'stated';
        evidence: TextRef | null;
        format?: SentFormat;
        /** Why it went in a way or form that its reader did not ask for. */
        despite?: TextRef;
      }
    >
  | Does<
      'ReturnLetter',
      { letterId: string; on: LocalDate; why: 'bounced' | 'wrong-address' | 'not-posted'; note: TextRef }
    >;

export type EscalationCommand =
  | Does<
      'RequestEscalation',
      {
        on: LocalDate;
        channel: string;
        points: 'all' | PointId[];
        words: TextRef | null;
        forwardedBy: 'resident' | 'ombudsman';
        /** Passed on by the Ombudsman: the day of its letter, where `on` is the resident's own earlier request (R43). */
        letterOn?: LocalDate;
        /** The Ombudsman's own date for the answer, where it gives one. */
        deadline?: LocalDate | null;
      }
    >
  | Does<'AcceptEscalation', { reason: TextRef | null }>
  | Does<
      'RefuseEscalation',
      { groundId: string; answers?: Record<string, string>; reasons: TextRef; supportedBy: PersonId | null }
    >;

export type EndingCommand =
  | Does<'RefuseComplaint', { groundId: string; answers: Record<string, string>; reasons: TextRef }>
  | Does<'DirectAcceptance', { directedOn: LocalDate; deadline: LocalDate | null; note: TextRef }>
  | Does<'WithdrawComplaint', { on: LocalDate; evidence: TextRef; channel: string }>
  | Does<'ReviveComplaint', { on: LocalDate; words: TextRef; brokenPromise: boolean }>
  | Does<
      'SuspendPoints',
      { points: PointId[]; courtReference: string; filedOn: LocalDate; reviewEvery: Span; reason: TextRef }
    >
  | Does<'ReviewSuspension', { outcome: 'goes-on' | 'ends'; note: TextRef }>
  | Does<'ResumePoints', { points: PointId[]; reason: TextRef }>;

export type Command =
  | IntakeCommand
  | OwnershipCommand
  | UnderstandingCommand
  | InvestigationCommand
  | QuestionCommand
  | FileCommand
  | ClockCommand
  | LetterCommand
  | EscalationCommand
  | EndingCommand
  | ResidentCommand
  | TogetherCommand
  | HandOverCommand
  | DutyCommand
  | AccessCommand;

export type CommandType = Command['type'];
export type CommandOf<T extends CommandType> = Extract<Command, { type: T }>;
