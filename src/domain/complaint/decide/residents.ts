/** The people behind the complaint: how they may safely be reached, and what becomes of it when they die or move. */
import { inForce } from '../authorities.ts';
import type { CommandOf } from '../commands.ts';
import type { Act, Acts } from '../deciding.ts';
import { type Refusal, refuse } from '../refusals.ts';
import { barredBy, limitsOf } from '../safe-contact.ts';
import type { CaseState } from '../state.ts';
import { fact, unless } from './facts.ts';
import { notBefore, notInFuture, stageUnanswered } from './guards.ts';

/** The ways a letter can go. */
const LETTER_WAYS = ['email', 'post', 'by-hand'] as const;

/** Any member of staff may hear that a way is unsafe, and it holds from that moment (R60). */
const recordSafeContact: Act<CommandOf<'RecordSafeContact'>> = {
  allowed: () => null,
  decide({ personId, limits, onlyEmail, reason }, state, { today }) {
    const refusal =
      (peopleOf(state).includes(personId) ? null : refuse('not-in-this-case', {})) ??
      (limits.includes('only-email') && onlyEmail === null ? refuse('safe-email-needed', {}) : null) ??
      (LETTER_WAYS.every(way => barredBy(limits, way) !== null) ? refuse('no-safe-way', {}) : null) ??
      (limits.length === 0 && limitsOf(state, personId).length === 0 ? refuse('no-limits', {}) : null);
    return unless(refusal, () => [
      fact('SafeContactRecorded', today, { personId, limits: [...new Set(limits)], onlyEmail, reason }),
    ]);
  },
};

function peopleOf(state: CaseState): (string | null | undefined)[] {
  const { complainantId, representative, authorities, successor, death } = state;
  const acting = authorities.map(one => one.personId);
  return [complainantId, representative?.personId, ...acting, successor?.personId, death?.contactId];
}

/** The complaint goes on, and its clocks with it; nothing more is written to the dead (R62). */
const recordDeath: Act<CommandOf<'RecordDeath'>> = {
  allowed: state => (state.death === null ? null : refuse('death-recorded', { on: state.death.toldOn })),
  decide({ personId, on, diedOn, toldBy, contactId }, state, deciding) {
    const refusal =
      (personId === state.complainantId ? null : refuse('not-in-this-case', {})) ??
      notInFuture('The day we were told', on, deciding) ??
      (diedOn === null ? null : notInFuture('The day they died', diedOn, deciding)) ??
      (diedOn === null ? null : notBefore('The day we were told', on, 'the day they died', diedOn));
    return unless(refusal, () => [fact('DeathRecorded', on, { personId, diedOn, toldBy, contactId })]);
  },
};

/** From this moment nothing more is told to them (R22). */
const endAuthority: Act<CommandOf<'EndAuthority'>> = {
  allowed: (state, { today }, { personId }) =>
    inForce(state, today).some(one => personId === undefined || one.personId === personId)
      ? null
      : refuse('no-authority', {}),
  decide: ({ personId, reason }, _state, { today, actor }) => ({
    events: [fact('AuthorityEnded', today, { personId, reason, by: actor.personId })],
  }),
};

/** Letters and decisions go to whoever has the authority, from the day it is recorded (R62). */
const recordSuccessor: Act<CommandOf<'RecordSuccessor'>> = {
  allowed: (state, _deciding, { personId }) => notDead(state) ?? itself(state, personId),
  decide: ({ personId, capacity, evidence }, _state, { today }) => ({
    events: [fact('SuccessorRecorded', today, { personId, capacity, evidence })],
  }),
};

function notDead({ death }: CaseState): Refusal | null {
  return death === null ? refuse('no-death-recorded', {}) : null;
}

function itself({ complainantId }: CaseState, personId: string | undefined): Refusal | null {
  return personId !== undefined && personId === complainantId ? refuse('successor-is-the-dead', {}) : null;
}

/** Complaint, money and the right to the Ombudsman stay with the person; what was promised for the home stays there (R63). */
const recordMove: Act<CommandOf<'RecordMove'>> = {
  allowed: state => (state.death === null ? null : refuse('dead-do-not-move', { on: state.death.toldOn })),
  decide({ personId, on, addressKnown, note }, state, deciding) {
    const refusal =
      (personId === state.complainantId ? null : refuse('not-in-this-case', {})) ??
      notInFuture('The day of the move', on, deciding) ??
      notBefore('The day of the move', on, 'the move before it', state.moves.at(-1)?.on ?? null);
    return unless(refusal, () => [fact('ResidentMoved', on, { personId, addressKnown, note })]);
  },
};

/** The same complaint by another way: one case, the earliest receipt, both texts, one acknowledgement (R64). */
const recordRepeat: Act<CommandOf<'RecordRepeat'>> = {
  allowed: state => stageUnanswered(state, 1),
  decide({ on, channel, words }, _state, deciding) {
    const refusal =
      notInFuture('The day it was told again', on, deciding) ??
      (deciding.policy.channels.some(one => one.id === channel)
        ? null
        : refuse('not-in-policy', { what: 'way of complaining', value: channel }));
    return unless(refusal, () => [fact('ComplaintRepeated', on, { channel, words })]);
  },
};

/** Where somebody is reached from now on; what was known before is kept (R66). */
const correctContact: Act<CommandOf<'CorrectContact'>> = {
  allowed: (state, _deciding, { personId }) =>
    personId === undefined || personId === state.complainantId || personId === state.representative?.personId
      ? null
      : refuse('not-in-this-case', {}),
  decide: ({ personId, details, reason }, _state, { today, actor }) =>
    unless(details.length === 0 ? refuse('nothing-corrected', {}) : null, () => [
      fact('ContactDetailsCorrected', today, { personId, details, reason, by: actor.personId }),
    ]),
};

export const residentActs: Acts<
  | 'RecordSafeContact'
  | 'CorrectContact'
  | 'RecordDeath'
  | 'EndAuthority'
  | 'RecordSuccessor'
  | 'RecordMove'
  | 'RecordRepeat'
> = {
  RecordSafeContact: recordSafeContact,
  CorrectContact: correctContact,
  RecordDeath: recordDeath,
  EndAuthority: endAuthority,
  RecordSuccessor: recordSuccessor,
  RecordMove: recordMove,
  RecordRepeat: recordRepeat,
};
