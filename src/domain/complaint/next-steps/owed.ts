/** The steps towards one thing that is owed. */
import { addWorkingDays } from '../../calendar/working-days.ts';
import type { LetterKind } from '../../policy/letter-rules.ts';
import { pointsToAnswer } from '../decide/letter-order.ts';
import type { Deciding } from '../deciding.ts';
import type { Stage } from '../events.ts';
import { delivered, wentAstray } from '../evolve/letters.ts';
import { timelineOf } from '../evolve/parts.ts';
import { reachedOn } from '../formats.ts';
import type { Step } from '../next-step.ts';
import { isRecordDuty, type Obligation, type ObligationKind, type RecordDuty } from '../obligation.ts';
import type { CaseState } from '../state.ts';

type Steps = (obligation: Obligation, state: CaseState, deciding: Deciding) => Step[];

/** What to do about an open obligation, in order. `why` adds to what the obligation itself says; it may be empty. */
export function stepsFor(obligation: Obligation, state: CaseState, deciding: Deciding): Step[] {
  const { kind } = obligation;
  return isRecordDuty(kind) ? [] : steps[kind](obligation, state, deciding);
}

function step(act: Step['act'], stage: Stage | null, more: Partial<Step> = {}): Step {
  return { act, stage, letter: null, about: null, why: '', ...more };
}

/** Issue a letter, or send on the one that was issued and is waiting. */
function letterSteps(state: CaseState, stage: Stage, kind: LetterKind, extensionId: string | null = null): Step[] {
  const waiting = state.letters.findLast(
    one =>
      one.kind === kind &&
      one.stage === stage &&
      (extensionId === null || one.extensionId === extensionId) &&
      one.held === null &&
      one.cancelled === null &&
      (one.sent === null || (one.returned === null ? reachedOn(one) === null : !wentAstray(one.returned))),
  );
  if (waiting === undefined) return [step('IssueLetter', stage, { letter: kind, about: extensionId })];
  const again = 'It went in a format that its reader cannot use: send it in the agreed one, or call.';
  const unsent = waiting.sent === null ? 'It is issued and waits to be sent.' : again;
  const why = waiting.returned === null ? unsent : 'It came back: send it again.';
  return [step('SendLetter', stage, { letter: kind, about: waiting.letterId, why })];
}

function refusalSteps(state: CaseState, stage: Stage): Step[] {
  return letterSteps(state, stage, stage === 1 ? 'refusal' : 'escalation-refusal');
}

const acknowledge: Steps = ({ stage }, state) => {
  if (stage === null) return [];
  if (timelineOf(state, stage).refusedOn !== null) return refusalSteps(state, stage);
  if (state.stages[stage].definition !== null) return letterSteps(state, stage, 'acknowledgement');
  return [step('DefineComplaint', stage, { why: `It says what we understood. ${lateness(state, stage)}`.trim() })];
};

/** Stage 1 came late and stage 2 was asked for: that is put to the resident as a point (R42). */
function lateness(state: CaseState, stage: Stage): string {
  const { stage1, stage2 } = state.timeline;
  const late = stage === 2 && (stage1.respondedOn === null || (stage2.startedOn ?? '') < stage1.respondedOn);
  return late
    ? 'Stage 1 was not answered when stage 2 was asked for: offer that as a point, and think of redress.'
    : '';
}

const respond: Steps = (obligation, state, deciding) => {
  const { stage } = obligation;
  if (stage === null) return [];
  if (timelineOf(state, stage).refusedOn !== null) return refusalSteps(state, stage);
  if (state.stages[stage].definition === null) return [step('DefineComplaint', stage)];
  const open = pointsToAnswer(state, stage).filter(point => point.decisions[stage] === null);
  if (open.length === 0) return [...cause(state), ...letterSteps(state, stage, 'response')];
  const decide = open.map(point =>
    step('DecidePoint', stage, { about: point.pointId, why: `Point ${point.number} has no decision yet.` }),
  );
  return [...decide, ...extension(obligation, deciding)];
};

/** The answer says why; what was behind it is recorded with it, so that others can learn from it (R68). */
function cause({ causes }: CaseState): Step[] {
  return causes.length > 0 ? [] : [step('RecordCause', null, { why: 'What was behind it is not recorded yet.' })];
}

