/** What is owed beside the stages: dangers, procedures to ask about, unclear messages, enquiries, withdrawals to confirm. */
import { addHours, londonDateOf, londonInstant } from '../../calendar/dates.ts';
import { type DutyTime, dutyTime } from '../../policy/duty-times.ts';
import { saySpan } from '../clock-rules.ts';
import { CHASE_QUESTION, type Danger, type Withdrawal } from '../duty-state.ts';
import type { Obligation } from '../obligation.ts';
import type { ObligationContext } from '../obligation-context.ts';
import { plus } from '../span-dates.ts';
import type { CaseState } from '../state.ts';
import { newObligation } from './shape.ts';

export function dutyObligations(state: CaseState, context: ObligationContext): Obligation[] {
  return [
    ...state.dangers.map(danger => toMakeSafe(danger, dutyTime('make-safe', context))),
    ...chases(state, context),
    ...unclear(state, context),
    ...forwarded(state),
    ...enquiries(state, context),
    ...state.withdrawals.map((one, index) => confirmation(state, one, index + 1, context)),
  ];
}

/** Who looks after dangers at any hour: the queue of those whom the policy has on call (R13). */
export const ON_CALL = 'on-call';

/** Due at a moment, by elapsed hours (R13). It does not end with the complaint. */
function toMakeSafe({ dangerId, at, settled }: Danger, time: DutyTime): Obligation {
  const dueAt = time.unit === 'hours' ? addHours(at, time.value) : londonInstant(londonDateOf(at), '23:59');
  return newObligation({
    id: `make-safe-${dangerId}`,
    kind: 'make-safe',
    stage: null,
    owner: { personId: null, team: ON_CALL },
    dueOn: londonDateOf(dueAt),
    dueAt,
    from: { event: 'danger-reported', on: londonDateOf(at) },
    rule: `a danger is made safe within ${saySpan(time)} of our knowing of it`,
    clause: time.clause,
    dischargedOn: settled === null ? null : londonDateOf(settled.at),
    ...(settled === null ? {} : { dischargedAt: settled.at }),
  });
}

/** The day promised at the refusal for asking how the other procedure ended (MGL-06). */
function chases(state: CaseState, { policy }: ObligationContext): Obligation[] {
  const ground = policy.exclusions.find(one => one.questions.some(question => question.id === CHASE_QUESTION));
  return state.chases.map(({ chaseId, dueOn, since, ended }) =>
    newObligation({
      id: `ask-after-review-${chaseId}`,
      kind: 'ask-after-review',
      stage: 1,
      owner: { personId: state.stages[1].handlerId, team: 'complaints' },
      startsOn: dueOn,
      dueOn,
      from: { event: 'sent-elsewhere', on: since },
      rule: 'whoever was sent to another procedure first is asked how it ended; if still dissatisfied, it is a complaint',
      clause: ground?.clause ?? policy.refusalLetter.clause,
      dischargedOn: ended === null || ended.answer === 'overtaken' ? null : ended.on,
      lapsedOn: ended?.answer === 'overtaken' ? ended.on : null,
    }),
  );
}

/** "Thanks, but it still leaks": asked about while it is fresh (R43). */
function unclear(state: CaseState, context: ObligationContext): Obligation[] {
  const time = dutyTime('ask-what-was-meant', context);
  const { startedOn } = state.timeline.stage2;
  return state.messages.map(({ messageId, on, settled }) =>
    newObligation({
      id: `ask-what-was-meant-${messageId}`,
      kind: 'ask-what-was-meant',
      stage: null,
      owner: { personId: state.stages[1].handlerId, team: 'complaints' },
      dueOn: plus(on, time, context.calendar),
      from: { event: 'message-received', on },
      rule: `an unclear message after the answer is asked about within ${saySpan(time)}; if it asked for stage 2, that counts from it`,
      clause: time.clause,
      dischargedOn: settled?.on ?? null,
      lapsedOn: settled === null && startedOn !== null && startedOn <= on ? startedOn : null,
    }),
  );
}

/** A date of the Ombudsman's own for a request that it passed on (R43). */
function forwarded(state: CaseState): Obligation[] {
  const { respondedOn, refusedOn } = state.timeline.stage2;
  return state.escalations.flatMap(({ deadline, letterOn, on }, index) =>
    deadline === undefined || deadline === null
      ? []
      : newObligation({
          id: `meet-forwarding-${index + 1}`,
          kind: 'meet-direction',
          stage: 2,
          owner: { personId: state.stages[2].handlerId, team: 'complaints' },
          dueOn: deadline,
          from: { event: 'forwarded-by-ombudsman', on: letterOn ?? on },
          rule: 'the Ombudsman’s own date for the stage 2 answer',
          clause: 'R43',
          basis: 'code',
          dischargedOn: respondedOn,
          lapsedOn: respondedOn === null ? (refusedOn ?? state.timeline.withdrawnOn) : null,
        }),
  );
}

/** Owed to who asked, beside what is owed to the resident (R22). */
function enquiries(state: CaseState, context: ObligationContext): Obligation[] {
  const time = dutyTime('reply-to-enquiry', context);
  return state.enquiries.map(({ enquiryId, on, dueOn, answered }) =>
    newObligation({
      id: `reply-to-enquiry-${enquiryId}`,
      kind: 'reply-to-enquiry',
      stage: null,
      owner: { personId: state.stages[1].handlerId, team: 'complaints' },
      dueOn: dueOn ?? plus(on, time, context.calendar),
      from: { event: 'enquiry-received', on },
      rule:
        dueOn === null
          ? `an MP or councillor is answered within ${saySpan(time)}`
          : 'the date they asked for an answer by',
      clause: time.clause,
      dischargedOn: answered?.on ?? null,
    }),
  );
}

/** Told in writing that we have stopped, and that they can take it up again (R65). */
function confirmation(
  state: CaseState,
  { on, revivedOn }: Withdrawal,
  number: number,
  context: ObligationContext,
): Obligation {
  const time = dutyTime('confirm-withdrawal', context);
  const letter = state.letters.find(
    one => one.kind === 'withdrawal-confirmed' && one.sent !== null && one.returned === null && one.sent.on >= on,
  );
  const sentOn = letter?.sent?.on ?? null;
  const dischargedOn = sentOn !== null && (revivedOn === null || sentOn <= revivedOn) ? sentOn : null;
  return newObligation({
    id: `confirm-withdrawal-${number}`,
    kind: 'confirm-withdrawal',
    stage: state.timeline.stage2.startedOn === null ? 1 : 2,
    owner: { personId: state.stages[1].handlerId, team: 'complaints' },
    dueOn: plus(on, time, context.calendar),
    from: { event: 'withdrawn', on },
    rule: `a withdrawal is confirmed in writing within ${saySpan(time)}`,
    clause: time.clause,
    dischargedOn,
    lapsedOn: dischargedOn === null ? revivedOn : null,
  });
}
