/** How much somebody carries, and handing work out so that nobody carries much more than others. */
import type { PersonId } from '../complaint/events.ts';

/** Complaints with something still to do; what is due within seven days; what is late. */
export type Load = { cases: number; soon: number; late: number };

export const noLoad: Load = { cases: 0, soon: 0, late: 0 };

/** One thing to be handed out, and who may have it. */
export type ToSpread = { key: string; able: readonly PersonId[] };

/**
 * Who gets what: each thing in its order goes to whoever of those who may have it carries least by then; where two carry the same, to
 * the one named first. Null where nobody may have it: it stays for a decision (R69).
 */
export function spread(
  things: readonly ToSpread[],
  loads: ReadonlyMap<PersonId, Load>,
): ReadonlyMap<string, PersonId | null> {
  const carried = new Map<PersonId, number>();
  const weight = (person: PersonId): number => carried.get(person) ?? weigh(loads.get(person) ?? noLoad);
  const given = new Map<string, PersonId | null>();
  for (const { key, able } of things) {
    const [least = null] = [...able].sort((a, b) => weight(a) - weight(b));
    given.set(key, least);
    if (least !== null) carried.set(least, weight(least) + 1);
  }
  return given;
}

/** A complaint counts once, and what is late or due soon once more: that is where somebody has no time left. */
function weigh({ cases, soon, late }: Load): number {
  return cases + soon + late;
}
