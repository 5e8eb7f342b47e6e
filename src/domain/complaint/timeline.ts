/**
 * The dates that drive a complaint's clocks, and nothing else: built by `evolve` from events, or by `replay` from a
 * spreadsheet row, and judged by the same `obligations` either way.
 */
import type { LocalDate } from '../calendar/dates.ts';

export type ExtensionFacts = {
  newDueOn: LocalDate;
  /** The day the notice was handed over; null while it has not been (the date does not move until then). */
  noticeSentOn: LocalDate | null;
  /** Whether the notice carried its reason and the Ombudsman's details; `assumed` in past records that do not say (R9). */
  notice: 'complete' | 'incomplete' | 'assumed';
  agreement: 'agreed' | 'refused' | 'not-asked' | 'assumed';
  goodReasonApproved: boolean;
};

export type StageTimeline = {
  /** Stage 1: received. Stage 2: the request. Null: has not happened, or is not known. */
  startedOn: LocalDate | null;
  loggedOn: LocalDate | null;
  /** Handed over or posted (R7), never merely written. */
  acknowledgedOn: LocalDate | null;
  extensions: readonly ExtensionFacts[];
  respondedOn: LocalDate | null;
  responseMethod: 'email' | 'post' | 'both' | null;
  /** The latest corrected or supplementary response: the window counts from it, nothing else does (R45). */
  corrected: { on: LocalDate; method: 'email' | 'post' | 'both' | null } | null;
  /** The response carried everything an acknowledgement must, so sent in its time it discharges both (R8). */
  responseCovers: boolean;
  /** Revived (R65) or accepted by direction (R20): the clocks run from here, the receipt stays what it was. */
  restartedOn: LocalDate | null;
  /** Stage 2: the reply to a request made before the stage 1 answer (R41). */
  earlyReplySentOn: LocalDate | null;
  /** The refusal letter's handing over: it discharges the acknowledgement (R20). */
  refusalSentOn: LocalDate | null;
  /** When a decision not to take it was made; the answer lapses, the letter is still owed. */
  refusedOn: LocalDate | null;
};

export type CaseTimeline = {
  stage1: StageTimeline;
  stage2: StageTimeline;
  withdrawnOn: LocalDate | null;
  /** True for records from elsewhere, where an absent date may be a gap in the record instead of an omission (R8). */
  pastRecord: boolean;
};

const emptyStage: StageTimeline = {
  startedOn: null,
  loggedOn: null,
  acknowledgedOn: null,
  extensions: [],
  respondedOn: null,
  responseMethod: null,
  corrected: null,
  responseCovers: false,
  restartedOn: null,
  earlyReplySentOn: null,
  refusalSentOn: null,
  refusedOn: null,
};

/** A timeline on which nothing has happened yet. */
export function emptyTimeline(pastRecord = false): CaseTimeline {
  return { stage1: emptyStage, stage2: emptyStage, withdrawnOn: null, pastRecord };
}
