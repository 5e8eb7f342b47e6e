/** The dates a letter quotes: read from the obligations as they will stand once it is handed over today, never computed here. */
import type { LocalDate } from '../domain/calendar/dates.ts';
import { BeyondCalendar, withinCalendar } from '../domain/calendar/working-days.ts';
import { caseWindow } from '../domain/complaint/escalation-window.ts';
import type { ComplaintEvent, HandedOver, Stage } from '../domain/complaint/events.ts';
import { evolve } from '../domain/complaint/evolve.ts';
import { isOpen, type Obligation, workingDate } from '../domain/complaint/obligation.ts';
import type { ObligationContext } from '../domain/complaint/obligation-context.ts';
import { obligations } from '../domain/complaint/obligations.ts';
import type { CaseState } from '../domain/complaint/state.ts';
import type { LetterDates } from '../domain/letters/letter-input.ts';
import type { LetterKind } from '../domain/policy/letter-rules.ts';

export type LetterOn = {
  kind: LetterKind;
  stage: Stage;
  /** The way it will go, on which the window to escalate may depend. */
  how: HandedOver;
  /** Extension notices: which extension; the latest of the stage where it is null. */
  extensionId: string | null;
};

/** The letter's dates if it is handed over today. Empty where the calendar does not reach: the letter says what it lacks. */
export function letterDates(
  state: CaseState,
  context: ObligationContext,
  letter: LetterOn,
  today: LocalDate,
): LetterDates {
  const { kind, stage } = letter;
  const latest = kind === 'extension' ? (state.stages[stage].extensions.at(-1)?.extensionId ?? null) : null;
  const exact = { ...letter, extensionId: letter.extensionId ?? latest };
  const dates = withinCalendar(() => datesOf(state, context, exact, today));
  return dates instanceof BeyondCalendar ? {} : dates;
}

function datesOf(state: CaseState, context: ObligationContext, letter: LetterOn, today: LocalDate): LetterDates {
  const { kind, stage } = letter;
  const after = asIfSent(state, letter, today);
  const owed = obligations(after, context);
  return {
    ...answerDate(kind, stage, owed),
    ...(kind === 'extension' ? extensionDates(state, context, letter, owed) : {}),
    ...(kind === 'response' && stage === 1
      ? { ...named('escalationCloses', caseWindow(after, context)?.closesOn) }
      : {}),
    ...named('nextUpdateOn', nextUpdate(owed, stage)),
  };
}

/** The case as it will be when this letter has gone. */
function asIfSent(state: CaseState, { kind, stage, how, extensionId }: LetterOn, today: LocalDate): CaseState {
  const letterId = 'this letter';
  const about = { letterId, kind, stage, extensionId, dated: today, quotesDate: null, supersedes: null };
  const made = { sha256: '', renderer: '', packHash: '', to: '', contents: [], signedBy: '' };
  const sent = { letterId, how, dateProof: 'system', evidence: null } as const;
  const events: ComplaintEvent[] = [
    { type: 'LetterIssued', schema: 1, occurredOn: today, body: { ...about, ...made } },
    { type: 'LetterSent', schema: 1, occurredOn: today, body: sent },
  ];
  return events.reduce(evolve, state);
}

/** When the answer is to be expected: the earlier of its date and the long-stop (R5); before it, stage 1's (R41). */
function answerDate(kind: LetterKind, stage: Stage, owed: readonly Obligation[]): LetterDates {
  if (kind !== 'acknowledgement' && kind !== 'update') return {};
  const answers = owed.filter(one => one.kind === 'respond' && isOpen(one));
  const own = answers.find(one => one.stage === stage) ?? answers.find(one => one.stage === 1);
  return own === undefined ? {} : named('targetDate', workingDate(own));
}

/** A notice that moves nothing, being late or not agreed to, still says when to expect the answer (R9). */
function extensionDates(
  state: CaseState,
  context: ObligationContext,
  { stage, extensionId }: LetterOn,
  owed: readonly Obligation[],
): LetterDates {
  const extension = state.stages[stage].extensions.find(one => one.extensionId === extensionId);
  const isAnswer = (one: Obligation): boolean => one.kind === 'respond' && one.stage === stage;
  const before = obligations(state, context).find(isAnswer);
  const after = owed.find(isAnswer);
  if (extension === undefined || before === undefined || after === undefined) return {};
  const moved = after.dueOn === extension.newDueOn;
  return {
    ...named('oldDueOn', workingDate(before)),
    ...named('newDueOn', moved ? workingDate(after) : extension.newDueOn),
  };
}

function nextUpdate(owed: readonly Obligation[], stage: Stage): LocalDate | null {
  const updates = owed.filter(one => one.kind === 'update' && one.stage === stage && isOpen(one));
  return updates.at(-1)?.dueOn ?? null;
}

function named<K extends keyof LetterDates>(
  name: K,
  date: LocalDate | null | undefined,
): Pick<LetterDates, K> | object {
  return date === null || date === undefined ? {} : { [name]: date };
}
