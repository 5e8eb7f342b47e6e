/** What letters print of the landlord, supplied by its own people where the policy's text does not say (R55). */
import type { LandlordDetails } from '../domain/policy/landlord-details.ts';
import { addLandlordDetails } from '../storage/landlord-details.ts';
import { inLandlord } from '../storage/landlord-transaction.ts';
import { type Application, timeNow, type Viewer } from './application.ts';

/** Keeps the details from now on. Letters that were issued stay as they are. */
export function supplyDetails(app: Application, { landlordId, personId }: Viewer, details: LandlordDetails) {
  const by = { actor: `person:${personId}`, recordedAt: timeNow(app).now };
  return inLandlord(app.database, landlordId, tx => addLandlordDetails(tx, landlordId, details, by));
}
