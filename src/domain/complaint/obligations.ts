/**
 * Everything a landlord owes on one complaint, derived from what happened. There is no second place where a due date is
 * computed: work lists, letters, indicators and the resident's page all ask here.
 */

import { sayDate } from '../calendar/dates.ts';
import { delivered } from './evolve/letters.ts';
import { timelineOf } from './evolve/parts.ts';
import { isOpen, legalDate, type Obligation, type Owner } from './obligation.ts';
import type { ObligationContext } from './obligation-context.ts';
import { authorityObligations } from './obligations/authorities.ts';
import { dutyObligations } from './obligations/duties.ts';
import { escalationObligations } from './obligations/escalation.ts';
import { formatObligations, withFormats } from './obligations/formats.ts';
import { incidentObligations } from './obligations/incidents.ts';
import { informationObligations } from './obligations/information.ts';
import { newContactObligations } from './obligations/new-contact.ts';
import { ownershipObligations } from './obligations/ownership.ts';
import { privateContactObligations } from './obligations/private-contact.ts';
import { promiseObligations } from './obligations/promises.ts';
import { updateObligations } from './obligations/updates.ts';
import { owedAfter } from './obligations/voided.ts';
import { withSettledDates } from './settled-dates.ts';
import { stageObligations } from './stage-obligations.ts';
import type { CaseState } from './state.ts';

/** All obligations of a case, open, discharged and lapsed, in a stable order. Throws `BeyondCalendar`. */
export function obligations(state: CaseState, context: ObligationContext): Obligation[] {
  const derive = (by: Pick<ObligationContext, 'calendar'>) => allOwed(state, { ...context, calendar: by.calendar });
  return withSettledDates(derive(context), state, context.earlierCalendars ?? [], derive);
}

function allOwed(state: CaseState, context: ObligationContext): Obligation[] {
  const stages = stageObligations(state.timeline, context.rules, context.calendar)
    .filter(one => one.judged !== 'unstarted')
    .map(one => withFormats(withQuotedDate({ ...one, owner: handlerOf(state, one.stage) }, state), state))
    .map(one => withRefusal(one, state));
  const all = [
    ...ownershipObligations(state, context, stages),
    ...stages,
    ...privateContactObligations(state, context, stages),
    ...newContactObligations(state, context),
    ...updateObligations(state, context, stages),
    ...informationObligations(state, context),
    ...escalationObligations(state, context, stages),
    ...formatObligations(state, context, stages),
    ...incidentObligations(state, context),
    ...promiseObligations(state, context),
    ...dutyObligations(state, context),
    ...authorityObligations(state, context),
  ];
  return all.map(one => owedAfter(one, state));
}

/** The handler of a stage, or the complaints team's queue while it has none (R69). */
export function handlerOf(state: CaseState, stage: 1 | 2 | null): Owner {
  const personId = stage === null ? null : state.stages[stage].handlerId;
  return { personId, team: 'complaints' };
}

/** A stage that was not accepted owes its refusal letter, by the date of what it would have sent (R20). */
function withRefusal(obligation: Obligation, state: CaseState): Obligation {
  const { stage } = obligation;
  if (stage === null || !isOpen(obligation) || timelineOf(state, stage).refusedOn === null) return obligation;
  return { ...obligation, byRefusal: true };
}

/** The date a letter told the resident stays our promise even where the legal date has moved since (R11). */
function withQuotedDate(obligation: Obligation, state: CaseState): Obligation {
  if (obligation.kind !== 'respond') return obligation;
  const quoted = state.letters.findLast(
    letter => letter.stage === obligation.stage && delivered(letter) && letter.quotesDate !== null,
  )?.quotesDate;
  if (quoted === undefined || quoted === null || quoted === obligation.dueOn) return obligation;
  const told = { ...obligation, promisedOn: quoted };
  const legal = legalDate(obligation);
  const moved = state.calendarMoves.some(move => move.obligationId === obligation.id && move.from === quoted);
  if (!moved || legal === null || legal === quoted) return told;
  const kept = quoted < legal ? 'and we keep to that' : 'and the date has come forward since';
  return { ...told, promiseStands: true, rule: `${obligation.rule}; our letter said ${sayDate(quoted)}, ${kept}` };
}
