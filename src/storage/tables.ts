/** What each table holds, as `pg` returns it: ids as text, dates as `YYYY-MM-DD`, instants as `…T…sssZ`, bytes as Buffer. */
import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { Instant, LocalDate } from '../domain/calendar/dates.ts';
import type {
  AccountChangeTable,
  AccountTable,
  InvitationTable,
  KnownDeviceTable,
  LandlordTable,
  PersonRoleTable,
  PersonTable,
  PolicyReadTable,
  ProviderIdentityTable,
  RecoveryCodeTable,
  SessionTable,
  SignInFailureTable,
  SignInNameTable,
  SignInProviderTable,
  StaffAbsenceTable,
  StaffTrainingTable,
} from './tables-of-accounts.ts';
import type {
  CaseClosedToTable,
  CaseIndexTable,
  CaseLinkTable,
  CaseRestrictionTable,
  CaseViewerTable,
  HomeTable,
  InformationRequestTable,
  ObligationTable,
  QuestionLinkTable,
  SearchTextTable,
} from './tables-of-cases.ts';
import type { RecordTables } from './tables-of-records.ts';
import type { BuildingTable, ImportRowTable, ImportRunTable, ResidentTable } from './tables-of-register.ts';

/** Anything JSON can hold. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue };

type Json<T extends object> = JSONColumnType<T>;
type AnyJson = ColumnType<JsonValue, string | null | undefined, string | null>;

export interface CaseStreamTable {
  landlord_id: string;
  case_id: string;
  version: number;
  head_hash: Buffer;
}

export interface EventTable {
  landlord_id: string;
  case_id: string;
  version: number;
  type: string;
  schema: number;
  occurred_on: LocalDate;
  recorded_at: Instant;
  actor: string;
  body: string;
  body_json: Generated<JsonValue>;
  pack_hash: Buffer | null;
  previous_hash: Buffer | null;
  hash: Buffer;
}

export interface PersonalTextTable {
  landlord_id: string;
  text_id: string;
  subject: string;
  class: string;
  value: string | null;
  salt: Buffer | null;
  disposed_on: LocalDate | null;
}

export interface CommandReceiptTable {
  landlord_id: string;
  command_id: string;
  payload_hash: Buffer;
  payload: AnyJson;
  result: AnyJson;
  received_at: Instant;
}

export interface AccessLogTable {
  landlord_id: string;
  version: number;
  person_id: string;
  case_id: string | null;
  what: string;
  seen_at: Instant;
  previous_hash: Buffer | null;
  hash: Buffer;
}

export interface AccessHeadTable {
  landlord_id: string;
  version: number;
  head_hash: Buffer;
}

export interface UnanchoredTable {
  landlord_id: string;
  case_id: string;
  version: number;
}

export interface CheckpointTable {
  landlord_id: string;
  number: number;
  recorded_at: Instant;
  leaves: number;
  root: Buffer;
  frontier: Buffer;
  access_version: number;
  access_hash: Buffer | null;
  previous_hash: Buffer | null;
  hash: Buffer;
  key_id: string;
  signature: Buffer;
}

export interface CheckpointLeafTable {
  landlord_id: string;
  position: number;
  number: number;
  case_id: string;
  version: number;
  head_hash: Buffer;
}

export interface PackTable {
  landlord_id: string;
  pack_hash: string;
  policy_id: string;
  version: string;
  bytes: Buffer;
  loaded_at: Instant;
}

export interface CalendarRevisionTable {
  landlord_id: string;
  revision: number;
  first_on: LocalDate;
  last_on: LocalDate;
  source: string;
  reason: string;
  actor: string;
  recorded_at: Instant;
}

export interface LandlordDetailsTable {
  landlord_id: string;
  revision: number;
  address: string | null;
  phone: string | null;
  email: string | null;
  web: string | null;
  none: string[];
  actor: string;
  recorded_at: Instant;
}

export interface CalendarRecountTable {
  landlord_id: string;
  case_id: string;
  from_revision: number;
  revision: number;
  moved: boolean | null;
}

export interface CalendarHolidayTable {
  landlord_id: string;
  revision: number;
  holiday_on: LocalDate;
  name: string;
}

export interface DocumentTable {
  landlord_id: string;
  sha256: string;
  media_type: string;
  size: number;
  stored_at: Instant;
}

export interface DocumentChunkTable {
  landlord_id: string;
  sha256: string;
  number: number;
  bytes: Buffer;
}

export interface FileScanTable {
  landlord_id: string;
  sha256: string;
  scanned_at: Instant | null;
  found: string | null;
}

export interface LetterTable {
  landlord_id: string;
  letter_id: string;
  case_id: string;
  kind: string;
  stage: number | null;
  sha256: string;
  dated: LocalDate;
  to_person: string;
  issued_at: Instant;
  issued_by: string;
  sent_on: LocalDate | null;
  how: string | null;
  returned_on: LocalDate | null;
  return_why: string | null;
  /** Why it is not sent as it is: its reader died or moved (R62, R63). */
  held: string | null;
  cancelled_on: LocalDate | null;
}

export interface DraftTable {
  landlord_id: string;
  draft_id: string;
  person_id: string;
  form: string;
  case_id: string | null;
  version_seen: number | null;
  fields: Json<Record<string, JsonValue>>;
  updated_at: Instant;
}

export interface MonthFiguresTable {
  landlord_id: string;
  month: LocalDate;
  figures: Json<object>;
  worked_out_at: Instant;
}

export interface MonthMarkTable {
  landlord_id: string;
  month: LocalDate;
  mark_id: string;
}

export interface Tables extends RecordTables {
  landlord: LandlordTable;
  person: PersonTable;
  person_role: PersonRoleTable;
  session: SessionTable;
  sign_in_name: SignInNameTable;
  invitation: InvitationTable;
  sign_in_failure: SignInFailureTable;
  account: AccountTable;
  recovery_code: RecoveryCodeTable;
  known_device: KnownDeviceTable;
  account_change: AccountChangeTable;
  sign_in_provider: SignInProviderTable;
  provider_identity: ProviderIdentityTable;
  staff_absence: StaffAbsenceTable;
  staff_training: StaffTrainingTable;
  policy_read: PolicyReadTable;
  case_stream: CaseStreamTable;
  event: EventTable;
  personal_text: PersonalTextTable;
  command_receipt: CommandReceiptTable;
  access_log: AccessLogTable;
  access_head: AccessHeadTable;
  unanchored: UnanchoredTable;
  checkpoint: CheckpointTable;
  checkpoint_leaf: CheckpointLeafTable;
  pack: PackTable;
  calendar_revision: CalendarRevisionTable;
  calendar_holiday: CalendarHolidayTable;
  landlord_details: LandlordDetailsTable;
  calendar_recount: CalendarRecountTable;
  document: DocumentTable;
  document_chunk: DocumentChunkTable;
  file_scan: FileScanTable;
  letter: LetterTable;
  building: BuildingTable;
  resident: ResidentTable;
  import_run: ImportRunTable;
  import_row: ImportRowTable;
  draft: DraftTable;
  home: HomeTable;
  information_request: InformationRequestTable;
  question_link: QuestionLinkTable;
  case_index: CaseIndexTable;
  case_link: CaseLinkTable;
  case_viewer: CaseViewerTable;
  case_closed_to: CaseClosedToTable;
  case_restriction: CaseRestrictionTable;
  obligation: ObligationTable;
  search_text: SearchTextTable;
  month_figures: MonthFiguresTable;
  month_mark: MonthMarkTable;
}
