/**
 * A landlord's complaints policy as data: the whole of what a pack can say.
 *
 * Nothing here computes. Packs are files under `policies/`; `outside/policy-files` reads and checks them; every rule that
 * differs between landlords reads its answer from here. The Code is a pack of the same shape (`policies/code-2024`).
 */
import type { LocalDate } from '../calendar/dates.ts';
import type { NonWorkingStart } from '../calendar/working-days.ts';
import type { LetterWording, RequiredContents } from './letter-rules.ts';

/** A clause or paragraph in a register, like `MAG-34`, `MGL-20` or `Code 6.4`; or a reading of ours, like `R12`. */
export type ClauseId = string;
/** A role named by the pack, like `complaints-resolution-lead`. */
export type RoleId = string;

export type Unit = 'working-days' | 'calendar-days' | 'months' | 'hours';

/** A length of time. `unitAsWritten` is the source's own word where our reading of it is a reading (R12). */
export type Span = { value: number; unit: Unit; unitAsWritten?: string };

/** What sets a clock going. `end-of-next-working-day` counts from the working day after receipt. */
export type ClockStart =
  | 'receipt'
  | 'logging'
  | 'end-of-next-working-day'
  | 'acknowledgement-sent'
  | 'letter-sent'
  | 'request-receipt';

/** Within how long something is owed, and from when. `atLeast` is the lower end where the source gives a range. */
export type Clock = Span & {
  from: ClockStart;
  atLeast?: number;
  /** The source's own word for the start where `from` is our reading of it; `not stated` where it gives none. */
  fromAsWritten?: string;
  nonWorkingStart?: NonWorkingStart;
  clause: ClauseId;
  note?: string;
};

export type ExtensionRules = {
  /** The longest total extension, counted from the original date (R9); null where the source names none. */
  cap: Span | null;
  /** True where the source only aims at the cap and lets it run on: no cap at all, for the policy check. */
  capIsAim?: boolean;
  condition: 'exceptional' | 'complex' | 'good-reason' | 'any' | 'not-stated';
  customerAgreement: 'required' | 'preferred' | 'not-needed';
  /** What the notice promises: a reason, the new date, the Ombudsman's details. False is a gap that the Code fills. */
  notice: { reason: boolean; newDate: boolean; ombudsman: boolean };
  /** Beyond the cap: good reason with the approval of one of these roles; null: never. */
  beyondCap: { approvedBy: RoleId[]; clause: ClauseId } | null;
  /** A second extension allowed on its own terms. */
  secondTier: { cap: Span; condition: string; approvedBy: RoleId[] } | null;
  clause: ClauseId;
};

export type StageRules = {
  /** Null: the source says nothing, so the Code's own clock is the only one. */
  acknowledge: Clock | null;
  respond: Clock | null;
  extension: ExtensionRules | null;
  /** What the source promises within the acknowledgement's time: `logged` alone is a gap (MAG-40). */
  acknowledgePromises: ('logged' | 'acknowledged')[];
  /** Who must look at a response before it goes, where the source asks for that. */
  responseApprovedBy?: RoleId[];
};

export type EscalationWindow = Span & {
  countsFrom: 'response-date' | 'response-receipt' | 'agreed-works-complete' | 'response-receipt-or-agreed-works';
  clause: ClauseId;
  note?: string;
};

export type EscalationRules = {
  window: EscalationWindow | null;
  late: 'accept-by-default' | 'on-merits' | 'refuse';
  reasonsRequired: boolean;
  channels: 'any' | 'writing-only' | 'normally-in-writing';
  /** True where the landlord keeps the choice not to hold a stage 2 at all. */
  discretionary: boolean;
  /** True where nobody may escalate before a stage 1 answer exists (R41 keeps the request's date all the same). */
  afterResponseOnly: boolean;
  reviewLimitedToReasonsGiven: boolean;
  /** `named: false`: the source names nobody, and who decides is our reading. */
  refusal: { decidedBy: RoleId[]; withSupportFrom: RoleId[]; named?: boolean; clause: ClauseId } | null;
  clause: ClauseId;
  note?: string;
};

export type Stage2Review = {
  reviewers: RoleId[];
  /** Offered when nobody in `reviewers` is eligible: other roles first, then another body (R30). */
  fallback: RoleId[];
  /** How many people decide together. */
  panelOf: number;
  /** True where a panel needs one person of each role in `reviewers`, not any of them. */
  oneOfEach?: boolean;
  /** Another organisation that holds the stage 2 review. */
  body: string | null;
  differentPersonRequired: boolean;
  clause: ClauseId;
};

