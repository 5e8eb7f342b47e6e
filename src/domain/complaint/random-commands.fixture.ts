/** Moves for random stories: commands as people might send them, mostly sensible, sometimes not. */
import { text } from '../../../test/complaint-cast.ts';
import { decidePoint, define, issue, point, send } from '../../../test/complaint-story.ts';
import type { LocalDate } from '../calendar/dates.ts';
import type { Command } from './commands.ts';
import type { Stage } from './events.ts';
import type { CaseState } from './state.ts';

export type Draw = { state: CaseState; today: LocalDate; stage: Stage; pick: number };
export type Move = (draw: Draw) => Command;

const words = text('words');
const one = <T>(list: readonly T[], pick: number): T | undefined => list[pick % Math.max(1, list.length)];
const pointId = ({ state, pick }: Draw) => one(state.points, pick)?.pointId ?? 'p1';
const letterId = ({ state, pick }: Draw) => one(state.letters, pick)?.letterId ?? 'none';
const newId = (name: string, { state }: Draw) => `${name}-${state.version}`;
const person = (pick: number) =>
  one(['officer', 'third-officer', 'lead', 'head', 'director', 'colleague'], pick) ?? 'officer';
const soon = (today: LocalDate): LocalDate => `${Number(today.slice(0, 4))}-12-01` as LocalDate;

/** What somebody who knows the work does next. */
export const sensible: Move = draw => {
  const { state, stage, today } = draw;
  const { definition, handlerId } = state.stages[stage];
  if (stage === 2 && state.timeline.stage2.startedOn === null) return asked(today);
  if (handlerId === null) return { type: 'AssignHandler', stage, personId: person(draw.pick), reason: null };
  const all = openPoints(state);
  if (definition === null) return define(all.length > 0 ? all : [point(1), point(2)], stage);
  const waiting = state.letters.find(letter => letter.stage === stage && letter.sent === null);
  if (waiting !== undefined) return send(waiting.letterId, today);
  const line = stage === 1 ? state.timeline.stage1 : state.timeline.stage2;
  if (line.acknowledgedOn === null) return issue('acknowledgement', stage, { letterId: newId('ack', draw) });
  const open = state.points.find(one => one.ended === null && !one.suspended && one.decisions[stage] === null);
  if (open !== undefined) return { ...decidePoint(open.pointId), stage };
  return issue('response', stage, { letterId: newId('response', draw) });
};

function asked(today: LocalDate): Command {
  return {
    type: 'RequestEscalation',
    on: today,
    channel: 'phone',
    points: 'all',
    words: null,
    forwardedBy: 'resident',
  };
}

/** What moves a case along its way. */
export const onward: Move[] = [
  ({ stage, pick }) => ({ type: 'AssignHandler', stage, personId: person(pick), reason: null }),
  ({ state, stage }) => define(state.points.length > 0 ? openPoints(state) : [point(1), point(2)], stage),
  draw => issue('acknowledgement', draw.stage, { letterId: newId('ack', draw) }),
  draw => ({ ...decidePoint(pointId(draw)), stage: draw.stage }),
  draw => issue('response', draw.stage, { letterId: newId('response', draw) }),
  draw => send(unsent(draw), draw.today, draw.pick % 2 === 0 ? 'email' : 'post'),
  ({ today, pick }) => ({
    type: 'RequestEscalation',
    on: today,
    channel: 'phone',
    points: pick % 3 === 0 ? ['p1'] : 'all',
    words: null,
    forwardedBy: pick % 5 === 0 ? 'ombudsman' : 'resident',
  }),
];

