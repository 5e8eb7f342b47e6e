import { sayRefusal } from '../../domain/complaint/refusals.ts';
import type { WhyNot } from '../one-act.ts';

/** The outcome of a step that must succeed: a demonstration that cannot happen is a fault. */
export function done<D extends { kind: 'done' }>(outcome: D | WhyNot, what: string): D {
  if (outcome.kind === 'done') return outcome;
  const why = outcome.kind === 'refused' ? sayRefusal(outcome.refusal).why : outcome.kind;
  throw new Error(`The demonstration cannot go on at "${what}": ${why}`);
}
