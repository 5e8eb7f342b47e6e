import type { Instant } from '../domain/calendar/dates.ts';
import type { Tx } from './landlord-transaction.ts';
import type { JsonValue } from './tables.ts';

/** What somebody has typed and not yet sent. Two tabs have two drafts. */
export interface Draft {
  readonly draftId: string;
  readonly personId: string;
  readonly form: string;
  readonly caseId: string | null;
  /** The case's version that the form was filled in from. */
  readonly versionSeen: number | null;
  readonly fields: { readonly [key: string]: JsonValue };
  readonly updatedAt: Instant;
}

/** Saves a draft, or what has changed in it. A draft id that is somebody else's is refused by returning false. */
export async function saveDraft(tx: Tx, landlordId: string, draft: Draft): Promise<boolean> {
  const fields = JSON.stringify(draft.fields);
  const saved = await tx
    .insertInto('draft')
    .values({
      landlord_id: landlordId,
      draft_id: draft.draftId,
      person_id: draft.personId,
      form: draft.form,
      case_id: draft.caseId,
      version_seen: draft.versionSeen,
      fields,
      updated_at: draft.updatedAt,
    })
    .onConflict(conflict =>
      conflict
        .columns(['landlord_id', 'draft_id'])
        .doUpdateSet({ fields, version_seen: draft.versionSeen, updated_at: draft.updatedAt })
        .where('draft.person_id', '=', draft.personId)
        .where('draft.form', '=', draft.form),
    )
    .executeTakeFirst();
  return saved.numInsertedOrUpdatedRows === 1n;
}

/** One draft of this person. */
export async function loadDraft(
  tx: Tx,
  landlordId: string,
  personId: string,
  draftId: string,
): Promise<Draft | undefined> {
  const row = await drafts(tx, landlordId, personId).where('draft_id', '=', draftId).executeTakeFirst();
  return row === undefined ? undefined : toDraft(row);
}

/** This person's drafts, the latest first; of one form and case where these are given. */
export async function listDrafts(
  tx: Tx,
  landlordId: string,
  personId: string,
  of?: { readonly form: string; readonly caseId: string | null },
): Promise<Draft[]> {
  let query = drafts(tx, landlordId, personId);
  if (of !== undefined) query = query.where('form', '=', of.form);
  if (of !== undefined) query = query.where('case_id', 'is not distinct from', of.caseId);
  return (await query.orderBy('updated_at', 'desc').orderBy('draft_id').execute()).map(toDraft);
}

/** Throws away all drafts that this person has of a form and case: it was sent, or they no longer want them. */
export async function discardDrafts(
  tx: Tx,
  landlordId: string,
  personId: string,
  of: { readonly form: string; readonly caseId: string | null },
): Promise<void> {
  await tx
    .deleteFrom('draft')
    .where('landlord_id', '=', landlordId)
    .where('person_id', '=', personId)
    .where('form', '=', of.form)
    .where('case_id', 'is not distinct from', of.caseId)
    .execute();
}

/** Throws away the drafts that nobody has touched since an instant. Returns how many. */
export async function forgetDrafts(tx: Tx, landlordId: string, before: Instant): Promise<number> {
  const gone = await tx
    .deleteFrom('draft')
    .where('landlord_id', '=', landlordId)
    .where('updated_at', '<', before)
    .executeTakeFirst();
  return Number(gone.numDeletedRows);
}

function drafts(tx: Tx, landlordId: string, personId: string) {
  return tx
    .selectFrom('draft')
    .select(['draft_id', 'person_id', 'form', 'case_id', 'version_seen', 'fields', 'updated_at'])
    .where('landlord_id', '=', landlordId)
    .where('person_id', '=', personId);
}

function toDraft(row: Awaited<ReturnType<ReturnType<typeof drafts>['execute']>>[number]): Draft {
  return {
    draftId: row.draft_id,
    personId: row.person_id,
    form: row.form,
    caseId: row.case_id,
    versionSeen: row.version_seen,
    fields: row.fields,
    updatedAt: row.updated_at,
  };
}
