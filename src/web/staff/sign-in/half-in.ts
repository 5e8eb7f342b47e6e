/** Between the password and the code: a signed cookie for ten minutes that opens nothing but the page that asks for the code. */
import type { HalfIn } from '../../../application/accounts/come-in.ts';
import { addHours, type Instant, isInstant } from '../../../domain/calendar/dates.ts';
import { localAddress } from '../../appearance.ts';
import { openSigned, signed } from '../../signed.ts';

const name = 'redress-half-in';
const about = 'password was right';
const minutes = 10;

export type Waiting = HalfIn & { back: string };

/** The `Set-Cookie` header that keeps it. */
export function halfInCookie(secret: string, waiting: Waiting, now: Instant, https: boolean): string {
  const { landlordId, personId, since, back } = waiting;
  const text = JSON.stringify([landlordId, personId, since, addHours(now, minutes / 60), back]);
  const value = signed(secret, about, text);
  return `${name}=${value}; Path=/sign-in; Max-Age=${minutes * 60}; HttpOnly; SameSite=Lax${https ? '; Secure' : ''}`;
}

/** The `Set-Cookie` header that forgets it. */
export function noHalfInCookie(): string {
  return `${name}=; Path=/sign-in; Max-Age=0; HttpOnly; SameSite=Lax`;
}

/** Whose password was right a moment ago; null where nobody's was. */
export function halfIn(secret: string, cookieHeader: string | undefined, now: Instant): Waiting | null {
  const value = /(?:^|;\s*)redress-half-in=([A-Za-z0-9_.-]{1,4000})(?:;|$)/.exec(cookieHeader ?? '')?.[1];
  const text = value === undefined ? null : openSigned(secret, about, value);
  if (text === null) return null;
  const [landlordId = '', personId = '', since = '', until = '', back] = JSON.parse(text) as string[];
  if (!isInstant(since) || !isInstant(until) || until <= now) return null;
  return { landlordId, personId, since, back: localAddress(back) };
}
