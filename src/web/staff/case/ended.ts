import type { CaseState } from '../../../domain/complaint/state.ts';

/** How a complaint ended without an answer, as its pages say it; null while it goes on, or when it was answered. */
export function endedWithout({ timeline, voided }: CaseState): string | null {
  if (voided !== null) return voided.why === 'duplicate' ? 'Recorded twice' : 'Logged in error';
  if (timeline.withdrawnOn !== null) return 'Withdrawn';
  return timeline.stage1.refusedOn === null ? null : 'Not accepted';
}
