/** On the way to a provider: a sealed cookie, for the pages of signing in only, until somebody is back. */
import { tripMinutes } from '../../../application/accounts/provider/set-out.ts';

const name = 'redress-trip';

/** The `Set-Cookie` header that keeps it. Lax: coming back is a link from another site. */
export function tripCookie(value: string, https: boolean): string {
  return `${name}=${value}; Path=/sign-in; Max-Age=${tripMinutes * 60}; HttpOnly; SameSite=Lax${https ? '; Secure' : ''}`;
}

/** The `Set-Cookie` header that forgets it. */
export function noTripCookie(): string {
  return `${name}=; Path=/sign-in; Max-Age=0; HttpOnly; SameSite=Lax`;
}

export function tripOf(cookieHeader: string | undefined): string | null {
  return /(?:^|;\s*)redress-trip=([A-Za-z0-9_-]{1,4000})(?:;|$)/.exec(cookieHeader ?? '')?.[1] ?? null;
}
