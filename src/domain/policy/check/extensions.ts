/** More time: how much, on what condition, and what the notice tells the resident. */
import type { ClauseId } from '../spans.ts';
import type { ExtensionRules } from '../stage-rules.ts';
import { BOTH_STAGES, type Hit, type Rule, type Severity, type StageNumber } from './finding.ts';
import { canOutlast, sayLength } from './lengths.ts';

const GRANTING: Record<StageNumber, ClauseId> = { 1: 'Code 6.4', 2: 'Code 6.15' };
const OMBUDSMAN: Record<StageNumber, ClauseId> = { 1: 'Code 6.5', 2: 'Code 6.16' };

type Look = (policy: ExtensionRules, code: ExtensionRules, stage: StageNumber) => Omit<Hit, 'clause'> | null;

type Shape = {
  id: string;
  paragraphs: Record<StageNumber, ClauseId>;
  severity: Severity;
  states: string;
};

/** A rule about the extension of one stage; a policy without extensions is stricter than the Code and never caught. */
function extensionRule(shape: Shape, look: Look): (stage: StageNumber) => Rule {
  return stage => ({
    id: `stage-${stage}-${shape.id}`,
    paragraph: shape.paragraphs[stage],
    severity: shape.severity,
    states: `At stage ${stage}: ${shape.states}`,
    find: ({ policy, code }) => {
      const extension = policy.stages[stage].extension;
      const limits = code.stages[stage].extension;
      if (extension === null || limits === null) return [];
      const hit = look(extension, limits, stage);
      return hit === null ? [] : [{ ...hit, clause: extension.clause }];
    },
  });
}

function expectedCap(code: ExtensionRules): string {
  const cap = code.cap === null ? '' : ` of at most ${sayLength(code.cap)}`;
  return `An extension${cap}, and more only for a good reason.`;
}

const withoutCap = extensionRule(
  {
    id: 'extension-without-cap',
    paragraphs: GRANTING,
    severity: 'breach',
    states: 'an extension has no longest length.',
  },
  (policy, code, stage) => {
    if (code.cap === null || (policy.cap !== null && policy.capIsAim !== true)) return null;
    const found =
      policy.cap === null
        ? `The stage ${stage} response may be put off without any limit.`
        : `The stage ${stage} limit of ${sayLength(policy.cap)} on more time is only an aim.`;
    return { path: `stages.${stage}.extension.cap`, found, expected: expectedCap(code) };
  },
);

const capTooLong = extensionRule(
  {
    id: 'extension-too-long',
    paragraphs: GRANTING,
    severity: 'breach',
    states: "an extension may be longer than the Code's.",
  },
  (policy, code, stage) => {
    if (policy.cap === null || code.cap === null || !canOutlast(policy.cap, code.cap)) return null;
    return {
      path: `stages.${stage}.extension.cap`,
      found: `The stage ${stage} response may be put off by ${sayLength(policy.cap)}.`,
      expected: expectedCap(code),
    };
  },
);

const secondTier = extensionRule(
  {
    id: 'second-extension',
    paragraphs: GRANTING,
    severity: 'risk',
    states: 'a second extension may be added to the first.',
  },
  (policy, code, stage) => {
    if (policy.secondTier === null) return null;
    return {
      path: `stages.${stage}.extension.secondTier`,
      found: `A second extension of ${sayLength(policy.secondTier.cap)} may follow the first (${policy.secondTier.condition}).`,
      expected: expectedCap(code),
    };
  },
);

const anyCause = extensionRule(
  {
    id: 'extension-for-any-cause',
    paragraphs: GRANTING,
    severity: 'note',
    states: 'an extension needs no cause.',
  },
  (policy, _code, stage) => {
    if (policy.condition !== 'any') return null;
    return {
      path: `stages.${stage}.extension.condition`,
      found: `More time may be taken at stage ${stage} whatever the cause.`,
      expected: 'Judge whether the complexity of the complaint makes an extension necessary.',
    };
  },
);

const reasonMissing = extensionRule(
  {
    id: 'extension-reason-missing',
    paragraphs: GRANTING,
    severity: 'breach',
    states: 'the notice of an extension need not give the reason.',
  },
  (policy, _code, stage) => {
    if (policy.notice.reason) return null;
    return {
      path: `stages.${stage}.extension.notice.reason`,
      found: `The policy does not promise to tell the resident why the stage ${stage} response needs more time.`,
      expected: 'Explain the reason for the extension clearly to the resident.',
    };
  },
);

const newDateMissing = extensionRule(
  {
    id: 'extension-date-missing',
    paragraphs: GRANTING,
    severity: 'breach',
    states: 'the notice of an extension need not give the new date.',
  },
  (policy, _code, stage) => {
    if (policy.notice.newDate) return null;
    return {
      path: `stages.${stage}.extension.notice.newDate`,
      found: `The policy does not promise to tell the resident when the stage ${stage} response is now due.`,
      expected: 'Tell the resident by when to expect the response.',
    };
  },
);

const ombudsmanMissing = extensionRule(
  {
    id: 'extension-ombudsman-missing',
    paragraphs: OMBUDSMAN,
    severity: 'breach',
    states: "the notice of an extension need not give the Ombudsman's details.",
  },
  (policy, _code, stage) => {
    if (policy.notice.ombudsman) return null;
    return {
      path: `stages.${stage}.extension.notice.ombudsman`,
      found: `The policy does not promise the Ombudsman's contact details when the stage ${stage} response needs more time.`,
      expected: "Give the Ombudsman's contact details in the notice of the extension.",
    };
  },
);

export const extensionRules: readonly Rule[] = BOTH_STAGES.flatMap(stage =>
  [withoutCap, capTooLong, secondTier, anyCause, reasonMissing, newDateMissing, ombudsmanMissing].map(rule =>
    rule(stage),
  ),
);
