/** What every part of a letter is written from: the input, what is required, and the few look-ups the parts share. */
import type { PersonId, TextRef } from '../complaint/events.ts';
import type { Extension, StageFacts } from '../complaint/stage-state.ts';
import type { ContactBlock } from '../policy/contact-block.ts';
import type { ContentItem } from '../policy/letter-rules.ts';
import type { Span } from '../policy/spans.ts';
import { addressee } from './addressee.ts';
import { hasOmbudsmanRight, type RequiredItem, requiredInCase } from './contents.ts';
import type { Block } from './document.ts';
import type { LetterInput, MissingCode, MissingItem } from './letter-input.ts';
import { ombudsmanContact } from './ombudsman.ts';

export type LetterContext = LetterInput & {
  required: readonly RequiredItem[];
  /** Whether the reader may go to the Ombudsman (R1). */
  right: boolean;
  ombudsman: ContactBlock | null;
  facts: StageFacts;
  /** The extension that a notice is about. */
  extension: Extension | null;
  to: PersonId | null;
  signatory: PersonId | null;
};

/**
 * One item as it stands in the letter. `lead` is said where the landlord has no words for the section; `sentence` where its words
 * do not say the thing itself; `blocks` come after the wording whatever it says; `missing` keeps the item from being complete.
 */
export type Filled = {
  lead?: string;
  sentence?: string;
  /** Said in place of the landlord's wording, which would not be true of this case. */
  instead?: readonly string[];
  blocks?: readonly Block[];
  missing?: readonly MissingItem[];
};

export function contextOf(input: LetterInput): LetterContext {
  const { state, stage, policy, code, kind, today } = input;
  const right = hasOmbudsmanRight(state.standing);
  const facts = state.stages[stage];
  const extension =
    (input.extensionId === undefined
      ? facts.extensions.at(-1)
      : facts.extensions.find(one => one.extensionId === input.extensionId)) ?? null;
  return {
    ...input,
    right,
    facts,
    extension,
    required: requiredInCase(kind, stage, state, { policy, code }),
    ombudsman: ombudsmanContact(code, today),
    to: addressee(state, today),
    signatory: input.signedBy ?? whoSigns(input),
  };
}

function whoSigns({ kind, state, stage }: LetterInput): PersonId | null {
  if (kind === 'refusal' && state.refusal !== null) return state.refusal.by;
  if (kind === 'escalation-refusal') return state.escalations.at(-1)?.decided?.by ?? null;
  return state.stages[stage].handlerId ?? state.stages[1].handlerId;
}

/** The words behind a reference, trimmed; empty where there are none or they are not at hand. */
export function words(ctx: LetterContext, ref: TextRef | null | undefined): string {
  if (ref === null || ref === undefined) return '';
  return (ctx.texts[ref.textId] ?? '').trim();
}

/** A person's name, or empty. */
export function nameOf(ctx: LetterContext, person: PersonId | null | undefined): string {
  if (person === null || person === undefined) return '';
  return (ctx.people[person]?.name ?? '').trim();
}

/** Something missing from an item, under the clause that asks for the item; under `rule` where neither policy nor Code does. */
export function lack(
  ctx: LetterContext,
  item: ContentItem,
  sentence: string,
  code: MissingCode = 'missing-item',
  rule = 'R55',
): MissingItem {
  const required = ctx.required.find(one => one.item === item);
  if (required === undefined) return { item, basis: 'rule', clause: rule, code, sentence };
  return { item, basis: required.basis, clause: required.clause, code, sentence };
}

export function paragraph(text: string): Block {
  return { kind: 'paragraph', text };
}

/** Typed words as paragraphs: an empty line begins a new one, a single line break stays one. */
export function paragraphs(text: string): Block[] {
  return text
    .replaceAll('\r\n', '\n')
    .split(/\n[^\S\n]*\n/)
    .map(part => part.trim())
    .filter(part => part !== '')
    .map(paragraph);
}

/** `5 working days`, `1 month`. */
export function saySpan(span: Span): string {
  const unit = span.unit === 'calendar-days' ? 'days' : span.unit.replace('-', ' ');
  return `${span.value} ${span.value === 1 ? unit.slice(0, -1) : unit}`;
}

/** `every 5 working days`, `every week`, `every month`. */
export function sayEvery(span: Span): string {
  if (span.unit === 'calendar-days' && span.value % 7 === 0) {
    return span.value === 7 ? 'every week' : `every ${span.value / 7} weeks`;
  }
  return span.value === 1 ? `every ${saySpan(span).slice(2)}` : `every ${saySpan(span)}`;
}
