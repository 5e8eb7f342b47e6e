/** What a pack says of what comes in and was not judged yet: words that hint at something, hazards, the sample of the "no", replies. */
import type { Policy } from './policy.ts';
import type { ClauseId } from './spans.ts';

/** What a hint suggests; `person-in-danger` is acted on by telling somebody on duty, and never kept as a suggestion (R61). */
export const SUGGESTS = [
  'complaint',
  'dissatisfaction',
  'feedback',
  'elected-enquiry',
  'data-protection',
  'not-ours',
  'hazard',
  'person-in-danger',
] as const;
export type Suggests = (typeof SUGGESTS)[number];

/** Shown to whoever judges a contact, always with why. It decides nothing. */
export type TriageHint = {
  id: string;
  label: string;
  suggests: Suggests;
  /** Words or phrases in small letters; a star at the end stands for any ending. */
  words?: string[];
  /** Ways of telling us that hint at it by themselves. */
  channels?: string[];
  /** The same person has told us so many times lately, this time included. */
  contactsAtLeast?: number;
};

/** Something dangerous in or around a home. */
export type HazardKind = { id: string; label: string };

/** How many of those who do not want to complain have their answer looked at again: so many of a hundred. */
export type NoAnswerSample = { percent: number; clause: ClauseId; note: string };

export const REPLY_KINDS = ['signpost', 'thanks', 'service-request', 'data-protection'] as const;
export type ReplyKind = (typeof REPLY_KINDS)[number];

/** Wording for what is answered and is no complaint. */
export type StandardReply = { kind: ReplyKind; text: string[]; clause: ClauseId };

export type IntakeRules = {
  hints: { note: string; clause: ClauseId; lookBackDays: number; list: TriageHint[] };
  hazards: HazardKind[];
  noAnswerSample: NoAnswerSample;
  replies: StandardReply[];
};

/** Each part as the landlord has it, or as it stands beside the Code. Throws where a pack of the Code lacks one. */
export function intakeRules({ policy, code }: { policy: Policy; code: Policy }): IntakeRules {
  const own = policy.intake ?? {};
  const theirs = code.intake ?? {};
  const part = <K extends keyof IntakeRules>(name: K): IntakeRules[K] => {
    const found: IntakeRules[K] | undefined = own[name] ?? theirs[name];
    if (found === undefined) throw new Error(`Neither ${policy.id} nor ${code.id} has the part "${name}" of intake.`);
    return found;
  };
  return {
    hints: part('hints'),
    hazards: part('hazards'),
    noAnswerSample: part('noAnswerSample'),
    replies: part('replies'),
  };
}

/** What a reply may have filled in. */
export const REPLY_PLACEHOLDERS = {
  name: 'whom it is written to',
  'told-on': 'the day they told us',
  landlord: "the landlord's name",
  'landlord-phone': "the landlord's telephone number",
  'landlord-email': "the landlord's email address",
  'landlord-web': "the landlord's web address",
  elsewhere: 'who can help instead, and how they are reached',
} as const;
export type ReplyPlaceholder = keyof typeof REPLY_PLACEHOLDERS;

/** Whether a name in braces may stand in a reply. */
export function isReplyPlaceholder(name: string): name is ReplyPlaceholder {
  return Object.hasOwn(REPLY_PLACEHOLDERS, name);
}
