import type { SelectItem } from '../../components/govuk/select.ts';

/** Whom somebody first told. */
export const toldTos = ['staff', 'contractor', 'landlord-inbox'] as const;

const words: Readonly<Record<(typeof toldTos)[number], string>> = {
  staff: 'A member of staff',
  contractor: 'A contractor',
  'landlord-inbox': 'A shared inbox, a letter or a form',
};

/** The same as items of a list, with "Choose" first. */
export const toldToItems: readonly SelectItem[] = [
  { value: '', text: 'Choose' },
  ...toldTos.map(value => ({ value, text: words[value] })),
];
