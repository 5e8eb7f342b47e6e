import type { EventOf } from '../events.ts';
import type { InformationRequest } from '../question-events.ts';
import type { CaseState } from '../state.ts';
import { changed, withInvolvement } from './parts.ts';

const nothingYet = {
  linkUntil: null,
  longer: null,
  chases: [],
  passedBack: null,
  ended: null,
  answeredOn: null,
  answer: null,
} as const satisfies Partial<InformationRequest>;

const toldNothing = { name: false, address: false, reason: null };

export const evolveQuestions = {
  InformationAsked(state: CaseState, { occurredOn, body }: EventOf<'InformationAsked'>): CaseState {
    const { files = [], insteadOf = null, by = null, ...asked } = body;
    return withRequest(state, {
      ...{ ...nothingYet, ...asked, files, insteadOf, by },
      ...{ outsider: null, told: toldNothing, askedOn: occurredOn },
    });
  },

  OutsiderAsked(state: CaseState, { occurredOn, body }: EventOf<'OutsiderAsked'>): CaseState {
    return withRequest(state, { ...nothingYet, ...body, of: null, askedOn: occurredOn });
  },

  QuestionLinkMade(state: CaseState, { body }: EventOf<'QuestionLinkMade'>): CaseState {
    return changedRequest(state, body.requestId, { linkUntil: body.until });
  },

  InformationGiven(state: CaseState, { occurredOn, body }: EventOf<'InformationGiven'>): CaseState {
    const { requestId, answer, by } = body;
    const request = state.information.find(one => one.requestId === requestId);
    const given = changedRequest(state, requestId, { answeredOn: occurredOn, answer });
    // Who answered from a link is nobody of ours, and bars nobody.
    return request === undefined || by === requestId
      ? given
      : withInvolvement(given, by, request.stage, 'gave-information');
  },

  LongerNeeded(state: CaseState, { occurredOn, body }: EventOf<'LongerNeeded'>): CaseState {
    const { requestId, until, reason } = body;
    return changedRequest(state, requestId, { longer: { until, reason, on: occurredOn } });
  },

  QuestionPassedBack(state: CaseState, { occurredOn, body }: EventOf<'QuestionPassedBack'>): CaseState {
    return changedRequest(state, body.requestId, { passedBack: { on: occurredOn, reason: body.reason } });
  },

  QuestionChased(state: CaseState, { occurredOn, body }: EventOf<'QuestionChased'>): CaseState {
    const { requestId, how, note, by } = body;
    const before = state.information.find(one => one.requestId === requestId)?.chases ?? [];
    return changedRequest(state, requestId, { chases: [...before, { on: occurredOn, how, note, by }] });
  },

  QuestionEnded(state: CaseState, { occurredOn, body }: EventOf<'QuestionEnded'>): CaseState {
    const { requestId, how, reason } = body;
    return changedRequest(state, requestId, { ended: { on: occurredOn, how, reason } });
  },
};

function withRequest(state: CaseState, request: InformationRequest): CaseState {
  return { ...state, information: [...state.information, request] };
}

function changedRequest(state: CaseState, requestId: string, change: Partial<InformationRequest>): CaseState {
  return { ...state, information: changed(state.information, one => one.requestId === requestId, change) };
}
