/** What the demonstration's letters print of its landlords: invented, with numbers and names that are reserved for examples. */
import type { Instant } from '../../domain/calendar/dates.ts';
import type { LandlordDetails } from '../../domain/policy/landlord-details.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { addLandlordDetails } from '../../storage/landlord-details.ts';
import type { Tx } from '../../storage/landlord-transaction.ts';

/** Details of one invented landlord. */
export function inventedDetails({ id }: Pick<Policy, 'id'>): LandlordDetails {
  const number = 100 + ([...id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 900);
  return {
    address: ['Complaints team', '1 Demonstration Street', 'Exampleton ZZ1 1ZZ'],
    phone: `01632 960 ${number}`,
    email: `complaints@${id}.example`,
    web: `https://${id}.example/complaints`,
    none: [],
  };
}

/** Supplies them, as the landlord's own people would. */
export function supplyInventedDetails(tx: Tx, landlordId: string, policy: Policy, now: Instant): Promise<void> {
  return addLandlordDetails(tx, landlordId, inventedDetails(policy), {
    actor: 'machine:demonstration',
    recordedAt: now,
  });
}
