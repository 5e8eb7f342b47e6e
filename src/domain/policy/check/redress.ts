/** Putting things right: the remedy follows the effect on the resident, not what they can prove. */
import { type Rule, when } from './finding.ts';

const distressProven: Rule = {
  id: 'distress-must-be-proven',
  paragraph: 'Code 7.2',
  severity: 'risk',
  states: 'Distress or inconvenience counts only where it is proven.',
  find: ({ policy }) =>
    when(policy.compensation.distressMustBeProven === true, () => ({
      path: 'compensation.distressMustBeProven',
      clause: policy.compensation.clause,
      found: 'Loss, distress or inconvenience is made good only where it can be proven.',
      expected: 'Let the remedy reflect the effect on the resident; distress is rarely a matter of proof.',
    })),
};

export const redressRules: readonly Rule[] = [distressProven];
