/** Who answers for the policy itself: the scheme of delegation (MGL-43, MAG-57), and what each part of it needs here. */
import type { Policy } from './policy.ts';
import type { Capability, Role, RoleId } from './roles.ts';
import type { ClauseId } from './spans.ts';

export const DELEGATED = ['approves', 'formulates', 'keeps', 'monitors', 'cooperates', 'scrutinises'] as const;
export type DelegatedPart = (typeof DELEGATED)[number];

export type Delegated = { part: DelegatedPart; roles: RoleId[]; says: string; clause: ClauseId };

/** What a role named for a part has to be able to do here; null where the part is no decision of the product's. */
export const partNeeds: Record<DelegatedPart, Capability | null> = {
  approves: 'approve-policy',
  formulates: 'see-performance',
  keeps: 'see-performance',
  monitors: 'manage-policy',
  cooperates: null,
  scrutinises: 'scrutinise',
};

/** Each decision that the product asks a role for, in words. */
export const saidCapability: Record<Capability, string> = {
  log: 'Log a complaint',
  'investigate-stage-1': 'Handle stage 1',
  'review-stage-2': 'Review at stage 2',
  assign: 'Hand work out, and over',
  'refuse-complaint': 'Not accept a complaint or a point',
  'refuse-escalation': 'Not accept a request for stage 2',
  'support-refusal': 'Support not accepting a request for stage 2',
  extend: 'Extend the time of an answer that somebody else handles',
  'approve-beyond-cap': 'Approve an extension beyond the limit',
  'approve-correction': 'Approve a correction of the record',
  'see-all-cases': 'See every complaint',
  'see-performance': 'See the figures',
  'manage-calendar': 'Change bank holidays',
  'manage-policy': 'Look after the policy and what letters print',
  'manage-access': 'Say who sees a complaint, and who is told more than they need',
  'approve-policy': 'Approve the policy',
  'keep-register': 'Bring in homes, people and staff, and keep the buildings',
  scrutinise: 'Scrutinise complaint handling for the board',
};

/** Each decision with the roles that may make it, in the order of the list. */
export function whoMay({ roles }: Policy): { capability: Capability; says: string; roles: Role[] }[] {
  return (Object.keys(saidCapability) as Capability[]).map(capability => ({
    capability,
    says: saidCapability[capability],
    roles: roles.filter(role => role.may.includes(capability)),
  }));
}

/** Roles that both scrutinise how complaints are handled and decide some of them (MAG-57), with the clause that has them scrutinise. */
export function bothSides({ roles, delegation = [] }: Policy): { role: Role; clause: ClauseId }[] {
  return roles
    .filter(role => role.may.includes('scrutinise') && role.may.includes('review-stage-2'))
    .map(role => {
      const part = delegation.find(one => one.part === 'scrutinises' && one.roles.includes(role.id));
      return { role, clause: part?.clause ?? role.clause };
    });
}
