/** A landlord's sign-in provider as it is settled now, ready to be spoken to. */
import type { ProviderSettings } from '../../../domain/access/provider.ts';
import type { ProviderClient } from '../../../outside/sign-in/providers.ts';
import {
  type OfferedProvider,
  offeredProvider,
  offeredProviders,
  providerOf,
} from '../../../storage/accounts/providers.ts';
import type { Tx } from '../../../storage/landlord-transaction.ts';
import type { Application } from '../../application.ts';

export type SettledProvider = { revision: number; settings: ProviderSettings; client: ProviderClient };

const about = (landlordId: string): string => `client secret ${landlordId}`;

/** The provider of a landlord; null where there is none. Throws where the installation's secret is another one by now. */
export async function settledProvider(app: Application, tx: Tx, landlordId: string): Promise<SettledProvider | null> {
  const kept = await providerOf(tx, landlordId);
  if (kept === null) return null;
  const { revision, settings } = kept;
  const clientSecret = (await app.proving.sealing()).open(about(landlordId), kept.clientSecret);
  if (clientSecret === null)
    throw new Error('The secret for the sign-in provider was sealed under another secret. Settle it again.');
  const { issuer, clientId, scopes } = settings;
  return { revision, settings, client: { key: `${landlordId} ${revision}`, issuer, clientId, clientSecret, scopes } };
}

export async function sealClientSecret(app: Application, landlordId: string, secret: string): Promise<Buffer> {
  return (await app.proving.sealing()).seal(about(landlordId), secret);
}

/** The providers that the page for signing in offers. */
export function providersOnOffer(app: Application): Promise<OfferedProvider[]> {
  return offeredProviders(app.database);
}

/** The provider of the landlord with this short name; null where there is none. */
export function providerOnOffer(app: Application, slug: string): Promise<OfferedProvider | null> {
  return /^[a-z0-9-]{1,60}$/.test(slug) ? offeredProvider(app.database, slug) : Promise.resolve(null);
}
