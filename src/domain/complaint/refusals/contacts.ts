/** Refusals around what somebody told us and nobody has judged yet. */
import { type NoFacts, said } from './words.ts';

export const contactRefusals = {
  'no-such-contact': (_: NoFacts) => said('There is no such contact.', 'Look for it in the queue “To triage”.'),
  'contact-not-yours': (_: NoFacts) =>
    said(
      'Contacts are judged by those who handle complaints, and by whoever wrote them down.',
      'It is in their queue. Tell them what you know.',
    ),
  'contact-became-complaint': ({ reference }: { reference: string }) =>
    said(`It has become the complaint ${reference}.`, 'Open that complaint, and record there what is new.'),
  'contact-not-complaint': (_: NoFacts) =>
    said('Nobody has decided that this is a complaint.', 'Decide first what it is.'),
  'contact-became-request': (_: NoFacts) =>
    said(
      'It became a request for a service, which has a page of its own.',
      'If they are not happy with how it is dealt with, log a complaint from there: the request goes on.',
    ),
  'contact-became-dissatisfaction': (_: NoFacts) =>
    said('They are being offered the choice to complain.', 'Record what they say to it there.'),
  'contact-answered': (_: NoFacts) =>
    said(
      'They have been answered on what was decided.',
      'If it is something else after all, log what they say now as a new contact.',
    ),
  'contact-without-name': (_: NoFacts) =>
    said(
      'They gave no name, so nobody can be offered or sent anything.',
      'Record it as feedback. If they come forward, log a complaint as received on the day they first told us.',
    ),
  'contact-has-name': (_: NoFacts) =>
    said(
      'They gave their name, so this is not anonymous and they can be answered.',
      'Decide whether it is a complaint. Where in doubt, it is.',
    ),
  'contact-not-public': (_: NoFacts) =>
    said('They told us where nobody else reads it.', 'Answer them in the way that they used.'),
  'contact-not-passed-on': (_: NoFacts) =>
    said(
      'Praise is passed on to whom it is about, and a matter of personal data to whoever looks after them.',
      'Decide first what it is.',
    ),
  'reply-does-not-fit': (_: NoFacts) =>
    said(
      'That reply does not go with what was decided.',
      'Decide first what it is, and use the reply that goes with it.',
    ),
  'hazard-known': (_: NoFacts) =>
    said('The danger is recorded, and has to be made safe.', 'Record what was done about it.'),
  'no-enquiry': (_: NoFacts) => said('Nobody asks for a resident here.', 'Decide about the contact itself.'),
};
