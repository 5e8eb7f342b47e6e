/** Buildings of a file: each is recorded or changed as a fact of its own stream, as by hand. */

import type { AccountablePerson, BuildingEvent, BuildingFacts } from '../../domain/building/events.ts';
import { evolveBuilding } from '../../domain/building/events.ts';
import { addDays, isLocalDate } from '../../domain/calendar/dates.ts';
import { sizeAfter } from '../../domain/register/buildings.ts';
import { type Fields, textIn } from '../../domain/register/row.ts';
import { appendEvents } from '../../storage/events.ts';
import type { Tx } from '../../storage/landlord-transaction.ts';
import { type PreparedText, prepareText, readTexts, storePrepared } from '../../storage/personal-text.ts';
import type { ImportRow } from '../../storage/register/import-runs.ts';
import { type Application, timeNow } from '../application.ts';
import { loadBuilding, writeBuilding } from '../write-building.ts';
import type { Importer } from './stage.ts';

type Kept = Exclude<ImportRow, { verdict: 'rejected' }>;

export async function applyBuildings(
  app: Application,
  tx: Tx,
  who: Importer,
  kept: AsyncIterable<Kept>,
): Promise<void> {
  for await (const row of kept) await applyOne(app, tx, who, row);
}

async function applyOne(app: Application, tx: Tx, who: Importer, { subject: buildingId, fields }: Kept): Promise<void> {
  const { landlordId, actor } = who;
  const { now, today } = timeNow(app);
  const loaded = await loadBuilding(tx, landlordId, buildingId);
  const before = loaded?.building ?? null;
  const texts: PreparedText[] = [];
  const facts: BuildingFacts = {
    reference: textIn(fields, 'reference') ?? '',
    ...sizeAfter(before, fields),
    accountable: await accountableAfter(tx, landlordId, buildingId, before?.accountable ?? [], fields, texts),
  };
  const type = before === null ? 'BuildingRecorded' : 'BuildingChanged';
  const event: BuildingEvent = { type, schema: 1, occurredOn: today, body: { ...facts, evidence: null } };
  const last = loaded?.events.at(-1);
  await appendEvents(tx, {
    ...{ landlordId, caseId: buildingId, expectedVersion: last?.version ?? 0, events: [event] },
    ...{ actor, recordedAt: now, packHash: null },
    ...(last === undefined ? {} : { lastHash: last.hash }),
  });
  await storePrepared(tx, landlordId, texts);
  await writeBuilding(tx, landlordId, buildingId, evolveBuilding(before, event));
}

/** Whoever was the principal one before is so until the day before; where the file says nobody, nothing of it changes. */
async function accountableAfter(
  tx: Tx,
  landlordId: string,
  subject: string,
  before: readonly AccountablePerson[],
  fields: Fields,
  texts: PreparedText[],
): Promise<readonly AccountablePerson[]> {
  const [name, from] = [textIn(fields, 'principal_accountable_person'), textIn(fields, 'principal_since')];
  if (name === null || from === null || !isLocalDate(from)) return before;
  const known = await readTexts(
    tx,
    landlordId,
    before.map(one => one.name.textId),
  );
  const same = before.find(one => one.principal && known.get(one.name.textId)?.value === name);
  if (same !== undefined) return before.map(one => (one === same ? { ...one, from, until: null } : one));
  const text = prepareText({ subject, class: 'accountable-person', value: name });
  texts.push(text);
  const closed = before
    .filter(one => !(one.principal && one.until === null && one.from >= from))
    .map(one => (one.principal && one.until === null ? { ...one, until: addDays(from, -1) } : one));
  return [...closed, { name: text.reference, principal: true, from, until: null }];
}
