/** Dangers made safe (R13), other procedures that ended (MGL-06), unclear messages (R43), enquiries of MPs and councillors (R22). */
import { londonDateOf } from '../../calendar/dates.ts';
import type { CommandOf } from '../commands.ts';
import type { Act, Acts } from '../deciding.ts';
import type { Chase } from '../duty-state.ts';
import { type Refusal, refuse } from '../refusals.ts';
import type { CaseState } from '../state.ts';
import { escalationActs } from './escalation.ts';
import { fact, unless } from './facts.ts';
import { notBefore, notInFuture, statedDay } from './guards.ts';

/** Open whatever became of the complaint: a danger is not withdrawn with it. */
const settleDanger: Act<CommandOf<'SettleDanger'>> = {
  allowed: (state, _deciding, { dangerId }) =>
    openOf(state.dangers, one => one.settled === null && (dangerId === undefined || one.dangerId === dangerId)),
  decide({ dangerId, outcome, at, note }, state, deciding) {
    const on = londonDateOf(at);
    const reported = state.dangers.find(one => one.dangerId === dangerId);
    const what = 'The day it was settled';
    const refusal =
      notInFuture(what, on, deciding) ??
      notBefore(what, on, 'the danger was reported', reported === undefined ? null : londonDateOf(reported.at));
    const by = deciding.actor.personId;
    return unless(refusal, () => [fact('DangerSettled', on, { dangerId, outcome, at, note, by })]);
  },
};

function openOf<T>(list: readonly T[], isOpen: (one: T) => boolean): Refusal | null {
  return list.some(isOpen) ? null : refuse('nothing-of-the-kind-open', {});
}

const recordReviewOutcome: Act<CommandOf<'RecordReviewOutcome'>> = {
  allowed: (state, _deciding, { chaseId }) =>
    openOf(state.chases, one => one.ended === null && (chaseId === undefined || one.chaseId === chaseId)),
  decide({ chaseId, on, answer, nextOn, words, becomes }, state, deciding) {
    const chase = state.chases.find(one => one.chaseId === chaseId);
    const what = 'The day they were asked';
    const refusal =
      notInFuture(what, on, deciding) ??
      notBefore(what, on, 'they were sent elsewhere', chase?.since ?? null) ??
      (answer === 'not-ended' && (nextOn === null || nextOn <= on) ? refuse('next-asking-needed', { on }) : null) ??
      (answer === 'still-dissatisfied' && becomes === undefined ? answeredMeanwhile(chase, state) : null);
    const by = deciding.actor.personId;
    const next = answer === 'not-ended' ? nextOn : null;
    const linked =
      becomes === undefined ? [] : [fact('CaseLinked', deciding.today, { otherCaseId: becomes, why: 'split-to' })];
    return unless(refusal, () => [
      fact('ReviewOutcomeRecorded', on, { chaseId, answer, nextOn: next, words, by }),
      ...linked,
    ]);
  },
};

/** A point of an answered stage cannot join it any more: it becomes a complaint of its own (R44). */
function answeredMeanwhile(chase: Chase | undefined, { timeline }: CaseState): Refusal | null {
  const { respondedOn } = timeline.stage1;
  if (respondedOn === null || chase === undefined || chase.pointId === null) return null;
  return refuse('review-point-answered', { on: respondedOn });
}

/** After the answer, and while nothing has been asked for: before it a message is a word about the complaint, after it part of stage 2. */
const recordMessage: Act<CommandOf<'RecordMessage'>> = {
  allowed(state) {
    const { stage1, stage2 } = state.timeline;
    if (stage2.startedOn !== null && stage2.refusedOn === null) return refuse('message-in-stage-2', {});
    return stage1.respondedOn === null ? refuse('message-before-answer', {}) : null;
  },
  decide({ messageId, on, channel, words }, state, deciding) {
    const what = 'The day of the message';
    const refusal =
      statedDay(what, on, state, deciding) ??
      notBefore(what, on, 'the stage 1 answer was sent', state.timeline.stage1.respondedOn) ??
      notOneOf(channel, deciding.policy.channels);
    const by = deciding.actor.personId;
    return unless(refusal, () => [fact('MessageReceived', on, { messageId, channel, words, by })]);
  },
};

function notOneOf(channel: string, channels: readonly { id: string }[]): Refusal | null {
  if (channels.some(one => one.id === channel)) return null;
  return refuse('not-in-policy', { what: 'way of telling us', value: channel });
}

/** If it did ask for stage 2, that counts from the day of the message, not from the day we understood it (R43). */
const settleMessage: Act<CommandOf<'SettleMessage'>> = {
  allowed: (state, _deciding, { messageId }) =>
    openOf(state.messages, one => one.settled === null && (messageId === undefined || one.messageId === messageId)),
  decide({ messageId, on, escalation, note }, state, deciding) {
    const message = state.messages.find(one => one.messageId === messageId);
    const what = 'The day it became clear';
    const by = deciding.actor.personId;
    const refusal = notInFuture(what, on, deciding) ?? notBefore(what, on, 'the message', message?.on ?? null);
    const settled = fact('MessageSettled', on, { messageId, escalation, note, by });
    if (refusal !== null || message === undefined || !escalation) return unless(refusal, () => [settled]);
    const { channel, words } = message;
    const request = {
      type: 'RequestEscalation',
      on: message.on,
      channel,
      points: 'all',
      words,
      forwardedBy: 'resident',
    } as const;
    const { RequestEscalation: ask } = escalationActs;
    const closed = ask.allowed(state, deciding, request);
    const asked = closed === null ? ask.decide(request, state, deciding) : { refusal: closed };
    return 'refusal' in asked ? asked : { events: [settled, ...asked.events] };
  },
};

/** They need no signed form to ask, and what they are answered discharges nothing that is owed to the resident (R22). */
const recordEnquiry: Act<CommandOf<'RecordEnquiry'>> = {
  allowed: () => null,
  decide({ enquiryId, on, from, personId, question, dueOn }, _state, deciding) {
    const what = 'The day of the enquiry';
    const refusal =
      notInFuture(what, on, deciding) ??
      (dueOn !== null ? notBefore('The date they ask for', dueOn, 'the enquiry', on) : null);
    const by = deciding.actor.personId;
    return unless(refusal, () => [fact('EnquiryReceived', on, { enquiryId, from, personId, question, dueOn, by })]);
  },
};

const answerEnquiry: Act<CommandOf<'AnswerEnquiry'>> = {
  allowed: (state, _deciding, { enquiryId }) =>
    openOf(state.enquiries, one => one.answered === null && (enquiryId === undefined || one.enquiryId === enquiryId)),
  decide({ enquiryId, on, how, reply, copy }, state, deciding) {
    const enquiry = state.enquiries.find(one => one.enquiryId === enquiryId);
    const what = 'The day the reply went';
    const refusal = notInFuture(what, on, deciding) ?? notBefore(what, on, 'the enquiry', enquiry?.on ?? null);
    const by = deciding.actor.personId;
    return unless(refusal, () => [fact('EnquiryAnswered', on, { enquiryId, how, reply, copy, by })]);
  },
};

export const dutyActs: Acts<
  'SettleDanger' | 'RecordReviewOutcome' | 'RecordMessage' | 'SettleMessage' | 'RecordEnquiry' | 'AnswerEnquiry'
> = {
  SettleDanger: settleDanger,
  RecordReviewOutcome: recordReviewOutcome,
  RecordMessage: recordMessage,
  SettleMessage: settleMessage,
  RecordEnquiry: recordEnquiry,
  AnswerEnquiry: answerEnquiry,
};
