import type { Obligation } from '../domain/complaint/obligation.ts';
import type { ObligationRow } from '../storage/cases/rows.ts';

type Owed = Omit<ObligationRow, 'priority' | 'owed_to' | 'text_id' | 'first_due_on' | 'work_on' | 'with_needs'>;

/** What the row of an obligation says whatever it is owed on, a complaint or a record of dissatisfaction. */
export function owedColumns({ landlordId, caseId }: { landlordId: string; caseId: string }, one: Obligation): Owed {
  return {
    landlord_id: landlordId,
    case_id: caseId,
    obligation_id: one.id,
    kind: one.kind,
    stage: one.stage,
    owner_person: one.owner.personId,
    owner_team: one.owner.team,
    starts_on: one.startsOn,
    due_on: one.dueOn,
    due_at: one.dueAt,
    long_stop_on: one.longStopOn,
    from_event: one.from?.event ?? null,
    from_on: one.from?.on ?? null,
    rule: one.rule,
    clause: one.clause,
    discharged_on: one.dischargedOn,
    lapsed_on: one.lapsedOn,
    cannot_judge: one.judged === 'unknown',
    by_refusal: one.byRefusal === true,
  };
}
