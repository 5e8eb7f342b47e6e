import type { Instant } from '../domain/calendar/dates.ts';
import { inLandlord, type Tx } from './landlord-transaction.ts';
import type { Database } from './pools.ts';

export interface NewLandlord {
  readonly landlordId: string;
  /** Its short name in addresses. */
  readonly slug: string;
  readonly name: string;
  /** The pack it works under. */
  readonly policyId: string;
  /** Invented, and may be forgotten and played again. */
  readonly demonstration: boolean;
  readonly createdAt: Instant;
}

export interface NewPerson {
  readonly personId: string;
  readonly name: string;
  readonly sortName: string;
  readonly email: string | null;
  readonly jobTitle: string | null;
  readonly team: string | null;
  readonly managerId: string | null;
  readonly roles: readonly string[];
  readonly createdAt: Instant;
}

/** Adds a landlord, in a transaction of that landlord. */
export async function addLandlord(tx: Tx, landlord: NewLandlord): Promise<void> {
  await tx
    .insertInto('landlord')
    .values({
      landlord_id: landlord.landlordId,
      slug: landlord.slug,
      name: landlord.name,
      policy_id: landlord.policyId,
      demonstration: landlord.demonstration,
      created_at: landlord.createdAt,
    })
    .execute();
}

/** Adds a member of staff with their roles. Their manager has to be there already. */
export async function addPerson(tx: Tx, landlordId: string, person: NewPerson): Promise<void> {
  await tx
    .insertInto('person')
    .values({
      ...{ landlord_id: landlordId, person_id: person.personId, name: person.name, sort_name: person.sortName },
      ...{ email: person.email, job_title: person.jobTitle, team: person.team, manager_id: person.managerId },
      ...{ left_on: null, created_at: person.createdAt },
    })
    .execute();
  if (person.roles.length === 0) return;
  await tx
    .insertInto('person_role')
    .values(person.roles.map(role => ({ landlord_id: landlordId, person_id: person.personId, role })))
    .execute();
}

// Children before their parents.
const tables = [
  ...([
    'search_text',
    'obligation',
    'record_index',
    'contact_suggestion',
    'contact',
    'service_request_link',
    'service_request',
    'dissatisfaction',
    'referral',
    'case_closed_to',
    'case_restriction',
    'case_viewer',
    'case_index',
    'building',
    'import_row',
    'import_run',
    'resident',
    'home',
    'month_figures',
    'month_mark',
    'letter',
    'draft',
    'information_request',
    'question_link',
    'file_scan',
  ] as const),
  ...([
    'document_chunk',
    'document',
    'checkpoint_leaf',
    'checkpoint',
    'unanchored',
    'access_log',
    'access_head',
  ] as const),
  ...(['event', 'case_stream', 'personal_text', 'command_receipt', 'calendar_holiday', 'calendar_revision'] as const),
  ...(['account_change', 'recovery_code', 'known_device', 'account', 'invitation', 'sign_in_name'] as const),
  ...(['provider_identity', 'sign_in_provider'] as const),
  ...(['staff_absence', 'staff_training', 'policy_read'] as const),
  ...(['pack', 'session', 'person_role', 'person', 'landlord_details', 'landlord'] as const),
];

/**
 * Takes a demonstration landlord away with everything it has, so that it can be played again up to today. Needs the
 * owner's connection. The database refuses it for a landlord that is no demonstration.
 */
export async function forgetDemonstration(owner: Database, landlordId: string): Promise<void> {
  await inLandlord(owner, landlordId, async tx => {
    const landlord = await tx
      .selectFrom('landlord')
      .select('demonstration')
      .where('landlord_id', '=', landlordId)
      .executeTakeFirst();
    if (landlord?.demonstration !== true) throw new Error(`The landlord ${landlordId} is no demonstration.`);
    for (const table of tables) await tx.deleteFrom(table).where('landlord_id', '=', landlordId).execute();
  });
}
