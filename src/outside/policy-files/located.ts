/** YAML as values that remember where they stand: file, line, column and path, so that every error can say so. */
import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';

/** A file of a pack by its name inside the pack's folder, with `/` between folders. */
export type PackText = { name: string; text: string };

export type Place = { file: string; line: number; column: number; path: string };

export type Located =
  | { is: 'map'; entries: Map<string, Located>; at: Place }
  | { is: 'list'; items: Located[]; at: Place }
  | { is: 'scalar'; value: string | number | boolean | null; at: Place };

/** Something wrong with a pack: where, what stands there, and what was expected instead. */
export type PackFault = { file: string; line: number; column: number; path: string; value: string; expected: string };

/** The tree of one file, with what is wrong with it as YAML: syntax, a key twice, anchors, a value that is no plain value. */
export function readYaml({ name, text }: PackText): { tree: Located | null; faults: PackFault[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    schema: 'core',
    uniqueKeys: true,
    prettyErrors: false,
    lineCounter: lines,
    merge: false,
  });
  const faults = [...document.errors, ...document.warnings].map(error => {
    const { line, col } = lines.linePos(error.pos[0]);
    const found = firstLine(text.slice(error.pos[0], Math.max(error.pos[1], error.pos[0] + 1)));
    const expected =
      error.code === 'DUPLICATE_KEY'
        ? 'each key once in its mapping'
        : `YAML that can be read (${firstLine(error.message)})`;
    return { file: name, line, column: col, path: '', value: found, expected };
  });
  if (faults.length > 0) return { tree: null, faults };
  if (document.contents === null) {
    const at = { file: name, line: 1, column: 1, path: '' };
    return { tree: null, faults: [fault(at, 'nothing', 'a mapping of keys to values')] };
  }
  const read: Reading = { file: name, lines, faults: [] };
  const tree = locate(document.contents, '', read);
  return { tree, faults: read.faults };
}

type Reading = { file: string; lines: LineCounter; faults: PackFault[] };

function locate(node: Node | null, path: string, read: Reading): Located {
  const offset = node?.range?.[0] ?? 0;
  const { line, col } = read.lines.linePos(offset);
  const at: Place = { file: read.file, line, column: col, path };
  if (node === null) return { is: 'scalar', value: null, at };
  if (isMap(node)) return { is: 'map', entries: entriesOf(node.items, path, read), at };
  if (isSeq(node)) {
    const items = node.items.map((item, index) => locate(asNode(item), `${path}[${index}]`, read));
    return { is: 'list', items, at };
  }
  if (isAlias(node)) read.faults.push(fault(at, `*${node.source}`, 'the value itself, not an alias'));
  if (!isScalar(node)) return { is: 'scalar', value: null, at };
  const { value } = node;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value === null) {
    return { is: 'scalar', value, at };
  }
  read.faults.push(fault(at, String(value), 'text, a number, true, false or null'));
  return { is: 'scalar', value: null, at };
}

function entriesOf(pairs: readonly { key: unknown; value: unknown }[], path: string, read: Reading) {
  const entries = new Map<string, Located>();
  for (const pair of pairs) {
    const name = isScalar(pair.key) ? String(pair.key.value) : '?';
    const value = locate(asNode(pair.value), path === '' ? name : `${path}.${name}`, read);
    // A key without a value stands where the key does.
    if (asNode(pair.value) === null && isScalar(pair.key)) {
      const { line, col } = read.lines.linePos(pair.key.range?.[0] ?? 0);
      value.at = { ...value.at, line, column: col };
    }
    entries.set(name, value);
  }
  return entries;
}

function asNode(value: unknown): Node | null {
  return isMap(value) || isSeq(value) || isScalar(value) || isAlias(value) ? value : null;
}

/** The plain value of a tree, ready for the schema. */
export function plain(tree: Located): unknown {
  if (tree.is === 'scalar') return tree.value;
  if (tree.is === 'list') return tree.items.map(plain);
  return Object.fromEntries([...tree.entries].map(([key, value]) => [key, plain(value)]));
}

/** The deepest node on the path, and whether the path goes on beyond it: then something is missing there. */
export function follow(tree: Located, path: readonly PropertyKey[]): { node: Located; missing: PropertyKey[] } {
  let node = tree;
  for (const [index, key] of path.entries()) {
    const next =
      node.is === 'map' ? node.entries.get(String(key)) : node.is === 'list' ? node.items[Number(key)] : undefined;
    if (next === undefined) return { node, missing: path.slice(index) };
    node = next;
  }
  return { node, missing: [] };
}

/** A fault at a place. */
export function fault(at: Place, value: string, expected: string): PackFault {
  return { file: at.file, line: at.line, column: at.column, path: at.path, value, expected };
}

/** A value as it is shown in an error: short, quoted where it is text. */
export function shown(node: Located): string {
  if (node.is === 'map') return 'a mapping';
  if (node.is === 'list') return node.items.length === 0 ? 'an empty list' : 'a list';
  const value = JSON.stringify(node.value);
  return value.length > 80 ? `${value.slice(0, 77)}…"` : value;
}

function firstLine(value: string): string {
  return value.split('\n')[0] ?? '';
}
