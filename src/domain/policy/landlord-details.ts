/**
 * What a letter prints of the landlord itself: address, telephone, email, web. A pack may not know them (its source may give none); then
 * whoever manages the policy supplies them, or says that the landlord has none.
 */
import type { Policy } from './policy.ts';

export const DETAIL_KINDS = ['address', 'phone', 'email', 'web'] as const;
export type DetailKind = (typeof DETAIL_KINDS)[number];

/** Who the landlord is in a pack. A detail that is empty or null is not in the source, and still to be supplied. */
export type LandlordIdentity = {
  name: string;
  shortName: string;
  accent: string;
  address: string[];
  phone: string | null;
  email: string | null;
  web: string | null;
  /** What the landlord has none of. */
  none?: DetailKind[];
};

/** As the landlord's people supplied them; they go before what the pack says. */
export type LandlordDetails = {
  address: readonly string[];
  phone: string | null;
  email: string | null;
  web: string | null;
  /** What the landlord has none of, so that a letter without it is whole. */
  none: readonly DetailKind[];
};

/** What each is called in a sentence. */
export const DETAIL_NAMES: Record<DetailKind, string> = {
  address: 'postal address',
  phone: 'telephone number',
  email: 'email address',
  web: 'web address',
};

/** The policy with the details that were supplied laid over those of its pack. */
export function withDetails(policy: Policy, details: LandlordDetails | null): Policy {
  if (details === null) return policy;
  const { landlord } = policy;
  const supplied = {
    address: details.address.length > 0 ? [...details.address] : landlord.address,
    phone: details.phone ?? landlord.phone,
    email: details.email ?? landlord.email,
    web: details.web ?? landlord.web,
    none: [...details.none],
  };
  const without = Object.fromEntries(details.none.map(kind => [kind, kind === 'address' ? [] : null]));
  return { ...policy, landlord: { ...landlord, ...supplied, ...without } };
}

/** The details that are still to be supplied: neither known nor said to be none. */
export function missingDetails({ landlord }: Policy): DetailKind[] {
  const none = landlord.none ?? [];
  return DETAIL_KINDS.filter(kind => !none.includes(kind) && !known(landlord[kind]));
}

/** The titles of the roles that may supply them. */
export function whoSupplies({ roles }: Policy): string[] {
  return roles.filter(role => role.may.includes('manage-policy')).map(role => role.title);
}

function known(value: string | readonly string[] | null): boolean {
  if (value === null || value.length === 0) return false;
  return ![value].flat().some(standsForSomethingElse);
}

const stand =
  /\b(?:to be (?:supplied|confirmed|provided|added|agreed)|to confirm|not (?:yet )?(?:supplied|known|given)|unknown|TBC|TBA)\b/i;

/** Words that hold a detail's place, such as `address to be supplied`: never printed, and no value for a pack. */
export function standsForSomethingElse(text: string): boolean {
  return stand.test(text) || text.trim() === '';
}
