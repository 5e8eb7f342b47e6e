/** What may be recorded of a building, and why not. Pure: today, the policy and who asks are told. */
import { can } from '../access/scope.ts';
import { type LocalDate, sayDate } from '../calendar/dates.ts';
import type { TextRef } from '../complaint/events.ts';
import type { Policy } from '../policy/policy.ts';
import type { Building, BuildingEvent, BuildingFacts } from './events.ts';

export type BuildingDeciding = {
  policy: Policy;
  today: LocalDate;
  roles: readonly string[];
  /** Whether another building has this reference. */
  taken: boolean;
};

/** New facts, or the sentence why there are none. */
export function decideBuilding(
  facts: BuildingFacts,
  evidence: TextRef | null,
  building: Building | null,
  deciding: BuildingDeciding,
): { event: BuildingEvent } | { refused: string } {
  const refused = whyNotBuilding(deciding) ?? wrongWith(facts, deciding) ?? sameAsBefore(facts, building);
  if (refused !== null) return { refused };
  const body = { ...facts, evidence };
  const type = building === null ? 'BuildingRecorded' : 'BuildingChanged';
  return { event: { type, schema: 1, occurredOn: deciding.today, body } };
}

/** Why somebody with these roles may not keep the register; null where they may. */
export function whyNotBuilding({ policy, roles }: Pick<BuildingDeciding, 'policy' | 'roles'>): string | null {
  if (can(roles, 'keep-register', policy)) return null;
  const titles = policy.roles.filter(role => role.may.includes('keep-register')).map(role => role.title);
  return `You cannot change the register of buildings: ${titles.length === 0 ? 'the policy gives this to nobody' : `this is for ${titles.join(', ')}`}.`;
}

function wrongWith({ reference, accountable }: BuildingFacts, { today, taken }: BuildingDeciding): string | null {
  if (taken) return `Another building has the reference ${reference} already. Each has one of its own.`;
  const late = accountable.find(one => one.until !== null && one.until < one.from);
  if (late !== undefined) return `Somebody would be accountable until before ${sayDate(late.from)}, the day it began.`;
  const current = accountable.filter(
    one => one.principal && one.from <= today && (one.until === null || one.until >= today),
  );
  return current.length > 1
    ? 'A building has one principal accountable person at a time. Give the day on which the one before ended.'
    : null;
}

function sameAsBefore(facts: BuildingFacts, building: Building | null): string | null {
  if (building === null) return null;
  const { version: _, ...before } = building;
  // The names were kept anew with the form: they are compared where they can be read, by whoever asks.
  const plain = ({ accountable, ...rest }: BuildingFacts): string =>
    JSON.stringify({
      ...rest,
      accountable: accountable.map(({ principal, from, until, name }) => [principal, from, until, name.textId]),
    });
  return plain(ordered(facts)) === plain(ordered(before)) ? 'Nothing is different from what is recorded.' : null;
}

function ordered({ reference, name, address, storeys, heightCm, homes, accountable }: BuildingFacts): BuildingFacts {
  return { reference, name, address, storeys, heightCm, homes, accountable };
}
