import type { LocalDate } from '../../calendar/dates.ts';
import { addWorkingDays } from '../../calendar/working-days.ts';
import { saySpan } from '../clock-rules.ts';
import type { Stage } from '../events.ts';
import type { Obligation } from '../obligation.ts';
import type { ObligationContext } from '../obligations.ts';
import { plus } from '../span-dates.ts';
import type { CaseState } from '../state.ts';
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
      ...agreedUpdates(state, respond.stage, respond, context),
      ...amendedDefinition(state, respond.stage, respond),
    );
  }
  return found;
}

/** A decided extension moves nothing until its notice is handed over, and that is owed by the date it would move (R9). */
function extensionNotices(state: CaseState, stage: Stage, respond: Obligation): Obligation[] {
  return state.stages[stage].extensions.map(extension => {
    const notice = state.letters.find(
      letter => letter.extensionId === extension.extensionId && letter.sent !== null && letter.returned === null,
    );
    const sentOn = notice?.sent?.on ?? null;
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
      lapsedOn: sentOn === null ? ended(respond) : null,
    });
  });
}

/** When the answer is overdue, intervals for updates are agreed (MAG-36, MGL-30, Code 5.9), and then each update is owed. */
function agreedUpdates(
  state: CaseState,
  stage: Stage,
  respond: Obligation,
  { policy, calendar }: ObligationContext,
): Obligation[] {
  const { updates, handlerId } = state.stages[stage];
  const owner = { personId: handlerId, team: 'complaints' };
  if (respond.dueOn === null) return [];
  if (updates === null) {
    const dueOn = addWorkingDays(calendar, respond.dueOn, 1);
    if (respond.dischargedOn !== null && respond.dischargedOn <= dueOn) return [];
    return [
      newObligation({
        id: `agree-updates-${stage}`,
        kind: 'agree-updates',
        stage,
        owner,
        startsOn: dueOn,
        dueOn,
        from: { event: 'response-due', on: respond.dueOn },
        rule: 'an answer that is late needs agreed intervals for updates',
        clause: policy.updates.clause,
        basis: 'both',
        lapsedOn: ended(respond),
      }),
    ];
  }
  return everyUpdate(state, stage, respond, updates.firstOn, owner, { policy, calendar });
}

/** Every update given, and the next one: recurrence keeps only the next, counted from the last given. */
function everyUpdate(
  state: CaseState,
  stage: Stage,
  respond: Obligation,
  firstOn: LocalDate,
  owner: Obligation['owner'],
  { policy, calendar }: Pick<ObligationContext, 'policy' | 'calendar'>,
): Obligation[] {
  const { updates, updatesGiven } = state.stages[stage];
  if (updates === null) return [];
  const found: Obligation[] = [];
  let dueOn = firstOn;
  for (let number = 0; number <= updatesGiven.length; number += 1) {
    const given = updatesGiven[number] ?? null;
    found.push(
      newObligation({
        id: `update-${stage}-${number + 1}`,
        kind: 'update',
        stage,
        owner,
        dueOn,
        from: {
          event: number === 0 ? 'updates-agreed' : 'update-given',
          on: updatesGiven[number - 1] ?? updates.agreedOn,
        },
        rule: `an update every ${saySpan(updates.every)}, as agreed`,
        clause: policy.updates.clause,
        basis: 'both',
        dischargedOn: given,
        lapsedOn: given === null ? ended(respond) : null,
      }),
    );
    dueOn = plus(given ?? dueOn, updates.every, calendar);
  }
  return found;
}

/** Our understanding changed after it was sent, so it is sent again; the clock does not change (R26). */
function amendedDefinition(state: CaseState, stage: Stage, respond: Obligation): Obligation[] {
  const { definition, handlerId } = state.stages[stage];
  const sent = state.letters.filter(
    letter => letter.kind === 'acknowledgement' && letter.stage === stage && letter.sent !== null,
  );
  if (definition === null || definition.revision < 2 || sent.length === 0) return [];
  const again = sent.find(letter => letter.issuedOn >= definition.on && sent.indexOf(letter) > 0);
  return [
    newObligation({
      id: `confirm-definition-${stage}-${definition.revision}`,
      kind: 'confirm-definition',
      stage,
      owner: { personId: handlerId, team: 'complaints' },
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
