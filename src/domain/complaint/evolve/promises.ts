import type { EventOf } from '../events.ts';
import type { CaseState } from '../state.ts';
import { extensionFacts } from './letters.ts';
import { changed, withDeparture, withInvolvement, withStage, withStageTimeline } from './parts.ts';

export const evolvePromises = {
  RemedyOffered(state: CaseState, { body }: EventOf<'RemedyOffered'>): CaseState {
    return { ...state, remedies: [...state.remedies, body] };
  },

  LearningRecorded(state: CaseState, { body }: EventOf<'LearningRecorded'>): CaseState {
    return withStage(state, body.stage, { learning: [...state.stages[body.stage].learning, body.what] });
  },

  ActionPromised(state: CaseState, { occurredOn, body }: EventOf<'ActionPromised'>): CaseState {
    const { dueOn, ...rest } = body;
    const action = {
      ...rest,
      promisedOn: occurredOn,
      dates: dueOn === null ? [] : [dueOn],
      datedOn: dueOn === null ? null : occurredOn,
      doneOn: null,
      residentToldOn: null,
    };
    return { ...state, actions: [...state.actions, action] };
  },

  ActionMoved(state: CaseState, { occurredOn, body }: EventOf<'ActionMoved'>): CaseState {
    return {
      ...state,
      actions: state.actions.map(action =>
        action.actionId === body.actionId
          ? { ...action, dates: [...action.dates, body.dueOn], datedOn: action.datedOn ?? occurredOn }
          : action,
      ),
    };
  },

  ActionDone(state: CaseState, { occurredOn, body }: EventOf<'ActionDone'>): CaseState {
    const done = { doneOn: occurredOn, residentToldOn: body.residentToldOn };
    return { ...state, actions: changed(state.actions, action => action.actionId === body.actionId, done) };
  },

  ExtensionDecided(state: CaseState, { occurredOn, body }: EventOf<'ExtensionDecided'>): CaseState {
    const { by: _by, ...extension } = body;
    const extensions = [...state.stages[body.stage].extensions, { ...extension, decidedOn: occurredOn }];
    const waiting = withStageTimeline(state, body.stage, { extensions: extensionFacts(extensions, state.letters) });
    const decided = withStage(waiting, body.stage, { extensions });
    return body.approvedBy === null ? decided : withInvolvement(decided, body.approvedBy, body.stage, 'approver');
  },

  UpdatesAgreed(state: CaseState, { occurredOn, body }: EventOf<'UpdatesAgreed'>): CaseState {
    const { stage, every, firstOn, how } = body;
    const { updates: agreement, updatesGiven: given, pastUpdates } = state.stages[stage];
    return withStage(state, stage, {
      updates: { stage, every, firstOn, agreedOn: occurredOn, how },
      updatesGiven: [],
      pastUpdates: agreement === null ? pastUpdates : [...pastUpdates, { agreement, given, endedOn: occurredOn }],
    });
  },

  UpdateGiven(state: CaseState, { occurredOn, body }: EventOf<'UpdateGiven'>): CaseState {
    const updatesGiven = [...state.stages[body.stage].updatesGiven, occurredOn];
    return withDeparture(withStage(state, body.stage, { updatesGiven }), occurredOn, 'update', body.departure);
  },

  DatesRecalculated(state: CaseState, { body }: EventOf<'DatesRecalculated'>): CaseState {
    return {
      ...state,
      calendarRevision: body.calendarRevision,
      calendarMoves: [
        ...state.calendarMoves,
        ...body.moved.map(one => ({ ...one, calendarRevision: body.calendarRevision })),
      ],
    };
  },
};