/** What also happens. */
export const besides: Move[] = [
  ({ stage, today }) => ({ type: 'AskClarification', stage, on: today, question: words }),
  ({ stage, today }) => ({ type: 'RecordClarification', stage, on: today, answer: words }),
  ({ stage, today }) => ({ type: 'RecordContact', stage, on: today, kind: 'discussion', note: words }),
  ({ stage, today }) => ({ type: 'AgreeContact', stage, on: today, method: 'phone', every: null, nextOn: null }),
  ({ state, stage, today }) => ({
    type: 'AddPoint',
    stage,
    point: point(state.points.length + 1),
    raisedOn: today,
    related: true,
    wouldDelay: false,
    residentWantsItHere: true,
  }),
  draw => ({ type: 'MovePoint', stage: draw.stage, pointId: pointId(draw), toCaseId: 'child' }),
  draw => ({ type: 'WithdrawPoint', stage: draw.stage, pointId: pointId(draw), evidence: words }),
  draw => ({
    type: 'ExcludePoint',
    stage: draw.stage,
    pointId: pointId(draw),
    groundId: 'already-considered',
    answers: { 'earlier-case': 'X', 'anything-new': 'no' },
    reasons: words,
  }),
  draw => ({
    type: 'RecordInvestigation',
    stage: draw.stage,
    pointId: pointId(draw),
    section: 'evidence',
    text: words,
  }),
  draw => ({
    type: 'AskInformation',
    requestId: newId('ask', draw),
    stage: draw.stage,
    of: person(draw.pick),
    serviceArea: 'repairs',
    dueOn: draw.today,
    question: words,
  }),
  ({ state, pick }) => ({
    type: 'GiveInformation',
    requestId: one(state.information, pick)?.requestId ?? 'none',
    answer: words,
  }),
  draw => ({
    type: 'OfferRemedy',
    remedyId: newId('remedy', draw),
    stage: draw.stage,
    pointId: null,
    kind: 'apology',
    pence: null,
    what: words,
  }),
  draw => ({
    type: 'PromiseAction',
    actionId: newId('action', draw),
    stage: draw.stage,
    pointId: null,
    owner: { kind: 'team', name: 'repairs' },
    what: words,
    dueOn: draw.pick % 2 === 0 ? soon(draw.today) : null,
    dateGivenBy: soon(draw.today),
  }),
  ({ state, today, pick }) => ({
    type: 'MoveAction',
    actionId: one(state.actions, pick)?.actionId ?? 'none',
    dueOn: soon(today),
    reason: words,
  }),
  ({ state, today, pick }) => ({
    type: 'CompleteAction',
    actionId: one(state.actions, pick)?.actionId ?? 'none',
    on: today,
    evidence: words,
    residentToldOn: today,
  }),
  draw => ({
    type: 'DecideExtension',
    extensionId: newId('extension', draw),
    stage: draw.stage,
    newDueOn: one(['2026-02-06', '2026-03-20', '2026-04-15'] as const, draw.pick) ?? '2026-02-06',
    reason: words,
    agreement: 'agreed',
    goodReason: words,
    approvedBy: 'head',
  }),
  draw =>
    issue('extension', draw.stage, {
      letterId: newId('notice', draw),
      extensionId: draw.state.stages[draw.stage].extensions.at(-1)?.extensionId ?? null,
    }),
  draw => issue('update', draw.stage, { letterId: newId('update', draw) }),
  ({ stage, today }) => ({
    type: 'AgreeUpdates',
    stage,
    on: today,
    every: { value: 5, unit: 'working-days' },
    firstOn: today,
    how: 'phone',
    note: words,
  }),
  ({ stage, today }) => ({ type: 'GiveUpdate', stage, on: today, how: 'phone', note: words }),
  draw => ({
    type: 'ReturnLetter',
    letterId: letterId(draw),
    on: draw.today,
    why: one(['bounced', 'wrong-address', 'not-posted'] as const, draw.pick) ?? 'bounced',
    note: words,
  }),
  draw => issue('response', draw.stage, { letterId: newId('corrected', draw), supersedes: letterId(draw) }),
  () => ({ type: 'AcceptEscalation', reason: null }),
  () => ({ type: 'RefuseEscalation', groundId: 'late', reasons: words, supportedBy: null }),
  () => ({
    type: 'RefuseComplaint',
    groundId: 'already-considered',
    answers: { 'earlier-case': 'X', 'anything-new': 'no' },
    reasons: words,
  }),
  draw => issue(draw.stage === 1 ? 'refusal' : 'escalation-refusal', draw.stage, { letterId: newId('refusal', draw) }),
  ({ today }) => ({ type: 'DirectAcceptance', directedOn: today, deadline: null, note: words }),
  ({ today }) => ({ type: 'WithdrawComplaint', on: today, evidence: words, channel: 'email' }),
  ({ today, pick }) => ({ type: 'ReviveComplaint', on: today, words, brokenPromise: pick % 2 === 0 }),
  draw => ({
    type: 'SuspendPoints',
    points: [pointId(draw)],
    courtReference: 'K1',
    filedOn: draw.today,
    reviewEvery: { value: 10, unit: 'working-days' },
    reason: words,
  }),
  ({ pick }) => ({ type: 'ReviewSuspension', outcome: pick % 2 === 0 ? 'ends' : 'goes-on', note: words }),
  draw => ({ type: 'ResumePoints', points: [pointId(draw)], reason: words }),
  ({ pick }) => ({ type: 'DeclareConflict', personId: person(pick), reason: words }),
  () => ({ type: 'SetPriority', reason: words }),
  ({ today }) => ({
    type: 'CorrectReceivedDate',
    to: today < '2026-01-20' ? '2026-01-02' : '2026-01-05',
    reason: words,
    approvedBy: 'lead',
  }),
  () => ({ type: 'AddNote', note: words }),
];

function openPoints(state: CaseState) {
  return state.points
    .filter(known => known.ended === null)
    .map(({ pointId: id, number, text: said, responsibility, responsibleBody }) => ({
      pointId: id,
      number,
      text: said,
      responsibility,
      responsibleBody,
    }));
}

function unsent({ state, pick }: Draw): string {
  const waiting = state.letters.filter(letter => letter.sent === null || letter.returned !== null);
  return one(waiting, pick)?.letterId ?? 'none';
}
