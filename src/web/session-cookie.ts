/** The session's cookie and the seal on forms that belongs to it. */
import { createHmac, timingSafeEqual } from 'node:crypto';

const name = 'redress-session';

/** The session token in a request's `Cookie` header. */
export function sessionToken(cookieHeader: string | undefined): string | null {
  return /(?:^|;\s*)redress-session=([A-Za-z0-9_-]{43})(?:;|$)/.exec(cookieHeader ?? '')?.[1] ?? null;
}

/** The `Set-Cookie` header that keeps a token; `https` adds Secure. */
export function sessionCookie(token: string, seconds: number, https: boolean): string {
  return `${name}=${token}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${https ? '; Secure' : ''}`;
}

/** The `Set-Cookie` header that forgets it. */
export function noSessionCookie(): string {
  return `${name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax`;
}

const deviceName = 'redress-device';
const deviceDays = 400;

/** The device's token in a request's `Cookie` header: it opens nothing, and only tells the device from strangers. */
export function deviceToken(cookieHeader: string | undefined): string | null {
  return /(?:^|;\s*)redress-device=([A-Za-z0-9_-]{43})(?:;|$)/.exec(cookieHeader ?? '')?.[1] ?? null;
}

/** The `Set-Cookie` header that keeps it. */
export function deviceCookie(token: string, https: boolean): string {
  return `${deviceName}=${token}; Path=/; Max-Age=${deviceDays * 86_400}; HttpOnly; SameSite=Lax${https ? '; Secure' : ''}`;
}

/** What a form of this session carries so that no other site can send it. */
export function formToken(secret: string, token: string): string {
  return createHmac('sha256', secret).update(`form:${token}`).digest('base64url');
}

/** Whether a form was made for this session. */
export function isFormToken(secret: string, token: string, given: unknown): boolean {
  const expected = Buffer.from(formToken(secret, token));
  const actual = Buffer.from(typeof given === 'string' ? given : '');
  return actual.length === expected.length && timingSafeEqual(actual, expected);
}

/** Whether the browser itself says that the request comes from our own pages; browsers too old to say are let through to the seal. */
export function fromOurPages(headers: {
  origin?: string | undefined;
  host?: string | undefined;
  'sec-fetch-site'?: string | string[] | undefined;
}): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  if (headers.origin === undefined || headers.origin === 'null')
    return site !== undefined || headers.origin === undefined;
  return URL.canParse(headers.origin) && new URL(headers.origin).host === headers.host;
}
