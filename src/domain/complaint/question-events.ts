/** Questions to colleagues and to people without an account here: asked, answered, passed back, chased, ended (MAG-10, MGL-52). */
import type { LocalDate } from '../calendar/dates.ts';
import type { Does } from './commands.ts';
import type { Fact, PersonId, Stage, TextRef } from './events.ts';

/** Somebody without an account: their name, where to write to them, and whom they work for. */
export type Outsider = { name: TextRef; email: TextRef; organisation: TextRef };

/** What they are told of the complaint besides its number and the question: nothing, unless with a reason (MAG-11). */
export type Told = { name: boolean; address: boolean; reason: TextRef | null };

export const CHASED_HOW = ['phone', 'email', 'in-person'] as const;
export type ChasedHow = (typeof CHASED_HOW)[number];

/** How a question ends without an answer: taken back, or what was asked for is not to be had. */
export type QuestionEnd = 'withdrawn' | 'not-available';

type Question = { requestId: string; stage: Stage; serviceArea: string; dueOn: LocalDate; question: TextRef };

type OfColleague = Question & {
  of: PersonId;
  /** Files of the complaint that they are shown with it. */
  files?: string[];
  /** The question that was passed back and is asked of somebody else with this one. */
  insteadOf?: string | null;
};

type OfOutsider = Question & { outsider: Outsider; told: Told; files: string[]; insteadOf: string | null };

export type QuestionEvent =
  | Fact<'InformationAsked', OfColleague & { by?: PersonId }>
  | Fact<'OutsiderAsked', OfOutsider & { by: PersonId }>
  /** A link that opens this question alone. Its token is nowhere: its hash lies beside the log. */
  | Fact<'QuestionLinkMade', { requestId: string; until: LocalDate; by: PersonId }>
  /** `by` is the question's own id where it was answered from its link. */
  | Fact<'InformationGiven', { requestId: string; answer: TextRef; by: PersonId }>
  | Fact<'LongerNeeded', { requestId: string; until: LocalDate; reason: TextRef; by: PersonId }>
  | Fact<'QuestionPassedBack', { requestId: string; reason: TextRef; by: PersonId }>
  | Fact<'QuestionChased', { requestId: string; how: ChasedHow; note: TextRef; by: PersonId }>
  | Fact<'QuestionEnded', { requestId: string; how: QuestionEnd; reason: TextRef; by: PersonId }>;

export type QuestionCommand =
  | Does<'AskInformation', OfColleague>
  | Does<'AskOutsider', OfOutsider>
  | Does<'MakeQuestionLink', { requestId: string }>
  | Does<'GiveInformation', { requestId: string; answer: TextRef }>
  | Does<'NeedLonger', { requestId: string; until: LocalDate; reason: TextRef }>
  | Does<'PassBackQuestion', { requestId: string; reason: TextRef }>
  | Does<'ChaseQuestion', { requestId: string; on: LocalDate; how: ChasedHow; note: TextRef }>
  | Does<'EndQuestion', { requestId: string; how: QuestionEnd; reason: TextRef }>;

/** A question as the complaint knows it. It is of a colleague, or of an outsider. */
export type InformationRequest = Question & {
  of: PersonId | null;
  outsider: Outsider | null;
  /** Who asked; null in records from before that was kept. */
  by: PersonId | null;
  told: Told;
  files: readonly string[];
  insteadOf: string | null;
  askedOn: LocalDate;
  /** The last day on which its newest link opens it. */
  linkUntil: LocalDate | null;
  /** What they last said of needing longer: it moves no date (R14). */
  longer: { until: LocalDate; reason: TextRef; on: LocalDate } | null;
  chases: readonly { on: LocalDate; how: ChasedHow; note: TextRef; by: PersonId }[];
  passedBack: { on: LocalDate; reason: TextRef } | null;
  ended: { on: LocalDate; how: QuestionEnd; reason: TextRef } | null;
  answeredOn: LocalDate | null;
  answer: TextRef | null;
};

/** Whether somebody still has to answer it. */
export function isAwaited({ answeredOn, passedBack, ended }: InformationRequest): boolean {
  return answeredOn === null && passedBack === null && ended === null;
}
