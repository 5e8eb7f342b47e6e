/** The tables of the register: what files brought in of homes and people, and the files themselves. */
import type { ColumnType, Generated } from 'kysely';
import type { Instant } from '../domain/calendar/dates.ts';
import type { JsonValue } from './tables.ts';

type AnyJson = ColumnType<JsonValue, string | null | undefined, string | null>;

export interface ResidentTable {
  landlord_id: string;
  resident_id: string;
  person_reference: string | null;
  name: string;
  email: string | null;
  phone: string | null;
  home_id: string | null;
  look: Generated<string>;
}

export interface BuildingTable {
  landlord_id: string;
  building_id: string;
  version: number;
  reference: string;
  name: string;
  address: string | null;
  storeys: number | null;
  height_cm: number | null;
  homes: number | null;
}

export interface ImportRunTable {
  landlord_id: string;
  import_id: string;
  kind: string;
  file_name: string;
  sha256: Buffer;
  columns: string[];
  left_out: string[];
  made_by: string;
  made_at: Instant;
  added: number;
  changed: number;
  unchanged: number;
  rejected: number;
  applied_by: string | null;
  applied_at: Instant | null;
}

export interface ImportRowTable {
  landlord_id: string;
  import_id: string;
  verdict: string;
  line: number;
  subject: string | null;
  fields: AnyJson;
  changes: AnyJson;
  faults: AnyJson;
}
