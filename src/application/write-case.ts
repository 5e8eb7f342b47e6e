import { closedTo } from '../domain/access/need-to-know.ts';
import type { Instant } from '../domain/calendar/dates.ts';
import { obligations } from '../domain/complaint/obligations.ts';
import type { CaseState } from '../domain/complaint/state.ts';
import { writeAccessRows } from '../storage/cases/access-rows.ts';
import { homeAddress } from '../storage/cases/homes.ts';
import { writeLetterRows } from '../storage/cases/letter-rows.ts';
import { writeLinkRows } from '../storage/cases/links.ts';
import { writeRequestRows } from '../storage/cases/requests.ts';
import { residentDetails } from '../storage/cases/residents.ts';
import { insertCaseRows, updateCaseRows } from '../storage/cases/rows.ts';
import type { Tx } from '../storage/landlord-transaction.ts';
import { accessOf, type CaseIdentity, caseRows } from './case-rows.ts';
import type { LoadedCase } from './load-case.ts';
import { requestRows } from './request-rows.ts';

/**
 * Writes the derived rows of a case after something happened to it, in the transaction that appended the events. `newWords`: what
 * people wrote with it, in the order in which the events name it.
 */
export async function writeCase(
  tx: Tx,
  identity: CaseIdentity,
  { context, state: before }: Pick<LoadedCase, 'context' | 'state'>,
  state: CaseState,
  newWords: readonly string[],
  changedAt: Instant,
): Promise<void> {
  const people = [state.complainantId, state.representative?.personId].filter(id => id !== null && id !== undefined);
  const [details, address] = await Promise.all([
    residentDetails(tx, identity.landlordId, people),
    state.homeId === null ? null : homeAddress(tx, identity.landlordId, state.homeId),
  ]);
  const words = {
    complainant: state.complainantId === null ? undefined : details.get(state.complainantId),
    representative: state.representative === null ? undefined : details.get(state.representative.personId),
    address,
  };
  const rows = caseRows(identity, state, obligations(state, context), words, context, changedAt);
  await Promise.all([
    before.version === 0 ? insertCaseRows(tx, rows, newWords) : updateCaseRows(tx, rows, newWords),
    state.letters === before.letters ? undefined : writeLetterRows(tx, identity, state.letters),
    writeRequestRows(tx, requestRows(identity, state, context)),
    state.links === before.links ? undefined : writeLinkRows(tx, identity, state.links),
    sameAccess(before, state) ? undefined : writeAccessRows(tx, identity, accessOf(state)),
  ]);
}

/** Hardly any case is closed to anybody, and then nothing is to be written. */
function sameAccess(before: CaseState, state: CaseState): boolean {
  const restricted = before.restriction !== null || state.restriction !== null;
  return !restricted && closedTo(before).length === closedTo(state).length;
}
