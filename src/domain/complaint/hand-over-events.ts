/** What can happen when work changes hands, beside the handler's name itself. Part of `events.ts`. */
import type { Fact, PersonId, Stage, TextRef } from './events.ts';
import type { ContactWay } from './resident-events.ts';

export type HandOverEvent =
  /** The resident was told who is their contact from now on (MGL-14). */
  | Fact<
      'NewContactTold',
      { stage: Stage; personId: PersonId; how: string; note: TextRef | null; by: PersonId; way?: ContactWay }
    >
  /** Somebody else sees to a promise; its date stays what the resident was told. */
  | Fact<'ActionHandedOver', { actionId: string; to: PersonId; previous: PersonId | null; reason: TextRef }>
  /** Somebody else answers a question; its date stays. */
  | Fact<'InformationHandedOver', { requestId: string; to: PersonId; previous: PersonId; reason: TextRef }>;
