/**
 * A real provider of OpenID Connect on this computer (`oidc-provider`), with people of its own, a page to sign in on, and one place
 * where a test can bend what it signs: wrong answers are then made by a right provider.
 */
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

export type Claims = Record<string, unknown>;

export type LocalProvider = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Who can sign in there, by subject; whoever is taken out is removed. */
  people: Map<string, Claims>;
  /** Changes what is signed from now on; null: nothing. `otherKey` signs it with a key that the provider does not publish. */
  bend(how: ((claims: Claims) => Claims) | null, otherKey?: true): void;
  /** Nobody answers any more, until `goOn`. */
  stop(): Promise<void>;
  goOn(): Promise<void>;
};

const clientId = 'redress';
const clientSecret = 'of the tests, and long enough to be one';

type Keys = { kid: string; own: KeyObject; other: KeyObject };

/** Starts it on a free port of 127.0.0.1. */
export async function startLocalProvider(redirectUris: readonly string[]): Promise<LocalProvider> {
  const people = new Map<string, Claims>();
  const pair = (): KeyObject => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const keys: Keys = { kid: 'one', own: pair(), other: pair() };
  let bending: { how: (claims: Claims) => Claims; key: KeyObject } | null = null;
  let answer = (_: IncomingMessage, response: ServerResponse): void => void response.writeHead(503).end();
  let server = createServer((request, response) => answer(request, response));
  await listening(server, 0);
  const { port } = server.address() as AddressInfo;
  const issuer = `http://127.0.0.1:${port}`;
  const provider = makeProvider(issuer, redirectUris, people, keys);
  provider.use(async (context, next) => {
    await next();
    const body: unknown = context.body;
    if (bending === null || typeof body !== 'object' || body === null || !('id_token' in body)) return;
    context.body = { ...body, id_token: resigned(String(body.id_token), bending.how, keys.kid, bending.key) };
  });
  const callback = provider.callback();
  answer = (request, response) => {
    // A browser asks for a picture of the site by itself, and calls it an error where there is none.
    if (request.url === '/favicon.ico') response.writeHead(204).end();
    else if (request.url?.startsWith('/interaction/')) void interact(provider, people, request, response);
    else void callback(request, response);
  };
  return {
    ...{ issuer, clientId, clientSecret, people },
    bend(how, otherKey) {
      bending = how === null ? null : { how, key: otherKey ? keys.other : keys.own };
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
    goOn: async () => {
      server = createServer((request, response) => answer(request, response));
      await listening(server, port);
    },
  };
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise(resolve => server.listen(port, '127.0.0.1', () => resolve()));
}

function makeProvider(
  issuer: string,
  redirectUris: readonly string[],
  people: ReadonlyMap<string, Claims>,
  { own, kid }: Keys,
): Provider {
  const client = { client_id: clientId, client_secret: clientSecret, redirect_uris: [...redirectUris] };
  const returnTo = redirectUris.map(uri => new URL('/sign-in', uri).href);
  return new Provider(issuer, {
    clients: [{ ...client, token_endpoint_auth_method: 'client_secret_post', post_logout_redirect_uris: returnTo }],
    jwks: { keys: [{ ...own.export({ format: 'jwk' }), kid, use: 'sig', alg: 'RS256' }] },
    cookies: { keys: ['of the tests'] },
    claims: { email: ['email', 'email_verified'], profile: ['name', 'tid'], groups: ['groups'] },
    scopes: ['openid', 'profile', 'email', 'groups'],
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    findAccount: (_, sub) => {
      const claims = people.get(sub);
      return claims === undefined ? undefined : { accountId: sub, claims: () => ({ sub, ...claims }) };
    },
    // Nobody is asked whether Redress may know: that is settled for everybody, as an organisation does.
    loadExistingGrant: async context => {
      const grant = new context.oidc.provider.Grant({ clientId, accountId: context.oidc.session?.accountId ?? '' });
      grant.addOIDCScope('openid profile email groups');
      await grant.save();
      return grant;
    },
  });
}

/** A page with one box and two buttons. */
async function interact(
  provider: Provider,
  people: ReadonlyMap<string, Claims>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method === 'GET') {
    const page = `<!doctype html><html lang="en"><title>Local sign-in</title><form method="post"><label>Name <input name="login"></label>
<button name="act" value="go">Sign in</button><button name="act" value="cancel">Cancel</button></form></html>`;
    response.writeHead(200, { 'content-type': 'text/html' }).end(page);
    return;
  }
  let body = '';
  for await (const part of request) body += String(part);
  const form = new URLSearchParams(body);
  const login = form.get('login') ?? '';
  const cancelled = form.get('act') === 'cancel' || !people.has(login);
  const result = cancelled ? { error: 'access_denied' } : { login: { accountId: login } };
  await provider.interactionFinished(request, response, result);
}

function resigned(token: string, how: (claims: Claims) => Claims, kid: string, key: KeyObject): string {
  const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Claims;
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signing = `${part({ alg: 'RS256', typ: 'JWT', kid })}.${part(how(claims))}`;
  return `${signing}.${sign('RSA-SHA256', Buffer.from(signing), key).toString('base64url')}`;
}

/** A browser at the provider, which keeps its cookies, so that it stays signed in there. */
export function browserThere(): { go(address: string, login: string | 'cancel'): Promise<string> } {
  const cookies = new Map<string, string>();
  const ask = async (url: string, body?: URLSearchParams): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const sent = body === undefined ? {} : { method: 'POST', body };
    const response = await fetch(url, { redirect: 'manual', headers: { cookie }, ...sent });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  };
  return {
    /** Follows the way there, signs in where it is asked to, and gives the address that leads back to us, without its host. */
    async go(address, login) {
      const there = new URL(address).origin;
      let url = address;
      for (let step = 0; step < 12; step += 1) {
        let response = await ask(url);
        if (response.status === 200) {
          const form = login === 'cancel' ? { act: 'cancel' } : { act: 'go', login };
          response = await ask(url, new URLSearchParams(form));
        }
        const next = response.headers.get('location');
        if (next === null) throw new Error(`The provider answered ${response.status}: ${await response.text()}`);
        url = new URL(next, url).href;
        if (new URL(url).origin !== there) return url.slice(new URL(url).origin.length);
      }
      throw new Error('The way to the provider does not end.');
    },
  };
}
