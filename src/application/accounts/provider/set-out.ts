/**
 * Setting out to a provider, and what has to come back. What only we may know lies sealed in a cookie of the browser that set out:
 * nothing is written for somebody who has proved nothing, and an answer in another browser opens nothing.
 */
import { randomBytes } from 'node:crypto';
import { addHours, type Instant } from '../../../domain/calendar/dates.ts';
import type { ProviderFault } from '../../../outside/sign-in/provider-faults.ts';
import type { Trip } from '../../../outside/sign-in/providers.ts';
import { readInLandlord } from '../../../storage/landlord-transaction.ts';
import { type Application, timeNow } from '../../application.ts';
import { settledProvider } from './settled.ts';

/** For so long somebody may take at the provider. */
export const tripMinutes = 15;

/** What they set out for: to come in; to accept an invitation; to prove again, in a session, who they are. */
export type Purpose = { kind: 'come-in' } | { kind: 'join'; token: string } | { kind: 'prove'; sessionId: string };

export type SetOut = {
  landlordId: string;
  revision: number;
  trip: Trip;
  purpose: Purpose;
  /** Where they wanted to go. */
  back: string;
  until: Instant;
};

const about = 'on the way to a sign-in provider';
const chance = (): string => randomBytes(32).toString('base64url');

/** Where to send the browser, and the cookie it takes along. Null where the landlord has no provider. */
export async function setOut(
  app: Application,
  { landlordId, purpose, back }: Pick<SetOut, 'landlordId' | 'purpose' | 'back'>,
  returnTo: string,
): Promise<{ kind: 'go'; address: string; cookie: string } | ProviderFault | null> {
  const provider = await readInLandlord(app.database, landlordId, tx => settledProvider(app, tx, landlordId));
  if (provider === null) return null;
  const trip: Trip = { state: chance(), nonce: chance(), verifier: chance() };
  const again = purpose.kind === 'prove';
  const address = await app.providers.address(provider.client, { back: returnTo, trip, again });
  if (typeof address !== 'string') return address;
  const until = addHours(timeNow(app).now, tripMinutes / 60);
  const out: SetOut = { landlordId, revision: provider.revision, trip, purpose, back, until };
  const sealed = (await app.proving.sealing()).seal(about, JSON.stringify(out));
  return { kind: 'go', address, cookie: sealed.toString('base64url') };
}

/** What this browser set out for; null where it did not, or too long ago. */
export async function openSetOut(app: Application, cookie: string | null): Promise<SetOut | null> {
  if (cookie === null) return null;
  const text = (await app.proving.sealing()).open(about, Buffer.from(cookie, 'base64url'));
  if (text === null) return null;
  // Sealed by us, so it has our own shape.
  const out = JSON.parse(text) as SetOut;
  return out.until > timeNow(app).now ? out : null;
}

/** Where one signs out of a landlord's provider as well; null where there is no such page. */
export async function signOutAtProvider(app: Application, landlordId: string, back: string): Promise<string | null> {
  const provider = await readInLandlord(app.database, landlordId, tx => settledProvider(app, tx, landlordId));
  return provider === null ? null : app.providers.signOutAddress(provider.client, back);
}
