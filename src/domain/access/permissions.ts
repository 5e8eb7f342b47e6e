/**
 * Who may do what, as sentences: one list. Pages, queries and `decide` ask it; `docs/permissions.md` is written from it; a test walks
 * every page as every role and compares. Which roles carry a capability is for the landlord's pack to say.
 */
import type { Policy } from '../policy/policy.ts';
import type { Capability, RoleId } from '../policy/roles.ts';
import { administratorRole } from './administrator.ts';

/**
 * `anybody`: who is not signed in as well. `signed-in`: whoever is. `administrator`: who looks after the installation. `role`: whose
 * role carries one of these by the landlord's delegation. `case`: whoever sees that complaint whole (`seesWholeCase`). `own`: those
 * it belongs to, by a rule that stands with it.
 */
export type Needs =
  | { kind: 'anybody' | 'signed-in' | 'administrator' | 'case' | 'own' }
  | { kind: 'role'; any: readonly [Capability, ...Capability[]] };

export type Permission = {
  /** What it lets somebody do: "You may not …", "… may". */
  does: string;
  needs: Needs;
  /** What else the sentence needs to be true. */
  but?: string;
};

const anybody: Needs = { kind: 'anybody' };
const signedIn: Needs = { kind: 'signed-in' };
const seesCase: Needs = { kind: 'case' };
const role = (...any: [Capability, ...Capability[]]): Needs => ({ kind: 'role', any });

