/** A "no" in a sentence, for streams whose refusals are no closed list: it ends the transaction, and is the answer. */
import { sayRefusal } from '../domain/complaint/refusals.ts';
import type { WhyNot } from './one-act.ts';

/** Ends the transaction with the sentence why nothing was done. */
export class RefusedInWords extends Error {}

/** `changed`: somebody else was quicker, or the page showed something older. `other-sent`: this form was sent with something else in it. */
export type SaidNo = { kind: 'refused'; sentence: string } | { kind: 'changed' | 'other-sent' };

/** What came of it, with every refusal as a sentence. */
export async function inSentences<T extends { kind: 'done' }>(outcome: Promise<T | WhyNot>): Promise<T | SaidNo> {
  try {
    const done = await outcome;
    return isRefused(done) ? { kind: 'refused', sentence: sayRefusal(done.refusal).why } : done;
  } catch (error) {
    if (error instanceof RefusedInWords) return { kind: 'refused', sentence: error.message };
    throw error;
  }
}

function isRefused(outcome: { kind: string }): outcome is Extract<WhyNot, { kind: 'refused' }> {
  return outcome.kind === 'refused';
}
