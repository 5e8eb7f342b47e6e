/** Drafts a letter: the document, what is missing from it, and what it carries. A letter with anything missing is not issued. */
import { type LocalDate, sayDate } from '../calendar/dates.ts';
import { copiesTo } from '../complaint/authorities.ts';
import { findingWords } from '../complaint/say-point.ts';
import { DETAIL_NAMES, type DetailKind, missingDetails, whoSupplies } from '../policy/landlord-details.ts';
import type { ContentItem, LetterKind } from '../policy/letter-rules.ts';
import { PLACEHOLDERS, type Placeholder } from '../policy/placeholders.ts';
import { bereavedOpening, estateAddress } from './bereavement.ts';
import { contextOf, type LetterContext, nameOf, paragraph, paragraphs } from './context.ts';
import type { Block, Fact, LetterDocument } from './document.ts';
import { contactOf } from './fill-arrangements.ts';
import { freeParts } from './free-parts.ts';
import { checkLetter } from './gate.ts';
import type { LetterDraft, LetterInput, MissingItem } from './letter-input.ts';
import { wholeOutcome } from './letter-points.ts';
import { petitionFact, petitionOpening } from './petition.ts';
import { type Body, letterBody } from './sections.ts';
import { toldTwice } from './told-twice.ts';
import { type ReadyWords, readyWords, wordingOf } from './wording.ts';

/**
 * The letter of this kind for this case, in the landlord's wording, with all that the policy and the Code require. Pure and
 * complete: the same input gives the same letter. Nothing is thrown for a poor case; what stands in the way is in `missing`.
 */
export function draftLetter(input: LetterInput): LetterDraft {
  const ctx = contextOf(input);
  const wording = wordingOf(ctx);
  const subject = readyWords(ctx, [wording?.subject ?? SUBJECTS[ctx.kind]]);
  const opening = readyWords(ctx, wording?.opening ?? []);
  const closing = readyWords(ctx, wording?.closing ?? []);
  const body = letterBody(ctx);
  const blocks = [...openingBlocks(ctx, opening), ...body.blocks, ...closingBlocks(ctx, closing)];
  const document = documentOf(ctx, subject.paragraphs[0] ?? SUBJECTS[ctx.kind], blocks);
  const quotesDate = promisedDate(ctx);
  const typed = freeParts(ctx.kind).map(part => free(ctx, part.id));
  const missing = [
    ...body.missing,
    ...kindGaps(ctx),
    ...landlordGaps(ctx),
    ...unfilledGaps(ctx, body, [subject, opening, closing]),
    ...checkLetter(ctx, document, typed, quotesDate),
  ];
  return { document, missing, contents: body.contents, quotesDate, quotesWindow: namedWindow(ctx), to: ctx.to };
}

const SUBJECTS: Record<LetterKind, string> = {
  acknowledgement: 'We have received your complaint',
  extension: 'We need more time to answer your complaint',
  response: 'Our answer to your complaint',
  refusal: 'Why we are not taking this as a complaint',
  'escalation-refusal': 'Why we are not taking your complaint to stage 2',
  'withdrawal-confirmed': 'Your complaint has been withdrawn',
  update: 'News of your complaint',
};

function free(ctx: LetterContext, part: string): string {
  return (ctx.free[part] ?? '').trim();
}

function openingBlocks(ctx: LetterContext, opening: ReadyWords): Block[] {
  const resident = nameOf(ctx, ctx.state.complainantId);
  const acting = ctx.to !== null && ctx.to !== ctx.state.complainantId && resident !== '';
  const bereaved = bereavedOpening(ctx.state, ctx.to, resident);
  const about =
    bereaved !== null
      ? [paragraph(bereaved)]
      : acting
        ? [
            paragraph(
              `We are writing to you because you act for ${resident}. Where this letter says “you”, it means ${resident}.`,
            ),
          ]
        : [];
  return [
    ...about,
    ...opening.paragraphs.map(paragraph),
    ...petitionOpening(ctx).map(paragraph),
    ...toldTwice(ctx).map(paragraph),
    ...paragraphs(free(ctx, 'introduction')),
    ...(ctx.kind === 'update' ? paragraphs(free(ctx, 'news')) : []),
  ];
}

function closingBlocks(ctx: LetterContext, closing: ReadyWords): Block[] {
  const texts = [...closing.paragraphs.map(paragraph), ...paragraphs(free(ctx, 'closing'))];
  return texts.length === 0 ? [] : [{ kind: 'pause' }, ...texts];
}

function documentOf(ctx: LetterContext, subject: string, blocks: Block[]): LetterDocument {
  const { landlord } = ctx.policy;
  const to = ctx.to === null ? undefined : ctx.people[ctx.to];
  const named = (to?.name ?? '').trim();
  const { name, greeting } = estateAddress(ctx.state, ctx.to, named) ?? { name: named, greeting: `Dear ${named}` };
  const signatory = ctx.signatory === null ? undefined : ctx.people[ctx.signatory];
  return {
    language: 'en-GB',
    title: `${subject} (${ctx.state.reference})`,
    letterhead: {
      name: landlord.name,
      accent: landlord.accent,
      address: landlord.address,
      phone: landlord.phone ?? '',
      email: landlord.email ?? '',
      web: landlord.web ?? '',
    },
    recipient: { name, addressLines: to?.addressLines ?? [] },
    date: ctx.today,
    reference: ctx.state.reference,
    subject,
    salutation: greeting,
    keyFacts: keyFacts(ctx),
    blocks,
    signature: {
      closing: 'Yours sincerely',
      name: (signatory?.name ?? '').trim(),
      role: signatory?.role ?? null,
      contact: contactOf(ctx, ctx.signatory),
    },
  };
}

