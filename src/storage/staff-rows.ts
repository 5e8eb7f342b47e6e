/** The derived rows of somebody who works here, from their own stream: being away, training, versions of the policy read. */
import type { Absence } from '../domain/staff/absence.ts';
import type { StaffRecord } from '../domain/staff/record.ts';
import type { TrainingHeld } from '../domain/staff/training.ts';
import type { Tx } from './landlord-transaction.ts';

type Whose = { landlordId: string; personId: string };

export async function writeAbsences(
  tx: Tx,
  { landlordId, personId }: Whose,
  absences: readonly Absence[],
): Promise<void> {
  await tx
    .deleteFrom('staff_absence')
    .where('landlord_id', '=', landlordId)
    .where('person_id', '=', personId)
    .execute();
  if (absences.length === 0) return;
  await tx
    .insertInto('staff_absence')
    .values(
      absences.map(({ absenceId, kind, from, to, coverId }) => ({
        ...{ landlord_id: landlordId, absence_id: absenceId, person_id: personId, kind },
        ...{ from_on: from, to_on: to, cover_id: coverId },
      })),
    )
    .execute();
}

export async function writeTraining(
  tx: Tx,
  { landlordId, personId }: Whose,
  training: readonly TrainingHeld[],
): Promise<void> {
  await tx
    .deleteFrom('staff_training')
    .where('landlord_id', '=', landlordId)
    .where('person_id', '=', personId)
    .execute();
  if (training.length === 0) return;
  await tx
    .insertInto('staff_training')
    .values(
      training.map(({ trainingId, on, expiresOn }) => ({
        ...{ landlord_id: landlordId, person_id: personId, training: trainingId, done_on: on, expires_on: expiresOn },
      })),
    )
    .execute();
}

export async function writePoliciesRead(
  tx: Tx,
  { landlordId, personId }: Whose,
  confirmed: StaffRecord['confirmed'],
): Promise<void> {
  await tx.deleteFrom('policy_read').where('landlord_id', '=', landlordId).where('person_id', '=', personId).execute();
  if (confirmed.length === 0) return;
  await tx
    .insertInto('policy_read')
    .values(
      confirmed.map(({ policyId, version, on }) => ({
        ...{ landlord_id: landlordId, policy_id: policyId, version, person_id: personId, read_on: on },
      })),
    )
    .execute();
}
