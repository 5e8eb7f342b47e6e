/** Somebody who works here as their events make them: when they are away, what they were trained in, what they have read. */
import { addDays, type LocalDate } from '../calendar/dates.ts';
import type { PersonId } from '../complaint/events.ts';
import type { Absence } from './absence.ts';
import type { StaffEvent } from './events.ts';
import type { TrainingHeld } from './training.ts';

export type StaffRecord = {
  version: number;
  /** By the day they begin; what was called off leaves nothing here. */
  absences: readonly Absence[];
  /** The latest of each kind. */
  training: readonly TrainingHeld[];
  confirmed: readonly { policyId: string; version: string; on: LocalDate }[];
  handOvers: readonly HandOver[];
};

type HandedOver = Extract<StaffEvent, { type: 'WorkHandedOver' }>['body'];
export type HandOver = Omit<HandedOver, 'by'> & { by: PersonId; on: LocalDate };

export const noStaffRecord: StaffRecord = { version: 0, absences: [], training: [], confirmed: [], handOvers: [] };

/** The record after one more event. */
export function evolveStaff(record: StaffRecord, event: StaffEvent): StaffRecord {
  return { ...record, ...changeBy(record, event), version: record.version + 1 };
}

/** The record that the events make. */
export function replayStaff(events: readonly StaffEvent[]): StaffRecord {
  return events.reduce(evolveStaff, noStaffRecord);
}

function changeBy(record: StaffRecord, event: StaffEvent): Partial<StaffRecord> {
  const { occurredOn } = event;
  switch (event.type) {
    case 'AbsenceRecorded': {
      const { by: _by, ...absence } = event.body;
      return { absences: inOrder([...record.absences, absence]) };
    }
    case 'AbsenceChanged': {
      const { absenceId, to, coverId } = event.body;
      return { absences: record.absences.map(one => (one.absenceId === absenceId ? { ...one, to, coverId } : one)) };
    }
    case 'AbsenceEnded':
      return { absences: ended(record.absences, event.body.absenceId, occurredOn) };
    case 'TrainingRecorded': {
      const { trainingId, on, expiresOn } = event.body;
      const others = record.training.filter(one => one.trainingId !== trainingId);
      return { training: [...others, { trainingId, on, expiresOn }] };
    }
    case 'PolicyConfirmed': {
      const { policyId, version } = event.body;
      return { confirmed: [...record.confirmed, { policyId, version, on: occurredOn }] };
    }
    case 'WorkHandedOver':
      return { handOvers: [...record.handOvers, { ...event.body, on: occurredOn }] };
  }
}

/** Back on a day: away until the day before. Back before it began, it was called off. */
function ended(absences: readonly Absence[], absenceId: string, backOn: LocalDate): Absence[] {
  return absences.flatMap(one => {
    if (one.absenceId !== absenceId) return one;
    return backOn <= one.from ? [] : { ...one, to: addDays(backOn, -1) };
  });
}

function inOrder(absences: readonly Absence[]): Absence[] {
  return absences.toSorted((a, b) => (a.from < b.from ? -1 : 1));
}
