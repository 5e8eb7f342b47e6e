/** Refusals about who may see a complaint. */
import { type NoFacts, said } from './words.ts';

export const accessRefusals = {
  'closed-to-you': (_: NoFacts) =>
    said(
      'This complaint is not open to you: it is about you, you declared a conflict of interest, or it is restricted to others.',
      'Somebody independent does it. You can still answer a question that you are asked.',
    ),
  'closed-to-them': ({ name, because }: { name: string; because: string }) =>
    said(`${name} can have no part in this complaint: ${because}.`, 'Choose somebody who is independent of it.'),
  'role-sees-own-only': ({ title }: { title: string }) =>
    said(
      `${title} is a role that sees only its own complaints, so naming it would open this one to nobody.`,
      'Name the people instead.',
    ),
  'nobody-left-to-see': ({ who }: { who: string }) =>
    said(
      'Nobody would be left who can see this complaint and hand out its work, or open it again.',
      `Name at least one person or role of these: ${who}.`,
    ),
};
