/** What became of a point, in words. */
import type { DecidedFinding } from './events.ts';
import type { Point } from './point-state.ts';

export const findingWords: Readonly<Record<DecidedFinding, string>> = {
  upheld: 'Upheld',
  'partly-upheld': 'Partly upheld',
  'not-upheld': 'Not upheld',
  'not-our-responsibility': 'Not our responsibility',
};

/** How a point ended that was not answered by itself. */
export const endWords: Readonly<Record<NonNullable<Point['ended']>['how'], string>> = {
  excluded: 'Not accepted',
  withdrawn: 'Withdrawn',
  moved: 'Moved to a new complaint',
};
