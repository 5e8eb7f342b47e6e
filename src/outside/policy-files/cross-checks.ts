/** What no schema can see: that every clause, role, question and placeholder a pack names exists, and that no letter is missing. */
import { partNeeds } from '../../domain/policy/delegation.ts';
import { TEST_QUESTIONS } from '../../domain/policy/ground-questions.ts';
import { isReplyPlaceholder, REPLY_PLACEHOLDERS } from '../../domain/policy/intake-rules.ts';
import { DETAIL_KINDS, DETAIL_NAMES, standsForSomethingElse } from '../../domain/policy/landlord-details.ts';
import { LETTERS_OF_A_PACK } from '../../domain/policy/letter-kinds.ts';
import type { ContentItem, LetterWording } from '../../domain/policy/letter-rules.ts';
import { isPlaceholder, PLACEHOLDERS, placeholdersIn } from '../../domain/policy/placeholders.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { fault, follow, type Located, type PackFault, shown } from './located.ts';

type Found = { path: PropertyKey[]; expected: string };

/** Clauses that are known outside the pack: the Code's paragraphs and our readings. Null: not at hand, so not checked. */
export type KnownElsewhere = { code: ReadonlySet<string> | null; readings: ReadonlySet<string> | null };

/** Every fault of a pack that has passed the schema. */
export function crossChecks(policy: Policy, tree: Located, known: KnownElsewhere): PackFault[] {
  const found = [
    ...unknownClauses(policy, known),
    ...unknownRoles(policy),
    ...delegatedInVain(policy),
    ...unknownCategories(policy),
    ...twice(policy),
    ...groundQuestions(policy),
    ...letters(policy),
    ...wordings(policy),
    ...replies(policy),
    ...dates(policy),
    ...heldPlaces(policy),
  ];
  return found.map(({ path, expected }) => {
    const { node } = follow(tree, path);
    return fault(node.at, shown(node), expected);
  });
}

/** A detail that only holds a place would be printed in letters as it stands. */
function heldPlaces({ landlord, kind }: Policy): Found[] {
  const wrong = (value: string | null): boolean => value !== null && standsForSomethingElse(value);
  if (kind === 'code') return [];
  return DETAIL_KINDS.filter(detail => [landlord[detail]].flat().some(wrong)).map(detail => ({
    path: ['landlord', detail],
    expected: `the ${DETAIL_NAMES[detail]} as letters print it, or ${detail === 'address' ? '[]' : 'null'} where it is still to be supplied`,
  }));
}

const CLAUSE_KEYS = new Set(['clause', 'paragraph']);

function unknownClauses(policy: Policy, known: KnownElsewhere): Found[] {
  const own = new Set(policy.register.map(({ id }) => id));
  const found: Found[] = [];
  walk(policy, [], (value, path) => {
    const [last, before] = [path.at(-1), path.at(-2)];
    const cited = CLAUSE_KEYS.has(String(last)) || before === 'codeParagraphs';
    if (!cited || typeof value !== 'string' || path[0] === 'register' || own.has(value)) return;
    const elsewhere = value.startsWith('Code ') ? known.code : /^R\d/.test(value) ? known.readings : new Set<string>();
    if (elsewhere !== null && !elsewhere.has(value))
      found.push({ path, expected: `a clause that stands in a register` });
  });
  return found;
}

