/** Recording a building of the register, and changing what is known of it. */
import { randomUUIDv7 } from 'node:crypto';
import { decideBuilding } from '../domain/building/decide.ts';
import { type BuildingFacts, evolveBuilding } from '../domain/building/events.ts';
import type { LocalDate } from '../domain/calendar/dates.ts';
import { holdCalendar } from '../storage/calendar-revisions.ts';
import type { Tx } from '../storage/landlord-transaction.ts';
import { readTexts } from '../storage/personal-text.ts';
import { buildingByReference } from '../storage/register/buildings.ts';
import { takeTurnWithImports } from '../storage/register/import-runs.ts';
import type { Application, Viewer } from './application.ts';
import { loadLandlord } from './landlord.ts';
import { allOrNothing, type Decided, type Doing, type Keep, oneAct, type SentForm, type WhyNot } from './one-act.ts';
import { type LoadedBuilding, loadBuilding, writeBuilding } from './write-building.ts';

/** What is known of a building, as somebody fills it in. */
export type NewBuilding = Omit<BuildingFacts, 'accountable'> & {
  accountable: readonly { name: string; principal: boolean; from: LocalDate; until: LocalDate | null }[];
  /** Where the figures come from; null where nothing is said. */
  evidence: string | null;
};

export type BuildingOutcome =
  | { kind: 'done'; buildingId: string }
  | { kind: 'stopped'; sentence: string }
  | Exclude<WhyNot, { kind: 'refused' }>;

class Stopped extends Error {}

/** Records a building, or changes the one that is there, unless somebody else did since the form was shown. */
export async function recordBuilding(
  app: Application,
  who: Viewer,
  given: NewBuilding,
  at: { buildingId: string; versionSeen: number } | null,
  form: SentForm,
): Promise<BuildingOutcome> {
  const { landlordId } = who;
  const buildingId = at?.buildingId ?? randomUUIDv7();
  try {
    const outcome = await allOrNothing(app, landlordId, async tx => {
      await takeTurnWithImports(tx, landlordId);
      const ask = { ...form, streamId: buildingId, versionSeen: at?.versionSeen ?? null };
      const { streamId } = await oneAct(app, tx, who, ask, {
        calendar: holdCalendar,
        load: async () => {
          const loaded = await loadBuilding(tx, landlordId, buildingId);
          return { loaded, events: loaded?.events ?? [] };
        },
        decide: ({ loaded }, doing) => decide(app, tx, who, { given, buildingId, loaded }, doing),
      });
      return { kind: 'done', buildingId: streamId } as const;
    });
    if (outcome.kind === 'refused') throw new Error('A building was refused as an act on a case is.');
    return outcome;
  } catch (error) {
    if (error instanceof Stopped) return { kind: 'stopped', sentence: error.message };
    throw error;
  }
}

async function decide(
  app: Application,
  tx: Tx,
  who: Viewer,
  { given, buildingId, loaded }: { given: NewBuilding; buildingId: string; loaded: LoadedBuilding | null },
  { keep, today }: Doing,
): Promise<Decided> {
  const { landlordId, roles } = who;
  const landlord = await loadLandlord(app, tx, landlordId);
  const other = await buildingByReference(tx, landlordId, given.reference);
  const building = loaded?.building ?? null;
  const facts = await factsOf(tx, landlordId, given, building, keep);
  const evidence = given.evidence === null ? null : keep(given.evidence, 'building');
  const taken = other !== null && other !== buildingId;
  const decided = decideBuilding(facts, evidence, building, { policy: landlord.policy, today, roles, taken });
  if ('refused' in decided) throw new Stopped(decided.refused);
  const after = evolveBuilding(building, decided.event);
  return {
    events: [decided.event],
    packHash: landlord.hash,
    rows: () => writeBuilding(tx, landlordId, buildingId, after),
  };
}

/** A name that was there before keeps its text: only what is new is kept anew. */
async function factsOf(
  tx: Tx,
  landlordId: string,
  { accountable, evidence: _, ...rest }: NewBuilding,
  before: BuildingFacts | null,
  keep: Keep,
): Promise<BuildingFacts> {
  const known = before?.accountable.map(one => one.name) ?? [];
  const texts = await readTexts(
    tx,
    landlordId,
    known.map(ref => ref.textId),
  );
  return {
    ...rest,
    accountable: accountable.map(({ name, principal, from, until }) => ({
      ...{ principal, from, until },
      name: known.find(ref => texts.get(ref.textId)?.value === name) ?? keep(name, 'accountable-person'),
    })),
  };
}
