/** The landlord's standard replies, filled in for one contact: something to start from, that a person reads before it goes. */
import { type LocalDate, sayDate } from '../calendar/dates.ts';
import type { ContactBlock } from '../policy/contact-block.ts';
import { intakeRules, isReplyPlaceholder, type ReplyKind, type ReplyPlaceholder } from '../policy/intake-rules.ts';
import { fillPlaceholders } from '../policy/placeholders.ts';
import type { Policy } from '../policy/policy.ts';

export type ReplyFacts = {
  name: string;
  toldOn: LocalDate;
  /** Who can help instead. */
  bodies: readonly ContactBlock['body'][];
  /** Somebody who is in no list, in words. */
  other: string | null;
};

/** The bodies that a pack names, each as it is reached on that day: the newest that is not in the future (MGL-49). */
export function bodiesOn({ contacts }: Policy, today: LocalDate): ContactBlock[] {
  const inForce = contacts.filter(one => one.from <= today).toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return [...new Map(inForce.map(one => [one.body, one])).values()];
}

/** A reply of one kind, its paragraphs parted by empty lines. What nothing fills stands as a gap in brackets. */
export function replyText(
  kind: ReplyKind,
  facts: ReplyFacts,
  packs: { policy: Policy; code: Policy },
  today: LocalDate,
): string {
  const reply = intakeRules(packs).replies.find(one => one.kind === kind);
  const values = valuesOf(facts, packs.policy, today);
  const fill = (name: string) => (isReplyPlaceholder(name) ? values[name] || `(${name})` : `(${name})`);
  return (reply?.text ?? []).map(text => fillPlaceholders(text, fill)).join('\n\n');
}

function valuesOf(
  { name, toldOn, bodies, other }: ReplyFacts,
  policy: Policy,
  today: LocalDate,
): Record<ReplyPlaceholder, string> {
  const named = bodiesOn(policy, today).filter(one => bodies.includes(one.body));
  const { landlord } = policy;
  return {
    name,
    'told-on': sayDate(toldOn),
    landlord: landlord.name,
    'landlord-phone': landlord.phone ?? '',
    'landlord-email': landlord.email ?? '',
    'landlord-web': landlord.web ?? '',
    elsewhere: [...named.map(sayBody), ...(other === null ? [] : [other])].join('; '),
  };
}

/** A body with its checked ways to be reached; one that nobody has checked yet by its name alone. */
export function sayBody({ name, web, phone, status }: ContactBlock): string {
  const ways = status === 'checked' ? [web, phone].filter(way => way !== null) : [];
  return ways.length === 0 ? name : `${name} (${ways.join(', ')})`;
}
