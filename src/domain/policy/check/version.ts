/** Whether anyone can tell which policy is in force, since when, by whose approval and under which Code. */
import type { Policy } from '../policy.ts';
import { type Rule, when } from './finding.ts';
import { sayDay, sayLooseDate } from './lengths.ts';

const effectiveDateBlank: Rule = {
  id: 'effective-date-blank',
  paragraph: 'Code 3.4',
  severity: 'risk',
  states: 'The policy does not say from when it is in force.',
  find: ({ policy }) =>
    when(policy.version.inForceFrom === null, () => ({
      path: 'version.inForceFrom',
      found: `The policy leaves open from when it is in force${assumed(policy)}.`,
      expected: 'Give the date, so that a resident can tell which text applies to them.',
    })),
};

function assumed(policy: Policy): string {
  return policy.version.inForceAssumed === null ? '' : `; we take ${sayDay(policy.version.inForceAssumed)}`;
}

const reviewOverdue: Rule = {
  id: 'review-overdue',
  paragraph: 'Code 3.4',
  severity: 'note',
  states: "The policy's own date for review has passed.",
  find: ({ policy, today }) => {
    const { next, clause } = policy.version.review;
    if (next === null || next >= today) return [];
    return [
      {
        path: 'version.review.next',
        clause,
        found: `The policy was to be reviewed by ${sayDay(next)}.`,
        expected: 'Review it, so that what is published is what is done.',
      },
    ];
  },
};

const approvalsDisagree: Rule = {
  id: 'approvals-disagree',
  paragraph: 'Code 3.4',
  severity: 'note',
  states: 'The policy names different bodies or dates for its approval.',
  find: ({ policy }) => {
    const approvals = policy.version.approvals;
    const bodies = new Set(approvals.map(approval => approval.by.trim().toLowerCase()));
    if (bodies.size < 2) return [];
    return [
      {
        path: 'version.approvals',
        clause: policy.version.review.clause,
        found: `The policy names more than one approval: ${approvals.map(({ by, on }) => `${by}, ${sayLooseDate(on)}`).join('; ')}.`,
        expected: 'Say which body approved the text in force, and when.',
      },
    ];
  },
};

const noLongerInForce: Rule = {
  id: 'no-longer-in-force',
  paragraph: 'Code 3.4',
  severity: 'risk',
  states: 'The policy, or its interim arrangement, has run out.',
  find: ({ policy, today }) => {
    const { inForceTo, interim } = policy.version;
    const ended = when(inForceTo !== null && inForceTo < today, () => ({
      path: 'version.inForceTo',
      found: `The policy was in force until ${inForceTo === null ? '' : sayDay(inForceTo)}.`,
      expected: 'Work to the policy that is in force.',
    }));
    const interimOver = when(interim !== null && interim.until < today, () => ({
      path: 'version.interim.until',
      paragraph: 'Code 8.5',
      found: `The interim arrangement was to end on ${interim === null ? '' : sayDay(interim.until)}.`,
      expected: 'Go back to the Code’s own times by the date that was given for it.',
    }));
    return [...ended, ...interimOver];
  },
};

const olderCode: Rule = {
  id: 'older-code',
  paragraph: 'Code 5.1',
  severity: 'risk',
  states: 'The policy follows an older edition of the Code than the one in force.',
  find: ({ policy, code, today }) => {
    const edition = policy.version.codeEdition;
    const { version, inForceFrom } = code.version;
    if (edition === undefined || edition === version || inForceFrom === null || inForceFrom > today) return [];
    return [
      {
        path: 'version.codeEdition',
        found: `The policy says that it follows the ${edition} edition of the Code.`,
        expected: `Follow the ${version} edition, in force since ${sayDay(inForceFrom)}.`,
      },
    ];
  },
};

export const versionRules: readonly Rule[] = [
  effectiveDateBlank,
  reviewOverdue,
  approvalsDisagree,
  noLongerInForce,
  olderCode,
];
