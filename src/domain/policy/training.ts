/** What whoever handles complaints is trained in: data of the packs. */
import type { Policy } from './policy.ts';
import type { Capability } from './roles.ts';
import type { ClauseId, Span } from './spans.ts';

export type TrainingKind = {
  id: string;
  label: string;
  /** Whoever may do one of these needs it. */
  neededFor: Capability[];
  /** How long it counts; null: for good. */
  validFor: Span | null;
  /** How long before it runs out it becomes work to renew it. */
  renewFrom: Span;
  clause: ClauseId;
  /** Where that comes from, above all where the figure is ours. */
  note: string;
};

/** The landlord's own list, or the one that stands beside the Code. */
export function trainingOf({ policy, code }: { policy: Policy; code: Policy }): readonly TrainingKind[] {
  return policy.training ?? code.training ?? [];
}
