/** One thing taken away at a time: exactly that is missing, under the clause that asks for it. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { completeInput, magenta, magna } from '../../../test/fixtures/letter-cases.ts';
import * as gap from '../../../test/fixtures/letter-gaps.ts';
import { LETTERS_OF_A_PACK } from '../policy/letter-kinds.ts';
import type { LetterKind } from '../policy/letter-rules.ts';
import type { Policy } from '../policy/policy.ts';
import { draftLetter } from './draft.ts';
import type { MissingItem } from './letter-input.ts';

type Row = readonly [name: string, taken: gap.Gap, item: MissingItem['item'], code?: MissingItem['code']];
type Letter = readonly [LetterKind, 1 | 2];
type Asked = { letter: Letter; clause: string; rows: readonly Row[] };

function asks(letter: Letter, clause: string, rows: readonly Row[]): Asked {
  return { letter, clause, rows };
}

function basisOf(clause: string): MissingItem['basis'] {
  if (clause.startsWith('Code')) return 'code';
  return clause.startsWith('R') ? 'rule' : 'policy';
}

function codeOf(item: MissingItem['item']): MissingItem['code'] {
  if (item === 'ombudsman') return 'contact-out-of-date';
  if (item === 'letter') return 'unfilled-field';
  return item === 'decision' || item === 'reasons' || item === 'relied-on' ? 'unanswered-point' : 'missing-item';
}

const ack1 = ['acknowledgement', 1] as const;
const ack2 = ['acknowledgement', 2] as const;
const extension1 = ['extension', 1] as const;
const extension2 = ['extension', 2] as const;
const response1 = ['response', 1] as const;
const response2 = ['response', 2] as const;
const refusal = ['refusal', 1] as const;
const escalationRefusal = ['escalation-refusal', 2] as const;
const update = ['update', 1] as const;
const withdrawn = ['withdrawal-confirmed', 1] as const;

const MAGNA: Asked[] = [
  asks(ack1, 'MAG-29', [
    ['[MAG-28][MAG-29] an acknowledgement without points', gap.noPoints, 'definition'],
    ['[MAG-29][Code 5.6] an acknowledgement with an empty point', gap.noWords('point-2'), 'definition'],
    ['[MAG-29][Code 5.6] an acknowledgement without the outcome sought', gap.noWords('outcome-1'), 'outcome-sought'],
    ['[MAG-29][R5] an acknowledgement without its target date', gap.without('targetDate'), 'target-date'],
    ['[MAG-29] an acknowledgement without a named adviser', gap.noHandler, 'handler'],
  ]),
  asks(ack1, 'Code 5.7', [
    ['[R2][Code 5.7] an acknowledgement that does not say who else is responsible', gap.noBodyNamed, 'responsibility'],
  ]),
  asks(ack1, 'MAG-66', [
    ['[MAG-66][Code 3.7] an acknowledgement without the Ombudsman', gap.noOmbudsmanDetails, 'ombudsman'],
  ]),
  asks(ack1, 'Code 2.4', [
    ['[R20][Code 2.4] an excluded point without a ground', gap.withExcluded(null), 'excluded-points'],
    [
      '[R20][Code 2.4] an excluded point without reasons',
      gap.withExcluded('already-considered', null),
      'excluded-points',
    ],
  ]),
  asks(ack2, 'MAG-40', [
    ['[MAG-40] a stage 2 acknowledgement without the outcome sought', gap.noWords('outcome-2'), 'outcome-sought'],
    ['[MAG-40] a stage 2 acknowledgement without its target date', gap.without('targetDate'), 'target-date'],
    ['[MAG-40] a stage 2 acknowledgement without its investigator', gap.noHandler, 'handler'],
  ]),
  asks(extension1, 'Code 6.4', [
    ['[MAG-34][R2][Code 6.4] a stage 1 extension without a reason', gap.noWords('more-time'), 'extension-reason'],
    ['[MAG-34][R2][Code 6.4] a stage 1 extension without a new date', gap.without('newDueOn'), 'new-date'],
  ]),
  asks(extension1, 'MAG-44', [
    ['[MAG-44][Code 6.5] a stage 1 extension without the Ombudsman', gap.noOmbudsmanDetails, 'ombudsman'],
  ]),
  asks(extension2, 'MAG-42', [
    ['[MAG-42][Code 6.15] a stage 2 extension without a reason', gap.noWords('more-time'), 'extension-reason'],
    ['[MAG-42][Code 6.15] a stage 2 extension without a new date', gap.without('newDueOn'), 'new-date'],
  ]),
  asks(extension2, 'MAG-44', [
    ['[MAG-44][Code 6.16] a stage 2 extension without the Ombudsman', gap.noOmbudsmanDetails, 'ombudsman'],
  ]),
  asks(response1, 'MAG-43', [
    ['[MAG-43][R55] a response with a point undecided', gap.undecided(2), 'decision'],
    ['[MAG-43][R55] a response with a decision without reasons', gap.noWords('reasons-2'), 'reasons'],
  ]),
  asks(response1, 'Code 6.7', [
    ['[R2][Code 6.7] a response that does not say what a decision rests on', gap.noWords('relied-1'), 'relied-on'],
  ]),
  asks(response1, 'MAG-43', [
    ['[MAG-43][Code 6.9] a response that finds fault and puts nothing right', gap.noRemedy, 'remedy'],
    ['[MAG-43][Code 6.9] a response with an empty remedy', gap.noWords('remedy'), 'remedy'],
    [
      '[MAG-43][R53] a response with a promise without a date',
      gap.noPromiseDate,
      'outstanding-actions',
      'promise-without-date',
    ],
    [
      '[MAG-43][R53] a response with a promise without an owner',
      gap.noPromiseOwner,
      'outstanding-actions',
      'promise-without-date',
    ],
    [
      '[MAG-43][Code 6.9] a stage 1 response without the last day for stage 2',
      gap.without('escalationCloses'),
      'next-step',
    ],
  ]),
  asks(response2, 'MAG-43', [
    ['[MAG-43][Code 6.19] a stage 2 response with a point undecided', gap.undecided(1), 'decision'],
  ]),
  asks(response2, 'MAG-60', [
    ['[MAG-60][Code 6.19] a stage 2 response without the Ombudsman', gap.noOmbudsmanDetails, 'ombudsman'],
  ]),
  asks(refusal, 'MAG-16', [
    ['[MAG-16][Code 2.4] a refusal without reasons', gap.noWords('refused-because'), 'refusal-reasons'],
  ]),
  asks(refusal, 'Code 2.4', [
    ['[MAG-16][R2][Code 2.4] a refusal without a ground', gap.noRefusalGround, 'refusal-ground'],
  ]),
  asks(escalationRefusal, 'MAG-39', [
    ['[MAG-39][Code 5.11] a refusal of stage 2 without reasons', gap.noWords('refused-because'), 'refusal-reasons'],
  ]),
  asks(update, 'R55', [['[MAG-36][R55] an update without news', gap.typed('news', ' '), 'letter']]),
  asks(withdrawn, 'R55', [['[R55] the confirmation of a withdrawal that never was', gap.noWithdrawal, 'letter']]),
];

const MAGENTA: Asked[] = [
  asks(ack1, 'MGL-19', [
    ['[MGL-19] an acknowledgement without points', gap.noPoints, 'definition'],
    ['[MGL-19] an acknowledgement without the outcome sought', gap.noWords('outcome-1'), 'outcome-sought'],
    ['[MGL-19] an acknowledgement that does not say who else is responsible', gap.noBodyNamed, 'responsibility'],
  ]),
  asks(ack1, 'MGL-33', [['[MGL-33] an acknowledgement without the Ombudsman', gap.noOmbudsmanDetails, 'ombudsman']]),
  asks(ack2, 'MGL-27', [
    [
      '[MGL-25][MGL-27] a stage 2 acknowledgement without the outcome sought',
      gap.noWords('outcome-2'),
      'outcome-sought',
    ],
    ['[MGL-27] a stage 2 acknowledgement that does not say who else is responsible', gap.noBodyNamed, 'responsibility'],
  ]),
  asks(extension1, 'MGL-21', [
    ['[MGL-20][MGL-21] a stage 1 extension without its rationale', gap.noWords('more-time'), 'extension-reason'],
    ['[MGL-21] a stage 1 extension without the expected date', gap.without('newDueOn'), 'new-date'],
    ['[MGL-21] a stage 1 extension without the Ombudsman', gap.noOmbudsmanDetails, 'ombudsman'],
  ]),
  asks(extension2, 'MGL-21', [
    ['[MGL-21][MGL-28] a stage 2 extension without its rationale', gap.noWords('more-time'), 'extension-reason'],
  ]),
  asks(response1, 'MGL-22', [
    ['[MGL-22] a response without the outcome sought', gap.noWords('outcome-1'), 'outcome-sought'],
    ['[MGL-22] a response with a point undecided', gap.undecided(3), 'decision'],
    ['[MGL-22] a response with a decision without reasons', gap.noWords('reasons-1'), 'reasons'],
    ['[MGL-22] a response that finds fault and puts nothing right', gap.noRemedy, 'remedy'],
    [
      '[MGL-22][R53] a response with a promise without a date',
      gap.noPromiseDate,
      'outstanding-actions',
      'promise-without-date',
    ],
    ['[MGL-22] a response that finds fault and changes nothing', gap.noLearning, 'prevent-recurrence'],
    [
      '[MGL-22][MGL-24] a stage 1 response without the last day for stage 2',
      gap.without('escalationCloses'),
      'next-step',
    ],
  ]),
  asks(response2, 'MGL-29', [
    ['[MGL-29] a stage 2 response that finds fault and changes nothing', gap.noLearning, 'prevent-recurrence'],
    ['[MGL-29] a stage 2 response with a decision without reasons', gap.noWords('reasons-2'), 'reasons'],
    ['[MGL-29] a stage 2 response without the Ombudsman', gap.noOmbudsmanDetails, 'ombudsman'],
  ]),
  asks(refusal, 'Code 2.4', [
    [
      '[MGL-11][R2][Code 2.4] a refusal without reasons, which this policy does not promise',
      gap.noWords('refused-because'),
      'refusal-reasons',
    ],
  ]),
  asks(refusal, 'MGL-11', [['[MGL-11] a refusal without the Ombudsman', gap.noOmbudsmanDetails, 'ombudsman']]),
  asks(escalationRefusal, 'Code 5.11', [
    ['[R2][Code 5.11] a refusal of stage 2 without reasons', gap.noWords('refused-because'), 'refusal-reasons'],
  ]),
  asks(update, 'R55', [['[MGL-30][R55] an update without news', gap.typed('news', ''), 'letter']]),
];

for (const [policy, asked] of [
  [magna, MAGNA],
  [magenta, MAGENTA],
] satisfies [Policy, Asked[]][]) {
  describe(`the letters of ${policy.id}`, () => {
    for (const { kind, stage } of LETTERS_OF_A_PACK) {
      const at = stage ?? (kind === 'escalation-refusal' ? 2 : 1);
      test(`[R55] ${kind} at stage ${at}, complete, lacks nothing`, () => {
        assert.deepEqual(draftLetter(completeInput(kind, at, policy)).missing, []);
      });
    }
    for (const { letter, clause, rows } of asked) {
      for (const [name, taken, item, code = codeOf(item)] of rows) {
        test(name, () => {
          const { missing } = draftLetter(taken(completeInput(letter[0], letter[1], policy)));
          const found = missing.map(one => ({ item: one.item, clause: one.clause, basis: one.basis, code: one.code }));
          assert.deepEqual(found, [{ item, clause, basis: basisOf(clause), code }]);
          assert.match(missing[0]?.sentence ?? '', /^\S.*\.$/s, 'it says in a sentence what to do');
        });
      }
    }
  });
}
