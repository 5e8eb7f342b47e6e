/** Reads a policy pack: a folder of YAML files, one file, or the bytes of a pack stored earlier. All faults at once. */
import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Policy } from '../../domain/policy/policy.ts';
import { assemble, BASE_FOLDER, belongsToPack, extend, splitLetters } from './assemble.ts';
import { crossChecks, type KnownElsewhere } from './cross-checks.ts';
import { fault, type Located, type PackFault, type PackText, plain, readYaml } from './located.ts';
import { policySchema } from './policy-schema.ts';
import { schemaFaults, wordIssue } from './schema-faults.ts';

/** A pack that may be worked with. `hash` (SHA-256, hex) names these bytes and these alone; `bytes` make the same pack again. */
export type LoadedPack = { policy: Policy; hash: string; bytes: Uint8Array };

const CLAIM = /^( +state: )claimed$/gm;

type Surroundings = { known: KnownElsewhere; base: readonly PackText[] | null };

/**
 * Reads the pack in a folder (or in a single file). Another pack that it extends, the Code's register and our readings are
 * looked up in `packs`, the folder beside it unless said otherwise. Returns every fault where there is any; throws only for
 * a path that cannot be read.
 */
export async function loadPack(path: string, packs = dirname(path)): Promise<LoadedPack | PackFault[]> {
  const own = await readPackTexts(path);
  const { extends: extended, tree } = assemble(own);
  const known = await knownElsewhere(packs, codeOf(tree, extended));
  if (extended === null) return loadWith(own, { known, base: null });
  const base = await readPackTexts(join(packs, extended)).catch(() => null);
  return loadWith(own, { known, base });
}

/** Reads a pack from texts, such as those of a stored pack. What it cites outside itself is not looked up again. */
export function loadPackFromTexts(files: readonly PackText[]): LoadedPack | PackFault[] {
  const own = files.filter(({ name }) => !name.startsWith(BASE_FOLDER));
  const base = files.filter(({ name }) => name.startsWith(BASE_FOLDER)).map(withoutBaseFolder);
  return loadWith(own, { known: { code: null, readings: null }, base: base.length > 0 ? base : null });
}

/** Reads a pack from the bytes that `LoadedPack` carried. Throws where they are no such bytes. */
export function loadPackFromBytes(bytes: Uint8Array): LoadedPack | PackFault[] {
  const stored: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  if (!Array.isArray(stored)) throw new Error('These bytes are not a policy pack: expected a list of files.');
  return loadPackFromTexts(stored.map(asPackText));
}

/** The files of a pack, by name, in the order of their names. */
export async function readPackTexts(path: string): Promise<PackText[]> {
  if ((await stat(path)).isFile()) return [await readText(path, basename(path))];
  const names = (await readdir(path, { recursive: true })).map(name => name.replaceAll('\\', '/'));
  return Promise.all(
    names
      .filter(belongsToPack)
      .sort()
      .map(name => readText(join(path, name), name)),
  );
}

/** A fault as one line: file, line, path, what stands there, what was expected. */
export function faultLine({ file, line, column, path, value, expected }: PackFault): string {
  return `${file}:${line}:${column}: ${path === '' ? '' : `${path}: `}found ${value}, expected ${expected}`;
}

/** Whether loading ended in faults. */
export function isFaults(loaded: LoadedPack | PackFault[]): loaded is PackFault[] {
  return Array.isArray(loaded);
}

function loadWith(own: readonly PackText[], { known, base }: Surroundings): LoadedPack | PackFault[] {
  const whole = treeOf(own, base);
  if (whole.tree === null) return whole.faults;
  const read = policySchema.safeParse(plain(whole.tree), { error: wordIssue });
  const faults = [...whole.faults, ...(read.success ? [] : schemaFaults(read.error.issues, whole.tree))];
  if (read.success) faults.push(...crossChecks(read.data, whole.tree, known));
  if (faults.length > 0 || !read.success) return faults.sort(byPlace);
  const bytes = bytesOf([...own, ...(base ?? []).map(withBaseFolder)]);
  return { policy: read.data, hash: createHash('sha256').update(bytes).digest('hex'), bytes };
}

