/** Refusals about files. */
import { type LocalDate, sayDate } from '../../calendar/dates.ts';
import { said } from './words.ts';

export const fileRefusals = {
  'file-known': ({ on }: { on: LocalDate }) =>
    said(
      `This very file has been part of the complaint since ${sayDate(on)}.`,
      'Open it under Files. Another copy of the same bytes would prove nothing more.',
    ),
};
