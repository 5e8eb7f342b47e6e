/** What each step of a road asks for, as commands. */
import { randomUUIDv7 } from 'node:crypto';
import { addMonths, type LocalDate } from '../../domain/calendar/dates.ts';
import { addWorkingDays } from '../../domain/calendar/working-days.ts';
import type { Command } from '../../domain/complaint/commands.ts';
import type { ActionOwner, DefinedPoint, Stage } from '../../domain/complaint/events.ts';
import { reviewers } from '../../domain/complaint/independence.ts';
import type { GroundQuestion } from '../../domain/policy/exclusion-rules.ts';
import type { Making } from '../act.ts';
import type { Viewer } from '../application.ts';
import { accessSteps } from './access-steps.ts';
import { reliedOn } from './matters.ts';
import type { Story } from './play.ts';
import { questionSteps } from './question-steps.ts';
import type { Step } from './roads.ts';

/** What a step asks for. */
export type Make = (making: Making, story: Story, on: LocalDate, who: Viewer) => Command[];

/** The commands of a step. Steps that are letters or the logging itself are not here. */
export function commandsFor(step: Step, making: Making, story: Story, on: LocalDate, who: Viewer): Command[] {
  const make = steps[step];
  if (make === undefined) throw new Error(`The step "${step}" is no command.`);
  return make(making, story, on, who);
}

/** As those can be reached who told us when. */
const reached = { way: 'call', at: '16:30' } as const;

const steps: Partial<Record<Step, Make>> = {
  ...accessSteps,
  'make-safe': ({ keep, loaded, now }) =>
    loaded.state.dangers.map(({ dangerId }) => ({
      type: 'SettleDanger',
      dangerId,
      outcome: 'made-safe',
      at: now,
      note: keep('The electrician went out at once and switched the circuit off. It is safe to stay there.', 'danger'),
    })),
  assign: ({ deciding }, { number }) => {
    const officers = Object.values(deciding.people).filter(person =>
      deciding.policy.roles.some(
        role =>
          person.roles.includes(role.id) && role.seniority === 'officer' && role.may.includes('investigate-stage-1'),
      ),
    );
    return [
      { type: 'AssignHandler', stage: 1, personId: officers[number % officers.length]?.personId ?? '', reason: null },
    ];
  },
  'assign-2': ({ deciding, loaded }, { number }) => {
    const able = reviewers(loaded.state, deciding).filter(one => one.eligibility.eligible);
    return [
      { type: 'AssignHandler', stage: 2, personId: able[number % able.length]?.person.personId ?? '', reason: null },
    ];
  },
  contact: ({ keep }, _story, on) => [
    {
      type: 'RecordContact',
      stage: 1,
      on,
      kind: 'discussion',
      ...reached,
      note: keep(
        'Talked it through on the phone: what happened, what they would like, and when to expect our letters.',
        'contact',
      ),
    },
  ],
  'agree-contact': (_making, _story, on) => [
    {
      type: 'AgreeContact',
      stage: 1,
      on,
      method: 'Phone, after four',
      every: { value: 5, unit: 'working-days' },
      nextOn: null,
    },
  ],
  define: ({ keep }, { matter }) => [
    {
      type: 'DefineComplaint',
      stage: 1,
      points: matter.points.map((text, index) => point(text, index + 1, keep)),
      outcomeSought: keep(matter.wants, 'outcome-sought'),
      leftOut: null,
      notPursued: [],
    },
  ],
  'define-2': ({ keep, loaded }, { matter }) => [
    {
      type: 'DefineComplaint',
      stage: 2,
      points: loaded.state.points.map(({ pointId, number, text, responsibility, responsibleBody }) => ({
        pointId,
        number,
        text,
        responsibility,
        responsibleBody,
      })),
      outcomeSought: keep(`${matter.wants} And to know that it will not happen again.`, 'outcome-sought'),
      leftOut: null,
      notPursued: [],
    },
  ],
  ...questionSteps,
  investigate: ({ keep, loaded }) =>
    loaded.state.points.map(({ pointId }) => ({
      type: 'RecordInvestigation',
      stage: 1,
      pointId,
      section: 'evidence',
      text: keep('Job history, call recordings and the photographs sent in by the resident.', 'evidence'),
    })),
  extend: ({ deciding, keep, loaded }, _story, on) => [
    {
      type: 'DecideExtension',
      extensionId: randomUUIDv7(),
      stage: 1,
      newDueOn: addWorkingDays(deciding.calendar, on, 12),
      reason: keep('A specialist survey is needed before we can answer the first point.', 'extension-reason'),
      agreement: loaded.context.rules[1].agreementRequired ? 'agreed' : 'not-asked',
      goodReason: null,
      approvedBy: null,
    },
  ],
  'agree-updates': ({ deciding, keep }, _story, on) => [
    {
      type: 'AgreeUpdates',
      stage: 1,
      on,
      every: { value: 5, unit: 'working-days' },
      firstOn: addWorkingDays(deciding.calendar, on, 5),
      how: 'Phone',
      note: keep('Agreed to ring every week until the answer is out.', 'contact'),
    },
  ],
  update: ({ keep }, _story, on) => [
    {
      type: 'GiveUpdate',
      stage: 1,
      on,
      how: 'Phone',
      ...reached,
      note: keep('Told them the survey report is expected on Friday.', 'contact'),
    },
  ],
  decide: (making, story) => decisions(making, story, 1),
  'decide-2': (making, story) => [
    ...decisions(making, story, 2),
    {
      type: 'RecordLearning',
      stage: 2,
      what: making.keep(`${story.matter.learning} We have checked that this now happens.`, 'learning'),
    },
  ],
  'put-right': putRight,
  'keep-promise': ({ keep, loaded }, _story, on) =>
    loaded.state.actions
      .filter(action => action.doneOn === null)
      .map(action => ({
        type: 'CompleteAction',
        actionId: action.actionId,
        on,
        evidence: keep('Completion photographs and the signed job sheet.', 'evidence'),
        residentToldOn: on,
      })),
  escalate: (_making, _story, on) => [
    { type: 'RequestEscalation', on, channel: 'email', points: 'all', words: null, forwardedBy: 'resident' },
  ],
  withdraw: ({ keep }, _story, on) => [
    {
      type: 'WithdrawComplaint',
      on,
      evidence: keep('Email: “It is sorted now, thank you, please close it.”', 'withdrawal'),
      channel: 'email',
    },
  ],
  refuse,
  suspend: ({ keep, loaded }, _story, on) => [
    {
      type: 'SuspendPoints',
      points: loaded.state.points.slice(0, 1).map(one => one.pointId),
      courtReference: 'K00ZZ456',
      filedOn: on,
      reviewEvery: { value: 20, unit: 'working-days' },
      reason: keep('The claim pleads this point; the others go on.', 'suspension'),
    },
  ],
  note: ({ keep }) => [
    { type: 'AddNote', note: keep('The resident’s solicitor has asked for the tenancy file; passed on.', 'note') },
  ],
};

