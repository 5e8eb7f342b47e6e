import type { LocalDate } from '../../calendar/dates.ts';
import { addWorkingDays } from '../../calendar/working-days.ts';
import { saySpan } from '../clock-rules.ts';
import type { Stage } from '../events.ts';
import { delivered } from '../evolve/letters.ts';
import type { Letter } from '../letter-state.ts';
import type { Obligation } from '../obligation.ts';
import type { ObligationContext } from '../obligation-context.ts';
import { plus } from '../span-dates.ts';
import type { UpdateAgreement } from '../stage-state.ts';
import type { CaseState } from '../state.ts';
import { feedbackObligations } from './feedback.ts';
import { ended } from './ownership.ts';
import { newObligation } from './shape.ts';

/** Notices of extensions, the agreement to keep someone informed, each update, and an amended definition sent again. */
export function updateObligations(
  state: CaseState,
  context: ObligationContext,
  stages: readonly Obligation[],
): Obligation[] {
  const found: Obligation[] = [];
  for (const respond of stages) {
    if (respond.kind !== 'respond' || respond.stage === null) continue;
    found.push(
      ...extensionNotices(state, respond.stage, respond),
      ...feedbackObligations(state, respond, context),
      ...agreedUpdates(state, respond.stage, respond, context),
      ...amendedDefinition(state, respond.stage, respond),
    );
  }
  return found;
}

/**
 * A decided extension moves nothing until its notice is handed over, and that is owed by the date it would move (R9). One that was
 * decided again before any notice of it was issued has none to send any more.
 */
function extensionNotices(state: CaseState, stage: Stage, respond: Obligation): Obligation[] {
  const { extensions } = state.stages[stage];
  return extensions.map((extension, index) => {
    const notice = state.letters.find(letter => letter.extensionId === extension.extensionId && delivered(letter));
    const sentOn = notice?.sent?.on ?? null;
    const issued = state.letters.some(one => one.extensionId === extension.extensionId && one.cancelled === null);
    const replacedOn = issued ? null : (extensions[index + 1]?.decidedOn ?? null);
    return newObligation({
      id: `send-extension-notice-${extension.extensionId}`,
      kind: 'send-extension-notice',
      stage,
      owner: { personId: state.stages[stage].handlerId, team: 'complaints' },
      dueOn: sentOn === null || respond.dueOn !== extension.newDueOn ? respond.dueOn : sentOn,
      from: { event: 'extension-decided', on: extension.decidedOn },
      rule: 'the notice must go before the old date, with its reason, the new date and the Ombudsman’s details',
      clause: respond.clause,
      basis: 'both',
      dischargedOn: sentOn,
      lapsedOn: sentOn === null ? (replacedOn ?? ended(respond)) : null,
    });
  });
}

/** When the answer is overdue, intervals for updates are agreed (MAG-36, MGL-30, Code 5.9), and then each update is owed. */
function agreedUpdates(state: CaseState, stage: Stage, respond: Obligation, context: ObligationContext): Obligation[] {
  const { updates, pastUpdates, updatesGiven } = state.stages[stage];
  const agreements = [
    ...pastUpdates,
    ...(updates === null ? [] : [{ agreement: updates, given: updatesGiven, endedOn: null }]),
  ];
  return [
    ...agreementOwed(state, stage, respond, agreements[0]?.agreement ?? null, context),
    ...agreements.flatMap((one, index) => everyUpdate(state, one, index + 1, respond, context)),
  ];
}

