/** What letters print of the landlord, supplied by its own people where the policy's text does not say (R55). */
import type { LandlordDetails } from '../domain/policy/landlord-details.ts';
import { addLandlordDetails } from '../storage/landlord-details.ts';
import { inLandlord } from '../storage/landlord-transaction.ts';
import { closeReceipt, openReceipt } from '../storage/receipts.ts';
import { type Application, timeNow, type Viewer } from './application.ts';

/**
 * Keeps the details from now on, once however often the button is pressed. Letters that were issued stay as they are. `other-sent`:
 * this form was sent before with something else in it, and that was kept.
 */
export function supplyDetails(
  app: Application,
  { landlordId, personId }: Viewer,
  details: LandlordDetails,
  commandId: string,
): Promise<'done' | 'other-sent'> {
  const { now } = timeNow(app);
  const { address, none, ...lines } = details;
  const payload = { act: 'supply-details', ...lines, address: [...address], none: [...none] };
  const command = { landlordId, commandId, payload, receivedAt: now };
  return inLandlord(app.database, landlordId, async tx => {
    const receipt = await openReceipt(tx, command);
    if (receipt.kind !== 'new') return receipt.kind === 'same' ? 'done' : 'other-sent';
    await addLandlordDetails(tx, landlordId, details, { actor: `person:${personId}`, recordedAt: now });
    await closeReceipt(tx, command, {});
    return 'done';
  });
}
