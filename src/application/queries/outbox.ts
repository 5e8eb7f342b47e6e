/** Letters that were issued and are not on their way, oldest first, and those that went last: read off one index each. */
import { sql } from 'kysely';
import type { Scope } from '../../domain/access/scope.ts';
import type { LocalDate } from '../../domain/calendar/dates.ts';
import type { HandedOver, Stage } from '../../domain/complaint/events.ts';
import type { ContactLimit } from '../../domain/complaint/resident-events.ts';
import type { LetterKind } from '../../domain/policy/letter-rules.ts';
import { residentDetails } from '../../storage/cases/residents.ts';
import type { Reading } from '../reading.ts';
import { whereSeenWhole } from './scope-sql.ts';

export type OutboxLetter = {
  letterId: string;
  caseId: string;
  reference: string;
  /** Whose complaint it is. */
  name: string;
  kind: LetterKind;
  stage: Stage;
  dated: LocalDate;
  issuedBy: string;
  /** Whom it goes to, and where they can be reached. */
  to: { name: string; email: string | null; address: string | null };
  /** When it has to be handed over; null where nothing waits for it. */
  dueOn: LocalDate | null;
  cameBack: LocalDate | null;
  /** Another letter of the same kind and stage waits too. */
  hasTwin: boolean;
  /** Its reader died or moved before it went: it is issued anew (R62, R63). */
  held: 'died' | 'moved' | null;
  /** What limits how the resident may be reached, where the letter goes to them (R60). */
  limits: readonly ContactLimit[];
};

export type GoneLetter = Pick<OutboxLetter, 'letterId' | 'reference' | 'name' | 'kind' | 'stage'> & {
  sentOn: LocalDate;
  how: HandedOver;
};

export type Outbox = { waiting: readonly OutboxLetter[]; more: boolean; gone: readonly GoneLetter[] };

const pageSize = 100;
const lately = 20;

/** The outbox as far as somebody may see its cases. What a newer letter of its kind went instead of is not in it. */
export async function outbox(tx: Reading, landlordId: string, scope: Scope): Promise<Outbox> {
  const { rows } = await waitingRows(tx, landlordId, scope);
  const people = await residentDetails(tx, landlordId, [...new Set(rows.map(row => row.to_person))]);
  const waiting = rows.slice(0, pageSize).map(row => asLetter(row, people.get(row.to_person)));
  return { waiting, more: rows.length > pageSize, gone: await goneLately(tx, landlordId, scope) };
}

type WaitingRow = {
  letter_id: string;
  case_id: string;
  kind: LetterKind;
  stage: Stage;
  dated: LocalDate;
  to_person: string;
  returned_on: LocalDate | null;
  issued_by_name: string | null;
  reference: string;
  complainant_id: string | null;
  complainant_name: string;
  address: string | null;
  due_on: LocalDate | null;
  has_twin: boolean;
  held: 'died' | 'moved' | null;
  safe_contact: ContactLimit[];
};

