/** A point of the complaint, what was decided on it, and what was promised for it. */
import type { LocalDate } from '../calendar/dates.ts';
import type {
  ActionOwner,
  DecidedFinding,
  PersonId,
  PointId,
  RemedyKind,
  Responsibility,
  Stage,
  TextRef,
} from './events.ts';

export type Decision = {
  stage: Stage;
  finding: DecidedFinding;
  reasons: TextRef;
  reliedOn: TextRef;
  by: PersonId;
  on: LocalDate;
};

export type Point = {
  pointId: PointId;
  number: number;
  text: TextRef;
  responsibility: Responsibility;
  responsibleBody: TextRef | null;
  addedOn: LocalDate;
  /** The stage at which it became part of the complaint. */
  joinedStage: Stage;
  decisions: { 1: Decision | null; 2: Decision | null };
  /** Set when the point ended without an answer of its own. */
  ended: {
    how: 'excluded' | 'withdrawn' | 'moved';
    stage: Stage;
    reasons: TextRef | null;
    groundId: string | null;
    toCaseId: string | null;
  } | null;
  suspended: boolean;
  /** Stage 2 only: not pursued, so the stage 1 answer stands (R40). */
  notPursued: boolean;
};

export type Remedy = {
  remedyId: string;
  stage: Stage;
  pointId: PointId | null;
  kind: RemedyKind;
  pence: number | null;
  what: TextRef;
};

export type Action = {
  actionId: string;
  stage: Stage;
  pointId: PointId | null;
  owner: ActionOwner;
  what: TextRef;
  promisedOn: LocalDate;
  /** Every date it has had, first to last; empty while only `dateGivenBy` is promised (R53). */
  dates: readonly LocalDate[];
  dateGivenBy: LocalDate | null;
  /** When it got its first date. */
  datedOn: LocalDate | null;
  doneOn: LocalDate | null;
  residentToldOn: LocalDate | null;
};
