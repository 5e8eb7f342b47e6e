/**
 * A landlord's complaints policy as data: the whole of what a pack can say.
 *
 * Nothing here computes. Packs are files under `policies/`; `outside/policy-files` reads and checks them; every rule that
 * differs between landlords reads its answer from here. The Code is a pack of the same shape (`policies/code-2024`).
 */
import type { HigherRiskRule } from '../building/higher-risk.ts';
import type { LocalDate } from '../calendar/dates.ts';
import type { NonWorkingStart } from '../calendar/working-days.ts';
import type { ContactBlock } from './contact-block.ts';
import type { Delegated } from './delegation.ts';
import type { DutyTimes, OnCall } from './duty-times.ts';
import type { ExclusionGround } from './exclusion-rules.ts';
import type { CompensationHead, Indicator } from './figures.ts';
import type { FileRules } from './file-rules.ts';
import type { FormatLeadTime } from './formats.ts';
import type { IntakeRules } from './intake-rules.ts';
import type { LandlordIdentity } from './landlord-details.ts';
import type { LetterWording, RequiredContents } from './letter-rules.ts';
import type { Role, RoutingRule } from './roles.ts';
import type { ClauseId, Clock, Span } from './spans.ts';
import type { EscalationRules, Stage2Review, StageRules } from './stage-rules.ts';
import type { TrainingKind } from './training.ts';
import type { Binding, Commitment, GapId, OurReadings, PackPart, PolicyVersion, RegisterEntry } from './version.ts';

export type Policy = {
  id: string;
  kind: 'landlord' | 'code';
  /** The id of the Code's pack this policy works to; the Code's own pack names itself. */
  code: string;
  /** The parts of a group that this policy is for; empty: all homes. */
  entities: { id: string; label: string }[];
  landlord: LandlordIdentity;
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
  /** `public`: anybody can read what is said that way, so that the answer goes another. */
  channels: { id: string; label: string; public?: boolean; clause: ClauseId }[];
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
  /** What can be behind a complaint; the Code’s pack’s list where a policy has none of its own (R68). */
  causes?: { id: string; label: string }[];
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
  /** How long a format other than print takes to be made, as the landlord's suppliers say. */
  formatLeadTimes?: FormatLeadTime[];
  dutyTimes?: DutyTimes;
  /** What the landlord has of its own around what comes in; each part left out is that of the Code's pack. */
  intake?: Partial<IntakeRules>;
  onCall?: OnCall;
  /** What makes a building higher-risk: facts of the law, in the Code’s pack. */
  higherRiskBuildings?: HigherRiskRule[];
  /** Who answers for the policy itself, as its scheme of delegation has it (MGL-43, MAG-57). */
  delegation?: Delegated[];
  /** What handlers are trained in; the Code’s pack’s list where a policy has none of its own (MAG-08). */
  training?: TrainingKind[];
  /** Who is on duty for safeguarding, self-harm and threats, with where that comes from. */
  safeguarding?: OnCall;
  /** Which files are taken with a complaint; the Code’s pack’s where a policy has none of its own. */
  files?: FileRules;
};
