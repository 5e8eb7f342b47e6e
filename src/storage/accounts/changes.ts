/** Who changed what about somebody's account and roles. Never edited. */
import { randomUUIDv7 } from 'node:crypto';
import type { Instant } from '../../domain/calendar/dates.ts';
import type { Tx } from '../landlord-transaction.ts';
import type { Whose } from './names.ts';

export type AccountChangeKind =
  | 'added'
  | 'invited'
  | 'account-made'
  | 'password-changed'
  | 'app-changed'
  | 'recovery-codes-made'
  | 'recovery-code-used'
  | 'roles-changed'
  | 'details-changed'
  | 'identity-bound'
  | 'left';

export type AccountChange = {
  kind: AccountChangeKind;
  actor: string;
  /** The roles afterwards, where they changed. */
  roles: readonly string[] | null;
  /** Which details changed, where any did. */
  details: readonly string[] | null;
  at: Instant;
};

export type NewAccountChange = Pick<AccountChange, 'kind' | 'actor' | 'at'> &
  Partial<{ roles: readonly string[]; details: readonly string[] }>;

export async function recordAccountChange(
  tx: Tx,
  { landlordId, personId }: Whose,
  change: NewAccountChange,
): Promise<void> {
  await tx
    .insertInto('account_change')
    .values({
      ...{ landlord_id: landlordId, change_id: randomUUIDv7(), person_id: personId },
      ...{ actor: change.actor, kind: change.kind, changed_at: change.at },
      roles: change.roles === undefined ? null : [...change.roles],
      details: change.details === undefined ? null : [...change.details],
    })
    .execute();
}

/** All that was changed about somebody, the latest first; fifty at the most. */
export async function accountChanges(tx: Tx, { landlordId, personId }: Whose): Promise<AccountChange[]> {
  const rows = await tx
    .selectFrom('account_change')
    .selectAll()
    .where('landlord_id', '=', landlordId)
    .where('person_id', '=', personId)
    .orderBy('changed_at', 'desc')
    .orderBy('change_id', 'desc')
    .limit(50)
    .execute();
  return rows.map(({ kind, actor, roles, details, changed_at }) => ({
    kind: kind as AccountChangeKind,
    actor,
    roles,
    details,
    at: changed_at,
  }));
}
