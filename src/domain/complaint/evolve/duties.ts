import { isLocalDate, type LocalDate } from '../../calendar/dates.ts';
import { CHASE_QUESTION, type Chase } from '../duty-state.ts';
import type { EventOf, PointId } from '../events.ts';
import type { CaseState } from '../state.ts';
import { lettersAstray } from './letters.ts';
import { changed, withPoint, withStageTimeline } from './parts.ts';

export const evolveDuties = {
  DangerReported(state: CaseState, { body }: EventOf<'DangerReported'>): CaseState {
    const { dangerId, at } = body;
    return { ...state, dangers: [...state.dangers, { dangerId, at, settled: null }] };
  },

  DangerSettled(state: CaseState, { body }: EventOf<'DangerSettled'>): CaseState {
    const { dangerId, outcome, at } = body;
    return {
      ...state,
      dangers: changed(state.dangers, one => one.dangerId === dangerId, { settled: { outcome, at } }),
    };
  },

  ReviewOutcomeRecorded(state: CaseState, { occurredOn, body }: EventOf<'ReviewOutcomeRecorded'>): CaseState {
    const { chaseId, answer, nextOn } = body;
    const chase = state.chases.find(one => one.chaseId === chaseId);
    const ended = { ended: { on: occurredOn, answer } };
    const asked = { ...state, chases: changed(state.chases, one => one.chaseId === chaseId, ended) };
    if (chase === undefined) return asked;
    if (answer === 'not-ended' && nextOn !== null) return withChase(asked, nextOn, occurredOn, chase.pointId);
    return answer === 'still-dissatisfied' ? takenUp(asked, chase, occurredOn) : asked;
  },

  MessageReceived(state: CaseState, { occurredOn, body }: EventOf<'MessageReceived'>): CaseState {
    const { messageId, channel, words } = body;
    return { ...state, messages: [...state.messages, { messageId, channel, words, on: occurredOn, settled: null }] };
  },

  MessageSettled(state: CaseState, { occurredOn, body }: EventOf<'MessageSettled'>): CaseState {
    const settled = { on: occurredOn, escalation: body.escalation };
    return { ...state, messages: changed(state.messages, one => one.messageId === body.messageId, { settled }) };
  },

  EnquiryReceived(state: CaseState, { occurredOn, body }: EventOf<'EnquiryReceived'>): CaseState {
    const { by: _by, ...enquiry } = body;
    return { ...state, enquiries: [...state.enquiries, { ...enquiry, on: occurredOn, answered: null }] };
  },

  RecordCorrected(state: CaseState, { occurredOn: on, body }: EventOf<'RecordCorrected'>): CaseState {
    const { correction } = body;
    switch (correction.kind) {
      case 'wrong-person': {
        const { complainantId: before } = state;
        const told = correction.lettersAstray && before !== null ? lettersAstray(state, before, on) : state;
        return { ...told, complainantId: correction.personId };
      }
      case 'misfiled-document':
        return { ...state, misfiled: [...state.misfiled, correction.entry] };
      case 'duplicate':
        return { ...state, voided: { on, why: 'duplicate', otherCaseId: correction.otherCaseId } };
      default:
        return { ...state, voided: { on, why: 'logged-in-error', otherCaseId: null } };
    }
  },

  EnquiryAnswered(state: CaseState, { occurredOn, body }: EventOf<'EnquiryAnswered'>): CaseState {
    const { enquiryId, how, reply, copy } = body;
    const answered = { on: occurredOn, how, reply, copy };
    return { ...state, enquiries: changed(state.enquiries, one => one.enquiryId === enquiryId, { answered }) };
  },
};

/** The complaint, or the point, is taken up as of that day; the day it was first received stays on record (R20). */
function takenUp(state: CaseState, { pointId }: Chase, on: LocalDate): CaseState {
  if (pointId !== null)
    return state.timeline.stage1.respondedOn === null
      ? withPoint(state, pointId, point => ({ ...point, ended: null }))
      : state;
  const from = { restartedOn: on, refusedOn: null, refusalSentOn: null, acknowledgedOn: null };
  return { ...withStageTimeline(state, 1, from), refusal: null };
}

/** A refusal on a ground that sends people to another procedure names the day on which they are asked how it ended (MGL-06). */
export function chasedFrom(
  state: CaseState,
  answers: Readonly<Record<string, string>>,
  since: LocalDate,
  pointId: PointId | null,
): CaseState {
  const dueOn = answers[CHASE_QUESTION];
  return dueOn === undefined || !isLocalDate(dueOn) ? state : withChase(state, dueOn, since, pointId);
}

/** One more day on which to ask. */
function withChase(state: CaseState, dueOn: LocalDate, since: LocalDate, pointId: PointId | null): CaseState {
  const chaseId = `chase-${state.chases.length + 1}`;
  return { ...state, chases: [...state.chases, { chaseId, dueOn, since, pointId, ended: null }] };
}
