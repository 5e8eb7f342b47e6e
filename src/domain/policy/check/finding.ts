/** What the policy check reports, and the shape of its rules. */
import type { LocalDate } from '../../calendar/dates.ts';
import type { Policy } from '../policy.ts';
import type { ClauseId } from '../spans.ts';

/** `breach`: the text contradicts the Code. `risk`: it can be applied against the Code, or is unclear. `note`: it leaves something unsaid. */
export type Severity = 'breach' | 'risk' | 'note';

/** One place where a policy falls short of one paragraph of the Code. */
export type Finding = {
  paragraph: ClauseId;
  severity: Severity;
  /** The path in the pack and the policy's own clause: `stages.1.respond (MAG-33)`. */
  where: string;
  found: string;
  expected: string;
};

/** What a rule looks at: the policy, the Code's own pack, where every number comes from, and the day of the check. */
export type CheckInput = { policy: Policy; code: Policy; today: LocalDate };

/** One place found by a rule. A paragraph or severity here replaces the rule's own. */
export type Hit = {
  path: string;
  clause?: ClauseId;
  found: string;
  expected: string;
  paragraph?: ClauseId;
  severity?: Severity;
};

export type Rule = {
  id: string;
  paragraph: ClauseId;
  severity: Severity;
  /** What the rule looks for, in one sentence. */
  states: string;
  find: (input: CheckInput) => Hit[];
};

export type StageNumber = 1 | 2;
export const BOTH_STAGES: readonly StageNumber[] = [1, 2];

/** The hit as a list where the policy falls short, and nothing where it does not. */
export function when(fallsShort: boolean, hit: () => Hit): Hit[] {
  return fallsShort ? [hit()] : [];
}
