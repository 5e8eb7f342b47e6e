/** Refusals about who handles, reviews and decides. */
import { type NoFacts, said } from './words.ts';

export const peopleRefusals = {
  'unknown-person': ({ what }: { what: string }) =>
    said(`${what} is not a member of staff known here.`, 'Choose somebody from the list.'),
  'cannot-be-chosen': ({ name, because, clause }: { name: string; because: string; clause: string }) =>
    said(`${name} cannot take this stage: ${because} (${clause}).`, 'Choose somebody who is independent of it.'),
  'nobody-left': ({ because, then, clause }: { because: string; then: string; clause: string }) =>
    said(`Nobody the policy names is left to review this: ${because} (${clause}).`, then),
  'already-handler': ({ name, stage }: { name: string; stage: 1 | 2 }) =>
    said(`${name} has stage ${stage} already.`, 'Choose somebody else, or leave it as it is.'),
  'not-your-case': ({ stage, who }: { stage: 1 | 2; who: string }) =>
    said(`Stage ${stage} of this complaint is not yours.`, `It is for ${who}.`),
  'you-are-not-independent': ({ stage, because, clause }: { stage: 1 | 2; because: string; clause: string }) =>
    said(
      `You cannot work on stage ${stage} of this complaint: ${because} (${clause}).`,
      'Somebody independent has to do it.',
    ),
  'no-new-contact': ({ stage }: { stage: 1 | 2 }) =>
    said(
      `Stage ${stage} has no new contact that the resident is still to be told of.`,
      'Record a contact or an update instead.',
    ),
  'cannot-be-given': ({ name, because, clause }: { name: string; because: string; clause: string }) =>
    said(`${name} cannot be given this: ${because} (${clause}).`, 'Choose somebody else.'),
  'no-handler': ({ stage }: { stage: 1 | 2 }) =>
    said(`Stage ${stage} has nobody’s name on it.`, 'Assign it first: the handler signs its response.'),
  'handler-signs': ({ stage, name }: { stage: 1 | 2; name: string }) =>
    said(
      `The response at stage ${stage} is signed by the person who handled it, ${name}.`,
      `Ask ${name} to issue it, or reassign the case.`,
    ),
  'panel-incomplete': ({ has, needs, lacks, clause }: { has: number; needs: number; lacks: string; clause: string }) =>
    said(
      `The policy has stage 2 decided by ${needs} people together, and ${has} ${has === 1 ? 'is' : 'are'} named (${clause}).`,
      lacks === '' ? 'Assign another reviewer.' : `Assign another reviewer: ${lacks}.`,
    ),
  'already-conflicted': ({ name }: { name: string }) =>
    said(`A conflict of interest is recorded already for ${name}.`, 'Nothing more is needed.'),
  'no-routing': (_: NoFacts) =>
    said('The policy sends complaints like this one to nobody in particular.', 'Assign it as usual.'),
  'routing-not-for-this': ({ label }: { label: string }) =>
    said(
      `The routing rule “${label}” does not fit this complaint as it is recorded.`,
      'A rule for serious matters can be used for anything serious, with the reason.',
    ),
  'routing-always': ({ label, clause }: { label: string; clause: string }) =>
    said(`The policy leaves no choice here: “${label}” (${clause}).`, 'Follow the routing and name the person.'),
  'routing-wrong-person': ({ name, who, clause }: { name: string; who: string; clause: string }) =>
    said(`The policy routes this complaint to ${who}, and ${name} is none of them (${clause}).`, `Choose ${who}.`),
  'routing-needs-person': ({ who }: { who: string }) =>
    said('To follow the routing, name who takes the complaint.', `Choose ${who}.`),
};
