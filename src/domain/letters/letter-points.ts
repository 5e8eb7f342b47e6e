/** The points of a complaint as a letter of one stage sees them. */
import type { DecidedFinding } from '../complaint/events.ts';
import type { Decision, Point } from '../complaint/point-state.ts';
import type { LetterContext } from './context.ts';

export type LetterPoints = {
  /** To be answered at this stage. */
  answered: readonly Point[];
  /** Stage 2: not pursued, so the stage 1 answer stands (R40). */
  standing: readonly Point[];
  /** Held while a court considers them (R23). */
  suspended: readonly Point[];
  excluded: readonly Point[];
  withdrawn: readonly Point[];
  moved: readonly Point[];
};

/** The points sorted by what the letter does with them, in the order of their numbers. */
export function letterPoints({ state, stage }: LetterContext): LetterPoints {
  const points = state.points.filter(point => point.joinedStage <= stage).toSorted((a, b) => a.number - b.number);
  const ended = points.filter(point => point.ended !== null && point.ended.stage <= stage);
  const going = points.filter(point => !ended.includes(point));
  const standing = stage === 2 ? going.filter(point => point.notPursued) : [];
  const pursued = going.filter(point => !standing.includes(point));
  return {
    answered: pursued.filter(point => !point.suspended),
    standing,
    suspended: pursued.filter(point => point.suspended),
    excluded: ended.filter(point => point.ended?.how === 'excluded'),
    withdrawn: ended.filter(point => point.ended?.how === 'withdrawn'),
    moved: ended.filter(point => point.ended?.how === 'moved'),
  };
}

/** The decision on a point that this stage made itself; an earlier stage's is no answer at this one. */
export function decisionAt(point: Point, stage: 1 | 2): Decision | null {
  return point.decisions[stage];
}

/** The outcome of the whole, derived from the points that were answered (R21); null while one has no decision. */
export function wholeOutcome(ctx: LetterContext): DecidedFinding | null {
  const found = letterPoints(ctx).answered.map(point => decisionAt(point, ctx.stage)?.finding ?? null);
  if (found.length === 0 || found.includes(null)) return null;
  const all = (finding: DecidedFinding) => found.every(one => one === finding);
  if (all('upheld')) return 'upheld';
  if (all('not-our-responsibility')) return 'not-our-responsibility';
  return found.some(one => one === 'upheld' || one === 'partly-upheld') ? 'partly-upheld' : 'not-upheld';
}

/** Whether anything was found to have gone wrong at this stage. */
export function somethingUpheld(ctx: LetterContext): boolean {
  return letterPoints(ctx).answered.some(point => {
    const finding = decisionAt(point, ctx.stage)?.finding;
    return finding === 'upheld' || finding === 'partly-upheld';
  });
}
