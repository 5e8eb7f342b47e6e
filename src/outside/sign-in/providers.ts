/** The conversation with a sign-in provider (OpenID Connect, code flow with PKCE), as `openid-client` leads it. */
import * as client from 'openid-client';
import { type ProviderFault, whatWentWrong } from './provider-faults.ts';

/** The installation as a provider knows it. `key` names these settings and no others. */
export type ProviderClient = {
  key: string;
  issuer: string;
  clientId: string;
  clientSecret: string;
  scopes: readonly string[];
};

/** What only whoever began knows, and what the provider's answer has to match. */
export type Trip = { state: string; nonce: string; verifier: string };

export type Claims = Readonly<Record<string, unknown>>;
export type Redeemed = { kind: 'claims'; claims: Claims };

export type Providers = {
  /** Where to send the browser. `again`: they are to prove anew who they are, however they are signed in there. */
  address(of: ProviderClient, to: { back: string; trip: Trip; again: boolean }): Promise<string | ProviderFault>;
  /** Takes the answer that came back in `url`, and gives the claims of a token that was checked in full. */
  redeem(
    of: ProviderClient,
    answer: { url: URL; trip: Trip; again: boolean; userinfo: boolean },
  ): Promise<Redeemed | ProviderFault>;
  /** Where one signs out of the provider as well; null where it has no such page, or does not answer. */
  signOutAddress(of: ProviderClient, back: string): Promise<string | null>;
};

/** How long ago somebody may have proven who they are, where it is asked for anew: a password and a telephone take a while. */
export const againSeconds = 300;
const timeoutSeconds = 8;
const readAnewAfterMs = 60 * 60_000;

/** Opens it. What a provider says of itself is read when it is first needed and once an hour. */
export function openProviders(clock: { now(): string }): Providers {
  const known = new Map<string, { at: number; configuration: Promise<client.Configuration> }>();
  const configured = (of: ProviderClient): Promise<client.Configuration> => {
    const at = Date.parse(clock.now());
    const kept = known.get(of.key);
    if (kept !== undefined && at - kept.at < readAnewAfterMs) return kept.configuration;
    const configuration = discover(of);
    known.set(of.key, { at, configuration });
    configuration.catch(() => known.delete(of.key));
    return configuration;
  };
  return {
    address: (of, to) => told(async () => addressOf(await configured(of), of, to)),
    redeem: (of, answer) => told(async () => redeem(await configured(of), answer)),
    async signOutAddress(of, back) {
      const answer = await told(async () => {
        const configuration = await configured(of);
        if (configuration.serverMetadata().end_session_endpoint === undefined) return null;
        return client.buildEndSessionUrl(configuration, { post_logout_redirect_uri: back, client_id: of.clientId })
          .href;
      });
      return typeof answer === 'string' ? answer : null;
    },
  };
}

/** Plain http is for a provider on this computer, at this one address. */
export function isAllowedIssuer(issuer: string): boolean {
  if (!URL.canParse(issuer)) return false;
  const { protocol, hostname, username, hash, search } = new URL(issuer);
  if (username !== '' || hash !== '' || search !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && hostname === '127.0.0.1');
}

function discover({ issuer, clientId, clientSecret }: ProviderClient): Promise<client.Configuration> {
  if (!isAllowedIssuer(issuer)) throw new Error('This issuer was refused when it was settled.');
  const plain = issuer.startsWith('http:') ? [client.allowInsecureRequests] : [];
  return client.discovery(new URL(issuer), clientId, clientSecret, undefined, {
    timeout: timeoutSeconds,
    // The signature is checked although the token comes straight from the provider: nothing is to rest on the way alone.
    execute: [...plain, client.enableNonRepudiationChecks],
  });
}

async function addressOf(
  configuration: client.Configuration,
  { scopes }: ProviderClient,
  { back, trip, again }: { back: string; trip: Trip; again: boolean },
): Promise<string> {
  return client.buildAuthorizationUrl(configuration, {
    redirect_uri: back,
    scope: ['openid', 'profile', 'email', ...scopes].join(' '),
    state: trip.state,
    nonce: trip.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(trip.verifier),
    code_challenge_method: 'S256',
    ...(again ? { prompt: 'login', max_age: String(againSeconds) } : {}),
  }).href;
}

async function redeem(
  configuration: client.Configuration,
  { url, trip, again, userinfo }: { url: URL; trip: Trip; again: boolean; userinfo: boolean },
): Promise<Redeemed> {
  const tokens = await client.authorizationCodeGrant(configuration, url, {
    expectedState: trip.state,
    expectedNonce: trip.nonce,
    pkceCodeVerifier: trip.verifier,
    idTokenExpected: true,
    ...(again ? { maxAge: againSeconds } : {}),
  });
  const claims = tokens.claims();
  if (claims === undefined) throw new Error('A token was asked for and there is none.');
  if (!userinfo) return { kind: 'claims', claims };
  const more = await client.fetchUserInfo(configuration, tokens.access_token, claims.sub);
  return { kind: 'claims', claims: { ...more, ...claims } };
}

async function told<T>(work: () => Promise<T>): Promise<T | ProviderFault> {
  try {
    return await work();
  } catch (error) {
    const fault = whatWentWrong(error);
    if (fault !== null) return fault;
    throw error;
  }
}