/** Two working days before the answer is due is the time to say whether it will be known by then (R9). */
function extension({ stage, dueOn }: Obligation, { today, calendar }: Deciding): Step[] {
  if (dueOn === null || today > dueOn || addWorkingDays(calendar, today, 2) < dueOn) return [];
  const why = 'If the answer will not be known by then, extend now: a notice after the date moves nothing.';
  return [step('DecideExtension', stage, { why })];
}

/** The response that went is followed by the agreed format; one that has not gone yet has its own step. */
function agreedFormat(state: CaseState, stage: Stage | null): Step[] {
  const went = state.letters.findLast(one => one.kind === 'response' && one.stage === stage && delivered(one));
  return went === undefined ? [] : [step('SendLetter', stage, { letter: 'response', about: went.letterId })];
}

/** The id of the question in that of its second, third … chase. */
const requestOfChase = (owed: Obligation) => idAfter(owed, 'chase-information-').replace(/-\d+$/, '');

const idAfter = (obligation: Obligation, start: string) => obligation.id.slice(start.length);

const steps: Record<Exclude<ObligationKind, RecordDuty>, Steps> = {
  'tell-new-contact': ({ stage }) => [step('TellNewContact', stage)],
  assign: ({ stage }) => [step('AssignHandler', stage)],
  'make-safe': owed => [step('SettleDanger', null, { about: idAfter(owed, 'make-safe-') })],
  contact: ({ stage }) => [step('RecordContact', stage)],
  'private-contact': ({ stage }) => [step('RecordContact', stage)],
  acknowledge,
  respond,
  'send-extension-notice': (owed, state) =>
    owed.stage === null ? [] : letterSteps(state, owed.stage, 'extension', idAfter(owed, 'send-extension-notice-')),
  'agree-updates': ({ stage }) => [step('AgreeUpdates', stage)],
  update: ({ stage }, state) => [
    step('GiveUpdate', stage),
    ...(stage === null ? [] : letterSteps(state, stage, 'update')),
  ],
  'confirm-definition': ({ stage }, state) => (stage === null ? [] : letterSteps(state, stage, 'acknowledgement')),
  'supply-information': owed => [step('GiveInformation', owed.stage, { about: idAfter(owed, 'supply-information-') })],
  'chase-information': owed => [step('ChaseQuestion', owed.stage, { about: requestOfChase(owed) })],
  'settle-question': owed => {
    const about = idAfter(owed, 'settle-question-');
    return [step('AskInformation', owed.stage, { about }), step('EndQuestion', owed.stage, { about })];
  },
  'reply-to-early-request': (_owed, state) => letterSteps(state, 2, 'update'),
  'decide-escalation': () => [
    step('AcceptEscalation', 2, { why: 'A late request is accepted unless there is a reason.' }),
  ],
  'do-action': owed => [step('CompleteAction', owed.stage, { about: idAfter(owed, 'do-action-') })],
  'give-action-date': owed => [step('MoveAction', owed.stage, { about: idAfter(owed, 'give-action-date-') })],
  'review-suspension': () => [step('ReviewSuspension', null)],
  'confirm-withdrawal': ({ stage }, state) => letterSteps(state, stage ?? 1, 'withdrawal-confirmed'),
  'meet-direction': respond,
  'ask-after-review': owed => [step('RecordReviewOutcome', null, { about: idAfter(owed, 'ask-after-review-') })],
  'ask-what-was-meant': owed => [step('SettleMessage', null, { about: idAfter(owed, 'ask-what-was-meant-') })],
  'reply-to-enquiry': owed => [step('AnswerEnquiry', null, { about: idAfter(owed, 'reply-to-enquiry-') })],
  'send-format': ({ stage }, state) => agreedFormat(state, stage),
  'renew-authority': () => [
    step('RecordRepresentative', null, { why: 'Record the new authority once it is seen, or end the old one.' }),
  ],
  'close-data-incident': owed => [
    step('CloseDataIncident', owed.stage, { about: idAfter(owed, 'close-data-incident-') }),
  ],
};
