import type { Seen } from './crawl-all.ts';

/** One page of each kind that was seen, and of complaints one for each way that they go. */
export function onePerKind(all: readonly Seen[]): Seen[] {
  const taken = new Set<string>();
  return all.filter(({ isPage, status, kind, road }) => {
    if (!isPage || status !== 200) return false;
    const [pattern = '', ...query] = kind.split(' ');
    // A list chosen and sorted in many ways is two pages: as it is, and as chosen.
    const one = `${pattern.includes(':') ? kind : `${pattern} ${query.length > 0}`} ${road ?? ''}`;
    if (taken.has(one)) return false;
    taken.add(one);
    return true;
  });
}
