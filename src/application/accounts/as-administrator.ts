/** What an administrator changes about people: one at a time, by somebody who is one at that moment, undone as a whole where it is refused. */
import { canInInstallation, type Member } from '../../domain/access/administrator.ts';
import { takeTurnWithPeople } from '../../storage/accounts/members.ts';
import type { StaffMember } from '../../storage/cases/staff.ts';
import { inLandlord, type Tx } from '../../storage/landlord-transaction.ts';
import type { Application, Viewer } from '../application.ts';
import { type Landlord, loadLandlord } from '../landlord.ts';

/** `field`: the field of the form that the sentence is about. */
export type Refused = { kind: 'refused'; field: string | undefined; sentence: string };

export const refused = (sentence: string, field?: string): Refused => ({ kind: 'refused', field, sentence });
export const nobody = refused('There is nobody like this here.');
export const taken = refused('Somebody signs in with this email address already', 'email');

/** Undoes what was begun and answers with why. */
export class Stopped extends Error {
  readonly why: Refused;
  constructor(why: Refused) {
    super(why.sentence);
    this.why = why;
  }
}

/** Whether this was stopped for a reason that people are told. */
export function whyStopped(error: unknown): Refused | null {
  return error instanceof Stopped ? error.why : null;
}

/** One transaction, in turn with others who change people, by somebody who is an administrator at that moment. */
export async function asAdministrator<T>(
  app: Application,
  viewer: Viewer,
  work: (tx: Tx, landlord: Landlord) => Promise<T | Refused>,
): Promise<T | Refused> {
  try {
    return await inLandlord(app.database, viewer.landlordId, async tx => {
      await takeTurnWithPeople(tx, viewer.landlordId);
      const landlord = await loadLandlord(app, tx, viewer.landlordId);
      const self = landlord.staff.find(one => one.personId === viewer.personId);
      if (!self?.active || !canInInstallation(self.roles, 'manage-people'))
        return refused('Only an administrator can do this.');
      return work(tx, landlord);
    });
  } catch (error) {
    const why = whyStopped(error);
    if (why !== null) return why;
    throw error;
  }
}

export function memberOf(landlord: Landlord, personId: string): (Member & StaffMember) | undefined {
  return landlord.staff.find(one => one.personId === personId);
}
