/** Following every link of the site as one person, without a browser: which pages there are, and what each is a page of. */
import { paths } from '../src/web/paths.ts';
import { pageFacts } from './page-facts.ts';
import type { Visitor } from './staff-visitor.ts';

export type FoundPage = {
  url: string;
  /** What it is a page of: its pattern with what makes it a page of its own filled in, such as `/cases/:reference/do/extend 2`. */
  kind: string;
  /** The first page on which a link to it stood. */
  from: string;
  status: number;
  /** What is wrong with its markup. */
  wrong: readonly string[];
  isPage: boolean;
};

const patterns = Object.values(paths)
  .map(one => one.pattern)
  .sort((a, b) => parameters(a) - parameters(b));

function parameters(pattern: string): number {
  return pattern.split(':').length;
}

/** What a URL is a page of; undefined where no page of ours has such an address. */
export function kindOf(url: string): string | undefined {
  const { pathname, searchParams } = new URL(url, 'http://here');
  const pattern = patterns.find(one => new RegExp(`^${one.replaceAll(/:[a-z]+/gi, '[^/]+')}$`).test(pathname));
  if (pattern === undefined) return undefined;
  const last = pathname.split('/').at(-1) ?? '';
  const own = pattern.endsWith(':act') || pattern.endsWith(':kind') ? pattern.replace(/:\w+$/, last) : pattern;
  const stage = searchParams.get('stage') === '2' ? ' 2' : '';
  const asked = [...new Set(searchParams.keys())].filter(name => !notAPage.has(name)).sort();
  return `${own}${stage}${pattern.includes(':act') ? '' : asked.map(name => ` ${name}`).join('')}`;
}

/** Parts of a query that make no other page. */
const notAPage = new Set(['stage', 'done', 'back', 'after', 'before', 'extension', 'point', 'request', 'action']);

/** The kind of an address that the site does not know. */
export const noPage = 'an address that is no page';

/** How many pages of a kind are looked at: every case, some of what every case has. */
export type Limits = (kind: string) => number;

/** Follows links from `starts` until nothing new is found. `taken` counts pages of a kind, and may go on over several people. */
export async function crawl(
  visitor: Visitor,
  starts: readonly string[],
  limits: Limits,
  taken: Map<string, number> = new Map(),
): Promise<FoundPage[]> {
  const waiting = starts.map(url => ({ url, from: 'the start' }));
  const known = new Set(starts);
  const found: FoundPage[] = [];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const kind = kindOf(next.url) ?? noPage;
    const already = taken.get(kind) ?? 0;
    if (already >= limits(kind)) continue;
    taken.set(kind, already + 1);
    const { page, links } = await look(visitor, next.url, next.from, kind);
    found.push(page);
    for (const url of links.filter(one => !known.has(one))) {
      known.add(url);
      waiting.push({ url, from: next.url });
    }
  }
  return found;
}

async function look(visitor: Visitor, url: string, from: string, kind: string) {
  const { status, html, location } = await visitor.get(url);
  if (location !== null) {
    return { page: { url, kind, from, status, wrong: [], isPage: false }, links: ownLinks([location], url) };
  }
  const isPage = html.startsWith('<!');
  const facts = isPage ? pageFacts(html) : { links: [], wrong: [] };
  return { page: { url, kind, from, status, wrong: facts.wrong, isPage }, links: ownLinks(facts.links, url) };
}

/** Links to pages of ours, absolute, without the part of the page they go to. */
function ownLinks(links: readonly string[], page: string): string[] {
  const here = new URL(page, 'http://here');
  return links.flatMap(link => {
    if (link.startsWith('#') || !URL.canParse(link, here)) return [];
    const { origin, pathname, search } = new URL(link, here);
    return origin === 'http://here' && !pathname.startsWith('/assets/') ? [pathname + search] : [];
  });
}
