/** Turns what the schema found into faults with a place in a file, all of them, in the words of somebody writing a pack. */
import type { z } from 'zod';
import { fault, follow, type Located, type PackFault, shown } from './located.ts';

type Issue = z.core.$ZodIssue;

const TYPES: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping of keys to values',
  record: 'a mapping of keys to values',
};

/** Every fault behind these issues, in the order of the schema; an unknown key is one fault each. */
export function schemaFaults(issues: readonly Issue[], tree: Located): PackFault[] {
  return issues.flatMap(issue => faultsOf(issue, issue.path, tree));
}

function faultsOf(issue: Issue, path: readonly PropertyKey[], tree: Located): PackFault[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(key => placed(tree, [...path, key], issue.message));
  }
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const branch = nearestBranch(issue.errors);
    if (branch !== null) return branch.flatMap(inner => faultsOf(inner, [...path, ...inner.path], tree));
  }
  return [placed(tree, path, expectedBy(issue))];
}

/** The branch of a union that the writer most likely meant: the one whose faults lie deepest. Null: none got further than its top. */
function nearestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | null {
  const meant = branches.filter(issues =>
    issues.every(({ path, code }) => path.length > 0 && code !== 'unrecognized_keys'),
  );
  return meant.length === 1 ? (meant[0] ?? null) : null;
}

function expectedBy(issue: Issue): string {
  if (issue.code === 'invalid_type') {
    return issue.message.startsWith('Invalid input') ? (TYPES[issue.expected] ?? issue.expected) : issue.message;
  }
  if (issue.code === 'invalid_value') return oneOf(issue.values.map(String));
  return issue.message.startsWith('Invalid input') ? 'another shape: see docs/changing-a-policy.md' : issue.message;
}

function placed(tree: Located, path: readonly PropertyKey[], expected: string): PackFault {
  const { node, missing } = follow(tree, path);
  if (missing.length === 0) return fault(node.at, shown(node), expected);
  const rest = missing.map(key => (typeof key === 'number' ? `[${key}]` : `.${wordFor(String(key), path)}`)).join('');
  const place = { ...node.at, path: `${node.at.path}${rest}`.replace(/^\./, '') };
  return fault(place, 'nothing', expected);
}

/** In the files a letter's list of items stands under `required`. */
function wordFor(key: string, path: readonly PropertyKey[]): string {
  return key === 'items' && path[0] === 'letters' ? 'required' : key;
}

/** What a schema says about a key it does not know: the keys it does. Given to `safeParse` as its `error`. */
export function wordIssue(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code !== 'unrecognized_keys') return undefined;
  const known = issue.inst !== undefined && 'shape' in issue.inst ? issue.inst.shape : null;
  return known !== null && typeof known === 'object'
    ? `no such key here; known: ${Object.keys(known).join(', ')}`
    : 'no such key here';
}

function oneOf(values: readonly string[]): string {
  return values.length === 1 ? (values[0] ?? '') : `one of: ${values.join(', ')}`;
}
