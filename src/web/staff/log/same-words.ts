/** What two records have in common, in words. */
import type { Same } from '../../../application/queries/belongs-together.ts';
import { sayList } from '../../../domain/complaint/refusals/words.ts';

const sames: Readonly<Record<Exclude<Same, 'name'>, string>> = {
  person: 'person',
  phone: 'phone number',
  email: 'email address',
  home: 'home',
  block: 'block or street',
  contractor: 'contractor for the same service',
};

/** `The same phone number and home, a name like theirs.` */
export function sameWords(same: readonly Same[]): string {
  const certain = same.flatMap(one => (one === 'name' ? [] : [sames[one]]));
  const likely = same.includes('name') ? ['a name like theirs'] : [];
  const words = [...(certain.length === 0 ? [] : [`the same ${sayList(certain)}`]), ...likely].join(', ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
