/** What the policy promises to put in its letters, against what the Code wants in them. */
import type { ContentItem, RequiredContents } from '../letter-rules.ts';
import type { ClauseId, Policy } from '../policy.ts';
import { BOTH_STAGES, type Hit, type Rule, type StageNumber, when } from './finding.ts';

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

const LETTER_NAMES: Record<RequiredContents['kind'], string> = {
  acknowledgement: 'acknowledgement',
  extension: 'extension notice',
  response: 'response',
  refusal: 'letter that refuses a complaint',
  'escalation-refusal': 'letter that refuses stage 2',
  'withdrawal-confirmed': 'letter that confirms a withdrawal',
  update: 'update',
};

type Slot = { kind: RequiredContents['kind']; stage: StageNumber | null };

function itemsOf(policy: Policy, { kind, stage }: Slot): RequiredContents['items'] {
  return policy.letters.required
    .filter(letter => letter.kind === kind && (letter.stage === stage || letter.stage === null || stage === null))
    .flatMap(letter => letter.items);
}

/** What another rule reports already, from the promise in the policy's own text. */
function isReportedOtherwise(policy: Policy, { kind, stage }: Slot, item: ContentItem): boolean {
  if (kind === 'extension') {
    const extension = stage === null ? null : policy.stages[stage].extension;
    if (extension === null) return true;
    const { reason, newDate, ombudsman } = extension.notice;
    return (
      (item === 'extension-reason' && !reason) ||
      (item === 'new-date' && !newDate) ||
      (item === 'ombudsman' && !ombudsman)
    );
  }
  if (kind !== 'refusal' && kind !== 'escalation-refusal') return false;
  const { reasonsPromised, ombudsmanRight } = policy.refusalLetter;
  return (
    (['refusal-reasons', 'refusal-ground'].includes(item) && !reasonsPromised) ||
    (item === 'ombudsman' && !ombudsmanRight)
  );
}

function slotsOf(code: Policy): Slot[] {
  return code.letters.required.flatMap(({ kind, stage }): Slot[] =>
    stage === null && ['acknowledgement', 'extension', 'response'].includes(kind)
      ? BOTH_STAGES.map(each => ({ kind, stage: each }))
      : [{ kind, stage }],
  );
}

const contentsMissing: Rule = {
  id: 'letter-contents-missing',
  paragraph: 'Code 6.9',
  severity: 'breach',
  states: 'A letter need not say something that the Code wants in it.',
  find: ({ policy, code }) => {
    const seen = new Set<string>();
    return slotsOf(code).flatMap(slot => {
      const promised = new Set(itemsOf(policy, slot).map(({ item }) => item));
      const clause = itemsOf(policy, slot)[0]?.clause;
      return itemsOf(code, slot).flatMap((wanted): Hit[] => {
        const key = `${slot.kind}.${slot.stage ?? 'any'}.${wanted.item}`;
        if (promised.has(wanted.item) || seen.has(key) || isReportedOtherwise(policy, slot, wanted.item)) return [];
        seen.add(key);
        return [missing(slot, wanted.item, wanted.clause, clause)];
      });
    });
  },
};

function missing(slot: Slot, item: ContentItem, paragraph: ClauseId, clause: ClauseId | undefined): Hit {
  const letter = `${slot.stage === null ? '' : `stage ${slot.stage} `}${LETTER_NAMES[slot.kind]}`;
  return {
    path: `letters.required.${slot.kind}${slot.stage === null ? '' : `.${slot.stage}`}`,
    ...(clause === undefined ? {} : { clause }),
    paragraph,
    found: `The policy does not promise that the ${letter} gives ${ITEM_NAMES[item]}.`,
    expected: `Put it in the ${letter}: ${ITEM_NAMES[item]}.`,
  };
}

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

export const letterRules: readonly Rule[] = [contentsMissing, refusalReasons, refusalOmbudsman];
