import type { EventOf, PersonId } from '../events.ts';
import type { Letter } from '../letter-state.ts';
import type { CaseState } from '../state.ts';
import { delivered } from './letters.ts';
import { withStage, withStageTimeline } from './parts.ts';

export const evolveResidents = {
  PersonDetailsKept(state: CaseState, _event: EventOf<'PersonDetailsKept'>): CaseState {
    return state;
  },

  /** The details lie beside the log, the newest counts: nothing of the case changes by them. */
  ContactDetailsCorrected(state: CaseState, _event: EventOf<'ContactDetailsCorrected'>): CaseState {
    return state;
  },

  SafeContactRecorded(state: CaseState, { occurredOn, body }: EventOf<'SafeContactRecorded'>): CaseState {
    const others = state.safeContact.filter(one => one.personId !== body.personId);
    const held = body.limits.length === 0 ? [] : [{ ...body, on: occurredOn }];
    return { ...state, safeContact: [...others, ...held] };
  },

  /** What was agreed with the dead person is agreed with nobody; whoever goes on with it is asked anew. */
  DeathRecorded(state: CaseState, { occurredOn, body }: EventOf<'DeathRecorded'>): CaseState {
    const { diedOn, toldBy, contactId } = body;
    const unagreed = withStage(withStage(state, 1, { contactAgreement: null }), 2, { contactAgreement: null });
    const letters = heldBack(state, 'died', null);
    return { ...unagreed, letters, death: { toldOn: occurredOn, diedOn, toldBy, contactId } };
  },

  AuthorityEnded(state: CaseState, { occurredOn, body }: EventOf<'AuthorityEnded'>): CaseState {
    const { personId, reason } = body;
    const authorities = state.authorities.map(one =>
      one.personId === personId && one.ended === null ? { ...one, ended: { on: occurredOn, reason } } : one,
    );
    const representative = state.representative?.personId === personId ? null : state.representative;
    return { ...state, authorities, representative };
  },

  SuccessorRecorded(state: CaseState, { occurredOn, body }: EventOf<'SuccessorRecorded'>): CaseState {
    return { ...state, successor: { ...body, on: occurredOn } };
  },

  /** One complaint, received on the earliest day; every text is kept (R64, R3). */
  ComplaintRepeated(state: CaseState, { occurredOn, body }: EventOf<'ComplaintRepeated'>): CaseState {
    const { receivedOn, channel, words } = state;
    const before =
      state.receipts.length > 0 || receivedOn === null ? state.receipts : [{ on: receivedOn, channel, words }];
    const receipts = [...before, { ...body, on: occurredOn }].toSorted((a, b) => a.on.localeCompare(b.on));
    if (receivedOn !== null && receivedOn <= occurredOn) return { ...state, receipts };
    const earlier = withStageTimeline({ ...state, receipts }, 1, { startedOn: occurredOn });
    return { ...earlier, receivedOn: occurredOn, channel: body.channel };
  },

  ResidentMoved(state: CaseState, { occurredOn, body }: EventOf<'ResidentMoved'>): CaseState {
    const { addressKnown, note } = body;
    const moves = [...state.moves, { on: occurredOn, addressKnown, note }];
    return { ...state, moves, letters: heldBack(state, 'moved', body.personId) };
  },
};

/** The letters with those held back that have not reached anybody; where `to` is given, only theirs. */
function heldBack({ letters }: CaseState, why: 'died' | 'moved', to: PersonId | null): Letter[] {
  return letters.map(letter =>
    delivered(letter) || (to !== null && letter.to !== to) ? letter : { ...letter, held: letter.held ?? why },
  );
}
