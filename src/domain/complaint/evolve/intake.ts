import { type Authority, withAuthority } from '../authorities.ts';
import type { EventOf } from '../events.ts';
import type { CaseState } from '../state.ts';
import { withStageTimeline } from './parts.ts';

export const evolveIntake = {
  ComplaintReceived(state: CaseState, { occurredOn, body }: EventOf<'ComplaintReceived'>): CaseState {
    return {
      ...withStageTimeline(state, 1, { startedOn: occurredOn }),
      receivedOn: occurredOn,
      channel: body.channel,
      toldTo: body.toldTo,
      complainantId: body.complainantId,
      complainantType: body.complainantType,
      standing: body.standing,
      representative: body.representativeId === null ? null : { personId: body.representativeId, authority: null },
      homeId: body.homeId,
      words: body.words,
    };
  },

  ComplaintLogged(state: CaseState, { occurredOn, body }: EventOf<'ComplaintLogged'>): CaseState {
    return {
      ...withStageTimeline(state, 1, { loggedOn: occurredOn }),
      reference: body.reference,
      policy: { id: body.policyId, version: body.policyVersion, packHash: body.packHash },
      calendarRevision: body.calendarRevision,
      loggedOn: occurredOn,
      loggedBy: body.loggedBy,
      category: body.category,
      serviceArea: body.serviceArea,
      contractor: body.contractor,
      tenure: body.tenure,
      relevantStock: body.relevantStock,
      flags: body.flags,
      complainedOf: body.complainedOf,
      priority: body.flags.includes('safety'),
    };
  },

  ReceivedDateCorrected(state: CaseState, { occurredOn, body }: EventOf<'ReceivedDateCorrected'>): CaseState {
    return {
      ...withStageTimeline(state, 1, { startedOn: body.to }),
      receivedOn: body.to,
      receiptCorrections: [...state.receiptCorrections, { on: occurredOn, from: body.from, to: body.to }],
    };
  },

  CaseLinked(state: CaseState, { body }: EventOf<'CaseLinked'>): CaseState {
    return { ...state, links: [...state.links, { otherCaseId: body.otherCaseId, why: body.why }] };
  },

  RepresentativeRecorded(state: CaseState, { occurredOn, body }: EventOf<'RepresentativeRecorded'>): CaseState {
    const { personId, scope, evidence, until, gets = 'letters' } = body;
    const added: Authority = { personId, scope, evidence, until, gets, from: occurredOn, ended: null };
    const authorities = withAuthority(state.authorities, added);
    if (gets === 'letters') return { ...state, authorities, representative: { personId, authority: { scope, until } } };
    // Whoever complained for the resident and gets copies is no longer asked for authority: letters go to the resident.
    const representative = state.representative?.personId === personId ? null : state.representative;
    return { ...state, authorities, representative };
  },

  NeedsRecorded(state: CaseState, { body }: EventOf<'NeedsRecorded'>): CaseState {
    const others = state.needs.filter(need => need.personId !== body.personId);
    return { ...state, needs: [...others, ...body.needs.map(need => ({ personId: body.personId, ...need }))] };
  },

  NoteAdded(state: CaseState, { occurredOn, body }: EventOf<'NoteAdded'>): CaseState {
    return { ...state, notes: [...state.notes, { on: occurredOn, note: body.note }] };
  },
};
