/** Who may act for the resident, how far, from when until when, and what goes to whom (MAG-03, MGL-12, R22). */
import type { LocalDate } from '../calendar/dates.ts';
import type { PersonId, TextRef } from './events.ts';
import { barredPerson } from './safe-contact.ts';
import type { CaseState } from './state.ts';

/** `letters`: they get the letters in the resident's place. `copies`: the resident gets them, and they get a copy. */
export type Gets = 'letters' | 'copies';

export type Authority = {
  personId: PersonId;
  scope: 'full' | 'correspondence-only';
  gets: Gets;
  evidence: TextRef;
  from: LocalDate;
  /** Its last day. */
  until: LocalDate | null;
  /** Taken back, or another one took its place: then there is no reason. */
  ended: { on: LocalDate; reason: TextRef | null } | null;
};

/** The authorities that hold on a day. They end with a death (R62). */
export function inForce(
  { authorities, death }: Pick<CaseState, 'authorities' | 'death'>,
  today: LocalDate,
): Authority[] {
  if (death !== null) return [];
  return authorities.filter(one => one.ended === null && (one.until === null || one.until >= today));
}

/** Who gets a copy of a letter that goes to somebody: whoever has authority for that, unless the resident's safety forbids it (R60). */
export function copiesTo(state: CaseState, to: PersonId | null, today: LocalDate): PersonId[] {
  const copied = inForce(state, today).filter(one => one.gets === 'copies' && one.personId !== to);
  return copied.map(one => one.personId).filter(id => barredPerson(state, id) === null);
}

/** Whether somebody may still be told: the resident, who goes on after a death, or who has authority on that day. */
export function mayBeTold(state: CaseState, personId: PersonId, today: LocalDate): boolean {
  const { complainantId, successor } = state;
  if (personId === complainantId || personId === successor?.personId) return true;
  return inForce(state, today).some(one => one.personId === personId);
}

/** The authorities with one more: whoever got the letters before gets them no longer, and nobody has two. */
export function withAuthority(all: readonly Authority[], added: Authority): Authority[] {
  const replaced = (one: Authority): boolean =>
    one.ended === null && (one.personId === added.personId || (one.gets === 'letters' && added.gets === 'letters'));
  const before = all.map(one => (replaced(one) ? { ...one, ended: { on: added.from, reason: null } } : one));
  return [...before, added];
}