export type GroundQuestion = {
  id: string;
  ask: string;
  kind: 'date' | 'yes-no' | 'text' | 'case-reference' | 'points';
  required: boolean;
  /** The ground cannot be used when the answer is this. */
  barsWhen?: 'yes' | 'no';
  barsBecause?: string;
};

export type ExclusionGround = {
  id: string;
  label: string;
  clause: ClauseId;
  /** The machine's own test beside the questions; `none` where only judgement applies. */
  test: 'twelve-months' | 'claim-filed' | 'already-considered' | 'none';
  /** What the source itself says, where it falls short of the Code; read by the policy check. */
  asWritten: {
    countsAwareness?: boolean;
    months?: number;
    legalMeans?: 'claim-filed' | 'any-legal-action';
    blanket?: boolean;
    openEnded?: boolean;
    requiresOtherProcedureFirst?: boolean;
    /** Counts from when the customer *should* have known, though they did not. */
    constructiveAwareness?: boolean;
    /** How hard the source makes it to be heard in spite of the ground. */
    discretion?: 'good-reasons' | 'exceptional' | 'none';
    /** Turns complaints away for being repeated or a nuisance. */
    vexatious?: boolean;
  };
  questions: GroundQuestion[];
  exceptions: { id: string; label: string; clause: ClauseId }[];
  /** Where the customer is sent instead; null: nowhere. */
  sentTo: string | null;
  /** Complaints about how the landlord *handled* the matter are taken all the same. */
  handlingAccepted: boolean;
  scope: 'complaint' | 'point' | 'either';
  codeParagraphs: ClauseId[];
};

export type Capability =
  | 'log'
  | 'investigate-stage-1'
  | 'review-stage-2'
  | 'assign'
  | 'refuse-complaint'
  | 'refuse-escalation'
  | 'support-refusal'
  | 'extend'
  | 'approve-beyond-cap'
  | 'approve-correction'
  | 'see-all-cases'
  | 'see-performance'
  | 'manage-calendar'
  | 'manage-policy'
  | 'scrutinise';

export type Role = {
  id: RoleId;
  title: string;
  /** The other name the source uses for the same role, where it uses two. */
  alsoCalled?: string;
  seniority: 'colleague' | 'officer' | 'lead' | 'head' | 'director' | 'chief-executive' | 'board';
  may: Capability[];
  awardLimitPence: number | null;
  duty: string;
  clause: ClauseId;
};

export type RoutingRule = {
  id: string;
  label: string;
  when:
    | { complainedOf: 'complaints-team' | 'head-or-director' | 'manager' }
    | { category: string[] }
    | {
        flag: (
          | 'safety'
          | 'minor'
          | 'vulnerable'
          | 'discrimination'
          | 'data-protection'
          | 'serious-injury'
          | 'legal'
          | 'other-serious'
        )[];
      };
  to: RoleId[];
  /** Proposed to the lead, who decides with reasons (R25), or followed without asking. */
  strength: 'proposed' | 'always';
  clause: ClauseId;
};

export type Indicator = {
  id: string;
  label: string;
  duty: 'acknowledge' | 'respond';
  stage: 1 | 2;
  /** Percent, and the year it is for; null until the landlord agrees one. */
  target: { percent: number; year: string } | null;
  clause: ClauseId;
};

export type CompensationHead = {
  id: string;
  label: string;
  kind: 'reimbursement' | 'service-charge-refund' | 'loss-of-use' | 'statutory' | 'discretionary' | 'ordered';
  formula: string | null;
  status: 'as-policy' | 'landlord-to-confirm' | 'not-supplied';
  exceptions: string[];
  clause: ClauseId;
};

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

