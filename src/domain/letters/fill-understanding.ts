/** The items that show what we have understood: stage, points, outcome wanted, who is responsible, what is left out. */
import type { Responsibility } from '../complaint/events.ts';
import type { Point } from '../complaint/point-state.ts';
import { type Filled, type LetterContext, lack, paragraph, paragraphs, words } from './context.ts';
import type { Block, Fact } from './document.ts';
import type { MissingItem } from './letter-input.ts';
import { letterPoints } from './letter-points.ts';

export function fillStage({ stage }: LetterContext): Filled {
  return { sentence: `This is stage ${stage} of the two stages of our complaints procedure.` };
}

/** The numbered points, what stands as answered, what is held, and what was left out with the reason. */
export function fillDefinition(ctx: LetterContext): Filled {
  const points = letterPoints(ctx);
  const going = [...points.answered, ...points.suspended];
  const empty = going.filter(point => words(ctx, point.text) === '');
  const missing: MissingItem[] = empty.map(point =>
    lack(ctx, 'definition', `Point ${point.number} has no words. Write it in the complaint's definition.`),
  );
  const everyPoint = [...going, ...points.excluded, ...points.withdrawn, ...points.moved];
  if (everyPoint.length === 0) {
    missing.push(lack(ctx, 'definition', 'The complaint has no points. Write its definition first.'));
  }
  return { blocks: [{ kind: 'facts', facts: pointFacts(ctx, going) }, ...besides(ctx)], missing };
}

function besides(ctx: LetterContext): Block[] {
  const { standing, suspended, withdrawn, moved } = letterPoints(ctx);
  const blocks: Block[] = [];
  if (standing.length > 0) {
    blocks.push(
      paragraph('You did not ask us to look at these points again, so the stage 1 answer to them stands:'),
      { kind: 'facts', facts: pointFacts(ctx, standing) },
      paragraph('You can still ask us to include them while this stage is open.'),
    );
  }
  if (suspended.length > 0) {
    blocks.push(
      paragraph(`A court is considering ${listed(suspended)}. We will return to that when the court has finished.`),
    );
  }
  if (withdrawn.length > 0) blocks.push(paragraph(`You asked us to stop looking at ${listed(withdrawn)}.`));
  if (moved.length > 0) blocks.push(paragraph(`We are dealing with ${listed(moved)} as a complaint of its own.`));
  const leftOut = words(ctx, ctx.facts.definition?.leftOut);
  if (ctx.kind === 'acknowledgement' && leftOut !== '') {
    blocks.push(
      paragraph('What you told us that we have not made a point of the complaint, and why:'),
      ...paragraphs(leftOut),
    );
  }
  return blocks;
}

function pointFacts(ctx: LetterContext, points: readonly Point[]): Fact[] {
  return points.map(point => ({ term: `Point ${point.number}`, value: words(ctx, point.text) }));
}

/** `point 1`, `points 1 and 3`. */
export function listed(points: readonly Point[]): string {
  const numbers = points.map(point => String(point.number));
  const last = numbers.pop() ?? '';
  return numbers.length === 0 ? `point ${last}` : `points ${numbers.join(', ')} and ${last}`;
}

export function fillOutcomeSought(ctx: LetterContext): Filled {
  const wanted = words(ctx, ctx.facts.definition?.outcomeSought);
  if (wanted !== '') return { blocks: paragraphs(wanted) };
  const sentence = 'The outcome the resident wants is not recorded. Write it in the complaint’s definition.';
  return { missing: [lack(ctx, 'outcome-sought', sentence)] };
}

/** Which points are ours to put right and which are not, and whose they are then (Code 5.7). */
export function fillResponsibility(ctx: LetterContext): Filled {
  const { answered, suspended } = letterPoints(ctx);
  const going = [...answered, ...suspended];
  const unnamed = going.filter(point => point.responsibility !== 'ours' && words(ctx, point.responsibleBody) === '');
  const facts = going.map(point => ({
    term: `Point ${point.number}`,
    value: saysResponsible(point.responsibility, words(ctx, point.responsibleBody), ctx.policy.landlord.shortName),
  }));
  return {
    blocks: [{ kind: 'facts', facts }],
    missing: unnamed.map(point =>
      lack(
        ctx,
        'responsibility',
        `Point ${point.number} does not say who else is responsible. Add it in the definition.`,
      ),
    ),
  };
}

function saysResponsible(whose: Responsibility, body: string, landlord: string): string {
  if (whose === 'ours') return `${landlord} is responsible for this.`;
  if (whose === 'shared') return `${landlord} is responsible for this together with ${body}.`;
  return `${landlord} is not responsible for this. ${body} is.`;
}

/** Points we do not consider: each with its ground and our reasons, and the right to have that looked at (R20). */
export function fillExcludedPoints(ctx: LetterContext): Filled | null {
  const { excluded } = letterPoints(ctx);
  if (excluded.length === 0) return null;
  const blocks: Block[] = [];
  const missing: MissingItem[] = [];
  for (const point of excluded) {
    const ground = ctx.policy.exclusions.find(one => one.id === point.ended?.groundId)?.label ?? '';
    const reasons = words(ctx, point.ended?.reasons);
    const gap = (what: string) =>
      lack(
        ctx,
        'excluded-points',
        `Point ${point.number} is left out without ${what}. Record it where the point was excluded.`,
        'missing-item',
        'R20',
      );
    if (ground === '') missing.push(gap('a ground'));
    if (reasons === '') missing.push(gap('reasons'));
    blocks.push(
      { kind: 'heading', level: 3, text: `Point ${point.number}: not considered` },
      paragraph(words(ctx, point.text)),
      paragraph(`We do not consider this point, because ${ground}.`),
      ...paragraphs(reasons),
    );
  }
  if (ctx.right && ctx.ombudsman !== null) {
    blocks.push(
      paragraph(
        `You have the right to take the decision not to consider this to the ${ctx.ombudsman.name}. How to reach it is in this letter.`,
      ),
    );
  }
  return { blocks, missing };
}
