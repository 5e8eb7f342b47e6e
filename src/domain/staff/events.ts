/**
 * What can have happened to somebody who works here, as far as complaints need to know it: being away, training, reading the policy,
 * and work that went from them to others. A stream each, whose id is the person's. Past tense, never edited, and without words of
 * anybody: nobody's health is in it, only from when to when they are away.
 */
import type { LocalDate } from '../calendar/dates.ts';
import type { PersonId, Stage, TextRef } from '../complaint/events.ts';

export const absenceKinds = ['planned', 'unplanned'] as const;
/** Why somebody is away is not recorded; only whether it was known before. */
export type AbsenceKind = (typeof absenceKinds)[number];

/** One thing that somebody held: a stage of a complaint, a promise or a question of one, or a record of dissatisfaction. */
export type HeldThing =
  | { kind: 'complaint'; caseId: string; stage: Stage }
  | { kind: 'promise'; caseId: string; actionId: string }
  | { kind: 'question'; caseId: string; requestId: string }
  | { kind: 'record'; recordId: string };

type Fact<T extends string, B> = { type: T; schema: 1; occurredOn: LocalDate; body: B };

export type StaffEvent =
  | Fact<
      'AbsenceRecorded',
      {
        absenceId: string;
        kind: AbsenceKind;
        from: LocalDate;
        /** The last day; null while it is not known. */
        to: LocalDate | null;
        coverId: PersonId | null;
        by: PersonId;
      }
    >
  | Fact<'AbsenceChanged', { absenceId: string; to: LocalDate | null; coverId: PersonId | null; by: PersonId }>
  /** Back at work on `occurredOn`; an absence that had not begun is called off. */
  | Fact<'AbsenceEnded', { absenceId: string; by: PersonId }>
  | Fact<
      'TrainingRecorded',
      { trainingId: string; on: LocalDate; expiresOn: LocalDate | null; evidence: TextRef; by: PersonId }
    >
  | Fact<'PolicyConfirmed', { policyId: string; version: string; packHash: string }>
  | Fact<
      'WorkHandedOver',
      {
        handOverId: string;
        reason: TextRef;
        moved: { thing: HeldThing; to: PersonId }[];
        /** What could not go, and why, for a decision (R69). */
        stayed: { thing: HeldThing; because: string; clause: string | null }[];
        by: PersonId;
      }
    >;

export type StaffEventType = StaffEvent['type'];

const types: Record<StaffEventType, true> = {
  AbsenceRecorded: true,
  AbsenceChanged: true,
  AbsenceEnded: true,
  TrainingRecorded: true,
  PolicyConfirmed: true,
  WorkHandedOver: true,
};

/** Every type of event there is of somebody who works here. */
export const staffEventTypes = Object.keys(types) as StaffEventType[];

/** Whether a stream that begins with such an event is that of somebody who works here. */
export function isStaffEvent(type: string): type is StaffEventType {
  return type in types;
}
