import type { LocalDate } from '../calendar/dates.ts';
import type { ContactBlock } from './contact-block.ts';
import type { Policy } from './policy.ts';

/** Every body that somebody may turn to, with its details as they are on a day, in the order of the pack (MGL-49). */
export function contactsOn({ contacts }: Pick<Policy, 'contacts'>, today: LocalDate): ContactBlock[] {
  const bodies = Map.groupBy(
    contacts.filter(one => one.from <= today),
    one => one.body,
  );
  return [...bodies.values()].flatMap(all => all.toSorted((a, b) => a.from.localeCompare(b.from)).at(-1) ?? []);
}
