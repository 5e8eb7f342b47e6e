/** Asking colleagues and outsiders for what is needed, chasing them, and their answers (MAG-10, MAG-64, MGL-52). */
import type { LocalDate } from '../../calendar/dates.ts';
import { isWorkingDay, nextWorkingDay } from '../../calendar/working-days.ts';
import { dutyTime } from '../../policy/duty-times.ts';
import { coversFor } from '../../staff/absence.ts';
import type { CommandOf } from '../commands.ts';
import type { Act, Acts, Deciding } from '../deciding.ts';
import type { PersonId, Stage } from '../events.ts';
import { type InformationRequest, isAwaited } from '../question-events.ts';
import { type Refusal, refuse } from '../refusals.ts';
import { limitsOf } from '../safe-contact.ts';
import { plus } from '../span-dates.ts';
import type { CaseState } from '../state.ts';
import { respondOn } from './clocks.ts';
import { fact, unless } from './facts.ts';
import { mayWorkOn, notBefore, notInFuture, stageOpen } from './guards.ts';

type Ask = CommandOf<'AskInformation'> | CommandOf<'AskOutsider'>;

const mayAsk = (state: CaseState, deciding: Deciding, { stage = 1 }: { stage?: Stage }): Refusal | null =>
  stageOpen(state, deciding, stage) ?? mayWorkOn(state, deciding, stage);

const askInformation: Act<CommandOf<'AskInformation'>> = {
  allowed: mayAsk,
  decide(command, state, deciding) {
    const { type: _type, ...body } = command;
    const refusal =
      (deciding.people[body.of] === undefined ? refuse('unknown-person', { what: 'The person asked' }) : null) ??
      cannotAsk(command, state, deciding);
    return unless(refusal, () => [fact('InformationAsked', deciding.today, { ...body, by: deciding.actor.personId })]);
  },
};

/** Somebody without an account is told the question, and of the complaint no more than was decided (MAG-11). */
const askOutsider: Act<CommandOf<'AskOutsider'>> = {
  allowed: mayAsk,
  decide(command, state, deciding) {
    const { type: _type, ...body } = command;
    const refusal = tellsTooMuch(body, state) ?? cannotAsk(command, state, deciding);
    return unless(refusal, () => [fact('OutsiderAsked', deciding.today, { ...body, by: deciding.actor.personId })]);
  },
};

function tellsTooMuch({ told }: Pick<CommandOf<'AskOutsider'>, 'told'>, state: CaseState): Refusal | null {
  if ((told.name || told.address) && told.reason === null) return refuse('telling-needs-reason', {});
  const secret = limitsOf(state, state.complainantId).includes('secret-address');
  return told.address && secret ? refuse('address-is-secret', {}) : null;
}

function cannotAsk(command: Ask, state: CaseState, deciding: Deciding): Refusal | null {
  const { requestId, files = [], insteadOf = null } = command;
  const known = (id: string): boolean => state.information.some(one => one.requestId === id);
  const here = (id: string): boolean =>
    state.files.some(one => one.fileId === id && !state.misfiled.includes(one.entry));
  return (
    (known(requestId) ? refuse('information-known', {}) : null) ??
    (insteadOf !== null && !known(insteadOf) ? refuse('no-such-request', {}) : null) ??
    (files.every(here) ? null : refuse('no-such-file', {})) ??
    wrongDate(command, state, deciding)
  );
}

/** A working day from today on, and in time for our own answer while that is not late itself. */
function wrongDate({ stage, dueOn: date }: Ask, state: CaseState, deciding: Deciding): Refusal | null {
  const { calendar, today } = deciding;
  const what = 'The date to answer by';
  const past = notBefore(what, date, 'today', today);
  if (past !== null) return past;
  if (!isWorkingDay(calendar, date))
    return refuse('date-not-working-day', { what, date, next: nextWorkingDay(calendar, date) });
  const dueOn = respondOn(state, deciding, stage)?.dueOn ?? null;
  return dueOn !== null && dueOn >= today && date > dueOn ? refuse('information-after-answer', { dueOn }) : null;
}

/** A link is for a question that is still to be answered, of somebody without an account; a new one takes the old one's place. */
const makeLink: Act<CommandOf<'MakeQuestionLink'>> = {
  allowed(state, deciding, { requestId }) {
    return ofHandler(state, deciding, requestId, request =>
      request.outsider === null ? refuse('link-not-needed', {}) : null,
    );
  },
  decide({ requestId }, state, deciding) {
    const until = linkUntil(requestOf(state, requestId)?.dueOn ?? deciding.today, deciding);
    return { events: [fact('QuestionLinkMade', deciding.today, { requestId, until, by: deciding.actor.personId })] };
  },
};

/** How long a link made now opens its question: some days after the date, or after today where that has passed. */
export function linkUntil(dueOn: LocalDate, deciding: Deciding): LocalDate {
  const from = dueOn < deciding.today ? deciding.today : dueOn;
  return plus(from, dutyTime('keep-question-link', deciding), deciding.calendar);
}

