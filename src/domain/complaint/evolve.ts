/** Builds what a complaint is from what happened to it. Pure: one state and one event in, the next state out. */
import type { ComplaintEvent, EventType, RecordedEvent } from './events.ts';
import { evolveAccess } from './evolve/access.ts';
import { evolveDuties } from './evolve/duties.ts';
import { evolveEnding } from './evolve/ending.ts';
import { evolveEscalation } from './evolve/escalation.ts';
import { evolveFiles } from './evolve/files.ts';
import { evolveHandOver } from './evolve/hand-over.ts';
import { evolveIntake } from './evolve/intake.ts';
import { evolveInvestigation } from './evolve/investigation.ts';
import { evolveLetters } from './evolve/letters.ts';
import { evolveOwnership } from './evolve/ownership.ts';
import { evolvePromises } from './evolve/promises.ts';
import { evolveQuestions } from './evolve/questions.ts';
import { evolveResidents } from './evolve/residents.ts';
import { evolveTogether } from './evolve/together.ts';
import { evolveUnderstanding } from './evolve/understanding.ts';
import { noCase } from './no-case.ts';
import type { CaseState } from './state.ts';

/** What each event does. A family knows its own events; this table sees that each event has exactly one. */
type Step = { [T in EventType]: (state: CaseState, event: Extract<ComplaintEvent, { type: T }>) => CaseState };

const steps: Step = {
  ...evolveIntake,
  ...evolveOwnership,
  ...evolveHandOver,
  ...evolveUnderstanding,
  ...evolveInvestigation,
  ...evolveQuestions,
  ...evolveFiles,
  ...evolvePromises,
  ...evolveLetters,
  ...evolveEscalation,
  ...evolveEnding,
  ...evolveResidents,
  ...evolveTogether,
  ...evolveDuties,
  ...evolveAccess,
};

/** Every type of event there is. */
export const eventTypes = Object.keys(steps) as EventType[];

/** The state after one event; its version counts the events. */
export function evolve(state: CaseState, event: ComplaintEvent): CaseState {
  const next = step(state, event);
  return { ...next, version: state.version + 1 };
}

function step<E extends ComplaintEvent>(state: CaseState, event: E): CaseState {
  const apply = steps[event.type] as (state: CaseState, event: E) => CaseState;
  return apply(state, event);
}

/** The state after all of a stream's events. */
export function replayEvents(events: readonly ComplaintEvent[]): CaseState {
  return events.reduce(evolve, noCase);
}

/** The case as it stood at the end of a London day: only what had been recorded by then, whatever day it tells of. */
export function asItStood(events: readonly RecordedEvent[], recordedBefore: string): CaseState {
  return replayEvents(events.filter(event => event.recordedAt < recordedBefore));
}
