/** What to do next on a case and why, in the order of the dates: read from what is owed, never kept anywhere. */

import type { CommandType } from './commands.ts';
import { whyNot } from './decide.ts';
import type { Deciding } from './deciding.ts';
import { sayObligation } from './in-words.ts';
import type { NextStep, Step } from './next-step.ts';
import { otherSteps } from './next-steps/beside.ts';
import { stepsFor } from './next-steps/owed.ts';
import { isOpen, type Obligation, workingDate } from './obligation.ts';
import { obligations } from './obligations.ts';
import type { Refusal } from './refusals.ts';
import type { CaseState } from './state.ts';

/** A danger first, then what the rest waits for, then what is owed, soonest first. Throws `BeyondCalendar`. */
export function nextSteps(state: CaseState, deciding: Deciding): NextStep[] {
  const owed = obligations(state, deciding)
    .filter(one => isOpen(one) && (one.startsOn === null || one.startsOn <= deciding.today))
    .toSorted((a, b) => order(a).localeCompare(order(b)));
  const steps = (obligation: Obligation): NextStep[] =>
    stepsFor(obligation, state, deciding).map(step => {
      const why = `${sayObligation(obligation)}: ${obligation.rule}. ${step.why}`.trim();
      return finished({ ...step, why }, obligation, state, deciding);
    });
  const found: NextStep[] = [
    ...owed.filter(isDanger).flatMap(steps),
    ...otherSteps(state, deciding).map(step => finished(step, null, state, deciding)),
    ...owed.flatMap(steps),
  ];
  return found.filter((step, index) => found.findIndex(other => sameStep(other, step)) === index);
}

function finished(step: Step, obligation: Obligation | null, state: CaseState, deciding: Deciding): NextStep {
  const dueOn = obligation === null ? null : workingDate(obligation);
  return { ...step, obligationId: obligation?.id ?? null, dueOn, closed: closedNow(step, state, deciding) };
}

function closedNow({ act, stage, letter, about }: Step, state: CaseState, deciding: Deciding): Refusal | null {
  const known = {
    ...(stage === null ? {} : { stage }),
    ...(letter === null ? {} : { kind: letter }),
    ...(about === null ? {} : aboutWhat(act, about)),
  };
  return whyNot(act, state, deciding, known);
}

function aboutWhat(act: CommandType, id: string): Record<string, string> {
  if (act === 'DecidePoint') return { pointId: id };
  if (act === 'GiveInformation' || act === 'ChaseQuestion' || act === 'EndQuestion') return { requestId: id };
  if (act === 'CompleteAction' || act === 'MoveAction') return { actionId: id };
  if (act === 'SendLetter' || act === 'CloseDataIncident') return { letterId: id };
  if (act === 'SettleDanger') return { dangerId: id };
  if (act === 'RecordReviewOutcome') return { chaseId: id };
  if (act === 'SettleMessage') return { messageId: id };
  if (act === 'AnswerEnquiry') return { enquiryId: id };
  return act === 'IssueLetter' ? { extensionId: id } : {};
}

function sameStep(a: Step, b: Step): boolean {
  return a.act === b.act && a.stage === b.stage && a.letter === b.letter && a.about === b.about;
}

/** To be made safe by the hour: no date of the complaint goes before it (R13). */
export function isDanger({ kind }: Pick<Obligation, 'kind'>): boolean {
  return kind === 'make-safe';
}

function order(obligation: Obligation): string {
  return `${workingDate(obligation) ?? '9999'} ${obligation.id}`;
}