function unknownRoles(policy: Policy): Found[] {
  const roles = new Set(policy.roles.map(({ id }) => id));
  const places: [PropertyKey[], readonly string[]][] = [
    [['stage2Review', 'reviewers'], policy.stage2Review.reviewers],
    [['stage2Review', 'fallback'], policy.stage2Review.fallback],
    [['escalation', 'refusal', 'decidedBy'], policy.escalation.refusal?.decidedBy ?? []],
    [['escalation', 'refusal', 'withSupportFrom'], policy.escalation.refusal?.withSupportFrom ?? []],
    ...(policy.delegation ?? []).map((one, index): [PropertyKey[], readonly string[]] => [
      ['delegation', index, 'roles'],
      one.roles,
    ]),
    ...policy.routing.map(({ to }, index): [PropertyKey[], readonly string[]] => [['routing', index, 'to'], to]),
  ];
  for (const stage of [1, 2] as const) {
    const rules = policy.stages[stage];
    places.push([['stages', stage, 'responseApprovedBy'], rules.responseApprovedBy ?? []]);
    places.push([
      ['stages', stage, 'extension', 'beyondCap', 'approvedBy'],
      rules.extension?.beyondCap?.approvedBy ?? [],
    ]);
    places.push([
      ['stages', stage, 'extension', 'secondTier', 'approvedBy'],
      rules.extension?.secondTier?.approvedBy ?? [],
    ]);
  }
  const expected = `a role of the pack: ${[...roles].join(', ')}`;
  return places.flatMap(([path, named]) =>
    named.flatMap((role, index) => (roles.has(role) ? [] : [{ path: [...path, index], expected }])),
  );
}

/** Whoever a scheme of delegation names for a part has to be able to do it here. */
function delegatedInVain({ delegation = [], roles }: Policy): Found[] {
  return delegation.flatMap(({ part, roles: named }, index) => {
    const needs = partNeeds[part];
    return named.flatMap((id, at) => {
      const role = roles.find(one => one.id === id);
      if (role === undefined || needs === null || role.may.includes(needs)) return [];
      return [
        { path: ['delegation', index, 'roles', at], expected: `a role that may ${needs}, which "${part}" needs` },
      ];
    });
  });
}

function unknownCategories(policy: Policy): Found[] {
  const known = new Set(policy.categories.map(({ id }) => id));
  const expected = `a category of the pack: ${[...known].join(', ')}`;
  const wrong = (path: PropertyKey[], named: readonly string[]): Found[] =>
    named.flatMap((category, index) => (known.has(category) ? [] : [{ path: [...path, index], expected }]));
  return [
    ...policy.routing.flatMap(({ when }, index) =>
      'category' in when ? wrong(['routing', index, 'when', 'category'], when.category) : [],
    ),
    ...policy.contacts.flatMap(({ categories }, index) => wrong(['contacts', index, 'categories'], categories ?? [])),
  ];
}

const LISTS_BY_ID = [
  'gaps',
  'entities',
  'complainants',
  'channels',
  'exclusions',
  'roles',
  'routing',
  'categories',
  'serviceAreas',
  'retention',
  'indicators',
  'register',
] as const satisfies readonly (keyof Policy)[];

function twice(policy: Policy): Found[] {
  return LISTS_BY_ID.flatMap(list => {
    const seen = new Set<string>();
    return policy[list].flatMap(({ id }, index) => {
      const again = seen.has(id);
      seen.add(id);
      return again ? [{ path: [list, index, 'id'], expected: 'each id once in its list' }] : [];
    });
  });
}

function groundQuestions(policy: Policy): Found[] {
  return policy.exclusions.flatMap(({ test, questions }, index) =>
    Object.entries(TEST_QUESTIONS[test]).flatMap(([id, kind]) => {
      const asked = questions.some(question => question.id === id && question.kind === kind);
      const expected = `a question '${id}' of kind ${kind}, which the test '${test}' reads`;
      return asked ? [] : [{ path: ['exclusions', index, 'questions'], expected }];
    }),
  );
}

function letters(policy: Policy): Found[] {
  return LETTERS_OF_A_PACK.flatMap(({ kind, stage }) => {
    const name = stage === null ? `the letter '${kind}'` : `the letter '${kind}' of stage ${stage}`;
    const required = policy.letters.required.find(letter => letter.kind === kind && letter.stage === stage);
    const index = policy.letters.wording.findIndex(letter => letter.kind === kind && letter.stage === stage);
    const sections = policy.letters.wording[index]?.sections;
    if (required === undefined || sections === undefined) return [{ path: ['letters'], expected: `${name} too` }];
    return required.items.flatMap(({ item }) =>
      sections.some(section => section.item === item)
        ? []
        : [
            {
              path: ['letters', 'wording', index, 'sections'],
              expected: `a section for '${item}', which the letter must carry`,
            },
          ],
    );
  });
}

