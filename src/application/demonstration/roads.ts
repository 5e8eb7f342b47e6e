/**
 * How invented complaints go: what happens on which working day after receipt. A road is played only as far as today, so one road
 * with different first days gives complaints in every state.
 */

export type Step =
  | 'log'
  | 'needs'
  | 'make-safe'
  | 'assign'
  | 'contact'
  | 'agree-contact'
  | 'define'
  | 'acknowledge'
  | 'ask-information'
  | 'give-information'
  | 'ask-outside'
  | 'add-file'
  | 'investigate'
  | 'extend'
  | 'agree-updates'
  | 'update'
  | 'decide'
  | 'put-right'
  | 'respond'
  | 'keep-promise'
  | 'escalate'
  | 'assign-2'
  | 'define-2'
  | 'acknowledge-2'
  | 'decide-2'
  | 'respond-2'
  | 'withdraw'
  | 'refuse'
  | 'refusal-letter'
  | 'suspend'
  | 'note'
  | 'restrict'
  | 'disclose'
  | 'about-colleague';

/** On which working day after receipt (0 is that day) a step is taken. */
export type Beat = readonly [day: number, step: Step];
export type Road = { name: string; beats: readonly Beat[] };

const opening = (acknowledged: number): Beat[] => [
  [0, 'log'],
  [0, 'assign'],
  [1, 'contact'],
  [Math.max(1, acknowledged - 1), 'define'],
  [acknowledged, 'acknowledge'],
];

const stage1 = (acknowledged: number, answered: number): Beat[] => [
  ...opening(acknowledged),
  [acknowledged + 1, 'ask-information'],
  [acknowledged + 4, 'give-information'],
  [Math.max(acknowledged + 5, answered - 2), 'investigate'],
  [answered - 1, 'decide'],
  [answered - 1, 'put-right'],
  [answered, 'respond'],
];

const stage2 = (asked: number, acknowledged: number, answered: number): Beat[] => [
  [asked, 'escalate'],
  [asked + 1, 'assign-2'],
  [acknowledged - 1, 'define-2'],
  [acknowledged, 'acknowledge-2'],
  [answered - 1, 'decide-2'],
  [answered, 'respond-2'],
];

/** The roads, ordinary ones first. */
export const roads = {
  inTime: { name: 'answered in time', beats: [...stage1(3, 11), [24, 'keep-promise']] },
  quick: { name: 'answered early', beats: [...stage1(1, 7), [15, 'keep-promise']] },
  untouched: { name: 'logged, nobody’s yet', beats: [[0, 'log']] },
  slow: { name: 'acknowledged late', beats: [...stage1(8, 17)] },
  overdue: {
    name: 'answer overdue',
    beats: [...opening(4), [5, 'add-file'], [6, 'ask-information'], [7, 'ask-outside']],
  },
  overdueWithUpdates: {
    name: 'answer overdue, updates agreed',
    beats: [...opening(4), [15, 'agree-updates'], [20, 'update']],
  },
  extended: {
    name: 'extended properly',
    beats: [...opening(3), [9, 'extend'], [18, 'decide'], [18, 'put-right'], [19, 'respond']],
  },
  withNeeds: {
    name: 'with adjustments',
    beats: [
      [0, 'log'],
      [0, 'needs'],
      [0, 'assign'],
      [1, 'contact'],
      [1, 'agree-contact'],
      [2, 'define'],
      [3, 'acknowledge'],
      [9, 'decide'],
      [9, 'put-right'],
      [10, 'respond'],
    ],
  },
  toStage2: { name: 'to stage 2', beats: [...stage1(3, 11), ...stage2(18, 21, 38), [50, 'keep-promise']] },
  stage2Late: {
    name: 'stage 2 overdue',
    beats: [...stage1(4, 13), [19, 'escalate'], [20, 'assign-2'], [23, 'define-2'], [24, 'acknowledge-2']],
  },
  stage2New: { name: 'stage 2 just asked for', beats: [...stage1(3, 11), [15, 'escalate']] },
  brokenPromise: { name: 'answered, promise overdue', beats: [...stage1(2, 10)] },
  withdrawn: { name: 'withdrawn', beats: [...opening(2), [5, 'withdraw']] },
  refused: {
    name: 'not accepted',
    beats: [
      [0, 'log'],
      [0, 'assign'],
      [3, 'refuse'],
      [3, 'refusal-letter'],
    ],
  },
  suspended: { name: 'points before the court', beats: [...opening(3), [6, 'suspend'], [8, 'note']] },
  restricted: { name: 'restricted to a few', beats: [...opening(2), [2, 'restrict'], [4, 'disclose']] },
  aboutColleague: { name: 'about a colleague', beats: [...opening(3), [4, 'about-colleague']] },
} satisfies Record<string, Road>;

export type RoadName = keyof typeof roads;

/** Which road each complaint takes and how many working days ago it came in: some due today, some late, some long done. */
export const script: readonly (readonly [road: RoadName, daysAgo: number])[] = [
  ['untouched', 0],
  ['untouched', 1],
  ['inTime', 2],
  ['withNeeds', 2],
  ['slow', 5],
  ['slow', 6],
  ['inTime', 6],
  ['inTime', 10],
  ['withNeeds', 9],
  ['quick', 4],
  ['extended', 12],
  ['extended', 17],
  ['overdue', 14],
  ['overdue', 19],
  ['overdueWithUpdates', 24],
  ['inTime', 18],
  ['inTime', 27],
  ['quick', 12],
  ['brokenPromise', 29],
  ['toStage2', 22],
  ['toStage2', 36],
  ['toStage2', 45],
  ['stage2New', 16],
  ['stage2Late', 47],
  ['withdrawn', 9],
  ['refused', 8],
  ['suspended', 13],
  ['restricted', 6],
  ['aboutColleague', 7],
  ['inTime', 40],
  ['quick', 55],
  ['slow', 60],
  ['toStage2', 75],
  ['extended', 66],
  ['inTime', 90],
];
