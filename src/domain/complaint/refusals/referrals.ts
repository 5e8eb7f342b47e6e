/** Refusals around restricted referrals. */
import { type LocalDate, sayDate } from '../../calendar/dates.ts';
import { type NoFacts, said } from './words.ts';

export const referralRefusals = {
  'no-such-referral': (_: NoFacts) =>
    said('There is no such referral.', 'Look in My work for what you are on duty for.'),
  'referral-closed': ({ on }: { on: LocalDate }) =>
    said(`This referral was closed on ${sayDate(on)}.`, 'If there is a new sign of danger, make another referral.'),
  'not-on-duty': ({ who }: { who: string }) =>
    said(
      `A referral goes to somebody who is on duty for it and whom the complaint is not about: ${who}.`,
      'Choose one of them. If none of them can be reached and somebody is in danger now, call 999.',
    ),
  'time-in-future': (_: NoFacts) => said('That time has not come yet.', 'Enter when it happened.'),
  'before-referral': (_: NoFacts) =>
    said('That was before we knew of it.', 'Enter a time after the one at which it was noticed.'),
};
