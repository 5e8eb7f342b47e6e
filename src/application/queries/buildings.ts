/** The register of buildings: all of them, and one with who answers for it and how it came to be known. */
import { type RawBuilder, sql } from 'kysely';
import type { BuildingEvent, BuildingFacts } from '../../domain/building/events.ts';
import type { BuildingSize } from '../../domain/building/higher-risk.ts';
import type { Instant } from '../../domain/calendar/dates.ts';
import { isId } from '../../domain/ids.ts';
import { readTexts } from '../../storage/personal-text.ts';
import type { Reading } from '../reading.ts';
import { asBuildingEvent, loadBuilding } from '../write-building.ts';

export type BuildingInList = BuildingSize & {
  buildingId: string;
  reference: string;
  name: string;
  address: string | null;
  /** How many homes say that they are in it. */
  homesKnown: number;
};

/** All buildings of a landlord by name; at most two thousand. */
export async function allBuildings(tx: Reading, landlordId: string): Promise<BuildingInList[]> {
  return (await buildingsStatement(landlordId).execute(tx)).rows;
}

/** The one statement of it, also for looking at how it is planned. */
export function buildingsStatement(landlordId: string): RawBuilder<BuildingInList> {
  return sql<BuildingInList>`
    select b.building_id as "buildingId", b.reference, b.name, b.address, b.storeys, b.height_cm as "heightCm", b.homes,
      (select count(*)::integer from home h where h.landlord_id = b.landlord_id and h.building = b.reference) as "homesKnown"
    from building b where b.landlord_id = ${landlordId} order by b.name, b.reference limit 2000`;
}

export type NamedAccountable = Omit<BuildingFacts['accountable'][number], 'name'> & { name: string };
export type BuildingPast = { recordedAt: Instant; actor: string; evidence: string | null; facts: WholeFacts };
export type WholeFacts = Omit<BuildingFacts, 'accountable'> & { accountable: readonly NamedAccountable[] };
export type BuildingFile = {
  buildingId: string;
  version: number;
  facts: WholeFacts;
  past: readonly BuildingPast[];
  homesKnown: number;
};

/** One building with its past, the latest first; null where there is none of this id. */
export async function openBuilding(tx: Reading, landlordId: string, buildingId: string): Promise<BuildingFile | null> {
  const loaded = isId(buildingId) ? await loadBuilding(tx, landlordId, buildingId) : null;
  if (loaded === null) return null;
  const events = loaded.events.map(one => ({ ...one, fact: asBuildingEvent(one) }));
  const ids = events.flatMap(({ fact: { body } }) => [
    ...body.accountable.map(one => one.name.textId),
    ...(body.evidence === null ? [] : [body.evidence.textId]),
  ]);
  const texts = await readTexts(tx, landlordId, ids);
  const words = (textId: string): string => texts.get(textId)?.value ?? 'Removed';
  const past = events.map(({ recordedAt, actor, fact: { body } }) => ({
    ...{ recordedAt, actor, facts: wholeFacts(body, words) },
    evidence: body.evidence === null ? null : words(body.evidence.textId),
  }));
  const { rows } = await sql<{ n: number }>`
    select count(*)::integer as n from home where landlord_id = ${landlordId} and building = ${loaded.building.reference}`.execute(
    tx,
  );
  const facts = wholeFacts(loaded.building, words);
  return { buildingId, version: loaded.building.version, facts, past: past.toReversed(), homesKnown: rows[0]?.n ?? 0 };
}

function wholeFacts(
  { reference, name, address, storeys, heightCm, homes, accountable }: BuildingFacts | BuildingEvent['body'],
  words: (textId: string) => string,
): WholeFacts {
  const named = accountable.map(one => ({ ...one, name: words(one.name.textId) }));
  return { reference, name, address, storeys, heightCm, homes, accountable: named };
}

/** The building that a home says it is in; `building` is null where that one is not in the register yet. */
export type HomeBuilding = {
  reference: string;
  building: (BuildingSize & { buildingId: string; name: string }) | null;
};

/** The building of a home; null where the home says none. */
export async function buildingOfHome(tx: Reading, landlordId: string, homeId: string): Promise<HomeBuilding | null> {
  const { rows } = await buildingOfHomeStatement(landlordId, homeId).execute(tx);
  const [row] = rows;
  if (row === undefined || row.reference === null) return null;
  const { reference, buildingId, name, ...size } = row;
  return { reference, building: buildingId === null || name === null ? null : { buildingId, name, ...size } };
}

type HomeBuildingRow = BuildingSize & { reference: string | null; buildingId: string | null; name: string | null };

/** The one statement of it, also for looking at how it is planned. */
export function buildingOfHomeStatement(landlordId: string, homeId: string): RawBuilder<HomeBuildingRow> {
  return sql<HomeBuildingRow>`
    select h.building as reference, b.building_id as "buildingId", b.name, b.storeys, b.height_cm as "heightCm", b.homes
    from home h left join building b on b.landlord_id = h.landlord_id and b.reference = h.building
    where h.landlord_id = ${landlordId} and h.home_id = ${homeId}`;
}