/** Whoever covers for the one asked answers in their stead. */
function mayReply(
  state: CaseState,
  { actor, people, today }: Deciding,
  { requestId }: { requestId?: string },
): Refusal | null {
  if (requestId === undefined) return null;
  const of = requestOf(state, requestId)?.of ?? null;
  const covers = of !== null && coversFor(actor.personId, people[of] ?? {}, today);
  return mayAnswer(state, covers ? of : actor.personId, requestId);
}

/** The one asked answers, without seeing more of the case; or the handler enters what they were told. */
const giveInformation: Act<CommandOf<'GiveInformation'>> = {
  allowed: mayReply,
  decide: ({ requestId, answer }, _state, { today, actor }) => ({
    events: [fact('InformationGiven', today, { requestId, answer, by: actor.personId })],
  }),
};

/** Said so that nobody waits in silence; the date that was asked for stays what it is (R14). */
const needLonger: Act<CommandOf<'NeedLonger'>> = {
  allowed: mayReply,
  decide({ requestId, until, reason }, state, { today, actor }) {
    const dueOn = requestOf(state, requestId)?.dueOn ?? today;
    const refusal =
      notBefore('The day by which you can answer', until, 'today', today) ??
      (until <= dueOn ? refuse('longer-is-not-later', { dueOn }) : null);
    return unless(refusal, () => [fact('LongerNeeded', today, { requestId, until, reason, by: actor.personId })]);
  },
};

const passBack: Act<CommandOf<'PassBackQuestion'>> = {
  allowed: mayReply,
  decide: ({ requestId, reason }, _state, { today, actor }) => ({
    events: [fact('QuestionPassedBack', today, { requestId, reason, by: actor.personId })],
  }),
};

const chase: Act<CommandOf<'ChaseQuestion'>> = {
  allowed: (state, deciding, { requestId }) => ofHandler(state, deciding, requestId, () => null),
  decide({ requestId, on, how, note }, state, deciding) {
    const asked = requestOf(state, requestId)?.askedOn ?? on;
    const what = 'The day you asked again';
    const refusal = notInFuture(what, on, deciding) ?? notBefore(what, on, 'the day it was asked', asked);
    return unless(refusal, () => [fact('QuestionChased', on, { requestId, how, note, by: deciding.actor.personId })]);
  },
};

/** Taken back, or not to be had: the reason is told, and the second is part of the investigation (MAG-64). */
const end: Act<CommandOf<'EndQuestion'>> = {
  allowed(state, deciding, { requestId }) {
    const request = requestOf(state, requestId);
    if (request === undefined) return requestId === undefined ? null : refuse('no-such-request', {});
    return (
      mayWorkOn(state, deciding, request.stage) ??
      (request.answeredOn === null ? null : refuse('information-given', { on: request.answeredOn })) ??
      (request.ended === null ? null : refuse('question-over', { on: request.ended.on }))
    );
  },
  decide: ({ requestId, how, reason }, _state, { today, actor }) => ({
    events: [fact('QuestionEnded', today, { requestId, how, reason, by: actor.personId })],
  }),
};

/** What whoever works on its stage does with a question that is awaited. */
function ofHandler(
  state: CaseState,
  deciding: Deciding,
  requestId: string | undefined,
  also: (request: InformationRequest) => Refusal | null,
): Refusal | null {
  const request = requestOf(state, requestId);
  if (request === undefined) {
    const any = state.information.some(isAwaited);
    return requestId === undefined && any ? null : refuse('no-such-request', {});
  }
  return mayWorkOn(state, deciding, request.stage) ?? notAwaited(request) ?? also(request);
}

/** Whether this person may answer a question now: whoever was asked, or the handler of its stage with what they were told. */
export function mayAnswer(state: CaseState, personId: PersonId, requestId: string): Refusal | null {
  const request = requestOf(state, requestId);
  if (request === undefined) return refuse('no-such-request', {});
  const handler = state.stages[request.stage].handlerId;
  // Whoever comes by the link is known by the question that it opens.
  const asked = request.outsider === null ? request.of : request.requestId;
  return notAwaited(request) ?? ([asked, handler].includes(personId) ? null : refuse('not-asked-of-you', {}));
}

function notAwaited({ answeredOn, passedBack, ended }: InformationRequest): Refusal | null {
  if (answeredOn !== null) return refuse('information-given', { on: answeredOn });
  const over = passedBack ?? ended;
  return over === null ? null : refuse('question-over', { on: over.on });
}

function requestOf(state: CaseState, requestId: string | undefined): InformationRequest | undefined {
  return state.information.find(one => one.requestId === requestId);
}

export const questionActs: Acts<
  | 'AskInformation'
  | 'AskOutsider'
  | 'MakeQuestionLink'
  | 'GiveInformation'
  | 'NeedLonger'
  | 'PassBackQuestion'
  | 'ChaseQuestion'
  | 'EndQuestion'
> = {
  AskInformation: askInformation,
  AskOutsider: askOutsider,
  MakeQuestionLink: makeLink,
  GiveInformation: giveInformation,
  NeedLonger: needLonger,
  PassBackQuestion: passBack,
  ChaseQuestion: chase,
  EndQuestion: end,
};
