/** Whether the Ombudsman's details that the pack would print are still right on the day of the check. */
import type { LocalDate } from '../../calendar/dates.ts';
import type { ContactBlock } from '../contact-block.ts';
import type { Policy } from '../policy.ts';
import { type Hit, type Rule, when } from './finding.ts';
import { sayDay } from './lengths.ts';

/** The newest block of this body that is already in force, or undefined. */
function currentBlock(policy: Policy, body: ContactBlock['body'], today: LocalDate): ContactBlock | undefined {
  return policy.contacts
    .filter(contact => contact.body === body && contact.from <= today)
    .toSorted((a, b) => (a.from < b.from ? 1 : -1))[0];
}

function plain(text: string | null): string {
  return (text ?? '').toLowerCase().replace(/[^a-z0-9]/g, '');
}

function host(web: string | null): string {
  return (web ?? '')
    .toLowerCase()
    .replace(/^https?:\/\/(www\.)?/, '')
    .replace(/\/.*$/, '');
}

/** Whether the pack prints something else than what is right today. What it does not print cannot be wrong. */
const DIFFERS: Record<'post' | 'email' | 'phone' | 'web', (policy: ContactBlock, code: ContactBlock) => boolean> = {
  post: (policy, code) => policy.post !== null && plain(policy.post) !== plain(code.post),
  email: (policy, code) => policy.email !== null && plain(policy.email) !== plain(code.email),
  phone: (policy, code) => policy.phone !== null && plain(policy.phone) !== plain(code.phone),
  web: (policy, code) => policy.web !== null && host(policy.web) !== host(code.web),
};

const NAMES = { post: 'postal address', email: 'email address', phone: 'phone number', web: 'website' } as const;

function contactRule(part: keyof typeof DIFFERS): Rule {
  return {
    id: `ombudsman-${part}-out-of-date`,
    paragraph: 'Code 3.7',
    severity: 'breach',
    states: `The Ombudsman's ${NAMES[part]} is out of date.`,
    find: ({ policy, code, today }) => {
      const printed = currentBlock(policy, 'housing-ombudsman', today);
      const right = currentBlock(code, 'housing-ombudsman', today);
      if (printed === undefined || right === undefined || !DIFFERS[part](printed, right)) return [];
      const now = right[part];
      return [
        {
          path: `contacts.housing-ombudsman.${part}`,
          found: `The Ombudsman's ${NAMES[part]} is given as ${printed[part]}.`,
          expected:
            now === null
              ? `Give no ${NAMES[part]}: since ${sayDay(right.from)} new cases are not taken that way.`
              : `Give the one in use since ${sayDay(right.from)}: ${now}.`,
        },
      ];
    },
  };
}

const noContact: Rule = {
  id: 'ombudsman-contact-missing',
  paragraph: 'Code 3.7',
  severity: 'breach',
  states: "The Ombudsman's contact details are not given.",
  find: ({ policy, code, today }) =>
    when(
      currentBlock(code, 'housing-ombudsman', today) !== undefined &&
        currentBlock(policy, 'housing-ombudsman', today) === undefined,
      () => ({
        path: 'contacts',
        found: 'The pack has no contact details of the Ombudsman that are in force on the day of the check.',
        expected: 'Tell residents how to reach the Ombudsman, throughout the complaint.',
      }),
    ),
};

/** Every value that the Code's pack once gave for a body and no longer gives, as it would stand in a text. */
function supersededValues(code: Policy, today: LocalDate): string[] {
  const values = code.contacts.flatMap(old => {
    const current = currentBlock(code, old.body, today);
    if (current === undefined || old.from >= current.from) return [];
    const stale = [];
    if (old.email !== null && old.email !== current.email) stale.push(old.email);
    if (old.phone !== null && plain(old.phone) !== plain(current.phone)) stale.push(old.phone);
    const box = old.post === null ? null : /PO Box \d+/i.exec(old.post);
    if (box !== null && !plain(current.post).includes(plain(box[0]))) stale.push(box[0]);
    return stale;
  });
  return [...new Set(values)];
}

/** Details typed into the wording itself escape the contact block, so the texts are searched as well. */
const staleInWording: Rule = {
  id: 'old-contact-in-wording',
  paragraph: 'Code 3.7',
  severity: 'breach',
  states: 'The wording of a letter has contact details in it that are out of date.',
  find: ({ policy, code, today }) => {
    const stale = supersededValues(code, today);
    return policy.letters.wording.flatMap((letter, index): Hit[] => {
      const texts = [letter.subject, ...letter.opening, ...letter.sections.flatMap(one => one.text), ...letter.closing];
      const text = plain(texts.join(' '));
      return stale
        .filter(value => text.includes(plain(value)))
        .map(value => ({
          path: `letters.wording.${index}`,
          found: `The wording of a letter (${letter.kind}) gives ${value}, which is out of date.`,
          expected: 'Leave contact details to the contact block, which is kept up to date.',
        }));
    });
  },
};

export const contactRules: readonly Rule[] = [
  noContact,
  contactRule('post'),
  contactRule('email'),
  contactRule('phone'),
  contactRule('web'),
  staleInWording,
];
