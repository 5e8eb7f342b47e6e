/** The Member Responsible for Complaints: there has to be one, and whoever scrutinises should not decide. */
import type { Policy } from '../policy.ts';
import type { Role } from '../roles.ts';
import { type Rule, when } from './finding.ts';

function membersResponsible(policy: Policy): Role[] {
  return policy.roles.filter(role => role.may.includes('scrutinise'));
}

function mayDecideStage2(policy: Policy, role: Role): boolean {
  const { reviewers, fallback } = policy.stage2Review;
  return role.may.includes('review-stage-2') || reviewers.includes(role.id) || fallback.includes(role.id);
}

const noMember: Rule = {
  id: 'member-responsible-missing',
  paragraph: 'Code 9.5',
  severity: 'breach',
  states: 'No member of the governing body is responsible for complaints.',
  find: ({ policy }) =>
    when(membersResponsible(policy).length === 0, () => ({
      path: 'roles',
      found: 'The policy names no member of the governing body as responsible for complaints.',
      expected: 'Appoint a Member Responsible for Complaints on the governing body.',
    })),
};

const memberDecides: Rule = {
  id: 'member-responsible-decides-stage-2',
  paragraph: 'Code 9.5',
  severity: 'risk',
  states: 'The Member Responsible for Complaints may decide a stage 2.',
  find: ({ policy }) =>
    membersResponsible(policy).flatMap(role =>
      when(mayDecideStage2(policy, role), () => ({
        path: `roles.${role.id}`,
        clause: role.clause,
        found: `The Member Responsible for Complaints (${role.title}) may also decide a stage 2.`,
        expected: 'Keep scrutiny of complaint handling apart from deciding complaints.',
      })),
    ),
};

export const roleRules: readonly Rule[] = [noMember, memberDecides];
