/**
 * Questions past their date, for the managers of whoever was asked and of whoever asked (MAG-10, MGL-52): which question, how late, and when
 * our own answer is due. Nothing of what it is about, and nobody's name but those of who asked and who was asked.
 */
import { type RawBuilder, sql } from 'kysely';
import type { LocalDate } from '../../domain/calendar/dates.ts';
import type { Reading } from '../reading.ts';

export type LateAnswer = {
  caseId: string;
  requestId: string;
  reference: string;
  stage: 1 | 2;
  serviceArea: string;
  askedBy: string;
  /** Null where the words were disposed of. */
  askedOf: string | null;
  dueOn: LocalDate;
  /** When our own answer of that stage is due; null where it has gone. */
  answerDueOn: LocalDate | null;
};

const shown = 50;

/** The longest late first. */
export async function lateAnswers(
  tx: Reading,
  landlordId: string,
  managerId: string,
  today: LocalDate,
): Promise<readonly LateAnswer[]> {
  return (await lateAnswersStatement(landlordId, managerId, today).execute(tx)).rows;
}

/** The one statement of it: each half reads what is late of one manager's people off an index. */
export function lateAnswersStatement(landlordId: string, managerId: string, today: LocalDate): RawBuilder<LateAnswer> {
  const late = (whose: RawBuilder<unknown>) => sql`
    select r.case_id, r.request_id, r.stage, r.service_area, r.asked_by, r.asked_of, r.outsider_name, r.due_on
    from person m
    join information_request r on r.landlord_id = m.landlord_id and ${whose} = m.person_id
    where m.landlord_id = ${landlordId} and m.manager_id = ${managerId}
      and r.answered_on is null and r.ended_on is null and r.due_on < ${today}`;
  return sql<LateAnswer>`
    select l.case_id as "caseId", l.request_id as "requestId", c.reference, l.stage, l.service_area as "serviceArea", l.due_on as "dueOn",
      coalesce(asker.name, 'the complaints team') as "askedBy", coalesce(asked.name, outsider.value) as "askedOf",
      case when o.discharged_on is null and o.lapsed_on is null then o.work_on end as "answerDueOn"
    from (${late(sql`r.asked_of`)} union ${late(sql`r.asked_by`)}) l
    join case_index c on c.landlord_id = ${landlordId} and c.case_id = l.case_id
    left join person asker on asker.landlord_id = ${landlordId} and asker.person_id = l.asked_by
    left join person asked on asked.landlord_id = ${landlordId} and asked.person_id = l.asked_of
    left join personal_text outsider on outsider.landlord_id = ${landlordId} and outsider.text_id = l.outsider_name
    left join obligation o on o.landlord_id = ${landlordId} and o.case_id = l.case_id and o.obligation_id = 'respond-' || l.stage
    where c.withdrawn_on is null
    order by l.due_on, l.case_id, l.request_id
    limit ${shown}`;
}
