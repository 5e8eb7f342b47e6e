/** What is decided about who may see a complaint (MAG-11) and whom it is about. Part of `events.ts` and `commands.ts`. */
import type { RoleId } from '../policy/roles.ts';
import type { Does } from './commands.ts';
import type { Fact, PersonId, TextRef } from './events.ts';

export type AccessEvent =
  /** From now on only these people and roles see it, and those who work on it. Said again, it takes the place of what was said before. */
  | Fact<'AccessRestricted', { people: PersonId[]; roles: RoleId[]; reason: TextRef; by: PersonId }>
  | Fact<'AccessRestrictionEnded', { reason: TextRef; by: PersonId }>
  /** Somebody was or is told more than they need for their work on it, and why. */
  | Fact<'DisclosureDecided', { to: TextRef; what: TextRef; reason: TextRef; by: PersonId }>
  /** It turned out after it was logged that the complaint is about this colleague. */
  | Fact<'ComplainedOfNamed', { personId: PersonId; reason: TextRef; by: PersonId }>;

export type AccessCommand =
  | Does<'RestrictAccess', { people: PersonId[]; roles: RoleId[]; reason: TextRef }>
  | Does<'EndAccessRestriction', { reason: TextRef }>
  | Does<'DecideDisclosure', { to: TextRef; what: TextRef; reason: TextRef }>
  | Does<'NameComplainedOf', { personId: PersonId; reason: TextRef }>;

/** Who sees a restricted complaint, by whose decision and since when. */
export type AccessRestriction = {
  on: Fact<'AccessRestricted', never>['occurredOn'];
  by: PersonId;
  people: readonly PersonId[];
  roles: readonly RoleId[];
  reason: TextRef;
};
