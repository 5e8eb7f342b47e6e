/** Keeping every version of a policy that a landlord has worked under, so that each complaint can keep its own (MGL-45). */
import { inLandlord } from '../storage/landlord-transaction.ts';
import { storePack } from '../storage/packs.ts';
import { type Application, timeNow } from './application.ts';
import { PackRefused } from './pack-library.ts';

/**
 * Keeps the shipped version of each landlord's pack where it is new. Throws `PackRefused`, with all there is to say, where a
 * version has other content than when it was first loaded: events and letters name that one; and where a pack is gone.
 */
export async function keepShippedPacks(app: Application): Promise<void> {
  const { now } = timeNow(app);
  const landlords = await app.database.kysely
    .selectFrom('landlord')
    .select(['landlord_id', 'name', 'policy_id', 'demonstration'])
    .orderBy('landlord_id')
    .execute();
  const refused: string[] = [];
  for (const { landlord_id, name, policy_id, demonstration } of landlords) {
    const pack = app.packs.shipped.get(policy_id);
    if (pack === undefined) {
      refused.push(`${name} works under the policy pack "${policy_id}", and no pack of that id is shipped.`);
      continue;
    }
    const { hash, bytes, policy } = pack;
    const { version } = policy.version;
    const kept = await inLandlord(app.database, landlord_id, tx =>
      storePack(tx, landlord_id, { policyId: policy_id, version, hash, bytes, loadedAt: now }),
    );
    if (kept === 'other-bytes') refused.push(otherBytes(name, policy_id, version, demonstration));
  }
  if (refused.length > 0) throw new PackRefused(refused.join('\n'));
}

function otherBytes(name: string, policyId: string, version: string, demonstration: boolean): string {
  const again = demonstration ? ' Or play the demonstration again under it: redress demo --bring-up-to-date.' : '';
  return (
    `The policy pack "${policyId}" says it is version "${version}", but differs from the version "${version}" that ${name} has ` +
    `been working under. Complaints and letters name that one: give the changed pack a new version.version, or put the files back.${again}`
  );
}