function wordings(policy: Policy): Found[] {
  return policy.letters.wording.flatMap((letter, index) =>
    paragraphsOf(letter).flatMap(({ text, item, path }) =>
      wordingFaults(text, item, letter).map(expected => ({ path: ['letters', 'wording', index, ...path], expected })),
    ),
  );
}

/** A reply with a gap that nothing fills would be handed over with it. */
function replies({ intake }: Policy): Found[] {
  const expected = `placeholders of replies only: ${Object.keys(REPLY_PLACEHOLDERS).join(', ')}`;
  return (intake?.replies ?? []).flatMap(({ text }, at) =>
    text.flatMap((paragraph, index) =>
      placeholdersIn(paragraph).every(isReplyPlaceholder)
        ? []
        : [{ path: ['intake', 'replies', at, 'text', index], expected }],
    ),
  );
}

type Paragraph = { text: string; item: ContentItem | null; path: PropertyKey[] };

function paragraphsOf({ subject, opening, sections, closing }: LetterWording): Paragraph[] {
  return [
    { text: subject, item: null, path: ['subject'] },
    ...opening.map((text, at) => ({ text, item: null, path: ['opening', at] })),
    ...sections.flatMap(({ item, heading, text }, section) => [
      { text: heading, item, path: ['sections', section, 'heading'] },
      ...text.map((paragraph, at) => ({ text: paragraph, item, path: ['sections', section, 'text', at] })),
    ]),
    ...closing.map((text, at) => ({ text, item: null, path: ['closing', at] })),
  ];
}

function wordingFaults(text: string, item: ContentItem | null, letter: LetterWording): string[] {
  const bare = text.replace(/\{[^{}]*\}/g, '');
  const faults = /[{}]/.test(bare) ? ['braces in pairs, around a placeholder only'] : [];
  if (item !== 'ombudsman' && /ombudsman/i.test(bare)) {
    faults.push(
      "{ombudsman} instead of the name, so that nobody without that right is told of it; or the section for 'ombudsman'",
    );
  }
  for (const name of placeholdersIn(text)) {
    if (!isPlaceholder(name)) {
      faults.push(`a placeholder of the closed list instead of {${name}}: ${Object.keys(PLACEHOLDERS).join(', ')}`);
      continue;
    }
    const needs = PLACEHOLDERS[name].item;
    if (needs !== null && !letter.sections.some(section => section.item === needs)) {
      faults.push(`a section for '${needs}' in this letter, because {${name}} speaks of it`);
    }
  }
  return faults;
}

function dates({ version }: Policy): Found[] {
  const found: Found[] = [];
  const starts = version.inForceFrom ?? version.inForceAssumed;
  if (starts === null) {
    found.push({
      path: ['version', 'inForceAssumed'],
      expected: 'a date to work to, where the source gives none in inForceFrom',
    });
  }
  if (version.inForceFrom !== null && version.inForceAssumed !== null) {
    found.push({ path: ['version', 'inForceAssumed'], expected: 'null, because inForceFrom is known' });
  }
  if (starts !== null && version.inForceTo !== null && version.inForceTo < starts) {
    found.push({ path: ['version', 'inForceTo'], expected: `a date not before ${starts}` });
  }
  return found;
}

function walk(value: unknown, path: PropertyKey[], visit: (value: unknown, path: PropertyKey[]) => void): void {
  visit(value, path);
  if (Array.isArray(value)) for (const [index, item] of value.entries()) walk(item, [...path, index], visit);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) walk(item, [...path, key], visit);
  }
}
