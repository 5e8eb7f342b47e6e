/**
 * Puts the files of a pack together: each file holds some of the policy's keys, each letter has a file of its own, and
 * `extends` starts from another pack. Written down in docs/changing-a-policy.md.
 */
import { fault, type Located, type PackFault, type PackText, readYaml } from './located.ts';

type MapNode = Extract<Located, { is: 'map' }>;
export type Assembled = { tree: MapNode | null; extends: string | null; faults: PackFault[] };

/** Files of the pack that another one extends travel under this folder, so that a stored pack is whole. */
export const BASE_FOLDER = 'extends/';
/** Lies beside a pack, is no part of it. */
const NOT_OF_THE_PACK = new Set(['expected-findings.yaml']);

/** Whether a file of this name is part of a pack. */
export function belongsToPack(name: string): boolean {
  return name.endsWith('.yaml') && !NOT_OF_THE_PACK.has(name);
}

function inPack(name: string): string {
  return name.startsWith(BASE_FOLDER) ? name.slice(BASE_FOLDER.length) : name;
}

/** One tree from all files, without its base; letters turned into the policy's two lists. */
export function assemble(files: readonly PackText[]): Assembled {
  const faults: PackFault[] = [];
  const top = new Map<string, Located>();
  const letters: Located[] = [];
  let root: MapNode | null = null;
  for (const file of files) {
    const read = readYaml(file);
    faults.push(...read.faults);
    if (read.tree === null) continue;
    if (read.tree.is !== 'map') {
      faults.push(fault(read.tree.at, 'something else', 'a mapping of keys to values'));
      continue;
    }
    if (inPack(file.name).startsWith('letters/')) {
      letters.push(read.tree);
      continue;
    }
    if (root === null || inPack(file.name) === 'pack.yaml') root = read.tree;
    faults.push(...collect(read.tree, top, letters));
  }
  if (root === null) return { tree: null, extends: null, faults };
  const named = top.get('extends');
  top.delete('extends');
  if (letters.length > 0)
    top.set('letters', { is: 'list', items: letters, at: { ...(letters[0]?.at ?? root.at), path: 'letters' } });
  const tree: MapNode = { is: 'map', entries: top, at: { ...root.at, path: '' } };
  if (named === undefined) return { tree, extends: null, faults };
  if (named.is === 'scalar' && typeof named.value === 'string') return { tree, extends: named.value, faults };
  faults.push(fault(named.at, 'something else', "the id of another pack, like 'code-2024'"));
  return { tree, extends: null, faults };
}

function collect(tree: MapNode, top: Map<string, Located>, letters: Located[]): PackFault[] {
  const faults: PackFault[] = [];
  for (const [key, value] of tree.entries) {
    const earlier = top.get(key);
    if (earlier !== undefined) {
      faults.push(fault(value.at, key, `this key in one file only; it stands in ${earlier.at.file} too`));
    } else if (key === 'letters') {
      if (value.is === 'list') letters.push(...value.items);
      else faults.push(fault(value.at, 'something else', 'a list of letters'));
    } else top.set(key, value);
  }
  return faults;
}

/** What a policy says of itself is never taken over from the pack that it extends. */
const NOT_INHERITED = ['id', 'kind', 'landlord', 'version', 'source', 'gaps', 'ourReadings'];

/** The tree with its base under it: mappings key by key, everything else replaced; `add` appends to lists, or replaces by id. */
export function extend(own: MapNode, base: MapNode): { tree: MapNode; faults: PackFault[] } {
  const faults: PackFault[] = [];
  const entries = new Map(own.entries);
  const additions = entries.get('add');
  const ownLetters = entries.get('letters');
  entries.delete('add');
  entries.delete('letters');
  const inherited = new Map([...base.entries].filter(([key]) => !NOT_INHERITED.includes(key)));
  const tree = overlay({ ...own, entries }, { ...base, entries: inherited });
  if (ownLetters?.is === 'list') tree.entries.set('letters', mergeLetters(ownLetters, tree.entries.get('letters')));
  if (additions?.is === 'map') {
    for (const [key, list] of additions.entries) {
      const present = tree.entries.get(key);
      if (list.is === 'list' && present?.is === 'list') tree.entries.set(key, append(present, list));
      else faults.push(fault(list.at, key, 'a list, under a key whose inherited value is a list'));
    }
  } else if (additions !== undefined) faults.push(fault(additions.at, 'something else', 'a mapping of keys to lists'));
  return { tree, faults };
}

