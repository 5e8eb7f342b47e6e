/** Putting the record right (R24): with a reason, approved by somebody else, and reported. */
import type { CommandOf, CommandType } from '../commands.ts';
import type { Act, Acts, Deciding } from '../deciding.ts';
import { type Refusal, refuse } from '../refusals.ts';
import type { CaseState } from '../state.ts';
import { fact, unless } from './facts.ts';
import { may, sayRoles } from './guards.ts';

type Correct = CommandOf<'CorrectRecord'>;

const correctRecord: Act<Correct> = {
  allowed: () => null,
  decide({ correction, reason, approvedBy }, state, deciding) {
    return unless(wrong(correction, state) ?? notApproved(approvedBy, deciding), () => [
      fact('RecordCorrected', deciding.today, { correction, reason, approvedBy, by: deciding.actor.personId }),
    ]);
  },
};

function wrong(correction: Correct['correction'], state: CaseState): Refusal | null {
  const { receivedOn } = state;
  switch (correction.kind) {
    case 'duplicate':
      return receivedOn !== null && correction.otherReceivedOn > receivedOn
        ? refuse('duplicate-came-first', { on: receivedOn, other: correction.otherReceivedOn })
        : null;
    case 'wrong-person':
      return correction.personId === state.complainantId
        ? refuse('nothing-changes', { what: 'That is the person recorded already' })
        : null;
    case 'misfiled-document':
      return correction.entry < 1 || correction.entry > state.version || state.misfiled.includes(correction.entry)
        ? refuse('no-such-entry', {})
        : null;
    default:
      return null;
  }
}

/** Whoever asks cannot approve: a record put right is one that stops counting. */
export function notApproved(approvedBy: string, deciding: Deciding): Refusal | null {
  const roles = deciding.people[approvedBy]?.roles ?? [];
  if (approvedBy !== deciding.actor.personId && may(deciding, 'approve-correction', roles)) return null;
  const who = deciding.policy.roles.filter(role => role.may.includes('approve-correction')).map(role => role.id);
  return refuse('correction-needs-approval', { who: sayRoles(deciding, who) });
}

const stillOpen: readonly CommandType[] = [
  'AddNote',
  'AddFile',
  'LinkCase',
  'CorrectRecord',
  'CompleteAction',
  'MoveAction',
  'SettleDanger',
  'AnswerEnquiry',
];

/** A record that goes no further takes notes, and what outlives a complaint is still seen to. */
export function goesNoFurther(type: CommandType, { voided }: CaseState): Refusal | null {
  if (voided === null || stillOpen.includes(type)) return null;
  return refuse('record-goes-no-further', { why: voided.why, on: voided.on });
}

export const correctionActs: Acts<'CorrectRecord'> = { CorrectRecord: correctRecord };
