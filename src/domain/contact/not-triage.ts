/** Why a contact cannot be judged in one way or another. */
import { type Refusal, refuse } from '../complaint/refusals.ts';
import { causesOf } from '../policy/causes.ts';
import type { Policy } from '../policy/policy.ts';
import type { Contact } from './contact.ts';
import type { ContactDeciding, TriageCommand } from './decide.ts';

/** Null where it can. A decision that was followed stays: what came of it is a record of its own. */
export function notTriage(command: TriageCommand, contact: Contact, deciding: ContactDeciding): Refusal | null {
  const { complaint, dissatisfaction, serviceRequest, replies } = contact;
  if (complaint !== null) return refuse('contact-became-complaint', { reference: complaint.reference });
  if (dissatisfaction !== null) return refuse('contact-became-dissatisfaction', {});
  if (serviceRequest !== null) return refuse('contact-became-request', {});
  if (replies.length > 0) return refuse('contact-answered', {});
  switch (command.outcome) {
    case 'dissatisfaction':
      return notDissatisfaction(command, contact);
    case 'feedback':
      return notFeedback(command, contact, deciding);
    case 'service-request':
    case 'elected-enquiry':
      return contact.personId === null ? refuse('contact-without-name', {}) : null;
    default:
      return null;
  }
}

function notDissatisfaction({ aboutServiceRequest }: TriageCommand, { personId }: Contact): Refusal | null {
  if (aboutServiceRequest) return refuse('dissatisfaction-is-complaint', {});
  return personId === null ? refuse('contact-without-name', {}) : null;
}

/** Somebody who gave a name is never made anonymous: they have a right to be answered (MGL-34). */
function notFeedback(
  { feedback }: TriageCommand,
  { personId }: Contact,
  { policy, code }: ContactDeciding,
): Refusal | null {
  if (feedback === null) throw new Error('Feedback was decided without its kind.');
  if (feedback.kind === 'anonymous' && personId !== null) return refuse('contact-has-name', {});
  return notListed(feedback, { policy, code });
}

function notListed(
  { category, serviceArea, theme }: NonNullable<TriageCommand['feedback']>,
  packs: { policy: Policy; code: Policy },
): Refusal | null {
  const lists = [
    ['category', category, packs.policy.categories],
    ['service area', serviceArea, packs.policy.serviceAreas],
    ['theme', theme, causesOf(packs)],
  ] as const;
  const wrong = lists.find(([, value, list]) => value !== null && !list.some(one => one.id === value));
  return wrong === undefined ? null : refuse('not-in-policy', { what: wrong[0], value: wrong[1] ?? '' });
}
