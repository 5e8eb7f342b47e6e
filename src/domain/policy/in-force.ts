/** Which version of a landlord's policy holds on a day, and for which homes of a group. */
import type { LocalDate } from '../calendar/dates.ts';
import type { Policy } from './policy.ts';

/** `assumed`: the source names no day, and the one worked to is our assumption. */
export type InForce = { policy: Policy; assumed: boolean };

/** The first day on which a version holds; null only for a pack that no loader let through. */
export function holdsFrom({ version }: Policy): LocalDate | null {
  return version.inForceFrom ?? version.inForceAssumed;
}

/**
 * Of several versions the one that holds on this day for this part of a group, or null. A version of that part goes before one for
 * all homes, an interim one before an ordinary one until its end, and of the rest the one that began last.
 */
export function policyInForce(
  policies: readonly Policy[],
  on: LocalDate,
  entity: string | null = null,
): InForce | null {
  const holding = policies.filter(policy => holdsOn(policy, on) && covers(policy, entity));
  const [policy] = holding.toSorted((a, b) => rank(b) - rank(a) || later(b, a));
  return policy === undefined ? null : { policy, assumed: policy.version.inForceFrom === null };
}

/** The version that began first, for a day before any of them held; null where there is none. */
export function firstInForce(policies: readonly Policy[]): Policy | null {
  return policies.toSorted((a, b) => later(a, b))[0] ?? null;
}

function holdsOn(policy: Policy, on: LocalDate): boolean {
  const from = holdsFrom(policy);
  const { inForceTo, interim } = policy.version;
  if (from === null || on < from) return false;
  return (inForceTo === null || on <= inForceTo) && (interim === null || on <= interim.until);
}

function covers({ entities }: Policy, entity: string | null): boolean {
  return entities.length === 0 || entities.some(({ id }) => id === entity);
}

function rank({ entities, version }: Policy): number {
  return (entities.length > 0 ? 2 : 0) + (version.interim === null ? 0 : 1);
}

function later(a: Policy, b: Policy): number {
  const [one, other] = [holdsFrom(a) ?? '', holdsFrom(b) ?? ''];
  return one < other ? -1 : one > other ? 1 : 0;
}