function point(text: string, number: number, keep: Making['keep']): DefinedPoint {
  return { pointId: randomUUIDv7(), number, text: keep(text, 'point'), responsibility: 'ours', responsibleBody: null };
}

function decisions({ keep, loaded }: Making, { matter }: Story, stage: Stage): Command[] {
  return loaded.state.points
    .filter(one => one.ended === null && !one.suspended)
    .map((one, index) => {
      const answer = matter.answers[index] ?? matter.answers[0];
      if (answer === undefined) throw new Error('A matter without answers cannot be decided.');
      const reasons =
        stage === 1 ? answer.reasons : `We looked at this afresh. ${answer.reasons} The stage 1 answer is confirmed.`;
      return {
        type: 'DecidePoint',
        stage,
        pointId: one.pointId,
        finding: answer.finding,
        reasons: keep(reasons, 'reasons'),
        reliedOn: keep(reliedOn, 'relied-on'),
      };
    });
}

function putRight({ deciding, keep }: Making, { matter }: Story, on: LocalDate): Command[] {
  const { remedy, promise, contractor, cause } = matter;
  const offered: Command = {
    type: 'OfferRemedy',
    remedyId: randomUUIDv7(),
    stage: 1,
    pointId: null,
    kind: remedy.kind,
    pence: remedy.pence,
    what: keep(remedy.what, 'remedy'),
  };
  const learned: Command = { type: 'RecordLearning', stage: 1, what: keep(matter.learning, 'learning') };
  const behind: Command = {
    type: 'RecordCause',
    cause,
    note: keep('The job history, and what both sides told us.', 'cause'),
  };
  if (promise === null) return [offered, learned, behind];
  const owner: ActionOwner =
    promise.by === 'contractor' && contractor !== null
      ? { kind: 'contractor', name: contractor }
      : { kind: 'team', name: 'Our repairs team' };
  const promised: Command = {
    type: 'PromiseAction',
    actionId: randomUUIDv7(),
    stage: 1,
    pointId: null,
    owner,
    what: keep(promise.what, 'promise'),
    dueOn: addWorkingDays(deciding.calendar, on, 15),
    dateGivenBy: null,
  };
  return [offered, learned, behind, promised];
}

/** Refused as too old: it happened and was known well over a year before it was raised, and no exception holds. */
function refuse({ keep, loaded }: Making): Command[] {
  const ground = loaded.context.policy.exclusions.find(one => one.test === 'twelve-months');
  const longAgo = addMonths(loaded.state.receivedOn ?? '2020-01-01', -20);
  const answers = Object.fromEntries(
    (ground?.questions ?? []).map(question => [question.id, answerTo(question, longAgo)]),
  );
  const reasons =
    'What happened was known twenty months before we were told, nothing about it goes on, and we weighed whether to look at it all the same.';
  return [{ type: 'RefuseComplaint', groundId: ground?.id ?? '', answers, reasons: keep(reasons, 'refusal-reasons') }];
}

function answerTo(question: GroundQuestion, date: LocalDate): string {
  if (question.kind === 'date') return date;
  if (question.kind === 'yes-no') return question.barsWhen === 'yes' ? 'no' : 'yes';
  return 'Weighed with the resident’s reasons; the records of that time are no longer kept.';
}
