/** Who may see a complaint (MAG-11): restricted, opened again, told to somebody beyond need; and that it is closed to those too near (MAG-09). */
import { isClosedTo, isOpenTo } from '../../access/need-to-know.ts';
import { roleSeesAll } from '../../access/scope.ts';
import type { Command, CommandOf, CommandType } from '../commands.ts';
import type { Act, Acts, Deciding } from '../deciding.ts';
import type { PersonId } from '../events.ts';
import { notIndependent } from '../independence.ts';
import { type Refusal, refuse } from '../refusals.ts';
import type { CaseState } from '../state.ts';
import { fact, unless } from './facts.ts';
import { may, mustHaveRole, nameOf, sayRoles } from './guards.ts';

type Restrict = CommandOf<'RestrictAccess'>;

const restrictAccess: Act<Restrict> = {
  allowed: (_state, deciding) => mustHaveRole(deciding, 'manage-access', 'restrict who sees a complaint', 'MAG-11'),
  decide({ people, roles, reason }, state, deciding) {
    const refusal =
      wrongPeople(people, state, deciding) ??
      wrongRoles(roles, deciding) ??
      nothingNew({ people, roles }, state) ??
      nobodyCouldAct({ people, roles }, state, deciding);
    const by = deciding.actor.personId;
    return unless(refusal, () => [fact('AccessRestricted', deciding.today, { people, roles, reason, by })]);
  },
};

type Named = Pick<Restrict, 'people' | 'roles'>;

function wrongPeople(people: readonly PersonId[], state: CaseState, deciding: Deciding): Refusal | null {
  if (people.some(id => deciding.people[id]?.active !== true))
    return refuse('unknown-person', { what: 'Somebody named' });
  return people.map(id => tooNear(state, id, deciding)).find(one => one !== null) ?? null;
}

/** A role that sees only its own complaints would be named in vain. */
function wrongRoles(roles: Restrict['roles'], { policy }: Deciding): Refusal | null {
  const blind = roles.find(id => !roleSeesAll(id, policy));
  if (blind === undefined) return null;
  return refuse('role-sees-own-only', { title: policy.roles.find(role => role.id === blind)?.title ?? blind });
}

function nothingNew({ people, roles }: Named, { restriction }: CaseState): Refusal | null {
  if (restriction === null) return null;
  const same = sameList(people, restriction.people) && sameList(roles, restriction.roles);
  return same ? refuse('nothing-changes', { what: 'The same people and roles see it already' }) : null;
}

function sameList(one: readonly string[], other: readonly string[]): boolean {
  return one.toSorted().join() === other.toSorted().join();
}

/** Somebody is left who can hand out the work and look after who sees it, or the complaint would stand still. */
function nobodyCouldAct({ people, roles }: Named, state: CaseState, deciding: Deciding): Refusal | null {
  const { actor, today: on } = deciding;
  const restriction = { people, roles, on, by: actor.personId, reason: { textId: '', commitment: '' } };
  const left = Object.values(deciding.people).filter(
    person => person.active && isOpenTo(person, { ...state, restriction }),
  );
  const missing = (['assign', 'manage-access'] as const).find(
    capability => !left.some(person => may(deciding, capability, person.roles)),
  );
  if (missing === undefined) return null;
  const who = deciding.policy.roles.filter(role => role.may.includes(missing)).map(role => role.id);
  return refuse('nobody-left-to-see', { who: sayRoles(deciding, who) });
}

const endAccessRestriction: Act<CommandOf<'EndAccessRestriction'>> = {
  allowed: ({ restriction }, deciding) =>
    restriction === null
      ? refuse('nothing-changes', { what: 'The complaint is not restricted' })
      : mustHaveRole(deciding, 'manage-access', 'end a restriction', 'MAG-11'),
  decide: ({ reason }, _state, { today, actor }) => ({
    events: [fact('AccessRestrictionEnded', today, { reason, by: actor.personId })],
  }),
};

const decideDisclosure: Act<CommandOf<'DecideDisclosure'>> = {
  allowed: (_state, deciding) =>
    mustHaveRole(deciding, 'manage-access', 'decide that somebody is told more than they need', 'MAG-11'),
  decide: ({ to, what, reason }, _state, { today, actor }) => ({
    events: [fact('DisclosureDecided', today, { to, what, reason, by: actor.personId })],
  }),
};

/** Whoever handles it or hands out the work says that it is about a colleague; it closes to them, and their stages go back. */
const nameComplainedOf: Act<CommandOf<'NameComplainedOf'>> = {
  allowed({ stages }, deciding) {
    const { actor } = deciding;
    if ([stages[1].handlerId, stages[2].handlerId].includes(actor.personId)) return null;
    if (may(deciding, 'manage-access')) return null;
    return mustHaveRole(deciding, 'assign', 'say whom a complaint is about', 'MAG-32');
  },
  decide({ personId, reason }, state, deciding) {
    const refusal =
      (deciding.people[personId] === undefined ? refuse('unknown-person', { what: 'The person named' }) : null) ??
      (state.complainedOf.includes(personId)
        ? refuse('nothing-changes', {
            what: `It is recorded that the complaint is about ${nameOf(deciding, personId)}`,
          })
        : null);
    const by = deciding.actor.personId;
    return unless(refusal, () => [fact('ComplainedOfNamed', deciding.today, { personId, reason, by })]);
  },
};

/**
 * What is still recorded where a complaint is not open to whoever records it: the answer to a question, that they are too near, and
 * what belongs to the resident and is recorded in each of their complaints, seen or not (R60, R62, R63).
 */
const recordedAllTheSame: readonly CommandType[] = [
  'LogComplaint',
  'GiveInformation',
  'DeclareConflict',
  'RecordSafeContact',
  'RecordDeath',
  'RecordSuccessor',
  'RecordMove',
  'CorrectContact',
];

/**
 * Nothing of it is theirs to do to whom it is about, who declared a conflict, or who is not among those it is restricted to, whatever
 * their role (MAG-09, MAG-11).
 */
export function notOpenToActor(type: CommandType, state: CaseState, { actor }: Deciding): Refusal | null {
  return isOpenTo(actor, state) || recordedAllTheSame.includes(type) ? null : refuse('closed-to-you', {});
}

/** Nor is anything of it given to them: to approve, to support, to keep a promise of it. */
export function givenToSomebodyTooNear(command: Command, state: CaseState, deciding: Deciding): Refusal | null {
  const named = [
    'approvedBy' in command ? command.approvedBy : null,
    'supportedBy' in command ? command.supportedBy : null,
    command.type === 'PromiseAction' && command.owner.kind === 'person' ? command.owner.personId : null,
  ];
  const all = named.filter(id => id !== null).map(id => tooNear(state, id, deciding));
  return all.find(one => one !== null) ?? null;
}

function tooNear(state: CaseState, personId: PersonId, deciding: Deciding): Refusal | null {
  if (!isClosedTo(state, personId)) return null;
  const because = notIndependent(state, 1, personId, deciding)?.because ?? 'they are too near to it';
  return refuse('closed-to-them', { name: nameOf(deciding, personId), because });
}

export const accessActs: Acts<'RestrictAccess' | 'EndAccessRestriction' | 'DecideDisclosure' | 'NameComplainedOf'> = {
  RestrictAccess: restrictAccess,
  EndAccessRestriction: endAccessRestriction,
  DecideDisclosure: decideDisclosure,
  NameComplainedOf: nameComplainedOf,
};
