/** What the policy promises to put in its letters, against what the Code wants in them. */
import type { ContentItem, LetterKind, RequiredContents } from '../letter-rules.ts';
import type { Policy } from '../policy.ts';
import type { ClauseId } from '../spans.ts';
import { type CheckInput, type Hit, type Rule, type StageNumber, when } from './finding.ts';

const ITEM_NAMES: Record<ContentItem, string> = {
  stage: 'the stage',
  definition: 'how the landlord understands the complaint',
  'outcome-sought': 'the outcome the resident wants',
  responsibility: 'what the landlord is and is not responsible for',
  'target-date': 'the date of the answer',
  handler: 'who handles the complaint',
  'contact-agreement': 'how and how often to be in touch',
  decision: 'the decision',
  reasons: 'the reasons for the decision',
  'relied-on': 'the policy, law or good practice relied on',
  remedy: 'the remedy offered',
  'outstanding-actions': 'the actions still to be done',
  'prevent-recurrence': 'what will keep it from happening again',
  'next-step': 'how to take it further',
  ombudsman: 'how to go to the Ombudsman',
  'new-date': 'the new date',
  'extension-reason': 'the reason for needing more time',
  'update-interval': 'how often the resident will hear',
  'refusal-reasons': 'the reasons for not taking it',
  'refusal-ground': 'the ground for not taking it',
  'who-can-help': 'who can help instead',
  'excluded-points': 'the points that are left out',
};

const LETTER_NAMES: Record<LetterKind, string> = {
  acknowledgement: 'acknowledgement',
  extension: 'extension notice',
  response: 'response',
  refusal: 'letter that refuses a complaint',
  'escalation-refusal': 'letter that refuses stage 2',
  'withdrawal-confirmed': 'letter that confirms a withdrawal',
  update: 'update',
};

/** One letter; `stage` null where it is the same at both. */
type Slot = { kind: LetterKind; stage: StageNumber | null };

/** The paragraph that wants the Ombudsman's details throughout, without naming a letter. */
const THROUGHOUT: ClauseId = 'Code 3.7';
/** Letters that the Code knows by name; the others are ours, and no policy has to promise what is in them. */
const OF_THE_CODE: readonly LetterKind[] = [
  'acknowledgement',
  'extension',
  'response',
  'refusal',
  'escalation-refusal',
];

/** In these letters one item says the other too: the step after stage 2 or a refusal is the Ombudsman, and a ground is a reason. */
function standsFor({ kind, stage }: Slot, item: ContentItem): ContentItem {
  const refusal = kind === 'refusal' || kind === 'escalation-refusal';
  if (refusal && item === 'refusal-ground') return 'refusal-reasons';
  const lastStep = refusal || (kind === 'response' && stage === 2);
  return lastStep && item === 'next-step' ? 'ombudsman' : item;
}

function lettersFor(policy: Policy, { kind, stage }: Slot): RequiredContents[] {
  return policy.letters.required.filter(
    letter => letter.kind === kind && (letter.stage === stage || letter.stage === null || stage === null),
  );
}

/** What another rule reports already, from the promise in the policy's own text. */
function isReportedOtherwise(policy: Policy, { kind, stage }: Slot, item: ContentItem): boolean {
  if (kind === 'extension') {
    const extension = stage === null ? null : policy.stages[stage].extension;
    if (extension === null) return true;
    const { reason, newDate, ombudsman } = extension.notice;
    const promised: Partial<Record<ContentItem, boolean>> = {
      'extension-reason': reason,
      'new-date': newDate,
      ombudsman,
    };
    return promised[item] === false;
  }
  if (kind !== 'refusal' && kind !== 'escalation-refusal') return false;
  const { reasonsPromised, ombudsmanRight } = policy.refusalLetter;
  return (item === 'refusal-reasons' && !reasonsPromised) || (item === 'ombudsman' && !ombudsmanRight);
}

type Missing = { slot: Slot; item: ContentItem; paragraph: ClauseId; clause: ClauseId | undefined };

