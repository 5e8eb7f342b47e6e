/** The items that put things right: what we offer, what is still to be done by when, and what changes so it does not happen again. */
import { type LocalDate, sayDate } from '../calendar/dates.ts';
import type { RemedyKind } from '../complaint/events.ts';
import type { Action, Remedy } from '../complaint/point-state.ts';
import { type Filled, type LetterContext, lack, nameOf, paragraph, paragraphs, words } from './context.ts';
import type { Block } from './document.ts';
import type { MissingItem } from './letter-input.ts';
import { somethingUpheld } from './letter-points.ts';

const REMEDY_WORDS: Record<RemedyKind, string> = {
  apology: 'An apology',
  'fault-acknowledged': 'What we got wrong',
  explanation: 'An explanation',
  'action-taken': 'What we have done or will do',
  'decision-changed': 'A decision we have changed',
  'record-corrected': 'A record we have corrected',
  money: 'A payment',
  'practice-changed': 'A change in how we work',
};

/** What is offered. Something found wrong with nothing offered, not even an apology, blocks the letter (Code 7.1). */
export function fillRemedy(ctx: LetterContext): Filled {
  const now = ctx.state.remedies.filter(remedy => remedy.stage === ctx.stage);
  const before = ctx.state.remedies.filter(remedy => remedy.stage < ctx.stage);
  const missing: MissingItem[] = now
    .filter(remedy => words(ctx, remedy.what) === '')
    .map(remedy =>
      lack(
        ctx,
        'remedy',
        `“${REMEDY_WORDS[remedy.kind]}” does not say what is offered. Complete it under putting things right.`,
      ),
    );
  if (now.length + before.length === 0) {
    if (!somethingUpheld(ctx)) return { sentence: 'We found nothing that we need to put right.' };
    const sentence =
      'Something was found wrong, but nothing is offered to put it right, not even an apology. Add it under putting things right.';
    return { missing: [lack(ctx, 'remedy', sentence)] };
  }
  const blocks: Block[] = [];
  if (now.length > 0) blocks.push({ kind: 'facts', facts: now.map(remedy => remedyFact(ctx, remedy)) });
  if (before.length > 0) {
    blocks.push(paragraph('What we offered at stage 1 still stands:'), {
      kind: 'facts',
      facts: before.map(remedy => remedyFact(ctx, remedy)),
    });
  }
  return { blocks, missing };
}

function remedyFact(ctx: LetterContext, remedy: Remedy) {
  const what = words(ctx, remedy.what);
  const sum = remedy.pence === null ? '' : `${sayPounds(remedy.pence)}. `;
  return { term: REMEDY_WORDS[remedy.kind], value: `${sum}${what}` };
}

/** `£1,250.00`. */
export function sayPounds(pence: number): string {
  const pounds = String(Math.floor(pence / 100)).replace(/\B(?=(\d{3})+$)/g, ',');
  return `£${pounds}.${String(pence % 100).padStart(2, '0')}`;
}

/** What is promised and not yet done: what, who, by when. A promise needs an owner and a date, or a date for the date (R53). */
export function fillOutstandingActions(ctx: LetterContext): Filled | null {
  const open = ctx.state.actions.filter(action => action.doneOn === null && action.stage <= ctx.stage);
  if (open.length === 0) return ctx.kind === 'response' ? { sentence: 'There is nothing left for us to do.' } : null;
  const rows = open.map(action => [words(ctx, action.what), ownerOf(ctx, action), sayWhen(action, ctx.today)]);
  return {
    blocks: [{ kind: 'table', caption: 'What we have promised to do', head: ['What', 'Who', 'By when'], rows }],
    missing: open.flatMap(action => gapsOf(ctx, action)),
  };
}

function ownerOf(ctx: LetterContext, { owner }: Action): string {
  return owner.kind === 'person' ? nameOf(ctx, owner.personId) : owner.name.trim();
}

/** A day that has gone by is said as what it is: a letter never promises the past. */
function sayWhen(action: Action, today: LocalDate): string {
  const date = action.dates.at(-1);
  if (date !== undefined) return date < today ? `Was due ${sayDate(date)}, and is late` : sayDate(date);
  return action.dateGivenBy === null ? '' : `We will give you the date by ${sayDate(action.dateGivenBy)}`;
}

function gapsOf(ctx: LetterContext, action: Action): MissingItem[] {
  const what = words(ctx, action.what);
  const promise = what === '' ? 'A promise' : `The promise “${what}”`;
  const gap = (gone: string) =>
    lack(
      ctx,
      'outstanding-actions',
      `${promise} has no ${gone}. Complete it under promises.`,
      'promise-without-date',
      'R53',
    );
  const gaps = [];
  if (what === '') gaps.push(gap('words'));
  if (ownerOf(ctx, action) === '') gaps.push(gap('owner'));
  if (sayWhen(action, ctx.today) === '') gaps.push(gap('date, nor a day by which the date will be given'));
  return gaps;
}

/** What changes so that it does not happen to anybody again. Needed only where something was found wrong. */
export function fillPreventRecurrence(ctx: LetterContext): Filled {
  const changes = ctx.facts.learning.map(ref => words(ctx, ref)).filter(text => text !== '');
  const [only] = changes;
  if (only !== undefined && changes.length === 1) return { blocks: paragraphs(only) };
  if (changes.length > 1) return { blocks: [{ kind: 'list', ordered: false, items: changes }] };
  if (!somethingUpheld(ctx)) return { sentence: 'We found nothing that we need to change in how we work.' };
  const sentence = 'Something was found wrong, but no change to prevent it is recorded. Write it under learning.';
  return { missing: [lack(ctx, 'prevent-recurrence', sentence)] };
}
