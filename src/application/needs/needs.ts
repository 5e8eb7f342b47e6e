/** What somebody needs from us: recorded once for the person, in a stream of its own, and told to each complaint of theirs. */
import { randomUUIDv7 } from 'node:crypto';
import type { LocalDate } from '../../domain/calendar/dates.ts';
import type { Hours, NeedKind } from '../../domain/complaint/events.ts';
import type { ContactWay } from '../../domain/complaint/resident-events.ts';
import { decideNeeds, type NeedsCommand } from '../../domain/needs/decide.ts';
import type { Consent, NeedFacts, NeedsEvent, ToldBy } from '../../domain/needs/events.ts';
import { evolveNeeds, holding, type PersonNeeds } from '../../domain/needs/needs.ts';
import { holdCalendar } from '../../storage/calendar-revisions.ts';
import type { Tx } from '../../storage/landlord-transaction.ts';
import { lockForDecision } from '../../storage/locks.ts';
import type { Application, Viewer } from '../application.ts';
import { loadLandlord } from '../landlord.ts';
import { allOrNothing, decideEach, type Keep, oneAct, type SentForm, type WhyNot } from '../one-act.ts';
import { carryOver, type EarlierNeed, earlierNeeds } from './earlier-needs.ts';
import { tellComplaints, todoOf } from './tell-complaints.ts';
import { loadNeeds, needsOfPerson, writeNeedsRows } from './write-needs.ts';

/** A need in the words it was told in. */
export type NeedTold = {
  kind: NeedKind;
  todo: string;
  behind: string | null;
  ways: readonly ContactWay[];
  hours: Hours | null;
  until: LocalDate | null;
  toldBy: ToldBy;
  consentToKeep: Consent;
  consentToShare: Consent;
};

/** What is done to somebody's needs. */
export type NeedsAct =
  | { kind: 'record'; on: LocalDate; need: NeedTold }
  /** `keepBehind`: what lies behind it stays as it is recorded. */
  | { kind: 'change'; needId: string; need: NeedTold; keepBehind: boolean; reason: string }
  | { kind: 'end'; needId: string; on: LocalDate; reason: string }
  | { kind: 'review'; on: LocalDate; note: string };

export type NeedsAsked = {
  personId: string;
  /** The version the form was filled in from; null where nothing can clash. */
  versionSeen: number | null;
  acts: readonly NeedsAct[];
  form: SentForm;
  /** What they are called, where that is stored with the act that this is part of. */
  name?: string;
};
export type NeedsOutcome = { kind: 'done' } | WhyNot;

/** Does something to what is recorded of somebody's needs, and tells their complaints. */
export function changeNeeds(app: Application, who: Viewer, asked: NeedsAsked): Promise<NeedsOutcome> {
  return allOrNothing(app, who.landlordId, async tx => {
    await changeNeedsWithin(app, tx, who, asked);
    return { kind: 'done' } as const;
  });
}

/** The same within the transaction of another act, such as logging. */
export async function changeNeedsWithin(app: Application, tx: Tx, who: Viewer, asked: NeedsAsked): Promise<void> {
  const { landlordId } = who;
  const { personId, acts } = asked;
  // One record for a person, however many people record for them at once.
  await lockForDecision(tx, landlordId, [personId]);
  const found = await needsOfPerson(tx, landlordId, personId);
  const earlier = found === null ? await earlierNeeds(app, tx, landlordId, personId) : [];
  const streamId = found?.recordId ?? randomUUIDv7();
  const { again } = await oneAct(
    app,
    tx,
    who,
    { ...asked.form, streamId, versionSeen: asked.versionSeen },
    {
      calendar: holdCalendar,
      load: async () => {
        const [landlord, loaded] = await Promise.all([
          loadLandlord(app, tx, landlordId),
          loadNeeds(tx, landlordId, streamId),
        ]);
        return { landlord, record: loaded?.record ?? null, events: loaded?.events ?? [] };
      },
      decide: ({ landlord, record: before }, { keep, now, today }) => {
        const deciding = { today, actorId: who.personId };
        const { events, state } = decideEach<NeedsCommand, PersonNeeds | null, NeedsEvent>(
          commandsOf(asked, earlier, before, keep),
          before,
          { decide: (command, record) => decideNeeds(command, record, deciding), evolve: evolveNeeds },
        );
        if (state === null) throw new Error('A record of needs was asked for and none was made.');
        return {
          events,
          packHash: landlord.hash,
          rows: () => writeNeedsRows(tx, landlord, streamId, state, now, asked.name),
        };
      },
    },
  );
  if (!again && acts.some(one => one.kind !== 'review')) await tellAll(app, tx, who, personId, streamId);
}

async function tellAll(app: Application, tx: Tx, who: Viewer, personId: string, recordId: string): Promise<void> {
  const record = (await loadNeeds(tx, who.landlordId, recordId))?.record;
  if (record === undefined) return;
  const needs = holding(record);
  await tellComplaints(app, tx, who, personId, needs, await todoOf(tx, who.landlordId, needs));
}

function commandsOf(
  { personId, acts }: NeedsAsked,
  earlier: readonly EarlierNeed[],
  before: PersonNeeds | null,
  keep: Keep,
): NeedsCommand[] {
  return [
    ...earlier.map(one => carryOver(personId, one, keep)),
    ...acts.map(act => commandOf(personId, act, before, keep)),
  ];
}

function commandOf(personId: string, act: NeedsAct, before: PersonNeeds | null, keep: Keep): NeedsCommand {
  const words = (value: string) => keep(value, 'need', personId);
  switch (act.kind) {
    case 'record':
      return {
        type: 'RecordNeed',
        personId,
        on: act.on,
        ...factsOf(personId, randomUUIDv7(), act.need, keep),
      };
    case 'change': {
      const facts = factsOf(personId, act.needId, act.need, keep);
      const kept = before?.needs.find(one => one.needId === act.needId)?.behind ?? null;
      const behind = act.keepBehind ? kept : facts.behind;
      return { type: 'ChangeNeed', ...facts, behind, reason: words(act.reason) };
    }
    case 'end':
      return { type: 'EndNeed', needId: act.needId, on: act.on, reason: words(act.reason) };
    case 'review':
      return { type: 'ReviewNeeds', on: act.on, note: words(act.note) };
  }
}

function factsOf(personId: string, needId: string, need: NeedTold, keep: Keep): NeedFacts {
  const { todo, behind, ways, ...rest } = need;
  return {
    ...rest,
    needId,
    ways: [...ways],
    todo: keep(todo, 'need', personId),
    behind: behind === null ? null : keep(behind, 'special-category', personId),
  };
}
