/** Work changes hands: sickness, leave, somebody leaving, or too much on one desk. The dates stay as they are (MAG-09, MGL-14). */
import type { CommandOf } from '../commands.ts';
import type { Act, Acts, Deciding } from '../deciding.ts';
import type { PersonId, Stage } from '../events.ts';
import { timelineOf } from '../evolve/parts.ts';
import { mayTakeOver, toldOn } from '../named-contact.ts';
import { type Refusal, refuse } from '../refusals.ts';
import { unsafeWay } from '../safe-contact.ts';
import type { CaseState } from '../state.ts';
import { fact, unless } from './facts.ts';
import {
  may,
  mayWorkOn,
  mustHaveRole,
  nameOf,
  notBefore,
  notChosen,
  stageBegun,
  stageUnanswered,
  statedDay,
} from './guards.ts';

const handOver: Act<CommandOf<'HandOver'>> = {
  allowed: (state, deciding, { stage = 1 }) =>
    mustHaveRole(deciding, 'assign', 'hand a complaint over', 'Code 4.1') ??
    stageBegun(state, stage) ??
    over(state, stage),
  decide({ stage, personId, reason }, state, deciding) {
    const previous = state.stages[stage].handlerId;
    const refusal =
      personId === previous
        ? refuse('already-handler', { name: nameOf(deciding, personId), stage })
        : notChosen(personId, deciding, person => mayTakeOver(state, stage, person, deciding));
    return unless(refusal, () => [fact('HandlerAssigned', deciding.today, { stage, personId, previous, reason })]);
  },
};

/** Somebody has it, and there is something to have: it is being dealt with, or was answered. */
function over(state: CaseState, stage: Stage): Refusal | null {
  if (state.stages[stage].handlerId === null) return refuse('no-handler', { stage });
  return timelineOf(state, stage).respondedOn === null ? stageUnanswered(state, stage) : null;
}

/** Whoever has it now tells the resident, or anybody who works on it for them. A letter that they sign tells it as well. */
const tellNewContact: Act<CommandOf<'TellNewContact'>> = {
  allowed: (state, deciding, { stage = 1 }) =>
    state.stages[stage].handovers.length === 0 || lastTold(state, stage)
      ? refuse('no-new-contact', { stage })
      : may(deciding, 'assign')
        ? null
        : mayWorkOn(state, deciding, stage),
  decide({ type: _type, on, ...body }, state, deciding) {
    const handover = state.stages[body.stage].handovers.at(-1);
    const refusal =
      statedDay('The day they were told', on, state, deciding) ??
      notBefore('The day they were told', on, 'it was handed over', handover?.on ?? null) ??
      unsafeWay(state, body.way);
    return unless(refusal, () => [
      fact('NewContactTold', on, { ...body, personId: handover?.to ?? '', by: deciding.actor.personId }),
    ]);
  },
};

function lastTold(state: CaseState, stage: Stage): boolean {
  const last = state.stages[stage].handovers.at(-1);
  return last !== undefined && toldOn(last, state) !== null;
}

/** A promise that is open goes to somebody who works here; its date stays what the resident was told. */
const handOverAction: Act<CommandOf<'HandOverAction'>> = {
  allowed(state, deciding, { actionId }) {
    if (actionId === undefined) return null;
    const action = state.actions.find(one => one.actionId === actionId);
    if (action === undefined) return refuse('no-such-action', {});
    if (action.doneOn !== null) return refuse('action-done', { on: action.doneOn });
    return mayPassOn(state, deciding, action.stage);
  },
  decide({ actionId, to, reason }, state, deciding) {
    const owner = state.actions.find(one => one.actionId === actionId)?.owner;
    const previous = owner?.kind === 'person' ? owner.personId : null;
    return unless(mayBeGiven(state, to, previous, deciding), () => [
      fact('ActionHandedOver', deciding.today, { actionId, to, previous, reason }),
    ]);
  },
};

/** The same of a question that nobody has answered. Whom the complaint is about may be asked, as before. */
const handOverInformation: Act<CommandOf<'HandOverInformation'>> = {
  allowed(state, deciding, { requestId }) {
    if (requestId === undefined) return null;
    const request = state.information.find(one => one.requestId === requestId);
    if (request === undefined || request.of === null) return refuse('no-such-request', {});
    if (request.answeredOn !== null) return refuse('information-given', { on: request.answeredOn });
    const over = request.passedBack ?? request.ended;
    if (over !== null) return refuse('question-over', { on: over.on });
    return mayPassOn(state, deciding, request.stage);
  },
  decide({ requestId, to, reason }, state, deciding) {
    const previous = state.information.find(one => one.requestId === requestId)?.of ?? '';
    return unless(isHere(to, previous, deciding), () => [
      fact('InformationHandedOver', deciding.today, { requestId, to, previous, reason }),
    ]);
  },
};

/** Whoever hands work out, and whoever handles the stage. */
function mayPassOn(state: CaseState, deciding: Deciding, stage: Stage): Refusal | null {
  return may(deciding, 'assign') ? null : mayWorkOn(state, deciding, stage);
}

function isHere(to: PersonId, previous: PersonId | null, { people }: Deciding): Refusal | null {
  const person = people[to];
  if (person === undefined || !person.active) return refuse('unknown-person', { what: 'The person chosen' });
  return to === previous ? refuse('nothing-changes', { what: `${person.name} has it already` }) : null;
}

/** A promise shows its owner the complaint, so that nobody whom it is about may have one (MAG-09). */
function mayBeGiven(state: CaseState, to: PersonId, previous: PersonId | null, deciding: Deciding): Refusal | null {
  const gone = isHere(to, previous, deciding);
  if (gone !== null || !state.complainedOf.includes(to)) return gone;
  const because = 'the complaint is about them';
  return refuse('cannot-be-given', { name: nameOf(deciding, to), because, clause: 'Code 5.8' });
}

export const handOverActs: Acts<'HandOver' | 'TellNewContact' | 'HandOverAction' | 'HandOverInformation'> = {
  HandOver: handOver,
  TellNewContact: tellNewContact,
  HandOverAction: handOverAction,
  HandOverInformation: handOverInformation,
};
