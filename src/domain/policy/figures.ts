/** Indicators with their targets, and heads of compensation. */
import type { ClauseId } from './spans.ts';

export type Indicator = {
  id: string;
  label: string;
  duty: 'acknowledge' | 'respond';
  stage: 1 | 2;
  /** Percent, and the year it is for; null until the landlord agrees one. */
  target: { percent: number; year: string } | null;
  clause: ClauseId;
};

export type CompensationHead = {
  id: string;
  label: string;
  kind: 'reimbursement' | 'service-charge-refund' | 'loss-of-use' | 'statutory' | 'discretionary' | 'ordered';
  formula: string | null;
  status: 'as-policy' | 'landlord-to-confirm' | 'not-supplied';
  exceptions: string[];
  clause: ClauseId;
};
