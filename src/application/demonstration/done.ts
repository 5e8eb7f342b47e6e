import { sayRefusal } from '../../domain/complaint/refusals.ts';
import type { Outcome } from '../act.ts';

/** The outcome of a step that must succeed: a demonstration that cannot happen is a fault. */
export function done(outcome: Outcome, what: string): Extract<Outcome, { kind: 'done' }> {
  if (outcome.kind === 'done') return outcome;
  const why = outcome.kind === 'refused' ? sayRefusal(outcome.refusal).why : outcome.kind;
  throw new Error(`The demonstration cannot go on at "${what}": ${why}`);
}
