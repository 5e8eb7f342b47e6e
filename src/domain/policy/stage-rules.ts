/** What a pack says of the two stages: their clocks and extensions, asking for stage 2, and who reviews it. */
import type { RoleId } from './roles.ts';
import type { ClauseId, Clock, Span } from './spans.ts';

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
