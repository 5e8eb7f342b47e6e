/** The policy packs that cases are judged by: those shipped, and, by their hash, those that older cases were received under. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type ClockRules, clockRules } from '../domain/complaint/clock-rules.ts';
import { effectivePolicy } from '../domain/policy/effective.ts';
import type { Policy } from '../domain/policy/policy.ts';
import {
  faultLine,
  isFaults,
  type LoadedPack,
  loadPack,
  loadPackFromBytes,
} from '../outside/policy-files/load-pack.ts';
import type { Tx } from '../storage/landlord-transaction.ts';

export type PolicyInForce = { policy: Policy; code: Policy; rules: ClockRules; hash: string };

export type PackLibrary = {
  code: Policy;
  /** Every pack of a landlord that is shipped, by id. */
  shipped: ReadonlyMap<string, LoadedPack>;
  /** The pack a landlord works under today. */
  current(policyId: string): PolicyInForce;
  /** The pack a case was received under, with the parts that follow the present one (pinned and current parts). */
  forCase(tx: Tx, landlordId: string, policyId: string, hash: string): Promise<PolicyInForce>;
};

const codeId = 'code-2024';

/** Reads every pack in the folder. Throws one error with all faults of all packs. */
export async function openPackLibrary(folder: string): Promise<PackLibrary> {
  const shipped = await readPacks(folder);
  const code = shipped.get(codeId)?.policy;
  if (code === undefined)
    throw new Error(`The folder ${folder} has no pack ${codeId}, without which nothing can be judged.`);
  const byHash = new Map([...shipped.values()].map(pack => [pack.hash, pack.policy]));
  const ready = new Map<string, PolicyInForce>();

  const current = (policyId: string): PolicyInForce => {
    const pack = shipped.get(policyId);
    if (pack === undefined) throw new Error(`There is no policy pack "${policyId}" in ${folder}.`);
    return inForce(pack.policy, pack.hash);
  };
  const inForce = (policy: Policy, hash: string): PolicyInForce => {
    const known = ready.get(hash);
    if (known !== undefined) return known;
    const made = { policy, code, rules: clockRules(policy, code), hash };
    ready.set(hash, made);
    return made;
  };
  const forCase: PackLibrary['forCase'] = async (tx, landlordId, policyId, hash) => {
    const now = current(policyId);
    if (hash === now.hash) return now;
    const pinned = byHash.get(hash) ?? (await storedPack(tx, landlordId, hash));
    byHash.set(hash, pinned);
    return inForce(effectivePolicy(pinned, now.policy), hash);
  };
  return { code, shipped, current, forCase };
}

async function readPacks(folder: string): Promise<Map<string, LoadedPack>> {
  const entries = await readdir(folder, { withFileTypes: true });
  const ids = entries.filter(entry => entry.isDirectory() && entry.name !== 'calendars').map(entry => entry.name);
  const loaded = await Promise.all(ids.map(async id => [id, await loadPack(join(folder, id))] as const));
  const faults = loaded.flatMap(([id, pack]) =>
    isFaults(pack) ? pack.map(fault => `${id}: ${faultLine(fault)}`) : [],
  );
  if (faults.length > 0) throw new Error(`These policy packs cannot be used:\n${faults.join('\n')}`);
  return new Map(loaded.flatMap(([id, pack]) => (isFaults(pack) ? [] : [[id, pack]])));
}

async function storedPack(tx: Tx, landlordId: string, hash: string): Promise<Policy> {
  const row = await tx
    .selectFrom('pack')
    .select('bytes')
    .where('landlord_id', '=', landlordId)
    .where('pack_hash', '=', hash)
    .executeTakeFirst();
  if (row === undefined) throw new Error(`The policy pack ${hash} that a case was received under is not stored.`);
  const loaded = loadPackFromBytes(row.bytes);
  if (isFaults(loaded))
    throw new Error(`The stored policy pack ${hash} cannot be read: ${loaded.map(faultLine).join('; ')}`);
  return loaded.policy;
}
