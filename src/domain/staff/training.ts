/** Training that handlers need (MAG-08): what the policy asks for, what somebody has, and what is lacking since when. */
import { addMonths, type LocalDate, sayDate } from '../calendar/dates.ts';
import type { Policy } from '../policy/policy.ts';
import type { Capability, RoleId } from '../policy/roles.ts';
import type { TrainingKind } from '../policy/training.ts';
import { trainingOf } from '../policy/training.ts';

export type TrainingHeld = { trainingId: string; on: LocalDate; expiresOn: LocalDate | null };

type Trainee = { roles: readonly RoleId[]; training?: readonly TrainingHeld[] };
type Packs = { policy: Policy; code: Policy };

/** `since`: when it ran out; null where none is recorded. */
export type TrainingGap = { kind: TrainingKind; since: LocalDate | null };

/** What somebody's roles need of the kinds of training. */
export function trainingNeeded({ roles }: Pick<Trainee, 'roles'>, packs: Packs): TrainingKind[] {
  const may = new Set<Capability>(packs.policy.roles.filter(one => roles.includes(one.id)).flatMap(one => one.may));
  return trainingOf(packs).filter(kind => kind.neededFor.some(can => may.has(can)));
}

/** What somebody's roles need and they do not have on a day: none recorded, or run out. */
export function trainingGaps(person: Trainee, packs: Packs, day: LocalDate): TrainingGap[] {
  return trainingNeeded(person, packs).flatMap(kind => {
    const held = person.training?.find(one => one.trainingId === kind.id);
    if (held === undefined) return { kind, since: null };
    return held.expiresOn !== null && held.expiresOn < day ? { kind, since: held.expiresOn } : [];
  });
}

/** The last day for which training of a day counts, by the pack; null where it does not run out. */
export function expiryOf({ validFor }: TrainingKind, on: LocalDate): LocalDate | null {
  if (validFor === null) return null;
  if (validFor.unit !== 'months') throw new RangeError(`Training is valid for months, not for ${validFor.unit}.`);
  return addMonths(on, validFor.value);
}

/** `no training in settling disputes is recorded (MAG-08)`, or since when it has run out. */
export function sayGap({ kind, since }: TrainingGap): string {
  const what = kind.label.charAt(0).toLowerCase() + kind.label.slice(1);
  return since === null
    ? `no ${what} is recorded (${kind.clause})`
    : `their ${what} ran out on ${sayDate(since)} (${kind.clause})`;
}
