/** The shape of the process: two stages and nothing before them, somebody else at stage 2, and news while it lasts. */
import { type Rule, when } from './finding.ts';

const informalStage: Rule = {
  id: 'informal-stage',
  paragraph: 'Code 5.2',
  severity: 'breach',
  states: 'There is an informal step before stage 1.',
  find: ({ policy }) =>
    when(policy.preStage.kind === 'informal', () => ({
      path: 'preStage.kind',
      clause: policy.preStage.clause,
      found: `Before stage 1 there is an informal step${policy.preStage.what === null ? '' : `: ${policy.preStage.what}`}.`,
      expected: 'Settle things early by all means, but as stage 1: logged, acknowledged and answered in writing.',
    })),
};

const verification: Rule = {
  id: 'verification-first',
  paragraph: 'Code 6.2',
  severity: 'breach',
  states: 'A complaint counts only once it has been verified.',
  find: ({ policy }) =>
    when(policy.preStage.kind === 'verification', () => ({
      path: 'preStage.kind',
      clause: policy.preStage.clause,
      found: `A complaint counts only after a check${policy.preStage.what === null ? '' : `: ${policy.preStage.what}`}.`,
      expected: 'Count from the day the complaint is received; check identity, where that is needed at all, meanwhile.',
    })),
};

const stageCount: Rule = {
  id: 'not-two-stages',
  paragraph: 'Code 5.3',
  severity: 'breach',
  states: 'The process does not have as many stages as the Code sets.',
  find: ({ policy, code }) =>
    when(policy.stageCount !== code.stageCount, () => ({
      path: 'stageCount',
      found: `The process has ${policy.stageCount} ${policy.stageCount === 1 ? 'stage' : 'stages'}.`,
      expected: `Exactly ${code.stageCount} stages.`,
    })),
};

const samePerson: Rule = {
  id: 'same-person-at-stage-2',
  paragraph: 'Code 6.13',
  severity: 'breach',
  states: 'The person who considered stage 1 may also consider stage 2.',
  find: ({ policy }) =>
    when(!policy.stage2Review.differentPersonRequired, () => ({
      path: 'stage2Review.differentPersonRequired',
      clause: policy.stage2Review.clause,
      found: 'The policy lets the person who considered stage 1 consider stage 2 as well.',
      expected: 'Have stage 2 considered by somebody who did not consider stage 1.',
    })),
};

const noUpdates: Rule = {
  id: 'no-agreed-updates',
  paragraph: 'Code 5.9',
  severity: 'breach',
  states: 'No intervals for updates are agreed when the answer will be late.',
  find: ({ policy }) =>
    when(!policy.updates.agreedIntervals, () => ({
      path: 'updates.agreedIntervals',
      clause: policy.updates.clause,
      found:
        'The policy does not promise to agree how often the resident hears from the landlord when the answer is late.',
      expected: 'Agree with the resident at what intervals they will be kept informed.',
    })),
};

const newPointsMay: Rule = {
  id: 'new-points-discretionary',
  paragraph: 'Code 6.8',
  severity: 'breach',
  states: 'Related points raised before the stage 1 response may be left out.',
  find: ({ policy }) =>
    when(policy.newPoints.stage1Discretionary === true, () => ({
      path: 'newPoints.stage1Discretionary',
      clause: policy.newPoints.clause,
      found: 'Related points that come up before the stage 1 response may be taken in, so they may also be left out.',
      expected: 'Take related points in, unless the response is already sent or would be unreasonably delayed.',
    })),
};

const closedByTime: Rule = {
  id: 'closed-by-time',
  paragraph: 'Code 6.10',
  severity: 'risk',
  states: 'A complaint counts as closed some time after the response, whatever the resident wants.',
  find: ({ policy }) =>
    when(policy.closing.when === 'after-response' && policy.closing.after !== null, () => ({
      path: 'closing.when',
      clause: policy.closing.clause,
      found: 'A complaint is taken as closed once some time has passed since the response.',
      expected: 'Keep the way to stage 2 open for a resident who is not satisfied.',
    })),
};

export const processRules: readonly Rule[] = [
  informalStage,
  verification,
  stageCount,
  samePerson,
  noUpdates,
  newPointsMay,
  closedByTime,
];
