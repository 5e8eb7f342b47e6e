/**
 * How many requests are answered in a minute: for each session, and for each address of those who have none. Far more than people make;
 * what is beyond it is answered by a page in plain words. Nobody can use it against others: a session is counted by itself, and a made-up
 * one counts for the address it comes from.
 */
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sessionToken } from './session-cookie.ts';

export type RequestLimits = { session: number; address: number };

/** Ours: a page a second is fast work, and each page brings its files along only once. */
export const usualLimits: RequestLimits = { session: 600, address: 600 };

/** The sessions that proved to be some lately, so that their requests are counted by them and not by their address. */
export type KnownSessions = { add(token: string): void; has(token: string): boolean };

const mostKnown = 20_000;

/** Remembers so many; the oldest go first. */
export function knownSessions(most = mostKnown): KnownSessions {
  const tokens = new Set<string>();
  return {
    add(token) {
      if (tokens.has(token)) return;
      tokens.add(token);
      if (tokens.size > most) for (const oldest of tokens.values().take(1)) tokens.delete(oldest);
    },
    has: token => tokens.has(token),
  };
}

/** Counts every request but those for our own files and from the machine itself. */
export async function limitRequests(web: FastifyInstance, known: KnownSessions, limits: RequestLimits): Promise<void> {
  const tokenOf = (request: FastifyRequest): string | null => {
    const token = sessionToken(request.headers.cookie);
    return token !== null && known.has(token) ? token : null;
  };
  await web.register(rateLimit, {
    timeWindow: '1 minute',
    cache: mostKnown,
    max: request => (tokenOf(request) === null ? limits.address : limits.session),
    keyGenerator: request => tokenOf(request) ?? request.ip,
    allowList: request => isLocal(request.ip) || /^\/(assets|theme)\//.test(request.url),
    addHeadersOnExceeding: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
    addHeaders: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
  });
}

function isLocal(address: string): boolean {
  return address === '::1' || address.startsWith('127.') || address.startsWith('::ffff:127.');
}
