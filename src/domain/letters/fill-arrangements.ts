/** The items about time and contact: when to expect the answer, who deals with it, how and how often we are in touch. */
import { type LocalDate, sayDate } from '../calendar/dates.ts';
import { type Filled, type LetterContext, lack, nameOf, paragraph, paragraphs, sayEvery, words } from './context.ts';
import type { Fact } from './document.ts';

export function fillTargetDate(ctx: LetterContext): Filled {
  const { targetDate } = ctx.dates;
  if (targetDate !== undefined && targetDate < ctx.today) return { instead: overdueWords(targetDate) };
  if (targetDate !== undefined) return { sentence: `We will write to you with our answer by ${sayDate(targetDate)}.` };
  return {
    missing: [
      lack(
        ctx,
        'target-date',
        'There is no date for the answer yet. It comes from the policy and the calendar: check both.',
      ),
    ],
  };
}

/** Nobody is promised an answer by a day that has gone: it is said that it has, and what happens until the answer comes (R5, Code 5.9). */
function overdueWords(targetDate: LocalDate): string[] {
  return [
    `You should have had our answer by ${sayDate(targetDate)}. That day has passed, and we are sorry.`,
    'We will answer as soon as we can. Until then we will agree with you how often you hear from us.',
  ];
}

/** The named person, with their own number and address where we have them, else the landlord's. */
export function fillHandler(ctx: LetterContext): Filled {
  const name = nameOf(ctx, ctx.facts.handlerId);
  if (name === '') {
    return {
      missing: [lack(ctx, 'handler', `Nobody is named for stage ${ctx.stage}. Assign a person to the complaint.`)],
    };
  }
  return {
    sentence: `${name} is dealing with your complaint.`,
    blocks: [{ kind: 'facts', facts: contactOf(ctx, ctx.facts.handlerId) }],
  };
}

/** Phone and email of a person of the landlord; the landlord's own where the person's are not known. */
export function contactOf(ctx: LetterContext, personId: string | null): Fact[] {
  const person = personId === null ? undefined : ctx.people[personId];
  return [
    { term: 'Phone', value: person?.phone ?? ctx.policy.landlord.phone ?? '' },
    { term: 'Email', value: person?.email ?? ctx.policy.landlord.email ?? '' },
  ].filter(fact => fact.value !== '');
}

export function fillContactAgreement({ facts }: LetterContext): Filled | null {
  const agreed = facts.contactAgreement;
  if (agreed === null) return null;
  const often = agreed.every === null ? '' : `, ${sayEvery(agreed.every)}`;
  const next = agreed.nextOn === null ? '' : ` You will next hear from us by ${sayDate(agreed.nextOn)}.`;
  return { sentence: `As agreed with you, this is how we will keep in touch: ${agreed.method}${often}.${next}` };
}

/** The old date, the new one, and where the two packs of facts disagree about it, that the letter must not go out. */
export function fillNewDate(ctx: LetterContext): Filled {
  const { newDueOn, oldDueOn } = ctx.dates;
  if (ctx.extension === null || newDueOn === undefined) {
    return { missing: [lack(ctx, 'new-date', 'There is no new date. Decide the extension first.')] };
  }
  if (ctx.extension.newDueOn !== newDueOn) {
    const sentence = `The extension was decided until ${sayDate(ctx.extension.newDueOn)}, but the date owed would be ${sayDate(newDueOn)}. Decide the extension again.`;
    return { missing: [lack(ctx, 'new-date', sentence, 'wrong-date')] };
  }
  const before = oldDueOn === undefined ? '' : ` Until now the date was ${sayDate(oldDueOn)}.`;
  return { sentence: `We will answer by ${sayDate(newDueOn)}.${before}`, blocks: refusedAgreement(ctx) };
}

/** Where the policy needs the customer's agreement and they do not give it, the old date stays owed; they are told both (R9). */
function refusedAgreement({ extension, policy, stage, dates }: LetterContext) {
  const needed = policy.stages[stage].extension?.customerAgreement === 'required';
  if (!needed || extension?.agreement !== 'refused' || dates.oldDueOn === undefined) return [];
  const date = sayDate(dates.oldDueOn);
  return [
    paragraph(
      `You did not agree to more time, so our answer is still due on ${date}. We are sorry that we do not expect to have it by then, and want you to know when to expect it.`,
    ),
  ];
}

export function fillExtensionReason(ctx: LetterContext): Filled {
  const reason = words(ctx, ctx.extension?.reason);
  if (reason !== '') return { blocks: paragraphs(reason) };
  return {
    missing: [lack(ctx, 'extension-reason', 'The extension has no reason. Write it where the extension is decided.')],
  };
}

/** How often we write until the answer is ready, where that was agreed (Code 5.9). */
export function fillUpdateInterval(ctx: LetterContext): Filled | null {
  const agreed = ctx.facts.updates;
  if (agreed === null) return null;
  const next = ctx.dates.nextUpdateOn ?? agreed.firstOn;
  return {
    sentence: `Until then we will keep you informed ${sayEvery(agreed.every)}, as agreed with you. The next update is due by ${sayDate(next)}.`,
  };
}
