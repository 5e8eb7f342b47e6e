/** Small steps that several families of events share: changing one stage, one timeline, or one thing in a list. */
import type { LocalDate } from '../../calendar/dates.ts';
import type { Departure, PersonId, Stage } from '../events.ts';
import type { Point } from '../point-state.ts';
import type { StageFacts } from '../stage-state.ts';
import type { CaseState, Involvement } from '../state.ts';
import type { StageTimeline } from '../timeline.ts';

/** The state with facts of one stage's timeline changed. */
export function withStageTimeline(state: CaseState, stage: Stage, facts: Partial<StageTimeline>): CaseState {
  const { timeline } = state;
  return stage === 1
    ? { ...state, timeline: { ...timeline, stage1: { ...timeline.stage1, ...facts } } }
    : { ...state, timeline: { ...timeline, stage2: { ...timeline.stage2, ...facts } } };
}

/** The state with facts of one stage changed. */
export function withStage(state: CaseState, stage: Stage, facts: Partial<StageFacts>): CaseState {
  const changed = { ...state.stages[stage], ...facts };
  return { ...state, stages: stage === 1 ? { ...state.stages, 1: changed } : { ...state.stages, 2: changed } };
}

/** The state with one point changed; an unknown point changes nothing. */
export function withPoint(state: CaseState, pointId: string, change: (point: Point) => Point): CaseState {
  return { ...state, points: state.points.map(point => (point.pointId === pointId ? change(point) : point)) };
}

/** The list with those things changed that match. */
export function changed<T>(list: readonly T[], matches: (thing: T) => boolean, change: Partial<T>): T[] {
  return list.map(thing => (matches(thing) ? { ...thing, ...change } : thing));
}

/** The state with somebody's part in a stage remembered once: independence is judged from this (R30). */
export function withInvolvement(state: CaseState, personId: PersonId, stage: Stage, as: Involvement['as']): CaseState {
  const known = state.involved.some(part => part.personId === personId && part.stage === stage && part.as === as);
  return known ? state : { ...state, involved: [...state.involved, { personId, stage, as }] };
}

export function timelineOf(state: CaseState, stage: Stage): StageTimeline {
  return stage === 1 ? state.timeline.stage1 : state.timeline.stage2;
}

/** The case with what was not done of somebody's needs, where anything was not. */
export function withDeparture(
  state: CaseState,
  on: LocalDate,
  what: CaseState['departures'][number]['what'],
  departure: Departure | undefined,
): CaseState {
  if (departure === undefined) return state;
  return { ...state, departures: [...state.departures, { ...departure, on, what }] };
}
