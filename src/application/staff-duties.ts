/** What somebody and those they manage owe besides complaints. */
import type { LocalDate } from '../domain/calendar/dates.ts';
import { isConcerned, readingDuty, type StaffDuty, trainingDuties } from '../domain/staff/duties.ts';
import type { Viewer } from './application.ts';
import type { Landlord } from './landlord.ts';
import { policyAskedOf } from './queries/policy-readers.ts';
import type { Reading } from './reading.ts';

/** Their own first, then by the day it is due; what has no day last. */
export async function owedByStaff(
  tx: Reading,
  landlord: Landlord,
  { personId }: Viewer,
  today: LocalDate,
): Promise<StaffDuty[]> {
  const self = landlord.staff.find(one => one.personId === personId);
  const reports = landlord.staff.filter(one => one.active && one.managerId === personId);
  const training = [...(self === undefined ? [] : [self]), ...reports].flatMap(one =>
    trainingDuties(one, landlord, today),
  );
  const reading =
    self === undefined || !isConcerned(self, landlord.policy) ? null : await ownReading(tx, landlord, self);
  return [...(reading === null ? [] : [reading]), ...training].toSorted((a, b) =>
    (a.dueOn ?? '9999') < (b.dueOn ?? '9999') ? -1 : 1,
  );
}

async function ownReading(tx: Reading, landlord: Landlord, self: Landlord['staff'][number]): Promise<StaffDuty | null> {
  const { policy, calendar, landlordId } = landlord;
  const version = { policyId: policy.id, version: policy.version.version };
  return readingDuty(self, landlord, calendar, await policyAskedOf(tx, landlordId, version, self));
}
