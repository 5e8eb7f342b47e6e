/** Who is the resident's one contact, whom they know as that, and who may become it after the answer (MGL-14). */
import type { LocalDate } from '../calendar/dates.ts';
import type { Deciding, PersonFacts } from './deciding.ts';
import type { Stage } from './events.ts';
import { delivered } from './evolve/letters.ts';
import { timelineOf } from './evolve/parts.ts';
import { aboutPerson, type Eligibility, eligibility, notIndependent } from './independence.ts';
import type { HandedOverTo } from './stage-state.ts';
import type { CaseState } from './state.ts';

/** Whether the resident has been told of anybody in a stage: by a letter, or by word of mouth. */
export function knowsContact(state: CaseState, stage: Stage): boolean {
  const { contacts, contactAgreement } = state.stages[stage];
  const spoken = contactAgreement !== null || contacts.some(one => one.kind !== 'attempt');
  return spoken || state.letters.some(letter => letter.stage === stage && delivered(letter));
}

/** The day on which the resident was told of a new contact: in so many words, or by a letter that the new contact signed. */
export function toldOn({ to, told, lettersBefore }: HandedOverTo, state: CaseState): LocalDate | null {
  const letter = state.letters.slice(lettersBefore).find(one => one.signedBy === to && delivered(one));
  const written = letter?.sent?.on ?? null;
  if (told === null || written === null) return told ?? written;
  return told < written ? told : written;
}

/**
 * Whether somebody may take a stage over from whoever has it. Before the answer that is who may handle it; after it they are the
 * contact until the promises are kept, so that whoever handles complaints may, unless it is about them or they have a conflict.
 */
export function mayTakeOver(state: CaseState, stage: Stage, person: PersonFacts, deciding: Deciding): Eligibility {
  if (timelineOf(state, stage).respondedOn === null) return eligibility(state, stage, person, deciding);
  if (!person.active) return { eligible: false, because: 'they no longer work here', clause: 'R30' };
  const bar = notIndependent(state, 1, person.personId, deciding);
  if (bar !== null) return { eligible: false, ...bar };
  return handles(person, deciding)
    ? { eligible: true, warnings: aboutPerson(person, deciding) }
    : { eligible: false, because: 'their role does not handle complaints', clause: 'Code 4.1' };
}

function handles({ roles }: PersonFacts, { policy }: Deciding): boolean {
  return policy.roles.some(
    role =>
      roles.includes(role.id) && (role.may.includes('investigate-stage-1') || role.may.includes('review-stage-2')),
  );
}
