/** The body of a letter: each item as a section, in the order of the landlord's wording, and what is missing from it. */
import { CONTENT_ITEMS } from '../policy/letter-kinds.ts';
import type { ContentItem } from '../policy/letter-rules.ts';
import { isPlaceholder, PLACEHOLDERS, type Placeholder, placeholdersIn } from '../policy/placeholders.ts';
import { type Filled, type LetterContext, lack, paragraph } from './context.ts';
import type { Block } from './document.ts';
import { ITEMS } from './items.ts';
import type { MissingItem } from './letter-input.ts';
import { readyWords, wordingOf } from './wording.ts';

export type Body = { blocks: Block[]; contents: ContentItem[]; missing: MissingItem[]; unfilled: Placeholder[] };

type Section = { item: ContentItem; heading: string; text: readonly string[] };

/**
 * Sections in the landlord's order, then whatever is required and not worded under our own headings, so that wording can never
 * leave out a content. Worded sections that nothing asks for and that have nothing to say are left out.
 */
export function letterBody(ctx: LetterContext): Body {
  const body: Body = { blocks: [], contents: [], missing: [], unfilled: [] };
  for (const section of sectionsOf(ctx)) addSection(ctx, section, body);
  return body;
}

function sectionsOf(ctx: LetterContext): Section[] {
  const worded: Section[] = wordingOf(ctx)?.sections ?? [];
  const has = (item: ContentItem) => worded.some(section => section.item === item);
  const wanted: ContentItem[] = ctx.required.map(one => one.item);
  // Points left out are told with their reasons whether or not anybody asked for that (R20).
  if (ctx.kind === 'acknowledgement' && !wanted.includes('excluded-points')) wanted.push('excluded-points');
  const added = wanted.filter(item => !has(item)).map(item => ({ item, heading: ITEMS[item].heading, text: [] }));
  // Where to go from here stays last.
  const last = (section: Section) => section.item === 'next-step' || section.item === 'ombudsman';
  const body = added
    .filter(one => !last(one))
    .reduce(
      inItsPlace,
      worded.filter(one => !last(one)),
    );
  return [...body, ...worded.filter(last), ...added.filter(last)];
}

/** After the last section that a letter says before it. */
function inItsPlace(sections: Section[], section: Section): Section[] {
  const rank = ({ item }: Section) => CONTENT_ITEMS.indexOf(item);
  const before = sections.findLastIndex(one => rank(one) < rank(section));
  return sections.toSpliced(before + 1, 0, section);
}

function addSection(ctx: LetterContext, { item, heading, text }: Section, body: Body): void {
  const required = ctx.required.find(one => one.item === item);
  const filled = ITEMS[item].fill(ctx);
  if (filled === null) {
    if (required?.onlyIf === null && !arisesOnlyWithRight(ctx, item)) {
      body.missing.push(lack(ctx, item, `The letter has to say this and does not: ${heading.toLowerCase()}.`));
    }
    return;
  }
  const missing = filled.missing ?? [];
  // What nobody asks for is left out while it is not whole; a promise or an exclusion never is: it is put right (R20, R53).
  const mustBeWhole = required !== undefined || item === 'excluded-points' || item === 'outstanding-actions';
  if (missing.length > 0 && !mustBeWhole) return;
  body.missing.push(...missing);
  const blocks = sectionBlocks(ctx, item, text, filled, body);
  // An item that is told within another section, like what was relied on, has no heading of its own.
  if (blocks.length > 0) body.blocks.push({ kind: 'heading', level: 2, text: heading }, ...blocks);
  if (missing.length === 0) body.contents.push(item);
}

/** After a refusal the next step is the Ombudsman: without that right there is none to tell; without its details they lack [R1]. */
function arisesOnlyWithRight({ kind, right, ombudsman }: LetterContext, item: ContentItem): boolean {
  return item === 'next-step' && kind !== 'response' && (!right || ombudsman === null);
}

function sectionBlocks(
  ctx: LetterContext,
  item: ContentItem,
  text: readonly string[],
  filled: Filled,
  body: Body,
): Block[] {
  if (filled.instead !== undefined) return [...filled.instead.map(paragraph), ...(filled.blocks ?? [])];
  const ready = readyWords(ctx, text);
  body.unfilled.push(...ready.unfilled);
  const said = text.some(one =>
    placeholdersIn(one).some(name => isPlaceholder(name) && PLACEHOLDERS[name].item === item),
  );
  const worded = ready.paragraphs.length > 0;
  const own = [worded ? undefined : filled.lead, worded && said ? undefined : filled.sentence];
  const sentence = own.filter(one => one !== undefined);
  return [...[...ready.paragraphs, ...sentence].map(paragraph), ...(filled.blocks ?? [])];
}
