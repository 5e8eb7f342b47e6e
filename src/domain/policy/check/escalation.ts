/** The way to stage 2: the Code wants it open to anyone who is not satisfied, however and whenever they ask. */
import type { EscalationRules } from '../stage-rules.ts';
import { type Rule, when } from './finding.ts';
import { isShorter, sayLength } from './lengths.ts';

/** A rule that looks at one answer in the escalation part only. */
function escalationRule(
  rule: Omit<Rule, 'find'> & { field: keyof EscalationRules; found: string; expected: string },
  fallsShort: (escalation: EscalationRules) => boolean,
): Rule {
  const { field, found, expected, ...rest } = rule;
  return {
    ...rest,
    find: ({ policy }) =>
      when(fallsShort(policy.escalation), () => ({
        path: `escalation.${field}`,
        clause: policy.escalation.clause,
        found,
        expected,
      })),
  };
}

const shortWindow: Rule = {
  id: 'escalation-window-short',
  paragraph: 'Code 6.10',
  severity: 'risk',
  states: 'The time to ask for stage 2 is shorter than we think fair; the Code sets none.',
  find: ({ policy, code }) => {
    const window = policy.escalation.window;
    const fair = code.ourReadings?.fairEscalationWindow;
    if (window === null || fair === undefined || !isShorter(window, fair)) return [];
    return [
      {
        path: 'escalation.window',
        clause: window.clause,
        found: `A resident has ${sayLength(window)} to ask for stage 2.`,
        expected: `At least ${sayLength(fair)}. ${fair.why}`,
      },
    ];
  },
};

const reasonsRequired = escalationRule(
  {
    id: 'escalation-reasons-required',
    paragraph: 'Code 6.12',
    severity: 'breach',
    states: 'A resident has to say why they want stage 2.',
    field: 'reasonsRequired',
    found: 'A resident has to explain why they ask for stage 2.',
    expected: 'Ask for no reason; make a reasonable effort to understand why the resident is still unhappy.',
  },
  escalation => escalation.reasonsRequired,
);

const writingOnly = escalationRule(
  {
    id: 'escalation-in-writing-only',
    paragraph: 'Code 3.2',
    severity: 'breach',
    states: 'Stage 2 can be asked for in writing only.',
    field: 'channels',
    found: 'Stage 2 can be asked for in writing only.',
    expected: 'Take the request in any way, by any member of staff.',
  },
  escalation => escalation.channels === 'writing-only',
);

const normallyInWriting = escalationRule(
  {
    id: 'escalation-normally-in-writing',
    paragraph: 'Code 3.2',
    severity: 'risk',
    states: 'Stage 2 is normally to be asked for in writing.',
    field: 'channels',
    found: 'Stage 2 is normally to be asked for in writing.',
    expected: 'Take the request in any way, by any member of staff, and say so.',
  },
  escalation => escalation.channels === 'normally-in-writing',
);

const discretionary = escalationRule(
  {
    id: 'escalation-discretionary',
    paragraph: 'Code 5.11',
    severity: 'breach',
    states: 'The landlord keeps the choice not to hold a stage 2.',
    field: 'discretionary',
    found: 'The landlord decides whether there is a stage 2 at all.',
    expected: 'Refuse stage 2 only for a valid reason that the policy names, the same as for refusing a complaint.',
  },
  escalation => escalation.discretionary,
);

const lateRefused = escalationRule(
  {
    id: 'escalation-late-refused',
    paragraph: 'Code 5.11',
    severity: 'risk',
    states: 'A request after the time for it is refused without looking at the reason.',
    field: 'late',
    found: 'A request for stage 2 after the time for it is refused.',
    expected: 'Look at why the request is late, and accept it unless there is a valid reason not to.',
  },
  escalation => escalation.late === 'refuse',
);

const limitedToReasons = escalationRule(
  {
    id: 'review-limited-to-reasons',
    paragraph: 'Code 6.12',
    severity: 'breach',
    states: 'Stage 2 looks only at the reasons the resident gave for asking.',
    field: 'reviewLimitedToReasonsGiven',
    found: 'Stage 2 looks only at what the resident gave as reasons for asking.',
    expected: 'Review every point still unresolved, also where the resident gave no reason.',
  },
  escalation => escalation.reviewLimitedToReasonsGiven,
);

const deciderNotNamed = escalationRule(
  {
    id: 'escalation-decider-not-named',
    paragraph: 'Code 5.11',
    severity: 'note',
    states: 'The policy does not say who may decline stage 2.',
    field: 'refusal',
    found: 'The policy does not say who may decline a request for stage 2.',
    expected: 'Name who may decide it, so that a refusal can be shown to be considered and consistent.',
  },
  ({ refusal }) => refusal === null || refusal.named === false,
);

export const escalationRules: readonly Rule[] = [
  shortWindow,
  reasonsRequired,
  writingOnly,
  normallyInWriting,
  discretionary,
  lateRefused,
  limitedToReasons,
  deciderNotNamed,
];