/** Every item that the Code wants in every letter of a kind and that the policy does not promise there, once each. */
function missingItems({ policy, code }: CheckInput): Missing[] {
  const slots = code.letters.required.filter(letter => OF_THE_CODE.includes(letter.kind));
  return slots.flatMap((slot): Missing[] => {
    const letters = lettersFor(policy, slot);
    const promised = new Set(letters.flatMap(letter => letter.items.map(({ item }) => standsFor(slot, item))));
    const clause = letters[0]?.items[0]?.clause;
    const lacking = new Map<ContentItem, Missing>();
    for (const { item, clause: paragraph, onlyIf } of slot.items) {
      const wanted = standsFor(slot, item);
      if (onlyIf !== undefined || promised.has(wanted) || isReportedOtherwise(policy, slot, wanted)) continue;
      if (!lacking.has(wanted)) lacking.set(wanted, { slot, item: wanted, paragraph, clause });
    }
    return [...lacking.values()];
  });
}

function letterName({ kind, stage }: Slot): string {
  return `${stage === null ? '' : `stage ${stage} `}${LETTER_NAMES[kind]}`;
}

const contentsMissing: Rule = {
  id: 'letter-contents-missing',
  paragraph: 'Code 6.9',
  severity: 'breach',
  states: 'A letter need not say something that the Code wants in it.',
  find: input =>
    missingItems(input)
      .filter(({ paragraph }) => paragraph !== THROUGHOUT)
      .map(({ slot, item, paragraph, clause }): Hit => {
        const letter = letterName(slot);
        return {
          path: `letters.required.${slot.kind}${slot.stage === null ? '' : `.${slot.stage}`}.${item}`,
          ...(clause === undefined ? {} : { clause }),
          paragraph,
          // The Code wants sources cited "where appropriate": a policy that leaves it out may still be followed rightly.
          ...(item === 'relied-on' ? { severity: 'risk' } : {}),
          found: `The policy does not promise that the ${letter} gives ${ITEM_NAMES[item]}.`,
          expected: `Put it in every ${letter}: ${ITEM_NAMES[item]}.`,
        };
      }),
};

const ombudsmanNotThroughout: Rule = {
  id: 'ombudsman-not-in-every-letter',
  paragraph: THROUGHOUT,
  severity: 'note',
  states: "The Ombudsman's details are not promised in every letter.",
  find: input => {
    const letters = missingItems(input).filter(({ paragraph }) => paragraph === THROUGHOUT);
    return when(letters.length > 0, () => ({
      path: 'letters.required',
      found: `The policy does not promise the Ombudsman's details in: ${letters.map(({ slot }) => letterName(slot)).join('; ')}.`,
      expected:
        'Tell residents throughout the complaint how they can go to the Ombudsman; every letter is the surest way.',
    }));
  },
};

const refusalReasons: Rule = {
  id: 'refusal-reasons-not-promised',
  paragraph: 'Code 2.4',
  severity: 'breach',
  states: 'Somebody whose complaint is refused is not promised the reasons.',
  find: ({ policy }) =>
    when(!policy.refusalLetter.reasonsPromised, () => ({
      path: 'refusalLetter.reasonsPromised',
      clause: policy.refusalLetter.clause,
      found: 'The policy does not promise the reasons when a complaint is not taken.',
      expected: 'Explain in writing why the matter is not suitable for the complaints process.',
    })),
};

const refusalOmbudsman: Rule = {
  id: 'refusal-ombudsman-not-promised',
  paragraph: 'Code 2.4',
  severity: 'breach',
  states: 'Somebody whose complaint is refused is not told that they can take that to the Ombudsman.',
  find: ({ policy }) =>
    when(!policy.refusalLetter.ombudsmanRight, () => ({
      path: 'refusalLetter.ombudsmanRight',
      clause: policy.refusalLetter.clause,
      found: 'The policy does not promise to say that a refusal can be taken to the Ombudsman.',
      expected: 'Tell the resident in the same letter of the right to take that decision to the Ombudsman.',
    })),
};

export const letterRules: readonly Rule[] = [contentsMissing, ombudsmanNotThroughout, refusalReasons, refusalOmbudsman];
