/** Everybody one may come in as in the demonstration, landlord by landlord. */

import { allStaff, type StaffMember } from '../storage/cases/staff.ts';
import { inLandlord } from '../storage/landlord-transaction.ts';
import { type Application, timeNow } from './application.ts';

export type LandlordPeople = {
  landlordId: string;
  name: string;
  demonstration: boolean;
  people: readonly StaffMember[];
};

/** Whom one may come in as: the invented people, and nobody at all where there is any real landlord beside them. */
export async function demonstrationPeople(app: Application): Promise<LandlordPeople[]> {
  const landlords = await everybody(app);
  return landlords.every(one => one.demonstration) ? landlords : [];
}

/** All landlords with the people who work there today. */
async function everybody(app: Application): Promise<LandlordPeople[]> {
  const landlords = await app.database.kysely
    .selectFrom('landlord')
    .select(['landlord_id', 'name', 'demonstration'])
    .orderBy('name')
    .execute();
  return Promise.all(
    landlords.map(async ({ landlord_id, name, demonstration }) => {
      const staff = await inLandlord(app.database, landlord_id, tx => allStaff(tx, landlord_id, timeNow(app).today));
      return { landlordId: landlord_id, name, demonstration, people: staff.filter(person => person.active) };
    }),
  );
}
