/** What letters print of the landlord, supplied by its own people where the policy's text does not say (R55). */
import type { LandlordDetails } from '../domain/policy/landlord-details.ts';
import { addLandlordDetails } from '../storage/landlord-details.ts';
import { actOnLandlord } from './act-on-landlord.ts';
import type { Application, Viewer } from './application.ts';

/**
 * Keeps the details from now on, once however often the button is pressed. Letters that were issued stay as they are. `other-sent`:
 * this form was sent before with something else in it, and that was kept.
 */
export async function supplyDetails(
  app: Application,
  who: Viewer,
  details: LandlordDetails,
  commandId: string,
): Promise<'done' | 'other-sent'> {
  const { address, none, ...lines } = details;
  const payload = { act: 'supply-details', ...lines, address: [...address], none: [...none] };
  const outcome = await actOnLandlord(app, who, { commandId, payload }, async ({ tx }, { now }) => {
    const by = { actor: `person:${who.personId}`, recordedAt: now };
    return {
      events: [],
      packHash: null,
      before: () => addLandlordDetails(tx, who.landlordId, details, by),
    };
  });
  return outcome.kind === 'done' ? 'done' : 'other-sent';
}
