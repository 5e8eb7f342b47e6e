/** What can be said of a page from its markup alone: its title, headings, links, and what is wrong with its structure. */
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

export type PageFacts = {
  title: string;
  /** Addresses of links and of forms that only look, as they stand in the page. */
  links: readonly string[];
  /** What is wrong, a sentence each; empty when all is well. */
  wrong: readonly string[];
};

/** Reads a whole page as a browser would build it. */
export function pageFacts(markup: string): PageFacts {
  const all = elementsOf(parse(markup));
  const named = (name: string): Element[] => all.filter(one => one.tagName === name);
  const title = textOf(named('title')[0]);
  const links = named('a').flatMap(one => attribute(one, 'href') ?? []);
  const headings = named('h1');
  const wrong = [
    ...(title === '' ? ['has no title'] : []),
    ...(headings.length === 1 ? [] : [`has ${headings.length} first headings`]),
    ...(headings.some(one => textOf(one) === '') ? ['has an empty first heading'] : []),
    ...(named('main').length === 1 ? [] : [`has ${named('main').length} main parts`]),
    ...twice(all.flatMap(one => attribute(one, 'id') ?? [])).map(id => `uses the id "${id}" twice`),
    ...brokenReferences(all),
    ...nonsenseIn(textOf(named('body')[0])),
  ];
  return { title, links, wrong };
}

/** Words that only a slip puts on a page. */
function nonsenseIn(text: string): string[] {
  const found = /\b(?:undefined|NaN|null|\[object \w+\]|Invalid Date)\b/.exec(text);
  return found === null ? [] : [`says "${text.slice(Math.max(0, found.index - 40), found.index + 40)}"`];
}

function brokenReferences(all: readonly Element[]): string[] {
  const ids = new Set(all.flatMap(one => attribute(one, 'id') ?? []));
  const names = ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls'];
  const own = all.flatMap(one => (attribute(one, 'href')?.startsWith('#') === true ? [one] : []));
  const within = own.map(one => (attribute(one, 'href') ?? '').slice(1)).filter(id => id !== '' && !ids.has(id));
  const referred = all.flatMap(one => names.flatMap(name => (attribute(one, name) ?? '').split(/\s+/).filter(Boolean)));
  const missing = new Set([...within, ...referred.filter(id => !ids.has(id))]);
  return [...missing].map(id => `refers to "${id}", which is not there`);
}

function twice(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, at) => names.indexOf(name) !== at))];
}

function elementsOf(node: Node): Element[] {
  const own = 'tagName' in node ? [node] : [];
  return 'childNodes' in node ? [...own, ...node.childNodes.flatMap(elementsOf)] : own;
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find(one => one.name === name)?.value;
}

function textOf(node: Node | undefined): string {
  if (node === undefined) return '';
  if ('value' in node) return node.value;
  if (!('childNodes' in node) || node.nodeName === 'script') return '';
  return node.childNodes.map(textOf).join('').trim();
}
