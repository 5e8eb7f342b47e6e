/** How soon duties are owed for which neither a policy nor the Code gives a clock of its own: data of the packs, one by one. */
import type { Policy } from './policy.ts';
import type { RoleId } from './roles.ts';
import type { ClauseId, Span } from './spans.ts';

/** A length of time with where it comes from; `note` says so in words, above all where the figure is ours. */
export type DutyTime = Span & { clause: ClauseId; note: string };

export type Duty =
  /** From dissatisfaction being told to offering a complaint (MAG-07, MGL-03). */
  | 'offer-complaint'
  /** From something being logged to its being judged (R69). */
  | 'triage'
  /** From a public post being logged to a word in private (MAG-05). */
  | 'private-contact'
  /** From an enquiry being known as one to asking the resident for whom it is made (R22). */
  | 'ask-resident'
  /** From knowing that it is none of ours to handing over who can help. */
  | 'send-signpost'
  /** From being told to telling whoever looks after personal data. */
  | 'pass-on-data-complaint'
  | 'acknowledge-data-complaint'
  | 'answer-data-complaint'
  /** From a "no" in the sample to looking at it again. */
  | 'review-no-answer'
  /** From an offer without an answer to asking again. */
  | 'ask-offer-answer'
  /** From "no" to handing over in writing how to complain later. */
  | 'confirm-route'
  /** From our knowing of a danger, by elapsed hours, to its being made safe (R13). */
  | 'make-safe'
  /** From a message that may ask for stage 2 to asking what was meant (R43). */
  | 'ask-what-was-meant'
  /** From an enquiry of an MP or councillor to its answer, where they name no date (R22). */
  | 'reply-to-enquiry'
  /** From a withdrawal to confirming it in writing (R65). */
  | 'confirm-withdrawal'
  /** From a change of hands to telling the resident who their contact is now (MGL-14). */
  | 'tell-new-contact'
  /** From a version of the policy being loaded, or somebody starting, to their having read it (MGL-37). */
  | 'read-policy'
  /** From our knowing of a sign of danger to somebody who can help being told, by elapsed time (R61). */
  | 'pass-on-referral'
  /** From the same to recording what came of it (R61). */
  | 'close-referral'
  /** How long before the date of a question whoever was asked is reminded (MAG-10). */
  | 'remind-of-question'
  /** From that date, and from each time of asking again, to asking again (MAG-10, MGL-52). */
  | 'chase-question'
  /** From a question being passed back to asking somebody else. */
  | 'settle-question'
  /** How long after its date a link still opens a question. */
  | 'keep-question-link'
  /** From recording or going through what somebody needs to going through it with them again (Code 5.10). */
  | 'review-needs'
  /** How long before an authority to act ends it is asked about (R22). */
  | 'renew-authority'
  /** From a request for a service waiting in the team's queue to somebody's name on it (R69). */
  | 'own-service-request'
  /** From asking, or the last review, to looking at how a request for a service goes (MAG-13, MGL-04). */
  | 'review-service-request'
  /** The same where it is about health and safety. */
  | 'review-safety-request';

export type DutyTimes = Partial<Record<Duty, DutyTime>>;

/** Who looks after dangers at any hour (R13). */
export type OnCall = { roles: RoleId[]; clause: ClauseId; note: string };

/** The roles on call; where a pack names none, those who hand out the work. */
export function onCallRoles(policy: Policy): readonly RoleId[] {
  return policy.onCall?.roles ?? policy.roles.filter(role => role.may.includes('assign')).map(role => role.id);
}

/** The roles on duty for signs of danger to somebody (R61); where a pack names none, those who hand out the work. */
export function safeguardingRoles(policy: Policy): readonly RoleId[] {
  return policy.safeguarding?.roles ?? policy.roles.filter(role => role.may.includes('assign')).map(role => role.id);
}

/** The landlord's own time for a duty, or the one that stands beside the Code. Throws where a pack of the Code lacks it. */
export function dutyTime(duty: Duty, { policy, code }: { policy: Policy; code: Policy }): DutyTime {
  const time = policy.dutyTimes?.[duty] ?? code.dutyTimes?.[duty];
  if (time === undefined) throw new Error(`Neither ${policy.id} nor ${code.id} says how soon "${duty}" is owed.`);
  return time;
}
