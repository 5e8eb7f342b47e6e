/** Steps about who may see a complaint (MAG-11). */
import type { Capability } from '../../domain/policy/roles.ts';
import type { Making } from '../act.ts';
import type { Step } from './roads.ts';
import type { Make } from './steps.ts';

/** A few who answer for the work see it; later somebody outside is told more than they need, by decision. */
export const accessSteps = {
  restrict: ({ keep, deciding }) => [
    {
      type: 'RestrictAccess',
      people: [
        ...new Set([deciding.actor.personId, ...whoMay(deciding, 'assign'), ...whoMay(deciding, 'manage-access')]),
      ],
      roles: [],
      reason: keep('The resident is a close relative of somebody who works in the contact centre.', 'restriction'),
    },
  ],
  disclose: ({ keep }) => [
    {
      type: 'DecideDisclosure',
      to: keep('The landlord’s insurer', 'disclosure'),
      what: keep('The dates of the visits and what was found at each, without the resident’s health.', 'disclosure'),
      reason: keep(
        'They asked in order to decide on the damaged furniture; the resident was told first.',
        'disclosure',
      ),
    },
  ],
  'about-colleague': ({ keep, deciding, loaded }) => {
    const taken = [loaded.state.stages[1].handlerId, deciding.actor.personId];
    const colleagues = Object.values(deciding.people).filter(person =>
      deciding.policy.roles.some(role => person.roles.includes(role.id) && role.seniority === 'colleague'),
    );
    const about = colleagues.find(person => !taken.includes(person.personId));
    const reason = keep('Named in the resident’s email as the person who was rude on the phone.', 'complained-of');
    return about === undefined ? [] : [{ type: 'NameComplainedOf', personId: about.personId, reason }];
  },
} satisfies Partial<Record<Step, Make>>;

function whoMay({ people, policy }: Making['deciding'], capability: Capability): string[] {
  const roles = policy.roles.filter(role => role.may.includes(capability)).map(role => role.id);
  return Object.values(people)
    .filter(person => person.roles.some(role => roles.includes(role)))
    .map(person => person.personId);
}