export type ContactBlock = {
  body:
    | 'housing-ombudsman'
    | 'local-government-ombudsman'
    | 'parliamentary-health-ombudsman'
    | 'building-safety-regulator'
    | 'information-commissioner';
  name: string;
  web: string | null;
  phone: string | null;
  post: string | null;
  /** Null where the body no longer takes new cases by email. */
  email: string | null;
  /** The first day on which this block is right; the newest one not in the future is printed. */
  from: LocalDate;
  appliesTo: string;
  /** Categories of complaint for which this body is the one to turn to; absent: what `appliesTo` says. */
  categories?: string[];
  /** `to-confirm` is never printed in a letter: the landlord has to check it first. */
  status: 'checked' | 'to-confirm';
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

export type Policy = {
  id: string;
  kind: 'landlord' | 'code';
  /** The id of the Code's pack this policy works to; the Code's own pack names itself. */
  code: string;
  /** The parts of a group that this policy is for; empty: all homes. */
  entities: { id: string; label: string }[];
  landlord: {
    name: string;
    shortName: string;
    accent: string;
    address: string[];
    phone: string;
    email: string;
    web: string;
  };
  version: PolicyVersion;
  source: { title: string; published: string; note: string };
  /** What the published text lacks or contradicts; never copied into a letter. */
  gaps: { id: GapId; line: number | null; what: string; reading: string }[];
  bindings: Record<PackPart, Binding>;
  /** What counts as a complaint: `says` in plain words of ours, `quotation` only where a landlord must print a set text. */
  definition: { basis: 'code' | 'own'; says: string; quotation: string | null; clause: ClauseId };
  complainants: {
    id: string;
    label: string;
    mayComplain: boolean;
    ombudsmanStanding: 'yes' | 'no' | 'time-of-occupation' | 'unsure';
    /** False where the source does not name them and they keep their rights all the same. */
    named?: boolean;
    clause: ClauseId;
  }[];
  representatives: {
    accepted: boolean;
    councillorsAndMps: 'accepted' | 'sent-elsewhere';
    /** Enquiries (not complaints) by councillors and MPs, where the source gives them a way of their own. */
    electedEnquiries?: 'own-process' | 'as-complaint';
    identityCheck: string | null;
    clause: ClauseId;
  };
  channels: { id: string; label: string; clause: ClauseId }[];
  surveys: { countAsComplaint: boolean; tellHowToComplain: boolean; clause: ClauseId };
  anonymous: { handling: 'feedback' | 'complaint' | 'not-recorded' | 'not-stated'; clause: ClauseId };
  preStage: { kind: 'none' | 'informal' | 'verification'; what: string | null; clause: ClauseId };
  /** How many stages the policy has; more than two is a breach, never a feature. */
  stageCount: number;
  stages: { 1: StageRules; 2: StageRules };
  nonWorkingStart: NonWorkingStart;
  /** Working days until a letter is taken to have arrived (R12); the later of the two where both were used, post where unknown. */
  deemedReceipt: { email: number; post: number; clause: ClauseId };
  updates: { agreedIntervals: boolean; defaultEvery: Span; clause: ClauseId };
  /** How soon the owner speaks with the resident (MAG-62); null: not promised. */
  earlyContact: Clock | null;
  /** How soon an untriaged or unowned complaint has somebody's name on it (R69). */
  assignWithin: Clock;
  escalation: EscalationRules;
  stage2Review: Stage2Review;
  /** When the source calls a complaint closed. The product derives it (R46); read by the policy check. */
  closing: {
    when: 'answered' | 'after-response' | 'actions-done' | 'not-stated';
    after: Span | null;
    clause: ClauseId;
  };
  exclusions: ExclusionGround[];
  exclusionListOpen: boolean;
  /** Where the source words its list as open. */
  exclusionListClause?: ClauseId;
  refusalLetter: { reasonsPromised: boolean; ombudsmanRight: boolean; clause: ClauseId };
  newPoints: {
    stage1: 'join-before-response';
    stage2: 'join-if-no-delay';
    /** The source only says that related points *may* join; the Code says that they must. */
    stage1Discretionary?: boolean;
    clause: ClauseId;
  };
  roles: Role[];
  routing: RoutingRule[];
  categories: { id: string; label: string }[];
  serviceAreas: { id: string; label: string }[];
  letters: { required: RequiredContents[]; wording: LetterWording[] };
  calendar: { holidays: string; closures: { date: LocalDate; title: string }[] };
  compensation: {
    insuranceExcessPence: number | null;
    offsetDebts: 'not-reimbursements' | 'never' | 'not-stated';
    heads: CompensationHead[];
    /** The source pays for distress or inconvenience only where it is proven. */
    distressMustBeProven?: boolean;
    clause: ClauseId;
  };
  retention: { id: string; label: string; keep: Span; from: string; clause: ClauseId }[];
  indicators: Indicator[];
  contacts: ContactBlock[];
  linkedPolicies: string[];
  register: RegisterEntry[];
  commitments?: Commitment[];
  ourReadings?: OurReadings;
};
