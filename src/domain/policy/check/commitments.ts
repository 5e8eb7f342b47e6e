/** Paragraphs of the Code that are kept by words and practice rather than by a number: what the policy says of each. */
import type { Commitment } from '../version.ts';
import type { Hit, Rule, Severity } from './finding.ts';

type Short = Exclude<Commitment['position'], 'kept'>;

const SHORT: Record<Short, { severity: Severity; states: string; leadIn: string }> = {
  against: { severity: 'breach', states: 'The policy says the opposite of what a paragraph asks.', leadIn: '' },
  qualified: { severity: 'risk', states: 'The policy hedges what a paragraph asks.', leadIn: '' },
  differs: { severity: 'note', states: 'The policy says what a paragraph asks in other words.', leadIn: '' },
  silent: { severity: 'note', states: 'The policy says nothing on what a paragraph asks.', leadIn: 'Not stated: ' },
};

function commitmentRule(position: Short): Rule {
  const { severity, states, leadIn } = SHORT[position];
  return {
    id: `commitment-${position}`,
    paragraph: 'Code 3.4',
    severity,
    states,
    find: ({ policy, code }) =>
      (policy.commitments ?? [])
        .filter(commitment => commitment.position === position)
        .map((commitment): Hit => {
          const entry = code.register.find(one => one.id === commitment.paragraph);
          return {
            path: `commitments.${commitment.paragraph}`,
            clause: commitment.clause,
            paragraph: commitment.paragraph,
            found: `${leadIn}${commitment.says}`,
            expected: entry?.says ?? `What ${commitment.paragraph} asks.`,
          };
        }),
  };
}

export const commitmentRules: readonly Rule[] = [
  commitmentRule('against'),
  commitmentRule('qualified'),
  commitmentRule('differs'),
  commitmentRule('silent'),
];
