/** Refusals about the people behind the complaint: how they may be reached, a death, a move. */
import { type LocalDate, sayDate } from '../../calendar/dates.ts';
import { type NoFacts, said } from './words.ts';

export const residentRefusals = {
  'nothing-corrected': (_: NoFacts) =>
    said(
      'Nothing is different from what is recorded.',
      'Change the email address, the telephone number or the address.',
    ),
  'no-authority': (_: NoFacts) =>
    said('They have no authority to act that could end.', 'Look under People who may act for the resident now.'),
  'not-in-this-case': (_: NoFacts) =>
    said('That person has no part in this complaint.', 'Choose the resident, or whoever acts for them.'),
  'safe-email-needed': (_: NoFacts) =>
    said('Only one email address is safe, and it is not given.', 'Enter the address that is safe.'),
  'no-safe-way': (_: NoFacts) =>
    said(
      'These limits together leave no way for a letter, and letters are owed.',
      'Leave one way open: email, post or by hand; or have everything go to a representative.',
    ),
  'no-limits': (_: NoFacts) =>
    said('Nothing limits how they may be reached, so there is nothing to lift.', 'Choose what is not safe.'),
  'unsafe-contact': ({ limit, way }: { limit: string; way: string }) =>
    said(
      `For their safety “${limit}” is recorded, so they may not be reached ${way} (R60).`,
      'Choose a way that is safe. What happened all the same is added as a note, and the lead is told at once.',
    ),
  'unsafe-person': ({ limit }: { limit: string }) =>
    said(
      `For the resident’s safety “${limit}” is recorded, so nothing goes to this person (R60).`,
      'Look under People who may be reached and how, and issue it to them.',
    ),
  'death-recorded': ({ on }: { on: LocalDate }) =>
    said(
      `We were told on ${sayDate(on)} that the resident has died.`,
      'Record who goes on with the complaint, or add what else is known as a note.',
    ),
  'no-death-recorded': (_: NoFacts) =>
    said(
      'Nobody goes on with a complaint in the resident’s place while they live.',
      'If somebody acts for the resident, record their authority. If the resident has died, record that first.',
    ),
  'successor-is-the-dead': (_: NoFacts) =>
    said('The resident who has died cannot go on with it.', 'Name their personal representative or next of kin.'),
  'dead-do-not-move': ({ on }: { on: LocalDate }) =>
    said(
      `We were told on ${sayDate(on)} that the resident has died.`,
      'Record who goes on with the complaint, with their address.',
    ),
  'letter-held': ({ why }: { why: string }) =>
    said(`This letter is held: ${why} before it went.`, 'Issue it anew, to whom and where it now goes.'),
  'contact-way-needed': (_: NoFacts) =>
    said(
      'For their safety it is recorded how they may be reached, so the way of contact has to be said (R60).',
      'Choose the way from the list.',
    ),
};