function treeOf(
  own: readonly PackText[],
  base: readonly PackText[] | null,
): { tree: Located | null; faults: PackFault[] } {
  const { tree, extends: extended, faults } = assemble(own);
  if (tree === null) return { tree, faults: faults.length > 0 ? faults : [emptyPack(own)] };
  if (extended === null) return merged(tree, faults);
  const under = base === null ? null : assemble(base.map(withBaseFolder));
  if (under === null || under.tree === null) {
    return { tree: null, faults: [...faults, fault(tree.at, extended, 'the id of a pack beside this one to extend')] };
  }
  if (under.extends !== null) {
    return { tree: null, faults: [...faults, fault(tree.at, extended, 'a pack that does not itself extend another')] };
  }
  const together = extend(tree, under.tree);
  return merged(together.tree, [...faults, ...under.faults, ...together.faults]);
}

function merged(tree: Parameters<typeof splitLetters>[0], faults: PackFault[]): { tree: Located; faults: PackFault[] } {
  const split = splitLetters(tree);
  return { tree: split.tree, faults: [...faults, ...split.faults] };
}

async function knownElsewhere(packs: string, code: string): Promise<KnownElsewhere> {
  return {
    code: await idsIn(join(packs, code, 'register.yaml'), 'register'),
    readings: await idsIn(join(packs, 'readings.yaml'), 'readings'),
  };
}

async function idsIn(path: string, list: string): Promise<ReadonlySet<string> | null> {
  const text = await readFile(path, 'utf8').catch(() => null);
  const tree = text === null ? null : readYaml({ name: path, text }).tree;
  const entries = tree?.is === 'map' ? tree.entries.get(list) : undefined;
  if (entries?.is !== 'list') return null;
  const ids = entries.items.map(item => (item.is === 'map' ? item.entries.get('id') : undefined));
  return new Set(ids.map(id => (id?.is === 'scalar' ? String(id.value) : '')));
}

function codeOf(tree: Located | null, extended: string | null): string {
  const code = tree?.is === 'map' ? tree.entries.get('code') : undefined;
  return code?.is === 'scalar' ? String(code.value) : (extended ?? 'code-2024');
}

/**
 * Canonical: UTF-8 JSON of [name, text] pairs in the order of names. Line ends are made plain, so that a checkout changes no
 * hash; and what the product claims to keep is no part of the policy, so that a claim changes none either.
 */
function bytesOf(files: readonly PackText[]): Uint8Array {
  const pairs = files.map(({ name, text }) => [name, text.replaceAll('\r\n', '\n').replace(CLAIM, '$1planned')]);
  pairs.sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
  return new TextEncoder().encode(JSON.stringify(pairs));
}

async function readText(path: string, name: string): Promise<PackText> {
  return { name, text: await readFile(path, 'utf8') };
}

function asPackText(pair: unknown): PackText {
  const [name, text]: unknown[] = Array.isArray(pair) ? pair : [];
  if (typeof name !== 'string' || typeof text !== 'string') {
    throw new Error('These bytes are not a policy pack: expected a name and a text for each file.');
  }
  return { name, text };
}

function withBaseFolder({ name, text }: PackText): PackText {
  return { name: `${BASE_FOLDER}${name}`, text };
}

function withoutBaseFolder({ name, text }: PackText): PackText {
  return { name: name.slice(BASE_FOLDER.length), text };
}

function emptyPack(files: readonly PackText[]): PackFault {
  const at = { file: files[0]?.name ?? 'pack.yaml', line: 1, column: 1, path: '' };
  return fault(at, 'no file with keys', 'YAML files with the parts of a policy: see docs/changing-a-policy.md');
}

function byPlace(a: PackFault, b: PackFault): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column;
}
