import { isOpen, type Obligation } from '../obligation.ts';
import type { CaseState } from '../state.ts';

const outlives: readonly Obligation['kind'][] = ['make-safe', 'do-action', 'give-action-date', 'reply-to-enquiry'];

/** What is owed on such a record falls away on that day; promises and dangers do not. */
export function owedAfter(one: Obligation, { voided }: CaseState): Obligation {
  return voided === null || !isOpen(one) || outlives.includes(one.kind) ? one : { ...one, lapsedOn: voided.on };
}
