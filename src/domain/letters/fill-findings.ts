/** The items that answer the complaint: the decision on each point, the reasons, and what was relied on (Code 6.7, MAG-43). */
import type { Point } from '../complaint/point-state.ts';
import { findingWords } from '../complaint/say-point.ts';
import { type Filled, type LetterContext, lack, paragraph, paragraphs, words } from './context.ts';
import type { Block } from './document.ts';
import { listed } from './fill-understanding.ts';
import type { MissingItem } from './letter-input.ts';
import { decisionAt, letterPoints, wholeOutcome } from './letter-points.ts';
import { wordedItems } from './wording.ts';

/** The decision on every point, in a table; at stage 2 beside the stage 1 decision. A point without one blocks the letter. */
export function fillDecision(ctx: LetterContext): Filled {
  const { answered, standing } = letterPoints(ctx);
  const missing: MissingItem[] = answered
    .filter(point => decisionAt(point, ctx.stage) === null)
    .map(point =>
      lack(
        ctx,
        'decision',
        `Point ${point.number} has no decision at stage ${ctx.stage}. Decide it on the investigation page.`,
        'unanswered-point',
      ),
    );
  const outcome = wholeOutcome(ctx);
  const sentence = outcome === null ? {} : { sentence: outcomeSentence[outcome] };
  const rows = [...answered, ...standing].toSorted((a, b) => a.number - b.number).map(point => decisionRow(ctx, point));
  if (rows.length === 0) return { missing };
  const head = ctx.stage === 1 ? ['Point', 'Our decision'] : ['Point', 'Stage 1 decision', 'Our decision now'];
  return {
    ...sentence,
    blocks: [{ kind: 'table', caption: 'Our decision on each point', head, rows }, ...suspendedNote(ctx)],
    missing,
  };
}

const outcomeSentence = {
  upheld: 'We uphold your complaint.',
  'partly-upheld': 'We uphold part of your complaint.',
  'not-upheld': 'We do not uphold your complaint.',
  'not-our-responsibility': 'What you complained about is not our responsibility.',
} as const;

function decisionRow(ctx: LetterContext, point: Point): string[] {
  const label = `Point ${point.number}`;
  const now = decisionAt(point, ctx.stage);
  const first = point.decisions[1];
  if (ctx.stage === 1) return [label, now === null ? '' : findingWords[now.finding]];
  const before = first === null ? 'Not part of stage 1' : findingWords[first.finding];
  if (point.notPursued) return [label, before, 'Not asked for again: the stage 1 answer stands'];
  return [label, before, now === null ? '' : findingWords[now.finding]];
}

function suspendedNote(ctx: LetterContext): Block[] {
  const { suspended } = letterPoints(ctx);
  if (suspended.length === 0) return [];
  return [paragraph(`We have not decided ${listed(suspended)}, because a court is considering it.`)];
}

/** The reasons, point by point, with what was relied on where the wording gives that no section of its own. */
export function fillReasons(ctx: LetterContext): Filled {
  const ownSection = wordedItems(ctx).has('relied-on');
  const blocks: Block[] = [];
  const missing: MissingItem[] = [];
  for (const point of letterPoints(ctx).answered) {
    const decision = decisionAt(point, ctx.stage);
    if (decision === null) continue;
    const reasons = words(ctx, decision.reasons);
    if (reasons === '') {
      missing.push(
        lack(
          ctx,
          'reasons',
          `The decision on point ${point.number} has no reasons. Write them on the investigation page.`,
          'unanswered-point',
        ),
      );
    }
    blocks.push({
      kind: 'heading',
      level: 3,
      text: `Point ${point.number}: ${findingWords[decision.finding].toLowerCase()}`,
    });
    blocks.push(...paragraphs(reasons));
    const relied = words(ctx, decision.reliedOn);
    if (!ownSection && relied !== '')
      blocks.push({ kind: 'facts', facts: [{ term: 'What we relied on', value: relied }] });
  }
  return { blocks, missing };
}

/** The policy, law or good practice behind each decision. Printed with the reasons unless the wording has a section for it. */
export function fillReliedOn(ctx: LetterContext): Filled {
  const decided = letterPoints(ctx).answered.flatMap(point => {
    const decision = decisionAt(point, ctx.stage);
    return decision === null ? [] : [{ point, relied: words(ctx, decision.reliedOn) }];
  });
  const missing = decided
    .filter(({ relied }) => relied === '')
    .map(({ point }) =>
      lack(
        ctx,
        'relied-on',
        `The decision on point ${point.number} does not say which policy, law or good practice it rests on. Add it on the investigation page.`,
        'unanswered-point',
      ),
    );
  if (!wordedItems(ctx).has('relied-on')) return { blocks: [], missing };
  const facts = decided.map(({ point, relied }) => ({ term: `Point ${point.number}`, value: relied }));
  return { blocks: [{ kind: 'facts', facts }], missing };
}
