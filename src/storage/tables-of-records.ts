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
  /** The day their "no" came into the sample that is looked at again. */
  sampled_on: LocalDate | null;
  reviewed_on: LocalDate | null;
  verdict: string | null;
}

export interface ContactTable {
  landlord_id: string;
  record_id: string;
  version: number;
  channel: string;
  told_on: LocalDate;
  logged_on: LocalDate;
  words_id: string;
  recorded_by: string;
  danger: boolean;
  triaged_on: LocalDate | null;
  triaged_by: string | null;
  outcome: string | null;
  feedback_kind: string | null;
  category: string | null;
  service_area: string | null;
  theme: string | null;
  became_case: string | null;
  became_record: string | null;
}

export interface ContactSuggestionTable {
  landlord_id: string;
  record_id: string;
  hint: string;
  suggests: string;
  followed: boolean;
  triaged_on: LocalDate;
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

/** All of them by name. */
export interface RecordTables {
  record_index: RecordIndexTable;
  contact: ContactTable;
  contact_suggestion: ContactSuggestionTable;
  dissatisfaction: DissatisfactionTable;
  referral: ReferralTable;
  service_request: ServiceRequestTable;
  service_request_link: ServiceRequestLinkTable;
}
