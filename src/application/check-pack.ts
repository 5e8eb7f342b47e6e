/** Finds a policy pack by its id or path, reads it with the Code it works to, and compares the two. */
import { access, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LocalDate } from '../domain/calendar/dates.ts';
import type { Finding } from '../domain/policy/check/finding.ts';
import { checkPolicy } from '../domain/policy/check.ts';
import type { Policy } from '../domain/policy/policy.ts';
import { faultLine, isFaults, loadPack } from '../outside/policy-files/load-pack.ts';

/** What was found, or why the pack cannot be read: one sentence or line each. */
export type CheckedPack =
  | { readonly readable: true; readonly pack: string; readonly code: string; readonly findings: readonly Finding[] }
  | { readonly readable: false; readonly problems: readonly string[] };

type Read = { readonly policy: Policy } | { readonly problems: readonly string[] };

const shipped = fileURLToPath(new URL('../../policies', import.meta.url));

/**
 * Compares a pack with the Code on the day `today`. `pack` is the id of a pack in `packs` (the shipped ones, unless told
 * otherwise), or the path of a folder or a file; an id comes first.
 */
export async function checkPack(pack: string, today: LocalDate, packs = shipped): Promise<CheckedPack> {
  const path = await pathOf(pack, packs);
  if (path === null) return { readable: false, problems: [await notThere(pack, packs)] };
  const own = await read(path, packs);
  if ('problems' in own) return { readable: false, problems: own.problems };
  const code = await read(join(packs, own.policy.code), packs);
  if ('problems' in code) return { readable: false, problems: code.problems };
  if (code.policy.kind !== 'code') {
    return {
      readable: false,
      problems: [`${own.policy.id} names ${code.policy.id} as its Code, and that is a landlord's pack.`],
    };
  }
  const findings = checkPolicy(own.policy, code.policy, today);
  return { readable: true, pack: own.policy.id, code: code.policy.id, findings };
}

async function pathOf(pack: string, packs: string): Promise<string | null> {
  const ids = await packIds(packs);
  if (ids.includes(pack)) return join(packs, pack);
  return (await exists(pack)) ? pack : null;
}

async function notThere(pack: string, packs: string): Promise<string> {
  const ids = await packIds(packs);
  return `There is no pack, folder or file called "${pack}". The packs here are: ${ids.join(', ')}.`;
}

/** The folders that hold a pack, by name. */
async function packIds(packs: string): Promise<string[]> {
  const folders = (await readdir(packs, { withFileTypes: true })).filter(entry => entry.isDirectory());
  const names = folders.map(folder => folder.name).toSorted();
  const holds = await Promise.all(names.map(name => exists(join(packs, name, 'pack.yaml'))));
  return names.filter((_, index) => holds[index]);
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

async function read(path: string, packs: string): Promise<Read> {
  try {
    const loaded = await loadPack(path, packs);
    return isFaults(loaded) ? { problems: loaded.map(faultLine) } : { policy: loaded.policy };
  } catch (error) {
    // Only the file system may fail here; anything else is a fault of ours and goes on up.
    if (!(error instanceof Error && 'code' in error)) throw error;
    return { problems: [`${path} cannot be read: ${error.message}`] };
  }
}
