/** Refusals about letters: what keeps one from being issued or sent. */
import { type LocalDate, sayDate } from '../../calendar/dates.ts';
import { type NoFacts, said, sayList } from './words.ts';

export const letterRefusals = {
  'letter-incomplete': ({ missing }: { missing: { sentence: string; clause: string }[] }) =>
    said(
      `The letter cannot go yet: ${missing.map(({ sentence, clause }) => `${sentence} (${clause})`).join(' ')}`,
      'Put right what is listed, then issue it.',
    ),
  'points-unanswered': ({ numbers }: { numbers: number[] }) =>
    said(
      `${numbers.length === 1 ? 'Point' : 'Points'} ${sayList(numbers)} ${numbers.length === 1 ? 'has' : 'have'} no decision at this stage.`,
      'Decide each point, with reasons, before the response is issued.',
    ),
  'acknowledge-first': ({ stage }: { stage: 1 | 2 }) =>
    said(
      `Stage ${stage} has not been acknowledged, and this response does not say what an acknowledgement must.`,
      'Issue the acknowledgement first, or say in the response what we are and are not responsible for.',
    ),
  'nothing-to-answer': (_: NoFacts) =>
    said(
      'No point is open to be answered: each is suspended or has ended.',
      'Keep the resident informed; answer when a point is resumed.',
    ),
  'letter-known': (_: NoFacts) => said('That letter was issued already.', 'Open it from the letters.'),
  'no-such-letter': (_: NoFacts) => said('There is no such letter.', 'Choose one from the letters of this complaint.'),
  'letter-wrong-stage': ({ what, stage }: { what: string; stage: 1 | 2 }) =>
    said(`There is no ${what} at stage ${stage}.`, 'Choose the right stage.'),
  'letter-needs-decision': ({ what }: { what: string }) =>
    said(`This letter tells of a decision, and ${what}.`, 'Record the decision first, with its reasons.'),
  'letter-needs-extension': (_: NoFacts) =>
    said('An extension notice belongs to a decided extension of its stage.', 'Decide the extension first.'),
  'notice-already-sent': ({ on }: { on: LocalDate }) =>
    said(`The notice of this extension was sent on ${sayDate(on)}.`, 'Decide a further extension, or send an update.'),
  'letter-not-supersedable': (_: NoFacts) =>
    said(
      'Only a letter of the same kind and stage that was sent can be corrected by this one.',
      'Choose the letter that is put right.',
    ),
  'letter-authority-ended': (_: NoFacts) =>
    said(
      'It was issued to somebody whose authority to act has ended since, so it does not go to them (R22).',
      'Write it anew: it goes to whoever may be told now. Cancel this one.',
    ),
  'letter-wrong-person': (_: NoFacts) =>
    said(
      'A letter goes to the resident, or to a representative with authority to act for them.',
      'Choose the resident, or record the representative’s authority first.',
    ),
  'letter-sent-already': ({ on }: { on: LocalDate }) =>
    said(`This letter was sent on ${sayDate(on)}.`, 'Issue another letter if something has to be put right.'),
  'letter-cancelled': ({ on }: { on: LocalDate }) =>
    said(
      `This letter was cancelled on ${sayDate(on)}.`,
      'Write another one; the cancelled one stays as it was issued.',
    ),
  'letter-gone': ({ on }: { on: LocalDate }) =>
    said(
      `This letter was sent on ${sayDate(on)}, so it cannot be cancelled.`,
      'If it did not arrive, record that; if something in it is wrong, write a corrected one.',
    ),
  'format-not-said': ({ formats }: { formats: string[] }) =>
    said(
      `This reader needs ${formats.join(' and ')}, and it was not said in which format the response went.`,
      'Open the letter and say so there: a plain version counts only with a call, and the agreed one is still owed.',
    ),
  'format-not-agreed': (_: NoFacts) =>
    said('That format is not one that is still to go to this reader.', 'Choose one of those that were agreed.'),
  'no-data-incident': (_: NoFacts) =>
    said(
      'No data incident is open: no letter that reached somebody it was not for waits to be dealt with.',
      'Record first that a letter went to a wrong address or person.',
    ),
  'letter-misaddressed': (_: NoFacts) =>
    said(
      'This letter reached somebody it was not for, so it cannot go again as it is.',
      'Issue it anew, rightly addressed.',
    ),
  'letter-not-sent': (_: NoFacts) =>
    said('This letter has not been sent, so it cannot have come back.', 'Leave it in the outbox until it goes.'),
  'stated-date-needs-evidence': (_: NoFacts) =>
    said(
      'A date of sending that was not recorded by the system needs something that shows it.',
      'Give the evidence, such as the certificate of posting, or send it now.',
    ),
};
