/** One complaint with everything a page about it needs: state, words, people, what is owed, and what may be decided by whom. */

import { type Scope, seesWholeCase } from '../domain/access/scope.ts';
import { type LocalDate, londonDateOf } from '../domain/calendar/dates.ts';
import type { Deciding } from '../domain/complaint/deciding.ts';
import { replayEvents } from '../domain/complaint/evolve.ts';
import { householdOf } from '../domain/complaint/household.ts';
import type { Obligation } from '../domain/complaint/obligation.ts';
import { obligations } from '../domain/complaint/obligations.ts';
import { limitsOf } from '../domain/complaint/safe-contact.ts';
import type { CaseState } from '../domain/complaint/state.ts';
import { textIdsIn } from '../domain/complaint/text-ids.ts';
import type { SecretAddress } from '../domain/letters/safe-contact.ts';
import { homeAddress } from '../storage/cases/homes.ts';
import { type ResidentDetails, residentDetails } from '../storage/cases/residents.ts';
import { readTexts } from '../storage/personal-text.ts';
import { parseReference } from '../storage/references.ts';
import { type Application, timeNow, type Viewer } from './application.ts';
import { actorAmong } from './landlord.ts';
import { asComplaintEvent, type LoadedCase, loadCase } from './load-case.ts';
import { householdSecrets } from './queries/household-secrets.ts';
import { whereSeenWhole } from './queries/scope-sql.ts';
import type { Reading } from './reading.ts';

export type CaseFile = LoadedCase & {
  caseId: string;
  reference: string;
  /** Words by text id; what was disposed of says so. */
  texts: Readonly<Record<string, string>>;
  /** The complainant and representative by id. */
  residents: ReadonlyMap<string, ResidentDetails>;
  /** The complainant's name, as lists show it. */
  name: string;
  address: string | null;
  /** Addresses that nobody but who lives there may be told: in this complaint and those of the same household (R60). */
  secretAddresses: readonly SecretAddress[];
  obligations: readonly Obligation[];
  deciding: Deciding;
  /** Restricted now, whatever day it is shown as of: its views are stored before it is shown. */
  restricted: boolean;
};

/**
 * The id of the case with a reference, if it is this person's to see; null for one that is not, as for one that does not exist: the
 * same question, asked once. Without a scope: for what has a rule of its own about who may see it, such as a question.
 */
export async function findCaseId(
  tx: Reading,
  landlordId: string,
  reference: string,
  scope: Scope | null,
): Promise<string | null> {
  const row = await tx
    .selectFrom('case_index')
    .select('case_id')
    .where('landlord_id', '=', landlordId)
    .where('reference', '=', parseReference(reference) ?? reference)
    .$if(scope !== null, query => (scope === null ? query : query.where(whereSeenWhole(scope))))
    .executeTakeFirst();
  return row?.case_id ?? null;
}

/**
 * Opens a case file by reference, today or as it stood on a day; null where there is none that the viewer may see whole. Without a
 * scope: for a page with a rule of its own, that shows no more than this rule opens.
 */
export async function openCaseFile(
  app: Application,
  tx: Reading,
  viewer: Viewer,
  scope: Scope | null,
  reference: string,
  asOf: LocalDate | null = null,
): Promise<CaseFile | null> {
  const caseId = await findCaseId(tx, viewer.landlordId, reference, scope);
  if (caseId === null) return null;
  const loaded = await loadCase(app, tx, viewer.landlordId, caseId);
  if (scope !== null && !seesWholeCase(scope, loaded.state)) return null;
  const file = await completeCaseFile(app, tx, viewer, caseId, asOf === null ? loaded : asItStoodOn(loaded, asOf));
  return { ...file, restricted: loaded.state.restriction !== null };
}

/** The case as it stood at the end of a London day: only what had been recorded by then, whatever day it tells of. */
function asItStoodOn(loaded: LoadedCase, day: LocalDate): LoadedCase {
  const events = loaded.events.filter(event => londonDateOf(event.recordedAt) <= day);
  return { ...loaded, events, state: replayEvents(events.map(asComplaintEvent)) };
}

/** Adds words and people to a loaded case. */
export async function completeCaseFile(
  app: Application,
  tx: Reading,
  viewer: Viewer,
  caseId: string,
  loaded: LoadedCase,
): Promise<CaseFile> {
  const { state, context } = loaded;
  const residents = await residentDetails(tx, viewer.landlordId, residentIds(state));
  const complainant = state.complainantId === null ? undefined : residents.get(state.complainantId);
  const address = state.homeId === null ? null : await homeAddress(tx, viewer.landlordId, state.homeId);
  const actor = actorAmong(loaded.people, viewer);
  return {
    ...loaded,
    caseId,
    reference: state.reference,
    texts: await wordsOf(tx, viewer.landlordId, loaded),
    residents,
    name: complainant?.name ?? 'Details removed',
    address,
    secretAddresses: [
      ...ownSecret(state, residents, address),
      ...(await householdSecrets(tx, viewer.landlordId, householdOf(state))),
    ],
    obligations: obligations(state, context),
    restricted: state.restriction !== null,
    deciding: { ...context, today: timeNow(app).today, actor, people: loaded.people },
  };
}

/** Where the resident lives, if nobody else may be told. */
function ownSecret(
  state: CaseState,
  residents: ReadonlyMap<string, ResidentDetails>,
  address: string | null,
): SecretAddress[] {
  const { complainantId: personId } = state;
  if (personId === null || !limitsOf(state, personId).includes('secret-address')) return [];
  const own = residents.get(personId)?.addressLines ?? [];
  return [{ personId, addressLines: own.length > 0 ? own : (address ?? '').split(/[\n,]+/).map(line => line.trim()) }];
}

function residentIds(state: CaseState): string[] {
  const { complainantId, representative, authorities, death, successor } = state;
  const acting = authorities.map(one => one.personId);
  const ids = [complainantId, representative?.personId, ...acting, death?.contactId, successor?.personId];
  return [...new Set(ids.filter(id => id !== null && id !== undefined))];
}

/** The words of the case; not its letters, each of which is a page and a file, and not people's details, which are `residents`. */
async function wordsOf(tx: Reading, landlordId: string, { events }: LoadedCase): Promise<Record<string, string>> {
  const shown = events.filter(event => event.type !== 'LetterIssued' && event.type !== 'PersonDetailsKept');
  const stored = await readTexts(tx, landlordId, textIdsIn(shown));
  return Object.fromEntries([...stored].map(([id, text]) => [id, text.value ?? `Disposed of on ${text.disposedOn}`]));
}
