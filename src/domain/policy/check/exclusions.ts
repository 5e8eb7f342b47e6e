/** Grounds for turning a complaint away: no more than the Code accepts, and each one clear. */
import type { ExclusionGround } from '../exclusion-rules.ts';
import type { Hit, Rule } from './finding.ts';

type AsWritten = ExclusionGround['asWritten'];

/** A rule that looks at each ground by itself; `field` is what in the source's wording falls short. */
function groundRule(
  rule: Omit<Rule, 'find'> & { field: keyof AsWritten; expected: string },
  look: (ground: ExclusionGround, codeGround: ExclusionGround | undefined) => string | null,
): Rule {
  const { field, expected, ...rest } = rule;
  return {
    ...rest,
    find: ({ policy, code }) =>
      policy.exclusions.flatMap((ground): Hit[] => {
        const codeGround = code.exclusions.find(one => one.test === ground.test && one.test !== 'none');
        const found = look(ground, codeGround);
        if (found === null) return [];
        return [{ path: `exclusions.${ground.id}.${field}`, clause: ground.clause, found, expected }];
      }),
  };
}

const tooFewMonths = groundRule(
  {
    id: 'exclusion-under-twelve-months',
    paragraph: 'Code 2.3',
    severity: 'breach',
    states: 'A complaint is out of time sooner than the Code allows.',
    field: 'months',
    expected: 'Accept a complaint referred within 12 months of the event, or of the resident becoming aware of it.',
  },
  ({ asWritten: { months } }, code) => {
    const limit = code?.asWritten.months;
    if (months === undefined || limit === undefined || months >= limit) return null;
    return `A complaint is turned away once the issue is more than ${months} months old; the Code's limit is ${limit}.`;
  },
);

const awarenessIgnored = groundRule(
  {
    id: 'exclusion-awareness-ignored',
    paragraph: 'Code 2.3',
    severity: 'breach',
    states: 'The age of the issue is counted without regard to when the resident learned of it.',
    field: 'countsAwareness',
    expected: 'Count from the event or from when the resident became aware of it, whichever is later.',
  },
  ground =>
    ground.test === 'twelve-months' && ground.asWritten.countsAwareness === false
      ? 'The age of the issue is counted from the event only, even where the resident learned of it later.'
      : null,
);

const shouldHaveKnown = groundRule(
  {
    id: 'exclusion-should-have-known',
    paragraph: 'Code 2.3',
    severity: 'risk',
    states: 'The age of the issue is counted from when the resident should have known.',
    field: 'constructiveAwareness',
    expected: 'Count from when the resident actually became aware of the issue.',
  },
  ground =>
    ground.asWritten.constructiveAwareness === true
      ? 'The age of the issue may be counted from when the resident should have known of it, though they did not.'
      : null,
);

const DISCRETION: Record<NonNullable<AsWritten['discretion']>, string | null> = {
  'good-reasons': null,
  exceptional: 'An older matter is looked at only in exceptional circumstances.',
  none: 'An older matter is never looked at.',
};

const discretionTooNarrow = groundRule(
  {
    id: 'exclusion-discretion-narrow',
    paragraph: 'Code 2.3',
    severity: 'risk',
    states: 'An older matter is heard less readily than for good reasons.',
    field: 'discretion',
    expected: 'Consider each older complaint, and accept it where there are good reasons.',
  },
  ground =>
    ground.test === 'twelve-months' && ground.asWritten.discretion !== undefined
      ? DISCRETION[ground.asWritten.discretion]
      : null,
);

const anyLegalAction = groundRule(
  {
    id: 'exclusion-any-legal-action',
    paragraph: 'Code 2.2',
    severity: 'breach',
    states: 'Legal action short of a filed claim shuts a complaint out.',
    field: 'legalMeans',
    expected: 'Only where proceedings have started: the claim form and the particulars of claim are filed at court.',
  },
  ground =>
    ground.asWritten.legalMeans === 'any-legal-action'
      ? 'Legal action of any kind shuts a complaint out, a letter from a solicitor included.'
      : null,
);

const blanket = groundRule(
  {
    id: 'exclusion-blanket',
    paragraph: 'Code 2.5',
    severity: 'breach',
    states: 'A whole subject is excluded, whatever the circumstances.',
    field: 'blanket',
    expected: 'Exclude no whole subject; look at the circumstances of each complaint.',
  },
  ground => (ground.asWritten.blanket === true ? `The ground "${ground.label}" leaves out a whole subject.` : null),
);

