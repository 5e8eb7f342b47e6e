/** The questions that a ground's machine test reads its answers from. A pack may ask more, never fewer. */
import type { ExclusionGround } from './exclusion-rules.ts';

/**
 * By the name of the test: question id → kind. `twelve-months` counts from the latest of the dates given (Code 2.3);
 * `claim-filed` bars everything short of a filed claim (Code 2.2); `already-considered` needs the earlier complaint.
 */
export const TEST_QUESTIONS: Record<
  ExclusionGround['test'],
  Record<string, 'date' | 'yes-no' | 'text' | 'case-reference' | 'points'>
> = {
  'twelve-months': { 'happened-on': 'date', 'could-have-known-on': 'date', 'became-aware-on': 'date' },
  'claim-filed': {
    'filed-on': 'date',
    'court-reference': 'text',
    'pleaded-points': 'points',
    'only-pre-action': 'yes-no',
  },
  'already-considered': { 'earlier-case': 'case-reference' },
  none: {},
};