function agreementOwed(
  state: CaseState,
  stage: Stage,
  respond: Obligation,
  first: UpdateAgreement | null,
  { policy, calendar }: ObligationContext,
): Obligation[] {
  if (respond.dueOn === null) return [];
  const dueOn = addWorkingDays(calendar, respond.dueOn, 1);
  const inTime = respond.dischargedOn !== null && respond.dischargedOn <= dueOn;
  if (first === null && inTime) return [];
  return [
    newObligation({
      id: `agree-updates-${stage}`,
      kind: 'agree-updates',
      stage,
      owner: handler(state, stage),
      startsOn: dueOn,
      dueOn,
      from: { event: 'response-due', on: respond.dueOn },
      rule: 'an answer that is late needs agreed intervals for updates',
      clause: policy.updates.clause,
      basis: 'both',
      dischargedOn: first?.agreedOn ?? null,
      lapsedOn: first === null ? ended(respond) : null,
    }),
  ];
}

/**
 * The days on which an update was given under an agreement, in order: those recorded, and the update letters that arrived. A letter
 * that came back gave none, so that what it was to discharge is owed again (R66); one that is recorded as well counts once.
 */
function givenUnder({ agreement, given, endedOn }: Agreed, letters: readonly Letter[]): LocalDate[] {
  const { stage, agreedOn } = agreement;
  const written = letters.flatMap(letter => {
    const on = letter.kind === 'update' && letter.stage === stage && delivered(letter) ? letter.sent?.on : undefined;
    return on === undefined || on <= agreedOn || (endedOn !== null && on > endedOn) ? [] : on;
  });
  return [...given, ...written.filter(day => !given.includes(day))].toSorted();
}

type Agreed = { agreement: UpdateAgreement; given: readonly LocalDate[]; endedOn: LocalDate | null };

/** Every update given under an agreement, and the next one: recurrence keeps only the next, counted from the last given. */
function everyUpdate(
  state: CaseState,
  agreed: Agreed,
  number: number,
  respond: Obligation,
  { policy, calendar }: ObligationContext,
): Obligation[] {
  const found: Obligation[] = [];
  const { agreement, endedOn } = agreed;
  const given = givenUnder(agreed, state.letters);
  let dueOn = agreement.firstOn;
  for (let index = 0; index <= given.length; index += 1) {
    const givenOn = given[index] ?? null;
    found.push(
      newObligation({
        id: `update-${agreement.stage}-${number}-${index + 1}`,
        kind: 'update',
        stage: agreement.stage,
        owner: handler(state, agreement.stage),
        dueOn,
        from: { event: index === 0 ? 'updates-agreed' : 'update-given', on: given[index - 1] ?? agreement.agreedOn },
        rule: `an update every ${saySpan(agreement.every)}, as agreed`,
        clause: policy.updates.clause,
        basis: 'both',
        dischargedOn: givenOn,
        lapsedOn: givenOn === null ? (endedOn ?? ended(respond)) : null,
      }),
    );
    dueOn = plus(givenOn ?? dueOn, agreement.every, calendar);
  }
  return found;
}

function handler(state: CaseState, stage: Stage): Obligation['owner'] {
  return { personId: state.stages[stage].handlerId, team: 'complaints' };
}

/** Our understanding changed after it was sent, so it is sent again; the clock does not change (R26). */
function amendedDefinition(state: CaseState, stage: Stage, respond: Obligation): Obligation[] {
  const { definition } = state.stages[stage];
  const sent = state.letters.filter(
    letter => letter.kind === 'acknowledgement' && letter.stage === stage && delivered(letter),
  );
  if (definition === null || sent.length === 0) return [];
  const again = sent.find(letter => letter.definitionRevision >= definition.revision);
  if (sent.length === 1 && again !== undefined) return [];
  return [
    newObligation({
      id: `confirm-definition-${stage}-${definition.revision}`,
      kind: 'confirm-definition',
      stage,
      owner: handler(state, stage),
      dueOn: respond.dueOn,
      from: { event: 'definition-amended', on: definition.on },
      rule: 'an amended understanding is sent again, by the date of the answer at the latest',
      clause: respond.clause,
      basis: 'code',
      dischargedOn: again?.sent?.on ?? null,
      lapsedOn: again === undefined ? ended(respond) : null,
    }),
  ];
}
