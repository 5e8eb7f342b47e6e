/** Who does what at a landlord, and to whom a complaint goes. */
import type { ClauseId } from './spans.ts';

/** A role named by the pack, like `complaints-resolution-lead`. */
export type RoleId = string;

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
  | 'manage-access'
  | 'approve-policy'
  | 'scrutinise'
  /** Brings in homes, people and buildings by file, and keeps the register of buildings. */
  | 'keep-register';

export type Role = {
  id: RoleId;
  title: string;
  /** The other name the source uses for the same role, where it uses two. */
  alsoCalled?: string;
  /** Roles of an earlier version whose work this one has taken over (R67). */
  succeeds?: RoleId[];
  seniority: 'colleague' | 'officer' | 'lead' | 'head' | 'director' | 'chief-executive' | 'board';
  may: Capability[];
  awardLimitPence: number | null;
  duty: string;
  clause: ClauseId;
};

/** What makes a complaint a matter for somebody in particular. */
export type SensitiveFlag =
  | 'safety'
  | 'minor'
  | 'vulnerable'
  | 'discrimination'
  | 'data-protection'
  | 'serious-injury'
  | 'legal'
  | 'other-serious';

export type RoutingRule = {
  id: string;
  label: string;
  when:
    | { complainedOf: 'complaints-team' | 'head-or-director' | 'manager' }
    | { category: string[] }
    | { flag: SensitiveFlag[] };
  to: RoleId[];
  /** Proposed to the lead, who decides with reasons (R25), or followed without asking. */
  strength: 'proposed' | 'always';
  clause: ClauseId;
};