export const permissions = {
  'come-in': { does: 'come in, choose colours, ask whether it is running', needs: anybody },
  'take-up-invitation': { does: 'take up an invitation', needs: anybody, but: 'with its link, for seven days' },
  'answer-by-link': { does: 'answer a question by its link', needs: anybody, but: 'with its link, until its date' },
  'own-account': { does: 'look after one’s own account, drafts and sessions', needs: signedIn },
  'manage-people': { does: 'say who works here, in which role, and who may come in', needs: { kind: 'administrator' } },

  'own-work': { does: 'see one’s own work, and lists of the complaints that one sees', needs: signedIn },
  'read-policy': { does: 'read the policy and the calendar', needs: signedIn },
  'record-dissatisfaction': { does: 'record dissatisfaction and the offer to complain', needs: signedIn },
  'see-dissatisfaction': {
    does: 'see a record of dissatisfaction',
    needs: { kind: 'own' },
    but: 'whoever recorded it, and whoever sees complaints that are not their own',
  },
  'see-figures': {
    does: 'see the figures of the whole landlord',
    needs: role('see-performance', 'see-all-cases', 'investigate-stage-1', 'review-stage-2', 'assign', 'scrutinise'),
  },
  'see-others-cases': {
    does: 'see complaints that are not one’s own',
    needs: role('see-all-cases', 'investigate-stage-1', 'review-stage-2', 'assign', 'scrutinise'),
    but: 'none that is closed to them or restricted to others',
  },
  'see-buildings': { does: 'look at the register of buildings', needs: signedIn },
  'take-contact': {
    does: 'take down and triage what somebody told us',
    needs: { kind: 'own' },
    but: 'by the rules of triage',
  },
  'find-known': {
    does: 'find somebody in the register',
    needs: { kind: 'own' },
    but: 'those who may log a complaint',
  },
  'keep-register': {
    does: 'bring in homes, people and buildings, and keep the register',
    needs: { kind: 'own' },
    but: 'roles with `keep-register`, and administrators',
  },
  'keep-service-requests': {
    does: 'record and look after requests for a service',
    needs: { kind: 'own' },
    but: 'whoever recorded or owns one, and whoever sees complaints that are not their own',
  },
  'see-team': {
    does: 'see the load, absences and training of everybody',
    needs: role('see-performance'),
    but: 'or of those whom they manage or hand work to',
  },
  'look-after-team': {
    does: 'keep absences and training, and hand work over',
    needs: { kind: 'own' },
    but: 'each their own absence; else who manages somebody or hands work out',
  },
  'see-resident': {
    does: 'see somebody who complains, and keep what they need',
    needs: { kind: 'own' },
    but: 'whoever sees a complaint of theirs, or wrote down what they need',
  },
  'manage-calendar': { does: 'change the bank holidays', needs: role('manage-calendar') },
  'supply-details': { does: 'supply what letters say of the landlord', needs: role('manage-policy') },
  'record-policy-review': { does: 'record a review of the policy', needs: role('manage-policy') },

  'log-complaint': { does: 'log a complaint', needs: role('log') },
  'see-case': {
    does: 'open a complaint, its timeline, people, letters and files',
    needs: seesCase,
    but: 'each view is logged',
  },
  'act-on-case': {
    does: 'add what happened: notes, contacts, needs, priority, a conflict of their own',
    needs: seesCase,
    but: 'what an act needs besides is said on its page and below',
  },
  'answer-question': {
    does: 'answer a question about a complaint',
    needs: { kind: 'own' },
    but: 'whoever was asked, and the handler of its stage',
  },
  'make-referral': { does: 'make a restricted referral', needs: seesCase },
  'see-referral': {
    does: 'read a restricted referral',
    needs: { kind: 'own' },
    but: 'who is on duty by the policy, who is named for it, and who made it; never who is too near to the complaint',
  },
  'investigate-stage-1': {
    does: 'work on stage 1',
    needs: role('investigate-stage-1'),
    but: 'or handle it; never who is complained of or in conflict',
  },
  'review-stage-2': {
    does: 'work on stage 2',
    needs: role('review-stage-2'),
    but: 'or handle it; never who took part in stage 1, is complained of or in conflict',
  },
  assign: {
    does: 'assign a complaint',
    needs: role('assign'),
    but: 'one that is nobody’s can be taken by who may handle it',
  },
  'hand-over': { does: 'hand a complaint over', needs: role('assign') },
  'decide-routing': { does: 'decide who takes a complaint', needs: role('assign') },
  'record-anothers-conflict': { does: 'record a conflict for somebody else', needs: role('assign') },
  'clear-priority': { does: 'take the priority off a complaint', needs: role('assign') },
  'name-complained-of': {
    does: 'say whom a complaint is about',
    needs: role('assign', 'manage-access'),
    but: 'or handle a stage of it',
  },
  extend: { does: 'extend the time for an answer', needs: role('extend'), but: 'or handle the stage' },
  'refuse-complaint': { does: 'decide not to take a complaint', needs: role('refuse-complaint') },
  'refuse-point': { does: 'decide not to take a point', needs: role('refuse-complaint') },
  'suspend-points': { does: 'suspend points for court proceedings', needs: role('refuse-complaint') },
  'review-suspension': { does: 'review a suspension', needs: role('refuse-complaint') },
  'issue-refusal': { does: 'issue the refusal', needs: role('refuse-complaint') },
  'issue-escalation-refusal': { does: 'issue the refusal of stage 2', needs: role('refuse-escalation') },
  'decide-late-request': { does: 'decide on a request for stage 2', needs: role('refuse-escalation', 'assign') },
  'approve-correction': {
    does: 'approve a correction of the record',
    needs: role('approve-correction'),
    but: 'of somebody else',
  },
  'restrict-access': { does: 'restrict who sees a complaint', needs: role('manage-access') },
  'end-restriction': { does: 'end a restriction', needs: role('manage-access') },
  disclose: { does: 'decide that somebody is told more than they need', needs: role('manage-access') },
  'see-views': { does: 'see who has looked at a complaint', needs: role('manage-access') },
} as const satisfies Record<string, Permission>;

export type PermissionId = keyof typeof permissions;

/** The permission with its parts, whichever it is. */
export function permissionOf(id: PermissionId): Permission {
  return permissions[id];
}

/**
 * Whether the roles of somebody signed in let them do it. Of a complaint, or of what belongs to somebody, this is the half that roles
 * decide: the rest is asked of the complaint.
 */
export function holds(roles: readonly RoleId[], id: PermissionId, policy: Policy): boolean {
  const { needs } = permissionOf(id);
  switch (needs.kind) {
    case 'administrator':
      return roles.includes(administratorRole);
    case 'role':
      return policy.roles.some(one => roles.includes(one.id) && one.may.some(can => needs.any.includes(can)));
    default:
      return true;
  }
}

/** The roles of a landlord that carry it, in the pack's order; none for what no role decides. */
export function rolesHolding(id: PermissionId, policy: Policy): Policy['roles'] {
  return permissionOf(id).needs.kind === 'role' ? policy.roles.filter(one => holds([one.id], id, policy)) : [];
}