function overlay(own: MapNode, base: MapNode): MapNode {
  const entries = new Map(base.entries);
  for (const [key, value] of own.entries) {
    const under = base.entries.get(key);
    entries.set(key, value.is === 'map' && under?.is === 'map' ? overlay(value, under) : value);
  }
  return { is: 'map', entries, at: own.at };
}

function append(inherited: Located & { is: 'list' }, added: Located & { is: 'list' }): Located {
  const replaced = new Set(added.items.map(item => fieldOf(item, 'id')));
  const kept = inherited.items.filter(item => {
    const known = fieldOf(item, 'id');
    return known === null || !replaced.has(known);
  });
  return { is: 'list', items: [...kept, ...added.items], at: added.at };
}

function mergeLetters(own: Located & { is: 'list' }, base: Located | undefined): Located {
  if (base?.is !== 'list') return own;
  const items = new Map(base.items.map(item => [letterKey(item), item]));
  for (const item of own.items) {
    const under = items.get(letterKey(item));
    items.set(letterKey(item), item.is === 'map' && under?.is === 'map' ? overlay(item, under) : item);
  }
  return { is: 'list', items: [...items.values()], at: own.at };
}

/** Turns the letters, each with its `required` and `wording`, into the policy's two lists. */
export function splitLetters(tree: MapNode): { tree: MapNode; faults: PackFault[] } {
  const letters = tree.entries.get('letters');
  if (letters?.is !== 'list') return { tree, faults: [] };
  const faults: PackFault[] = [];
  const required: Located[] = [];
  const wording: Located[] = [];
  const seen = new Map<string, Located>();
  for (const letter of letters.items) {
    if (letter.is !== 'map') {
      faults.push(fault(letter.at, 'something else', 'a letter: kind, stage, required and wording'));
      continue;
    }
    const earlier = seen.get(letterKey(letter));
    if (earlier !== undefined) {
      faults.push(fault(letter.at, letterKey(letter), `each letter once; it stands in ${earlier.at.file} too`));
    }
    seen.set(letterKey(letter), letter);
    for (const [key, value] of letter.entries) {
      if (!['kind', 'stage', 'required', 'wording'].includes(key)) {
        faults.push(fault(value.at, key, 'one of: kind, stage, required, wording'));
      }
    }
    required.push(withHead(letter, 'required'));
    wording.push(withHead(letter, 'wording'));
  }
  const both: [string, Located][] = [
    ['required', { is: 'list', items: required, at: letters.at }],
    ['wording', { is: 'list', items: wording, at: letters.at }],
  ];
  const entries = new Map(tree.entries);
  entries.set('letters', { is: 'map', entries: new Map(both), at: letters.at });
  return { tree: { ...tree, entries }, faults };
}

function withHead(letter: MapNode, part: 'required' | 'wording'): Located {
  const body = letter.entries.get(part);
  const entries = new Map<string, Located>();
  for (const key of ['kind', 'stage']) {
    const value = letter.entries.get(key);
    if (value !== undefined) entries.set(key, value);
  }
  if (part === 'required' && body !== undefined) entries.set('items', body);
  if (part === 'wording' && body?.is === 'map') for (const [key, value] of body.entries) entries.set(key, value);
  return { is: 'map', entries, at: letter.at };
}

function letterKey(letter: Located): string {
  return `${fieldOf(letter, 'kind')} ${fieldOf(letter, 'stage')}`;
}

function fieldOf(node: Located, key: string): string | null {
  const value = node.is === 'map' ? node.entries.get(key) : undefined;
  return value?.is === 'scalar' ? String(value.value) : null;
}
