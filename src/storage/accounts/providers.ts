/** A landlord's sign-in provider: what was settled about it, and who is who there. */
import type { ProviderSettings } from '../../domain/access/provider.ts';
import type { Instant } from '../../domain/calendar/dates.ts';
import type { Tx } from '../landlord-transaction.ts';
import type { Database } from '../pools.ts';
import type { Whose } from './names.ts';

export type KeptProvider = { revision: number; settings: ProviderSettings; clientSecret: Buffer };

/** What holds now; null where there is no provider, or it was switched off. */
export async function providerOf(tx: Tx, landlordId: string): Promise<KeptProvider | null> {
  const row = await tx
    .selectFrom('sign_in_provider')
    .select(['revision', 'settings', 'client_secret'])
    .where('landlord_id', '=', landlordId)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined || row.settings === null || row.client_secret === null) return null;
  return { revision: row.revision, settings: row.settings, clientSecret: row.client_secret };
}

/** Settles it anew, or switches it off (`null`). The secrets of earlier revisions are thrown away. */
export async function settleProvider(
  tx: Tx,
  landlordId: string,
  settled: { settings: ProviderSettings; clientSecret: Buffer } | null,
  { actor, now }: { actor: string; now: Instant },
): Promise<void> {
  const last = await tx
    .selectFrom('sign_in_provider')
    .select('revision')
    .where('landlord_id', '=', landlordId)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst();
  await tx.updateTable('sign_in_provider').set({ client_secret: null }).where('landlord_id', '=', landlordId).execute();
  await tx
    .insertInto('sign_in_provider')
    .values({
      ...{ landlord_id: landlordId, revision: (last?.revision ?? 0) + 1, actor, set_at: now },
      ...{ settings: settled === null ? null : JSON.stringify(settled.settings) },
      client_secret: settled?.clientSecret ?? null,
    })
    .execute();
  await tx
    .updateTable('landlord')
    .set({ provider_name: settled?.settings.name ?? null })
    .where('landlord_id', '=', landlordId)
    .execute();
}

/** A landlord whose people come in through a provider, as the page for signing in offers it. */
export type OfferedProvider = { landlordId: string; slug: string; landlord: string; name: string };

/** So many are offered on the page; whoever has more gives out an address each. */
const mostOffered = 20;

export async function offeredProviders({ kysely }: Pick<Database, 'kysely'>): Promise<OfferedProvider[]> {
  const rows = await kysely
    .selectFrom('landlord')
    .select(['landlord_id', 'slug', 'name', 'provider_name'])
    .where('provider_name', 'is not', null)
    .orderBy('name')
    .limit(mostOffered)
    .execute();
  return rows.map(row => ({
    landlordId: row.landlord_id,
    slug: row.slug,
    landlord: row.name,
    name: row.provider_name ?? '',
  }));
}

/** The landlord of a short name that has a provider; null where there is none. */
export async function offeredProvider(
  { kysely }: Pick<Database, 'kysely'>,
  slug: string,
): Promise<OfferedProvider | null> {
  const row = await kysely
    .selectFrom('landlord')
    .select(['landlord_id', 'slug', 'name', 'provider_name'])
    .where('slug', '=', slug)
    .executeTakeFirst();
  if (row === undefined || row.provider_name === null) return null;
  return { landlordId: row.landlord_id, slug: row.slug, landlord: row.name, name: row.provider_name };
}

export type Identity = { issuer: string; subject: string };

/** Whose identity it is; null where it is nobody's here. */
export async function whoseIdentity(tx: Tx, landlordId: string, { issuer, subject }: Identity): Promise<string | null> {
  const row = await tx
    .selectFrom('provider_identity')
    .select('person_id')
    .where('landlord_id', '=', landlordId)
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst();
  return row?.person_id ?? null;
}

/** The identity of somebody; null where they have none. */
export async function identityOf(
  tx: Tx,
  { landlordId, personId }: Whose,
): Promise<(Identity & { boundAt: Instant }) | null> {
  const row = await tx
    .selectFrom('provider_identity')
    .select(['issuer', 'subject', 'bound_at'])
    .where('landlord_id', '=', landlordId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row === undefined ? null : { issuer: row.issuer, subject: row.subject, boundAt: row.bound_at };
}

/** Gives somebody this identity, in place of one they had. */
export async function bindIdentity(tx: Tx, whose: Whose, { issuer, subject }: Identity, now: Instant): Promise<void> {
  await unbindIdentity(tx, whose);
  await tx
    .insertInto('provider_identity')
    .values({ landlord_id: whose.landlordId, issuer, subject, person_id: whose.personId, bound_at: now })
    .execute();
}

export async function unbindIdentity(tx: Tx, { landlordId, personId }: Whose): Promise<void> {
  await tx
    .deleteFrom('provider_identity')
    .where('landlord_id', '=', landlordId)
    .where('person_id', '=', personId)
    .execute();
}

export async function noteCameIn(tx: Tx, { landlordId, personId }: Whose, now: Instant): Promise<void> {
  await tx
    .updateTable('provider_identity')
    .set({ signed_in_at: now })
    .where('landlord_id', '=', landlordId)
    .where('person_id', '=', personId)
    .execute();
}

/** When each person last came in through the provider, for those who are known there. */
export async function cameInTimes(tx: Tx, landlordId: string): Promise<Map<string, Instant | null>> {
  const rows = await tx
    .selectFrom('provider_identity')
    .select(['person_id', 'signed_in_at'])
    .where('landlord_id', '=', landlordId)
    .execute();
  return new Map(rows.map(row => [row.person_id, row.signed_in_at]));
}
