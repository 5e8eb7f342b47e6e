/**
 * The clocks of a policy beside the Code's, made ready once per pack: where the two say the same they are one rule, where they
 * differ both are kept and the earlier date is the working one (R2).
 */
import type { NonWorkingStart } from '../calendar/working-days.ts';
import type { Policy } from '../policy/policy.ts';
import type { ClauseId, Clock, ClockStart, Span, Unit } from '../policy/spans.ts';
import type { EscalationWindow, ExtensionRules, StageRules } from '../policy/stage-rules.ts';
import type { Stage } from './events.ts';

export type Basis = 'policy' | 'code' | 'both';

export type ClockRule = Span & {
  from: ClockStart;
  nonWorkingStart: NonWorkingStart;
  clause: ClauseId;
  basis: Basis;
  /** The rule as people say it, like `10 working days from the acknowledgement`. */
  words: string;
};

export type ExtensionCap = { span: Span; clause: ClauseId; basis: Basis };

export type StageClocks = {
  stage: Stage;
  acknowledge: readonly ClockRule[];
  respond: readonly ClockRule[];
  /** Every cap that holds; the shortest date prevails. Empty: the source allows no extension and neither does the Code. */
  caps: readonly ExtensionCap[];
  agreementRequired: boolean;
  /** The Code's outer limits from the start, in its own unit (R5). */
  longStop: { acknowledgement: Span; response: Span; extended: Span };
};

export type ClockRules = {
  policyId: string;
  1: StageClocks;
  2: StageClocks;
  window: EscalationWindow | null;
  deemedReceipt: { email: number; post: number };
};

/** Both sets of clocks, compiled. Throws when the Code's pack lacks a clock: without it nothing can be judged. */
export function clockRules(policy: Policy, code: Policy): ClockRules {
  return {
    policyId: policy.id,
    1: stageClocks(1, policy, code),
    2: stageClocks(2, policy, code),
    window: policy.escalation.window,
    deemedReceipt: { email: policy.deemedReceipt.email, post: policy.deemedReceipt.post },
  };
}

function stageClocks(stage: Stage, policy: Policy, code: Policy): StageClocks {
  const own = policy.stages[stage];
  const theirs = code.stages[stage];
  if (!theirs.acknowledge || !theirs.respond || !theirs.extension?.cap) {
    throw new Error(`The Code's pack ${code.id} has no complete clocks for stage ${stage}.`);
  }
  const acknowledgement = theirs.acknowledge;
  const response = sum(acknowledgement, theirs.respond);
  return {
    stage,
    acknowledge: bothClocks(acknowledged(own), acknowledgement, policy.nonWorkingStart, code.nonWorkingStart),
    respond: bothClocks(own.respond, theirs.respond, policy.nonWorkingStart, code.nonWorkingStart),
    caps: caps(own.extension, theirs.extension),
    agreementRequired: own.extension?.customerAgreement === 'required',
    longStop: { acknowledgement, response, extended: sum(response, theirs.extension.cap) },
  };
}

/** A policy that only promises to log within a time says nothing about acknowledging (MAG-40). */
function acknowledged(rules: StageRules): Clock | null {
  return rules.acknowledgePromises.includes('acknowledged') ? rules.acknowledge : null;
}

function bothClocks(
  own: Clock | null,
  theirs: Clock,
  ownStart: NonWorkingStart,
  codeStart: NonWorkingStart,
): ClockRule[] {
  const code = compiled(theirs, 'code', codeStart);
  if (own === null) return [code];
  const policy = compiled(own, 'policy', ownStart);
  return sameClock(policy, code) ? [{ ...policy, basis: 'both' }] : [policy, code];
}

function compiled(clock: Clock, basis: Basis, nonWorkingStart: NonWorkingStart): ClockRule {
  return {
    value: clock.value,
    unit: clock.unit,
    from: clock.from,
    nonWorkingStart: clock.nonWorkingStart ?? nonWorkingStart,
    clause: clock.clause,
    basis,
    words: `${saySpan(clock)} from ${saidStart[clock.from]}`,
  };
}

function sameClock(a: ClockRule, b: ClockRule): boolean {
  return (
    a.value === b.value && a.unit === b.unit && sameStart(a.from, b.from) && a.nonWorkingStart === b.nonWorkingStart
  );
}

function sameStart(a: ClockStart, b: ClockStart): boolean {
  const receipts: ClockStart[] = ['receipt', 'request-receipt'];
  const letters: ClockStart[] = ['acknowledgement-sent', 'letter-sent'];
  return a === b || (receipts.includes(a) && receipts.includes(b)) || (letters.includes(a) && letters.includes(b));
}

function caps(own: ExtensionRules | null, theirs: ExtensionRules): ExtensionCap[] {
  const found: ExtensionCap[] = [];
  if (own?.cap) found.push({ span: own.cap, clause: own.clause, basis: 'policy' });
  if (theirs.cap) found.push({ span: theirs.cap, clause: theirs.clause, basis: 'code' });
  return found;
}

function sum(first: Span, second: Span): Span {
  if (first.unit !== second.unit) throw new Error('The Code counts its clocks in one unit.');
  return { value: first.value + second.value, unit: first.unit };
}

const saidStart: Record<ClockStart, string> = {
  receipt: 'receipt',
  logging: 'logging',
  'end-of-next-working-day': 'the working day after receipt',
  'acknowledgement-sent': 'the acknowledgement',
  'letter-sent': 'the letter',
  'request-receipt': 'the request',
};

const saidUnit: Record<Unit, string> = {
  'working-days': 'working day',
  'calendar-days': 'day',
  months: 'month',
  hours: 'hour',
};

/** A length of time in words: `10 working days`, `1 month`. */
export function saySpan(span: Span): string {
  return `${span.value} ${saidUnit[span.unit]}${span.value === 1 ? '' : 's'}`;
}
