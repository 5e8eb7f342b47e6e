import assert from 'node:assert/strict';
import { createHash, randomUUIDv7 } from 'node:crypto';
import test from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { type Landlord, type Person, text } from '../../../test/complaint-cast.ts';
import { logCommand, type Story, story } from '../../../test/complaint-story.ts';
import { testDatabase } from '../../../test/database.ts';
import { isClosedTo, isOpenTo } from '../../domain/access/need-to-know.ts';
import { type Scope, seesWholeCase } from '../../domain/access/scope.ts';
import { addDays, type LocalDate } from '../../domain/calendar/dates.ts';
import type { Command } from '../../domain/complaint/commands.ts';
import { decide } from '../../domain/complaint/decide.ts';
import type { ComplaintEvent } from '../../domain/complaint/events.ts';
import { replayEvents } from '../../domain/complaint/evolve.ts';
import type { Obligation } from '../../domain/complaint/obligation.ts';
import { obligations } from '../../domain/complaint/obligations.ts';
import { besides, onward, sensible } from '../../domain/complaint/random-commands.fixture.ts';
import type { CaseState } from '../../domain/complaint/state.ts';
import { writeAccessRows } from '../../storage/cases/access-rows.ts';
import { insertCaseRows } from '../../storage/cases/rows.ts';
import { appendEvents } from '../../storage/events.ts';
import { inLandlord, type Tx } from '../../storage/landlord-transaction.ts';
import { addPerson } from '../../storage/landlords.ts';
import { accessOf, caseRows } from '../case-rows.ts';
import { ownCaseIds, whereDutySeen, whereNotClosed, whereOpen, whereSeenWhole } from './scope-sql.ts';

const database = await testDatabase();
const landlordId = await database.addLandlord();
const cast: readonly Person[] = ['officer', 'third-officer', 'lead', 'head', 'director', 'colleague', 'chief', 'board'];
const everybody = [...cast, 'colleague-officer', 'other-head', 'contractor'] as const;

