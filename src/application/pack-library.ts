/** The policy packs that cases are judged by: those shipped, and, by their hash, every version a landlord ever worked under. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { LocalDate } from '../domain/calendar/dates.ts';
import { type ClockRules, clockRules } from '../domain/complaint/clock-rules.ts';
import { effectivePolicy } from '../domain/policy/effective.ts';
import { firstInForce, policyInForce } from '../domain/policy/in-force.ts';
import type { Policy } from '../domain/policy/policy.ts';
import {
  faultLine,
  isFaults,
  type LoadedPack,
  loadPack,
  loadPackFromBytes,
} from '../outside/policy-files/load-pack.ts';
import type { Tx } from '../storage/landlord-transaction.ts';
import { packBytes } from '../storage/packs.ts';

export type PolicyInForce = { policy: Policy; code: Policy; rules: ClockRules; hash: string };

/** A landlord's versions as the store keeps them. */
export type KeptPacks = {
  landlordId: string;
  policyId: string;
  /** The hashes of all versions ever loaded for it, the latest loaded first. */
  hashes: readonly string[];
};

export type PackLibrary = {
  code: Policy;
  /** Every pack of a landlord that is shipped, by id. */
  shipped: ReadonlyMap<string, LoadedPack>;
  /** The shipped version of a landlord's pack, whatever the day. */
  current(policyId: string): PolicyInForce;
  /** The version a landlord works under on a day. Before its first one that is the first, so that an old complaint can be judged. */
  inForce(tx: Tx, kept: KeptPacks, on: LocalDate): Promise<PolicyInForce>;
  /** The version of this hash, which a case was received under, with the parts that follow the present one (MGL-45, R67). */
  pinned(tx: Tx, landlordId: string, hash: string, present: PolicyInForce): Promise<PolicyInForce>;
};

/** Why the packs cannot be worked with: sentences for whoever starts the product. */
export class PackRefused extends Error {
  override readonly name = 'PackRefused';
}

const codeId = 'code-2024';

/** Reads every pack in the folder. Throws one `PackRefused` with all faults of all packs. */
export async function openPackLibrary(folder: string): Promise<PackLibrary> {
  const shipped = await readPacks(folder);
  const code = shipped.get(codeId)?.policy;
  if (code === undefined)
    throw new PackRefused(`The folder ${folder} has no pack ${codeId}, without which nothing can be judged.`);
  const byHash = new Map([...shipped.values()].map(pack => [pack.hash, pack.policy]));
  const ready = new Map<string, PolicyInForce>();

  const made = (key: string, hash: string, policy: () => Policy): PolicyInForce => {
    const known = ready.get(key);
    if (known !== undefined) return known;
    const found = policy();
    const fresh = { policy: found, code, rules: clockRules(found, code), hash };
    ready.set(key, fresh);
    return fresh;
  };
  const whole = async (tx: Tx, landlordId: string, hash: string): Promise<Policy> => {
    const policy = byHash.get(hash) ?? (await storedPack(tx, landlordId, hash));
    byHash.set(hash, policy);
    return policy;
  };
  const current: PackLibrary['current'] = policyId => {
    const pack = shipped.get(policyId);
    if (pack === undefined) throw new PackRefused(`There is no policy pack "${policyId}" in ${folder}.`);
    return made(pack.hash, pack.hash, () => pack.policy);
  };
  const inForce: PackLibrary['inForce'] = async (tx, { landlordId, policyId, hashes }, on) => {
    // Whoever puts older files back withdraws what was loaded after them.
    const since = Math.max(0, hashes.indexOf(shipped.get(policyId)?.hash ?? ''));
    const versions = new Map<Policy, string>();
    for (const hash of hashes.slice(since)) versions.set(await whole(tx, landlordId, hash), hash);
    const policies = [...versions.keys()];
    const policy = policyInForce(policies, on)?.policy ?? firstInForce(policies);
    const hash = policy === null ? undefined : versions.get(policy);
    return policy === null || hash === undefined ? current(policyId) : made(hash, hash, () => policy);
  };
  const pinned: PackLibrary['pinned'] = async (tx, landlordId, hash, present) => {
    if (hash === present.hash) return present;
    const then = await whole(tx, landlordId, hash);
    return made(`${hash} ${present.hash}`, hash, () => effectivePolicy(then, present.policy));
  };
  return { code, shipped, current, inForce, pinned };
}

async function readPacks(folder: string): Promise<Map<string, LoadedPack>> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter(entry => entry.isDirectory() && entry.name !== 'calendars').map(entry => entry.name);
  const loaded = await Promise.all(names.map(async name => [name, await loadPack(join(folder, name))] as const));
  const faults = loaded.flatMap(([name, pack]) =>
    isFaults(pack) ? pack.map(fault => `${name}: ${faultLine(fault)}`) : [],
  );
  const byId = new Map<string, LoadedPack>();
  for (const [name, pack] of loaded) {
    if (isFaults(pack)) continue;
    const { id } = pack.policy;
    if (byId.has(id))
      faults.push(`${name}: its id is "${id}", which another folder has. A new version takes the old one's place.`);
    byId.set(id, pack);
  }
  if (faults.length > 0) throw new PackRefused(`These policy packs cannot be used:\n${faults.join('\n')}`);
  return byId;
}

async function storedPack(tx: Tx, landlordId: string, hash: string): Promise<Policy> {
  const bytes = await packBytes(tx, landlordId, hash);
  if (bytes === null) throw new Error(`The policy pack ${hash} that a case was received under is not stored.`);
  const loaded = loadPackFromBytes(bytes);
  if (isFaults(loaded))
    throw new Error(`The stored policy pack ${hash} cannot be read: ${loaded.map(faultLine).join('; ')}`);
  return loaded.policy;
}
