/** What may go wrong between us and a provider, told apart. Its details go into the log, so they hold codes and never claims. */
import * as client from 'openid-client';

export type FaultKind =
  /** It could not be reached, or did not answer as a provider does. */
  | 'down'
  /** The person pressed cancel, or did not agree. */
  | 'cancelled'
  /** The provider says no for a reason of its own. */
  | 'refused'
  /** The code was used before, or took too long. */
  | 'used'
  /** The provider does not know us, or our secret is another. */
  | 'client'
  /** Its clock and ours do not agree. */
  | 'clock'
  /** It was made for another application, by another provider, or for another try. */
  | 'not-for-us'
  /** It does not say when the person proved who they are, or that is too long ago. */
  | 'not-proven-anew';

/** `code`: for the log. */
export type ProviderFault = { kind: 'fault'; fault: FaultKind; code: string };

const fault = (kind: FaultKind, code: string): ProviderFault => ({ kind: 'fault', fault: kind, code });

/** The fault behind an error; null where it is none of the provider's. */
export function whatWentWrong(error: unknown): ProviderFault | null {
  if (error instanceof client.AuthorizationResponseError) return refusedBy(error.error);
  if (error instanceof client.ResponseBodyError) {
    if (error.error === 'invalid_grant') return fault('used', error.error);
    return ['invalid_client', 'unauthorized_client'].includes(error.error)
      ? fault('client', error.error)
      : fault('down', plainCode(error.error));
  }
  if (error instanceof client.WWWAuthenticateChallengeError) return fault('client', `status ${error.status}`);
  if (error instanceof client.ClientError) return byCode(error);
  // What `fetch` throws where nobody answers.
  if (error instanceof TypeError && error.message === 'fetch failed') return fault('down', causeCode(error.cause));
  return null;
}

function refusedBy(error: string): ProviderFault {
  return error === 'access_denied' ? fault('cancelled', error) : fault('refused', plainCode(error));
}

/** What a provider sends as its error code may be any text: letters of the standard only go into the log. */
function plainCode(code: string): string {
  return /^[a-z_]{1,60}$/.test(code) ? code : 'an unknown error';
}

function byCode(error: client.ClientError): ProviderFault {
  const code = error.code ?? 'without a code';
  if (code === 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED')
    return claimOf(error) === 'auth_time' ? fault('not-proven-anew', code) : fault('clock', code);
  if (code === 'OAUTH_JWT_CLAIM_COMPARISON_FAILED') return fault('not-for-us', `${code} ${claimOf(error)}`);
  if (code === 'OAUTH_INVALID_RESPONSE' && missesAuthTime(error)) return fault('not-proven-anew', code);
  return fault('down', code);
}

function claimOf(error: client.ClientError): string {
  const details = error.cause instanceof Error ? error.cause.cause : undefined;
  if (typeof details !== 'object' || details === null || !('claim' in details)) return 'unknown';
  return typeof details.claim === 'string' && /^[a-z_]{1,30}$/.test(details.claim) ? details.claim : 'unknown';
}

function missesAuthTime(error: client.ClientError): boolean {
  return error.cause instanceof Error && /auth_time/.test(error.cause.message);
}

function causeCode(cause: unknown): string {
  if (typeof cause !== 'object' || cause === null || !('code' in cause)) return 'no answer';
  return typeof cause.code === 'string' ? cause.code : 'no answer';
}