function waitingRows(tx: Reading, landlordId: string, scope: Scope): Promise<{ rows: WaitingRow[] }> {
  const columns = sql`letter_id, case_id, kind, stage, dated, to_person, issued_at, issued_by, returned_on, held`;
  return sql<WaitingRow>`
    with owed as (
      (select ${columns} from letter where landlord_id = ${landlordId} and sent_on is null and cancelled_on is null order by issued_at, letter_id limit 400)
      union all
      (select ${columns} from letter where landlord_id = ${landlordId} and returned_on is not null and cancelled_on is null and return_why not in ('wrong-address', 'wrong-person')
       order by returned_on, letter_id limit 400)
    )
    select l.letter_id, l.case_id, l.kind, l.stage, l.dated, l.to_person, l.returned_on, l.held, p.name as issued_by_name,
      c.reference, c.complainant_id, c.complainant_name, c.address, c.safe_contact, due.due_on,
      exists (select from owed twin where twin.case_id = l.case_id and twin.kind = l.kind and twin.kind <> 'update'
        and twin.stage is not distinct from l.stage and twin.letter_id <> l.letter_id) as has_twin
    from owed l
    join case_index c on c.landlord_id = ${landlordId} and c.case_id = l.case_id
    left join person p on p.landlord_id = ${landlordId} and p.person_id = l.issued_by::uuid
    left join lateral (
      select min(least(o.due_on, o.long_stop_on)) as due_on from obligation o
      where o.landlord_id = ${landlordId} and o.case_id = l.case_id and o.discharged_on is null and o.lapsed_on is null
        and o.stage is not distinct from l.stage
        and o.kind = case l.kind when 'acknowledgement' then 'acknowledge' when 'refusal' then 'acknowledge'
          when 'escalation-refusal' then 'acknowledge' when 'response' then 'respond'
          when 'extension' then 'send-extension-notice' when 'withdrawal-confirmed' then 'confirm-withdrawal' else '' end
    ) due on true
    where ${whereSeenWhole(scope, 'c')} and (l.kind = 'update' or not exists (
      select from letter instead
      where instead.landlord_id = ${landlordId} and instead.case_id = l.case_id and instead.kind = l.kind
        and instead.stage is not distinct from l.stage and instead.letter_id <> l.letter_id
        and instead.issued_at > l.issued_at and instead.sent_on is not null and instead.returned_on is null))
    order by l.issued_at, l.letter_id
    limit ${pageSize + 1}`.execute(tx);
}

type Details = { name: string; email: string | null; addressLines: readonly string[] };

function asLetter(row: WaitingRow, to: Details | undefined): OutboxLetter {
  const own = to?.addressLines.join(', ') ?? '';
  const home = row.to_person === row.complainant_id ? row.address : null;
  return {
    letterId: row.letter_id,
    caseId: row.case_id,
    reference: row.reference,
    name: row.complainant_name,
    kind: row.kind,
    stage: row.stage,
    dated: row.dated,
    issuedBy: row.issued_by_name ?? 'somebody no longer here',
    to: { name: to?.name ?? 'Details removed', email: to?.email ?? null, address: own === '' ? home : own },
    dueOn: row.due_on,
    cameBack: row.returned_on,
    hasTwin: row.has_twin,
    held: row.held,
    limits: row.to_person === row.complainant_id ? row.safe_contact : [],
  };
}

async function goneLately(tx: Reading, landlordId: string, scope: Scope): Promise<GoneLetter[]> {
  const { rows } = await sql<{
    letter_id: string;
    kind: LetterKind;
    stage: Stage;
    sent_on: LocalDate;
    how: HandedOver;
    reference: string;
    complainant_name: string;
  }>`
    select l.letter_id, l.kind, l.stage, l.sent_on, l.how, c.reference, c.complainant_name
    from letter l join case_index c on c.landlord_id = l.landlord_id and c.case_id = l.case_id
    where l.landlord_id = ${landlordId} and l.sent_on is not null and ${whereSeenWhole(scope, 'c')}
    order by l.sent_on desc, l.letter_id
    limit ${lately}`.execute(tx);
  return rows.map(({ letter_id, kind, stage, sent_on, how, reference, complainant_name }) => ({
    letterId: letter_id,
    reference,
    name: complainant_name,
    kind,
    stage,
    sentOn: sent_on,
    how,
  }));
}

/** The case of a letter, as far as somebody may see it; null where there is none. */
export async function caseOfLetter(
  tx: Reading,
  landlordId: string,
  letterId: string,
  scope: Scope,
): Promise<{ caseId: string; reference: string } | null> {
  const { rows } = await sql<{ case_id: string; reference: string }>`
    select c.case_id, c.reference from letter l
    join case_index c on c.landlord_id = l.landlord_id and c.case_id = l.case_id
    where l.landlord_id = ${landlordId} and l.letter_id = ${letterId}::uuid and ${whereSeenWhole(scope, 'c')}`.execute(
    tx,
  );
  const [row] = rows;
  return row === undefined ? null : { caseId: row.case_id, reference: row.reference };
}
