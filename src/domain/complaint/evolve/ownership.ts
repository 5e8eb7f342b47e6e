import type { LocalDate } from '../../calendar/dates.ts';
import type { EventOf, PersonId, Stage } from '../events.ts';
import { knowsContact } from '../named-contact.ts';
import type { StageFacts } from '../stage-state.ts';
import type { CaseState } from '../state.ts';
import { changed, timelineOf, withInvolvement, withStage } from './parts.ts';

export const evolveOwnership = {
  HandlerAssigned(state: CaseState, { occurredOn, body }: EventOf<'HandlerAssigned'>): CaseState {
    const facts = state.stages[body.stage];
    const answered = timelineOf(state, body.stage).respondedOn !== null;
    const assigned = withStage(state, body.stage, {
      handlerId: body.personId,
      handlers: [...facts.handlers, body.personId],
      assignedOn: occurredOn,
      firstAssignedOn: facts.firstAssignedOn ?? occurredOn,
      vacancies: changed(facts.vacancies, one => one.filledOn === null, { filledOn: occurredOn }),
      handovers: handedOver(state, body.stage, body.personId, occurredOn),
    });
    // After the answer they see to what was promised, and had no part in the answer itself (R30).
    return withInvolvement(assigned, body.personId, body.stage, answered ? 'contact' : 'handler');
  },

  RoutingDecided(state: CaseState, { body }: EventOf<'RoutingDecided'>): CaseState {
    return { ...state, routing: { ruleId: body.ruleId, to: body.to, followed: body.followed, reason: body.reason } };
  },

  ConflictDeclared(state: CaseState, { occurredOn, body }: EventOf<'ConflictDeclared'>): CaseState {
    const declared = { ...state, conflicts: [...state.conflicts, { personId: body.personId, on: occurredOn }] };
    return vacated(vacated(declared, 1, body.personId, occurredOn), 2, body.personId, occurredOn);
  },

  PrioritySet(state: CaseState, _event: EventOf<'PrioritySet'>): CaseState {
    return { ...state, priority: true };
  },

  PriorityCleared(state: CaseState, _event: EventOf<'PriorityCleared'>): CaseState {
    return { ...state, priority: false };
  },
};

/** The first name on a stage is no change of hands; nor is the same name again. */
function handedOver(state: CaseState, stage: Stage, to: PersonId, on: LocalDate): StageFacts['handovers'] {
  const { handlers, handovers } = state.stages[stage];
  const before = handlers.at(-1);
  if (before === undefined || before === to) return handovers;
  const known = knowsContact(state, stage);
  return [...handovers, { to, on, known, told: null, lettersBefore: state.letters.length }];
}

/** A stage whose answer is still owed goes back to the queue when its handler has to give it up (MAG-09, R69). */
export function vacated(state: CaseState, stage: Stage, personId: PersonId, from: LocalDate): CaseState {
  const facts = state.stages[stage];
  if (facts.handlerId !== personId || timelineOf(state, stage).respondedOn !== null) return state;
  return withStage(state, stage, {
    handlerId: null,
    assignedOn: null,
    vacancies: [...facts.vacancies, { from, filledOn: null }],
  });
}
