/** The demonstration with everything in it that links lead to, followed as each part at each landlord. */
import type { Viewer } from '../src/application/application.ts';
import { crawl, type FoundPage } from './crawl.ts';
import { type DemonstrationSite, demonstrationSite, type Part, parts } from './demonstration-site.ts';
import type { LandlordName } from './staff-site.ts';

export type Seen = FoundPage & {
  /** In words, for what is told: "the head of magna". */
  who: string;
  person: Viewer;
  landlord: LandlordName;
  /** For the overview of a complaint: how it went in the demonstration. */
  road: string | undefined;
};

export type Site = DemonstrationSite & { seen: readonly Seen[] };

/** Officers see the cases each of them has, so all of them look; together they take no more pages of a kind than one would. */
export async function crawlAll(): Promise<Site> {
  const site = await demonstrationSite();
  const seen: Seen[] = [];
  for (const landlord of site.landlords) {
    const roads = new Map(landlord.cases.map(({ reference, road }) => [`/cases/${reference}`, road]));
    for (const part of parts) {
      const people = landlord.people(part);
      const taken = new Map<string, number>();
      for (const person of part === 'officer' ? people : people.slice(0, 1)) {
        const found = await crawl(await site.as(person), ['/'], limitsFor(part), taken);
        const who = `the ${part} of ${landlord.name}`;
        seen.push(...found.map(one => ({ ...one, who, person, landlord: landlord.name, road: roads.get(one.url) })));
      }
    }
  }
  return { ...site, seen };
}

function limitsFor(part: Part): (kind: string) => number {
  return kind => {
    if (kind === '/cases/:reference') return part === 'officer' ? 100 : 40;
    // A list chosen, sorted and counted in every way is the same page.
    if (kind.startsWith('/cases ') || kind.startsWith('/cases/download')) return 1;
    return part === 'officer' ? 3 : 2;
  };
}
