import type { Policy } from './policy.ts';

/** What can be behind a complaint: the policy's own list, or else that of the Code's pack (R68). */
export function causesOf({ policy, code }: { policy: Policy; code: Policy }): readonly { id: string; label: string }[] {
  return policy.causes ?? code.causes ?? [];
}
