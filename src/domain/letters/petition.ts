/** A petition is answered to its lead, who is told what that means for the others (MGL-35). */
import { sayNumber } from '../say-number.ts';
import type { LetterContext } from './context.ts';

/** How many signed, among what the reader looks for first; empty where it is no petition. */
export function petitionFact({ state: { petition } }: LetterContext): string {
  return petition === null ? '' : `Signed by ${sayNumber(petition.signatories)} people`;
}

/** That the letter goes to the lead alone. Nobody who signed is named in it. */
export function petitionOpening({ state: { petition, complainantId }, to }: LetterContext): string[] {
  if (petition === null) return [];
  const who = to === complainantId ? 'you are its lead petitioner' : 'the person you act for is its lead petitioner';
  return [
    `This is about the petition that ${sayNumber(petition.signatories)} people signed. We write to you because ${who}; please tell the others who signed.`,
  ];
}
