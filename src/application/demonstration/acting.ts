/** Who of the invented staff takes a step: somebody whose role carries it, by the landlord's own delegation. */
import type { Capability } from '../../domain/policy/roles.ts';
import type { Application, Viewer } from '../application.ts';
import { mayIn } from './people.ts';
import type { Step } from './roads.ts';

const needs: Partial<Record<Step | 'log', Capability>> = {
  log: 'log',
  assign: 'assign',
  'assign-2': 'assign',
  refuse: 'refuse-complaint',
  'refusal-letter': 'refuse-complaint',
  suspend: 'refuse-complaint',
  restrict: 'manage-access',
  disclose: 'manage-access',
  'about-colleague': 'assign',
};

/** The person for a step; officers take turns by the story's number. */
export function decideActor(staff: readonly Viewer[], app: Application, step: Step | 'log', number: number): Viewer {
  const policies = [...app.packs.shipped.values()].map(pack => pack.policy);
  const policy = policies.find(one => staff.every(person => one.roles.some(role => person.roles.includes(role.id))));
  if (policy === undefined) throw new Error('The invented staff have roles that no policy knows.');
  const capability = needs[step] ?? 'investigate-stage-1';
  const able = staff.filter(person => mayIn(policy, person, capability));
  const officers = able.filter(person =>
    policy.roles.some(role => person.roles.includes(role.id) && role.seniority === 'officer'),
  );
  const from = capability === 'investigate-stage-1' && officers.length > 0 ? officers : able;
  const who = from[number % from.length];
  if (who === undefined) throw new Error(`Nobody of the invented staff may ${capability}.`);
  return who;
}
