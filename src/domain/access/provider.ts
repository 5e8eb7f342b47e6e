/**
 * Coming in through the landlord's own sign-in provider (OpenID Connect): what a landlord has settled about it, and what its
 * claims come to. Who somebody is at the provider is issuer and subject together, and nothing else.
 */

import { administratorRole } from './administrator.ts';

/** What a landlord has settled. The client's secret is kept apart from it. */
export type ProviderSettings = {
  /** What people call it: "Microsoft". */
  name: string;
  issuer: string;
  clientId: string;
  /** Asked for besides `openid profile email`. */
  scopes: readonly string[];
  /** Where the claims are read: the signed token alone, or what the provider answers about the person as well. */
  claimsFrom: 'id-token' | 'userinfo';
  /** Claims that must be exactly this, such as the tenant. */
  requiredClaims: Readonly<Record<string, string>>;
  /** The domains of which a verified address is believed; empty: addresses are never believed. */
  emailDomains: readonly string[];
  /** `invited`: who comes in is known here already. `made`: whoever the provider gives a role is added when they first come in. */
  people: 'invited' | 'made';
  /** Which groups make which role; null: roles are given here by hand. */
  roles: { claim: string; groups: Readonly<Record<string, readonly string[]>> } | null;
  /** Whether others than the one for emergencies may sign in with a password or passkey of Redress. */
  ownAccounts: boolean;
  /** The administrator who always may: for the day on which the provider is down. */
  emergencyPersonId: string | null;
};

/** Whether this person may sign in with an account of Redress itself. */
export function mayUseOwnAccount(settings: ProviderSettings | null, personId: string): boolean {
  return settings === null || settings.ownAccounts || settings.emergencyPersonId === personId;
}

export type Claims = Readonly<Record<string, unknown>>;

/** The first claim that is not what it must be; null where all are. */
export function wrongClaim({ requiredClaims }: ProviderSettings, claims: Claims): string | null {
  const wrong = Object.entries(requiredClaims).find(([name, value]) => claims[name] !== value);
  return wrong?.[0] ?? null;
}

/**
 * The address, where the provider says that it has verified it and the landlord believes the provider about its domain; else null.
 * Entra ID puts any text that somebody's directory holds into `email`, and says whether the domain's owner was verified only in
 * `xms_edov`: an address without either is a claim about oneself.
 */
export function believedEmail({ emailDomains }: ProviderSettings, claims: Claims): string | null {
  const { email, email_verified: verified, xms_edov: ownerVerified } = claims;
  if (typeof email !== 'string' || !/^[^\s@]+@[^\s@]+$/.test(email) || email.length > 254) return null;
  const isVerified =
    verified === undefined ? ownerVerified === true || ownerVerified === 1 || ownerVerified === '1' : verified === true;
  const small = email.normalize('NFC').toLowerCase();
  return isVerified && emailDomains.some(domain => small.endsWith(`@${domain.toLowerCase()}`)) ? small : null;
}

/** How long before it wrote this the provider saw somebody prove who they are, in seconds; null where it does not say. */
export function secondsSinceProof({ iat: issued, auth_time: proven }: Claims): number | null {
  return typeof issued === 'number' && typeof proven === 'number' ? Math.max(0, issued - proven) : null;
}

/** The name that the provider gives somebody; null where it gives none. */
export function claimedName({ name }: Claims): string | null {
  const plain = typeof name === 'string' ? name.replaceAll(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim() : '';
  return plain === '' || [...plain].length > 200 ? null : plain;
}

/** Entra ID leaves the groups out where somebody is in more than some 200, and names the place where they could be asked for. */
export type Groups = { kind: 'groups'; groups: readonly string[] } | { kind: 'too-many' };

/** The groups that a claim names: a list of texts, or one text. A claim that is left out names none. */
export function claimedGroups(claims: Claims, claim: string): Groups {
  const names = claims['_claim_names'];
  if (claims[claim] === undefined && typeof names === 'object' && names !== null && claim in names)
    return { kind: 'too-many' };
  const value = claims[claim];
  const groups = [value].flat().filter(one => typeof one === 'string');
  return { kind: 'groups', groups };
}

/**
 * The roles of somebody who comes in: those that the groups make, and those given here that no group makes. Whoever is the only
 * administrator keeps that role, so that somebody can always look after people.
 */
export function rolesFromGroups(
  { groups: makes }: NonNullable<ProviderSettings['roles']>,
  groups: readonly string[],
  present: readonly string[],
  { onlyAdministrator }: { onlyAdministrator: boolean },
): string[] {
  const made = Object.keys(makes).filter(role => makes[role]?.some(group => groups.includes(group)));
  const kept = present.filter(role => makes[role] === undefined || (role === administratorRole && onlyAdministrator));
  return [...new Set([...made, ...kept])].sort();
}
