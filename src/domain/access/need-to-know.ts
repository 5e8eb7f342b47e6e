/** To whom a complaint is open at all, before any role is asked (MAG-09, MAG-11). */
import type { PersonId } from '../complaint/events.ts';
import type { CaseState } from '../complaint/state.ts';
import type { RoleId } from '../policy/roles.ts';

export type Looking = { personId: PersonId; roles: readonly RoleId[] };
type Near = Pick<CaseState, 'complainedOf' | 'conflicts'>;
type Guarded = Near & Pick<CaseState, 'restriction' | 'stages' | 'actions'>;

/** Whom the complaint is about, and who declared a conflict: it is closed to them whatever their role. */
export function closedTo({ complainedOf, conflicts }: Near): PersonId[] {
  return [...new Set([...complainedOf, ...conflicts.map(one => one.personId)])];
}

/** Whether it is closed to somebody. */
export function isClosedTo(state: Near, personId: PersonId): boolean {
  return closedTo(state).includes(personId);
}

/** Who cannot do their part without seeing it: the handlers of its stages, and whoever has a promise of it to keep. */
export function workingOn({ stages, actions }: Pick<CaseState, 'stages' | 'actions'>): PersonId[] {
  const promises = actions.filter(action => action.doneOn === null).map(action => action.owner);
  const owners = promises.flatMap(owner => (owner.kind === 'person' ? [owner.personId] : []));
  return [...new Set([stages[1].handlerId, stages[2].handlerId, ...owners].filter(id => id !== null))];
}

/** Whom a restricted complaint is open to by name: those named, and those who work on it. */
export function namedFor({ restriction, ...state }: Guarded): PersonId[] {
  return restriction === null ? [] : [...new Set([...restriction.people, ...workingOn(state)])];
}

/** Whether somebody may see it, as far as need to know goes; their role has to let them as well. */
export function isOpenTo(looking: Looking, state: Guarded): boolean {
  if (isClosedTo(state, looking.personId)) return false;
  const { restriction } = state;
  if (restriction === null) return true;
  return namedFor(state).includes(looking.personId) || restriction.roles.some(role => looking.roles.includes(role));
}
