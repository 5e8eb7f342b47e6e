/** Refusals around petitions. */
import { type NoFacts, said } from './words.ts';

export const togetherRefusals = {
  'petition-needs-many': (_: NoFacts) =>
    said(
      'A petition has at least two people who signed it, its lead among them.',
      'Count everybody who signed. Where one person complains alone, it is a complaint without a petition.',
    ),
  'ground-for-petitions': ({ label, clause }: { label: string; clause: string }) =>
    said(
      `The ground “${label}” holds for petitions only (${clause}).`,
      'Record that it is a petition if it is one, or choose another ground that applies.',
    ),
};