/** The stories name people by their parts; the database by ids. */
const idOf = (part: string): string => {
  const hash = createHash('sha256').update(part).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-7${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
};

await inLandlord(database.app, landlordId, async tx => {
  for (const part of everybody) {
    await addPerson(tx, landlordId, {
      ...{ personId: idOf(part), name: part, sortName: part, email: null, jobTitle: null, team: null },
      ...{ managerId: null, roles: [], createdAt: '2026-01-01T00:00:00.000Z' },
    });
  }
});

type Turn = {
  kind: 'sensible' | 'onward' | 'beside' | 'promise' | 'question' | 'restrict' | 'end' | 'about' | 'conflict';
  move: number;
  days: number;
  pick: number;
  who: Person;
};
type Told = { landlord: Landlord; logger: Person; turns: readonly Turn[] };
const person = fc.constantFrom(...cast);
const turn: fc.Arbitrary<Turn> = fc.record({
  kind: fc.constantFrom(
    ...(['sensible', 'sensible', 'sensible', 'sensible', 'onward', 'beside', 'beside', 'promise', 'question'] as const),
    ...(['restrict', 'end', 'about', 'conflict'] as const),
  ),
  move: fc.nat(),
  days: fc.constantFrom(0, 0, 0, 0, 3, 15),
  pick: fc.nat(30),
  who: person,
});
const stories = fc.record({
  landlord: fc.constantFrom<Landlord>('magna', 'magenta'),
  logger: fc.constantFrom<Person>('officer', 'third-officer', 'lead', 'director', 'colleague'),
  turns: fc.array(turn, { minLength: 5, maxLength: 45 }),
});

/** Told in every run: a colleague who has nothing to do with the case is asked one question, and so sees a part of it. */
const asksOneQuestion: Told = {
  landlord: 'magna',
  logger: 'officer',
  turns: (['sensible', 'sensible', 'question'] as const).map(kind => ({
    ...{ kind, move: 0, days: 0, pick: 0, who: 'colleague' },
  })),
};

/** Told in every run: restricted to the lead and one other, and a director who is not named is asked one question. */
const restrictedAndAsked: Told = {
  landlord: 'magna',
  logger: 'officer',
  turns: [
    ...(['sensible', 'sensible', 'restrict'] as const).map(kind => ({ kind, who: 'head' as const })),
    { kind: 'question' as const, who: 'director' as const },
  ].map(one => ({ ...one, move: 0, days: 0, pick: 2 })),
};

function commandOf({ kind, move, pick, who }: Turn, told: Story, today: LocalDate): Command {
  const stage = told.state.timeline.stage1.respondedOn === null ? 1 : 2;
  if (kind === 'promise') {
    const owner = { kind: 'person', personId: who } as const;
    const promised = { stage, pointId: null, owner, what: text('a promise'), dueOn: null, dateGivenBy: null } as const;
    return { type: 'PromiseAction', actionId: `action-${told.state.version}`, ...promised, dateGivenBy: today };
  }
  if (kind === 'question') {
    const question = { of: who, serviceArea: 'repairs', dueOn: today, question: text('a question') } as const;
    return { type: 'AskInformation', requestId: `ask-${told.state.version}`, stage, ...question };
  }
  if (kind === 'restrict')
    return { type: 'RestrictAccess', people: named(who, pick), roles: rolesNamed(pick), reason: text('why') };
  if (kind === 'end') return { type: 'EndAccessRestriction', reason: text('why') };
  if (kind === 'about') return { type: 'NameComplainedOf', personId: who, reason: text('why') };
  if (kind === 'conflict') return { type: 'DeclareConflict', personId: who, reason: text('why') };
  const moves = { sensible: [sensible], onward, beside: besides }[kind];
  return (moves[move % moves.length] ?? sensible)({ state: told.state, today, stage, pick });
}

const named = (who: Person, pick: number): Person[] => (pick % 3 === 0 ? ['lead'] : ['lead', 'head', who]);
const rolesNamed = (pick: number): string[] => (pick % 2 === 0 ? [] : ['complaints-adviser']);
const asLead = /Refuse|Accept|Assign|Suspen|Exclude|Resume|Restrict|NameComplainedOf|DeclareConflict/;

/** Plays the turns; what is refused did not happen. */
function played({ landlord, logger, turns }: Told): Story {
  let told = story(landlord)
    .as(logger)
    .does(logCommand('2026-01-05', { homeId: null, complainedOf: [] }));
  for (const one of turns) {
    const today = addDays(told.told.today, one.days);
    const command = commandOf(one, told, today);
    const lead = asLead.test(command.type);
    const handler = told.state.stages[1].handlerId as Person | null;
    const asked = told.on(today).as(lead ? 'lead' : (handler ?? one.who));
    const decision = decide(command, told.state, asked.deciding);
    told = 'refusal' in decision ? asked : asked.happened(...decision.events);
  }
  return told;
}

/** The same events with an id in the place of everybody's part and of each text. */
function withIds(events: readonly ComplaintEvent[]): ComplaintEvent[] {
  const parts: readonly string[] = everybody;
  return JSON.parse(JSON.stringify(events), (key, value: unknown) =>
    typeof value === 'string' && (key === 'textId' || parts.includes(value)) ? idOf(value) : value,
  );
}

/** Stores a story's events and rows, as acts do. */
async function stored(told: Story): Promise<{ caseId: string; state: CaseState; owed: readonly Obligation[] }> {
  const caseId = randomUUIDv7();
  const events = withIds(told.events);
  const state = { ...replayEvents(events), reference: caseId.slice(-13), complainantId: null };
  const owed = obligations(state, told.deciding);
  const words = { complainant: undefined, representative: undefined, address: null };
  const at = '2026-06-01T09:00:00.000Z';
  await inLandlord(database.app, landlordId, async tx => {
    const append = { landlordId, caseId, expectedVersion: 0, events, actor: 'person:x', recordedAt: at } as const;
    await appendEvents(tx, { ...append, packHash: null });
    await insertCaseRows(tx, caseRows({ landlordId, caseId }, state, owed, words, told.deciding, at), []);
    await writeAccessRows(tx, { landlordId, caseId }, accessOf(state));
  });
  return { caseId, state, owed: owed.filter(one => one.judged !== 'unstarted') };
}

type Seen = { open: boolean; notClosed: boolean; whole: boolean; own: boolean; duties: number };

/** What the database says of one case: open to them, shown whole, among those a list of their own begins with, and which duties show. */
async function asked(scopes: readonly Scope[], caseId: string): Promise<Seen[]> {
  const one = async (tx: Tx, scope: Scope): Promise<Seen> => {
    const { rows } = await sql<Seen>`
      select ${whereOpen(scope, sql`c.case_id`)} as open, ${whereNotClosed(scope, sql`c.case_id`)} as "notClosed",
        ${whereSeenWhole(scope, 'c')} as whole,
        exists (select from (${ownCaseIds(landlordId, scope.personId)}) o where o.case_id = c.case_id) as own,
        (select count(*)::int from obligation o
          where o.landlord_id = c.landlord_id and o.case_id = c.case_id and ${whereDutySeen(scope, 'o', 'c')}) as duties
      from case_index c where c.landlord_id = ${landlordId} and c.case_id = ${caseId}`.execute(tx);
    return rows[0] ?? assert.fail('the case is not there');
  };
  return inLandlord(database.app, landlordId, tx => Promise.all(scopes.map(scope => one(tx, scope))));
}

/** The same by the domain. */
function expected(scope: Scope, state: CaseState, owed: readonly Obligation[]): Seen {
  const whole = seesWholeCase(scope, state);
  const asked = owed.filter(one => one.kind === 'supply-information' && one.owner.personId === scope.personId);
  return {
    open: isOpenTo(scope, state),
    notClosed: !isClosedTo(state, scope.personId),
    whole,
    own: seesWholeCase({ ...scope, kind: 'own' }, state),
    duties: whole ? owed.length : asked.length,
  };
}

test('[MAG-11][MAG-09] whoever looks sees the same complaints in a list as on a page, whatever has happened to them', async () => {
  const times = { whole: 0, part: 0, not: 0, restricted: 0, closed: 0 };
  await fc.assert(
    fc.asyncProperty(stories, async one => {
      const told = played(one);
      const { caseId, state, owed } = await stored(told);
      if (state.restriction !== null) times.restricted += 1;
      const scopes = everybody.flatMap(part => {
        const roles = told.deciding.people[part]?.roles ?? [];
        return (['all', 'own'] as const).map(kind => ({ kind, personId: idOf(part), roles }));
      });
      const seen = scopes.map(scope => expected(scope, state, owed));
      for (const { whole, duties, notClosed } of seen) {
        times[whole ? 'whole' : duties > 0 ? 'part' : 'not'] += 1;
        if (!notClosed) times.closed += 1;
      }
      assert.deepEqual(await asked(scopes, caseId), seen, String(told.events.map(event => event.type)));
    }),
    { numRuns: 80, examples: [[asksOneQuestion], [restrictedAndAsked]] },
  );
  assert.ok(times.whole > 80 && times.part > 0 && times.not > 80, JSON.stringify(times));
  assert.ok(times.restricted > 5 && times.closed > 20, JSON.stringify(times));
});
