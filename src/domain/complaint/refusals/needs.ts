/** Refusals about what somebody needs from us. */
import { type NoFacts, said } from './words.ts';

export const needRefusals = {
  'no-such-need': (_: NoFacts) =>
    said('That need does not hold, or is not recorded for this person.', 'Look at what is recorded for them now.'),
  'need-there-already': ({ need }: { need: string }) =>
    said(`“${need}” is recorded for them already.`, 'Change what is recorded, so that it says what holds now.'),
  'need-without-consent': (_: NoFacts) =>
    said(
      'What lies behind a need is kept only if the person agrees.',
      'Leave it out: what we have to do is recorded and acted on without it.',
    ),
  'hours-wrong': (_: NoFacts) =>
    said('The hours in which they can be reached end before they begin.', 'Enter from when until when, in that order.'),
  'no-needs-to-review': (_: NoFacts) =>
    said('Nothing is recorded that holds, so there is nothing to go through.', 'Record what they need.'),
  'need-not-followed': ({ needs }: { needs: readonly string[] }) =>
    said(
      `This is not how they need it: ${needs.join('; ')} (MAG-06).`,
      'Do it as they need, or say why it was not done that way: the reason is kept with it.',
    ),
  'time-of-contact-needed': (_: NoFacts) =>
    said('They can be reached at certain hours only, and the time is not said.', 'Enter the time of day.'),
  'way-of-contact-needed': (_: NoFacts) =>
    said('They need to be reached in a certain way, and it is not said how they were.', 'Choose the way of contact.'),
};
