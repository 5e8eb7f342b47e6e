/** The tables of landlords, their people and signing in, as `pg` returns them. */
import type { ColumnType, Generated } from 'kysely';
import type { ProviderSettings } from '../domain/access/provider.ts';
import type { Instant, LocalDate } from '../domain/calendar/dates.ts';

export interface LandlordTable {
  landlord_id: string;
  slug: string;
  name: string;
  policy_id: string;
  demonstration: Generated<boolean>;
  created_at: Instant;
  /** What its people call the provider through which they come in. */
  provider_name: Whenever<string>;
  /** The state that what hardly changes about it is in. */
  facts: Generated<string>;
}

export interface PersonTable {
  landlord_id: string;
  person_id: string;
  name: string;
  sort_name: string;
  email: string | null;
  job_title: string | null;
  team: string | null;
  manager_id: string | null;
  left_on: LocalDate | null;
  created_at: Instant;
}

export interface PersonRoleTable {
  landlord_id: string;
  person_id: string;
  role: string;
}

type Whenever<T> = ColumnType<T | null, T | null | undefined, T | null>;

export interface SessionTable {
  token_hash: Buffer;
  landlord_id: string;
  person_id: string;
  created_at: Instant;
  seen_at: Instant;
  expires_at: Instant;
  session_id: ColumnType<string, string | undefined, never>;
  proven_at: Whenever<Instant>;
  device: Whenever<string>;
  by_provider: ColumnType<boolean, boolean | undefined, never>;
}

export interface SignInNameTable {
  name: string;
  landlord_id: string;
  person_id: string;
}

export interface InvitationTable {
  token_hash: Buffer;
  landlord_id: string;
  person_id: string;
  made_at: Instant;
  expires_at: Instant;
  used_at: Whenever<Instant>;
  password_hash: Whenever<string>;
  app_secret: Whenever<Buffer>;
}

export interface SignInFailureTable {
  lane: Buffer;
  count: number;
  last_at: Instant;
}

export interface AccountTable {
  landlord_id: string;
  person_id: string;
  password_hash: string;
  password_set_at: Instant;
  app_secret: Buffer;
  app_set_at: Instant;
  /** As text: it is a bigint. */
  app_last_step: ColumnType<string, number, number>;
  signed_in_at: Whenever<Instant>;
}

export interface RecoveryCodeTable {
  landlord_id: string;
  person_id: string;
  code_hash: Buffer;
  used_at: Whenever<Instant>;
}

export interface KnownDeviceTable {
  landlord_id: string;
  person_id: string;
  device_hash: Buffer;
  seen_at: Instant;
}

export interface AccountChangeTable {
  landlord_id: string;
  change_id: string;
  person_id: string;
  actor: string;
  kind: string;
  roles: Whenever<string[]>;
  details: Whenever<string[]>;
  changed_at: Instant;
}

export interface SignInProviderTable {
  landlord_id: string;
  revision: number;
  /** Written as JSON text. */
  settings: ColumnType<ProviderSettings | null, string | null, never>;
  client_secret: Whenever<Buffer>;
  actor: string;
  set_at: Instant;
}

export interface ProviderIdentityTable {
  landlord_id: string;
  issuer: string;
  subject: string;
  person_id: string;
  bound_at: Instant;
  signed_in_at: Whenever<Instant>;
}

export interface StaffAbsenceTable {
  landlord_id: string;
  absence_id: string;
  person_id: string;
  kind: string;
  from_on: LocalDate;
  to_on: LocalDate | null;
  cover_id: string | null;
  until_on: ColumnType<LocalDate, never, never>;
}

export interface StaffTrainingTable {
  landlord_id: string;
  person_id: string;
  training: string;
  done_on: LocalDate;
  expires_on: LocalDate | null;
}

export interface PolicyReadTable {
  landlord_id: string;
  policy_id: string;
  version: string;
  person_id: string;
  read_on: LocalDate;
}
