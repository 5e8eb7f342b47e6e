/** Buildings of a file against those of the register: there are hundreds, so all of them are looked up at once. */
import { accountableOn } from '../../domain/building/events.ts';
import { buildingKeys, buildingRules, type KnownBuilding, matchBuilding } from '../../domain/register/buildings.ts';
import { judgeRow, type Met } from '../../domain/register/judge.ts';
import type { Tx } from '../../storage/landlord-transaction.ts';
import { readTexts } from '../../storage/personal-text.ts';
import { allBuildings } from '../queries/buildings.ts';
import { type LoadedBuilding, loadBuilding } from '../write-building.ts';
import type { Judge } from './judge.ts';

export function buildingsJudge(tx: Tx, landlordId: string): Judge {
  const met: Met = new Map();
  let known: Promise<KnownBuilding[]> | undefined;
  return {
    rules: buildingRules,
    judge: async rows => {
      known ??= knownBuildings(tx, landlordId);
      const all = await known;
      return rows.map(row => judgeRow(row, { known: all, met, match: matchBuilding, keys: buildingKeys }));
    },
  };
}

async function knownBuildings(tx: Tx, landlordId: string): Promise<KnownBuilding[]> {
  const found: KnownBuilding[] = [];
  for (const { buildingId } of await allBuildings(tx, landlordId)) {
    const loaded = await loadBuilding(tx, landlordId, buildingId);
    if (loaded !== null) found.push(await asKnown(tx, landlordId, buildingId, loaded));
  }
  return found;
}

/** A building as a file would say it: of its accountable persons the principal one of the day it was last changed. */
async function asKnown(
  tx: Tx,
  landlordId: string,
  id: string,
  { building, events }: LoadedBuilding,
): Promise<KnownBuilding> {
  const { reference, name, address, storeys, heightCm, homes } = building;
  const on = events.at(-1)?.occurredOn;
  const principal = on === undefined ? undefined : accountableOn(building, on).find(one => one.principal);
  const texts = principal === undefined ? null : await readTexts(tx, landlordId, [principal.name.textId]);
  const number = (value: number | null): string | null => (value === null ? null : String(value));
  return {
    id,
    fields: {
      ...{ reference, name, address, storeys: number(storeys), homes: number(homes) },
      height: heightCm === null ? null : (heightCm / 100).toFixed(2),
      principal_accountable_person: principal === undefined ? null : (texts?.get(principal.name.textId)?.value ?? null),
      principal_since: principal?.from ?? null,
    },
  };
}
