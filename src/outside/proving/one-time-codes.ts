/** Codes from an app on a telephone (TOTP, RFC 6238): six digits, new every thirty seconds. */
import { Secret, TOTP } from 'otpauth';
import type { Instant } from '../../domain/calendar/dates.ts';

const period = 30;
const issuer = 'Redress';

/** A new secret, in the letters that people can type into the app. */
export function newAppSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** What the app reads from the picture. */
export function appAddress(secret: string, account: string): string {
  return new TOTP({ issuer, label: account, secret: Secret.fromBase32(secret), period }).toString();
}

/** The step that a code belongs to, one to either side of now allowed; null where it belongs to none. Each step is good once. */
export function stepOfCode(secret: string, digits: string, now: Instant): number | null {
  const timestamp = Date.parse(now);
  const delta = TOTP.validate({ token: digits, secret: Secret.fromBase32(secret), period, timestamp, window: 1 });
  return delta === null ? null : TOTP.counter({ period, timestamp }) + delta;
}

/** The code that the app shows at a moment. */
export function codeAt(secret: string, at: Instant): string {
  return TOTP.generate({ secret: Secret.fromBase32(secret), period, timestamp: Date.parse(at) });
}