/** What the reader looks for first: the stage, the answer or its date, and who to ask. */
function keyFacts(ctx: LetterContext): Fact[] {
  const { kind, stage, to, state } = ctx;
  const outcome = kind === 'response' ? wholeOutcome(ctx) : null;
  const resident = to === state.complainantId && state.death === null ? '' : nameOf(ctx, state.complainantId);
  const answerBy = promisedDate(ctx);
  const closes = namedWindow(ctx);
  const facts: [string, string][] = [
    ['Complaint of', resident],
    ['Petition', petitionFact(ctx)],
    ['Stage', kind === 'refusal' || kind === 'escalation-refusal' ? '' : `${stage} of 2`],
    ['Our answer will come by', answerBy === null ? '' : sayDate(answerBy)],
    ['Our decision', outcome === null ? '' : findingWords[outcome]],
    ['You can ask for stage 2 by', closes === null ? '' : sayDate(closes)],
    [
      'A copy goes to',
      copiesTo(state, to, ctx.today)
        .map(id => nameOf(ctx, id))
        .filter(name => name !== '')
        .join(', '),
    ],
    ['Your contact', nameOf(ctx, kind === 'refusal' ? ctx.signatory : (ctx.facts.handlerId ?? ctx.signatory))],
  ];
  return facts.filter(([, value]) => value !== '').map(([term, value]) => ({ term, value }));
}

/** The last day for asking for stage 2, which a stage 1 response names. */
function namedWindow({ kind, stage, dates }: LetterContext): LocalDate | null {
  return kind === 'response' && stage === 1 ? (dates.escalationCloses ?? null) : null;
}

/** The day on which the letter says the answer will come; it stays the working promise (R11). None where that day has gone. */
function promisedDate({ kind, dates, today }: LetterContext): LocalDate | null {
  if (kind === 'acknowledgement' || kind === 'update') {
    const { targetDate } = dates;
    return targetDate === undefined || targetDate < today ? null : targetDate;
  }
  return kind === 'extension' ? (dates.newDueOn ?? null) : null;
}

/** What a letter needs beside its contents: somebody to write to, somebody who signs, and the event it is about. */
function kindGaps(ctx: LetterContext): MissingItem[] {
  const gap = (sentence: string): MissingItem => ({
    item: 'letter',
    basis: 'rule',
    clause: 'R55',
    code: 'unfilled-field',
    sentence,
  });
  const gaps: MissingItem[] = [];
  if (nameOf(ctx, ctx.to) === '') gaps.push(gap('There is nobody to write to. Record who complained.'));
  const handlerNamed = ctx.required.some(one => one.item === 'handler') && ctx.signatory === ctx.facts.handlerId;
  if (nameOf(ctx, ctx.signatory) === '' && !handlerNamed)
    gaps.push(gap('Nobody signs the letter. Assign a person to the complaint.'));
  if (ctx.kind === 'withdrawal-confirmed' && ctx.state.withdrawal === null) {
    gaps.push(gap('The complaint is not withdrawn. Record the withdrawal with the resident’s wish first.'));
  }
  for (const part of freeParts(ctx.kind)) {
    if (part.required && free(ctx, part.id) === '')
      gaps.push(gap(`Nothing is written under “${part.label}”. Write it beside the preview.`));
  }
  return gaps;
}

/** The letter's head says how to reach the landlord; what nobody has supplied yet is never printed as if it were known (R55). */
function landlordGaps({ policy }: LetterContext): MissingItem[] {
  const who = whoSupplies(policy);
  const supplies = who.length === 0 ? 'Whoever manages the policy supplies' : `${who.join(' or ')} supplies`;
  return missingDetails(policy).map(kind => ({
    item: 'letter',
    basis: 'rule',
    clause: 'R55',
    code: 'landlord-detail',
    sentence: `The ${DETAIL_NAMES[kind]} of ${policy.landlord.name} is still to be supplied, and the letter has to give it. ${supplies} it among the details for letters, or says there that there is none.`,
  }));
}

/** Placeholders that stand for a detail of the landlord, reported as what it is. */
const detailOf: Partial<Record<Placeholder, DetailKind>> = {
  'landlord-phone': 'phone',
  'landlord-email': 'email',
  'landlord-web': 'web',
};

/** Placeholders that stayed empty, except where the item they belong to is reported missing already. */
function unfilledGaps({ kind, policy }: LetterContext, body: Body, others: readonly ReadyWords[]): MissingItem[] {
  const reported = new Set<ContentItem | 'letter'>(body.missing.map(one => one.item));
  const names = new Set<Placeholder>([...body.unfilled, ...others.flatMap(one => one.unfilled)]);
  return [...names].flatMap((name): MissingItem[] => {
    const { item, means } = PLACEHOLDERS[name];
    if (item !== null && reported.has(item)) return [];
    const detail = detailOf[name];
    if (detail !== undefined && missingDetails(policy).includes(detail)) return [];
    // Reported as what it is: there is no withdrawal.
    if (name === 'withdrawn-on' && kind === 'withdrawal-confirmed') return [];
    const sentence = `The letter has a place for ${means}, and it is not known. Record it, or change the wording in the policy pack.`;
    return [{ item: item ?? 'letter', basis: 'rule', clause: 'R55', code: 'unfilled-field', sentence }];
  });
}