const otherProcedure = groundRule(
  {
    id: 'exclusion-other-procedure-first',
    paragraph: 'Code 2.2',
    severity: 'breach',
    states: 'Another procedure has to be gone through before a complaint is taken.',
    field: 'requiresOtherProcedureFirst',
    expected: 'Take the complaint at once; the other procedure can run beside it.',
  },
  ground =>
    ground.asWritten.requiresOtherProcedureFirst === true
      ? `Under the ground "${ground.label}" another procedure has to be finished before a complaint is taken.`
      : null,
);

const openGround = groundRule(
  {
    id: 'exclusion-open-ended',
    paragraph: 'Code 2.2',
    severity: 'risk',
    states: 'A ground is worded so that its limits cannot be seen.',
    field: 'openEnded',
    expected: 'Set out exactly which circumstances are meant.',
  },
  ground => (ground.asWritten.openEnded === true ? `The ground "${ground.label}" does not show where it ends.` : null),
);

const vexatious = groundRule(
  {
    id: 'exclusion-vexatious',
    paragraph: 'Code 2.2',
    severity: 'risk',
    states: 'A complaint can be turned away as repeated or a nuisance.',
    field: 'vexatious',
    expected:
      'Look at each complaint on its merits, and deal with behaviour under the separate policy for it (Code 5.14, 5.15).',
  },
  ground =>
    ground.asWritten.vexatious === true
      ? `Under the ground "${ground.label}" a complaint can be turned away for its manner or as a repeat.`
      : null,
);

/** A ground that the Code does not name is not barred, but it has to be fair; where handling complaints are taken it mostly is. */
const beyondTheCode: Rule = {
  id: 'exclusion-beyond-the-code',
  paragraph: 'Code 2.2',
  severity: 'risk',
  states: 'A ground is not among those that the Code names as acceptable.',
  find: ({ policy, code }) => {
    const known = new Set<ExclusionGround['test']>(code.exclusions.map(ground => ground.test));
    known.delete('none');
    return policy.exclusions
      .filter(ground => !known.has(ground.test) && !restsOnTheCode(ground) && !isReportedOtherwise(ground))
      .map(ground => ({
        path: `exclusions.${ground.id}`,
        clause: ground.clause,
        severity: ground.handlingAccepted ? ('note' as const) : ('risk' as const),
        found: `The Code does not name this ground: "${ground.label}".`,
        expected:
          'Only fair and reasonable grounds, and complaints about how the matter was handled taken all the same.',
      }));
  },
};

/** A ground drawn from a paragraph outside section 2, as answers to a survey from 1.6, is the Code's own. */
function restsOnTheCode({ codeParagraphs }: ExclusionGround): boolean {
  return codeParagraphs.length > 0 && !codeParagraphs.some(paragraph => paragraph.startsWith('Code 2.'));
}

function isReportedOtherwise({ asWritten }: ExclusionGround): boolean {
  const { blanket: whole, openEnded, requiresOtherProcedureFirst, vexatious: manner, legalMeans } = asWritten;
  return [whole, openEnded, requiresOtherProcedureFirst, manner, legalMeans === 'any-legal-action'].includes(true);
}

const openList: Rule = {
  id: 'exclusion-list-open',
  paragraph: 'Code 2.2',
  severity: 'breach',
  states: 'The list of grounds is open, so other complaints can be turned away too.',
  find: ({ policy }) => {
    if (!policy.exclusionListOpen) return [];
    const clause = policy.exclusionListClause;
    return [
      {
        path: 'exclusionListOpen',
        ...(clause === undefined ? {} : { clause }),
        found: 'The list of grounds only gives examples, so a complaint can be turned away for something not in it.',
        expected: 'Set out all the circumstances in which a complaint is not taken.',
      },
    ];
  },
};

export const exclusionRules: readonly Rule[] = [
  tooFewMonths,
  awarenessIgnored,
  shouldHaveKnown,
  discretionTooNarrow,
  anyLegalAction,
  blanket,
  otherProcedure,
  openGround,
  vexatious,
  beyondTheCode,
  openList,
];
