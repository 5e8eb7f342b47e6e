/** The landlord's wording for a letter, and what its placeholders stand for in this case. */
import type { LocalDate } from '../calendar/dates.ts';
import { sayDate } from '../calendar/dates.ts';
import { findingWords } from '../complaint/say-point.ts';
import type { ContentItem, LetterWording } from '../policy/letter-rules.ts';
import {
  fillPlaceholders,
  isPlaceholder,
  PLACEHOLDERS,
  type Placeholder,
  speaksOfOmbudsman,
} from '../policy/placeholders.ts';
import { type LetterContext, nameOf, sayEvery } from './context.ts';
import { currentGround, currentRefusal, groundLabel } from './fill-refusal.ts';
import { wholeOutcome } from './letter-points.ts';
import { ombudsmanUntil } from './ombudsman.ts';

/** The wording of this kind and stage; null where the pack has none, and the letter then has the headings of `items.ts`. */
export function wordingOf({ policy, kind, stage }: LetterContext): LetterWording | null {
  const fitting = policy.letters.wording.filter(
    one => one.kind === kind && (one.stage === stage || one.stage === null),
  );
  return fitting.find(one => one.stage === stage) ?? fitting[0] ?? null;
}

/** The items for which the wording has a section of its own. */
export function wordedItems(ctx: LetterContext): ReadonlySet<ContentItem> {
  return new Set(wordingOf(ctx)?.sections.map(section => section.item) ?? []);
}

/** A wording made ready: its paragraphs, and the placeholders that nothing fills. */
export type ReadyWords = { paragraphs: string[]; unfilled: Placeholder[] };

/**
 * Fills the paragraphs. Those about the Ombudsman are left out where there is no such right [R1]. A known placeholder without
 * a value shows as a gap; a name that is not on the list stays as it is, and the check of the finished letter finds it.
 */
export function readyWords(ctx: LetterContext, texts: readonly string[]): ReadyWords {
  const unfilled: Placeholder[] = [];
  const fill = (name: string): string => {
    if (!isPlaceholder(name)) return `{${name}}`;
    const value = valueFor(ctx, name);
    if (value !== '') return value;
    unfilled.push(name);
    return `(${PLACEHOLDERS[name].means})`;
  };
  const kept = texts.filter(text => ctx.right || !speaksOfOmbudsman(text));
  return { paragraphs: kept.map(text => fillPlaceholders(text, fill)), unfilled };
}

type Value = string | null | undefined;

function valueFor(ctx: LetterContext, name: Placeholder): string {
  return (VALUES[name](ctx) ?? '').trim();
}

const date = (day: LocalDate | null | undefined): Value => (day === null || day === undefined ? null : sayDate(day));

const VALUES: Record<Placeholder, (ctx: LetterContext) => Value> = {
  addressee: ctx => nameOf(ctx, ctx.to),
  resident: ctx => nameOf(ctx, ctx.state.complainantId),
  reference: ctx => ctx.state.reference,
  today: ctx => date(ctx.today),
  stage: ctx => String(ctx.stage),
  'received-on': ctx => date(ctx.state.receivedOn),
  'requested-on': ctx => date(ctx.state.escalations.at(-1)?.on),
  landlord: ctx => ctx.policy.landlord.name,
  'landlord-short': ctx => ctx.policy.landlord.shortName,
  'landlord-phone': ctx => ctx.policy.landlord.phone,
  'landlord-email': ctx => ctx.policy.landlord.email,
  'landlord-web': ctx => ctx.policy.landlord.web,
  handler: ctx => nameOf(ctx, ctx.facts.handlerId),
  'handler-role': ctx => (ctx.facts.handlerId === null ? null : ctx.people[ctx.facts.handlerId]?.role),
  'target-date': ctx => date(ctx.dates.targetDate),
  'old-date': ctx => date(ctx.dates.oldDueOn),
  'new-date': ctx => date(ctx.dates.newDueOn),
  'contact-method': ctx => ctx.facts.contactAgreement?.method,
  'contact-every': ctx => (ctx.facts.contactAgreement?.every ? sayEvery(ctx.facts.contactAgreement.every) : null),
  'update-every': ctx => (ctx.facts.updates === null ? null : sayEvery(ctx.facts.updates.every)),
  'update-how': ctx => ctx.facts.updates?.how,
  'next-update': ctx => date(ctx.dates.nextUpdateOn ?? ctx.facts.updates?.firstOn),
  outcome: ctx => sayOutcome(ctx),
  'escalation-closes': ctx => date(ctx.dates.escalationCloses),
  'withdrawn-on': ctx => date(ctx.state.withdrawal?.on),
  ground: ctx => groundLabel(ctx),
  'decided-by': ctx => nameOf(ctx, currentRefusal(ctx)?.by),
  'sent-to': ctx => currentGround(ctx)?.sentTo,
  ombudsman: ctx => ctx.ombudsman?.name,
  'ombudsman-phone': ctx => ctx.ombudsman?.phone,
  'ombudsman-web': ctx => ctx.ombudsman?.web,
  'ombudsman-until': ctx => (ctx.kind === 'response' && ctx.stage === 2 ? date(ombudsmanUntil(ctx.today)) : null),
};

function sayOutcome(ctx: LetterContext): Value {
  const outcome = wholeOutcome(ctx);
  return outcome === null ? null : findingWords[outcome].toLowerCase();
}
