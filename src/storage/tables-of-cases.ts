/** The derived rows that lists and searches read: facts and dates, written again in the transaction that appends events. */
import type { Generated, GeneratedAlways } from 'kysely';
import type { Instant, LocalDate } from '../domain/calendar/dates.ts';

export interface HomeTable {
  landlord_id: string;
  home_id: string;
  address: string;
  postcode: string | null;
  property_reference: string | null;
  tenure: string | null;
  relevant_stock: boolean | null;
  uprn: string | null;
  /** The reference of the building it is in. */
  building: string | null;
  tenancy_from: LocalDate | null;
  tenancy_until: LocalDate | null;
  look: Generated<string>;
}

export interface CaseIndexTable {
  landlord_id: string;
  case_id: string;
  version: number;
  reference: string;
  stage: number;
  policy_id: string | null;
  complainant_id: string | null;
  complainant_name: string;
  sort_name: string;
  complainant_type: string | null;
  representative_id: string | null;
  home_id: string | null;
  address: string | null;
  handler_id: string | null;
  /** Who logged it. */
  logged_by: Generated<string | null>;
  team: string | null;
  category: string | null;
  service_area: string | null;
  contractor: string | null;
  priority: Generated<boolean>;
  restricted: Generated<boolean>;
  adjustments: string | null;
  /** The limits on reaching the resident (R60). */
  safe_contact: Generated<string[]>;
  outcome: string | null;
  /** What was behind it, as recorded last (R68). */
  cause: string | null;
  points: Generated<number>;
  received_on: LocalDate;
  logged_on: LocalDate | null;
  acknowledged_on: LocalDate | null;
  answered_1_on: LocalDate | null;
  escalated_on: LocalDate | null;
  acknowledged_2_on: LocalDate | null;
  answered_2_on: LocalDate | null;
  answered_on: LocalDate | null;
  window_closes_on: LocalDate | null;
  refused_on: LocalDate | null;
  withdrawn_on: LocalDate | null;
  suspended_on: LocalDate | null;
  closed_on: LocalDate | null;
  next_kind: string | null;
  next_by_refusal: Generated<boolean>;
  next_due_on: LocalDate | null;
  next_due_at: Instant | null;
  long_stop_on: LocalDate | null;
  changed_at: Instant;
  /** London's clock, `YYYY-MM-DDTHH:MM:SS.sss`, or `infinity` where nothing is owed. */
  next_due_order: GeneratedAlways<string>;
}

export interface ObligationTable {
  landlord_id: string;
  case_id: string;
  obligation_id: string;
  kind: string;
  stage: number | null;
  owner_person: string | null;
  owner_team: string | null;
  priority: Generated<boolean>;
  starts_on: LocalDate | null;
  owed_to: string | null;
  text_id: string | null;
  due_on: LocalDate | null;
  due_at: Instant | null;
  first_due_on: LocalDate | null;
  long_stop_on: LocalDate | null;
  /** The date that is worked to, the earliest of the due date, the outer date and a promise that stands. */
  work_on: LocalDate | null;
  /** Whether somebody with adjustments or support needs is behind it. */
  with_needs: boolean;
  from_event: string | null;
  from_on: LocalDate | null;
  rule: string | null;
  clause: string | null;
  discharged_on: LocalDate | null;
  lapsed_on: LocalDate | null;
  cannot_judge: Generated<boolean>;
  by_refusal: Generated<boolean>;
  due_order: GeneratedAlways<string>;
  fell_due_month: GeneratedAlways<LocalDate | null>;
  date_moved: GeneratedAlways<boolean>;
}

export interface SearchTextTable {
  landlord_id: string;
  case_id: string;
  look: string;
  words: string;
}

export interface CaseLinkTable {
  landlord_id: string;
  case_id: string;
  other_case_id: string;
  why: string;
}

export interface CaseViewerTable {
  landlord_id: string;
  case_id: string;
  person_id: string;
  next_due_order: string;
}

export interface InformationRequestTable {
  landlord_id: string;
  case_id: string;
  request_id: string;
  stage: 1 | 2;
  service_area: string;
  asked_by: string | null;
  asked_of: string | null;
  /** Ids of the words where somebody without an account was asked. */
  outsider_name: string | null;
  outsider_organisation: string | null;
  asked_on: LocalDate;
  due_on: LocalDate;
  answered_on: LocalDate | null;
  ended_on: LocalDate | null;
  working_days: number | null;
}

export interface QuestionLinkTable {
  token_hash: Buffer;
  landlord_id: string;
  case_id: string;
  request_id: string;
  made_at: Instant;
  until: LocalDate;
}

export interface CaseClosedToTable {
  landlord_id: string;
  case_id: string;
  person_id: string;
}

export interface CaseRestrictionTable {
  landlord_id: string;
  case_id: string;
  /** Those named, and those who work on it. */
  people: string[];
  roles: string[];
}
