/** Columns of the tables of records that are no complaint's case, as `tables.ts` gathers them. */
import type { Instant, LocalDate } from '../domain/calendar/dates.ts';

/** What every list of mixed work reads of a record. */
export interface RecordIndexTable {
  landlord_id: string;
  record_id: string;
  /** A `ListedRecord`. */
  kind: string;
  /** Whom it is about, as lists call them. */
  name: string;
  address: string | null;
  adjustments: string | null;
  person_id: string | null;
  recorded_by: string | null;
  owner_id: string | null;
}

export interface DissatisfactionTable {
  landlord_id: string;
  record_id: string;
  version: number;
  source: string;
  channel: string;
  told_on: LocalDate;
  person_id: string;
  name: string;
  recorded_by: string;
  offered_on: LocalDate | null;
  answer: string | null;
  answered_on: LocalDate | null;
  confirmed_on: LocalDate | null;
  became_case: string | null;
  /** Nothing is owed on it any more since that day. */
  settled_on: LocalDate | null;
}

export interface ReferralTable {
  landlord_id: string;
  referral_id: string;
  case_id: string;
  version: number;
  made_at: Instant;
  made_by: string;
  duty_person: string;
  pass_on_by: Instant;
  passed_on_at: Instant | null;
  close_by: Instant;
  closed_at: Instant | null;
}

export interface ServiceRequestTable {
  landlord_id: string;
  request_id: string;
  version: number;
  asked_on: LocalDate;
  person_id: string;
  name: string;
  home_id: string | null;
  address: string | null;
  service_area: string;
  contractor: string | null;
  health_and_safety: boolean;
  housing_system: string | null;
  housing_reference: string | null;
  /** Null: it waits in the team's queue. */
  owner_person: string | null;
  recorded_by: string;
  reviewed_on: LocalDate | null;
  /** What is owed next; null once it has ended. */
  next_due_on: LocalDate | null;
  ended_on: LocalDate | null;
  ended_how: string | null;
}

export interface ServiceRequestLinkTable {
  landlord_id: string;
  request_id: string;
  case_id: string;
  why: string;
}
