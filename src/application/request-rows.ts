/** What lists and figures are told of a case's questions: facts and dates, never a word that depends on today. */
import { countWorkingDays } from '../domain/calendar/working-days.ts';
import type { ObligationContext } from '../domain/complaint/obligation-context.ts';
import type { CaseState } from '../domain/complaint/state.ts';
import type { RequestRow } from '../storage/cases/requests.ts';
import type { CaseIdentity } from './case-rows.ts';

export function requestRows(
  { landlordId, caseId }: CaseIdentity,
  { information, stages }: CaseState,
  { calendar }: Pick<ObligationContext, 'calendar'>,
): RequestRow[] {
  return information.map(one => ({
    landlord_id: landlordId,
    case_id: caseId,
    request_id: one.requestId,
    stage: one.stage,
    service_area: one.serviceArea,
    asked_by: one.by ?? stages[one.stage].handlerId,
    asked_of: one.of,
    outsider_name: one.outsider?.name.textId ?? null,
    outsider_organisation: one.outsider?.organisation.textId ?? null,
    asked_on: one.askedOn,
    due_on: one.dueOn,
    answered_on: one.answeredOn,
    ended_on: one.answeredOn === null ? (one.passedBack?.on ?? one.ended?.on ?? null) : null,
    working_days: one.answeredOn === null ? null : countWorkingDays(calendar, one.askedOn, one.answeredOn),
  }));
}
