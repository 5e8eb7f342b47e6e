/** What a complaint has to do with others: linked, counted or investigated together, and never merged (MAG-21, MGL-35, R64). */
import type { CommandOf } from '../commands.ts';
import type { Act, Acts } from '../deciding.ts';
import { refuse } from '../refusals.ts';
import { fact, unless } from './facts.ts';

const linkServiceRequest: Act<CommandOf<'LinkServiceRequest'>> = {
  allowed: (state, _deciding, { requestId }) =>
    state.requests.some(one => one.requestId === requestId) ? refuse('already-linked', {}) : null,
  decide: ({ requestId, why }, _state, { today }) => ({
    events: [fact('ServiceRequestLinked', today, { requestId, why })],
  }),
};

/** Two make a petition: its lead, who complains, and whoever signed with them. */
const recordPetition: Act<CommandOf<'RecordPetition'>> = {
  allowed: () => null,
  decide({ signatories, listKept }, _state, { today, actor }) {
    const many = Number.isInteger(signatories) && signatories >= 2;
    return unless(many ? null : refuse('petition-needs-many', {}), () => [
      fact('PetitionRecorded', today, { signatories, listKept, by: actor.personId }),
    ]);
  },
};

export const togetherActs: Acts<'LinkServiceRequest' | 'RecordPetition'> = {
  LinkServiceRequest: linkServiceRequest,
  RecordPetition: recordPetition,
};
