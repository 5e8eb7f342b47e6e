import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Landlord, Person } from '../../../test/complaint-cast.ts';
import { type Story, story } from '../../../test/complaint-story.ts';
import { addDays, type LocalDate } from '../calendar/dates.ts';
import { BeyondCalendar } from '../calendar/working-days.ts';
import { decide } from './decide.ts';
import type { EventType } from './events.ts';
import { evolve } from './evolve.ts';
import { nextSteps } from './next-steps.ts';
import { isOpen, type Obligation } from './obligation.ts';
import { obligations } from './obligations.ts';
import { answeredState } from './outcome.ts';
import { besides, onward, sensible } from './random-commands.fixture.ts';
import { sayRefusal } from './refusals.ts';

type Turn = {
  move: number;
  kind: 'sensible' | 'onward' | 'beside';
  days: number;
  stage: 1 | 2;
  pick: number;
  stray: boolean;
  who: Person;
};

const turn: fc.Arbitrary<Turn> = fc.record({
  move: fc.nat(),
  kind: fc.constantFrom('sensible', 'sensible', 'sensible', 'onward', 'beside'),
  days: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 20 }) }),
  stage: fc.constantFrom(1, 2),
  pick: fc.nat(30),
  stray: fc.integer({ min: 0, max: 9 }).map(n => n === 0),
  who: fc.constantFrom<Person>('officer', 'third-officer', 'lead', 'head', 'colleague'),
});
const turns = fc.array(turn, { minLength: 20, maxLength: 60 });
const landlords = fc.constantFrom<Landlord>('magna', 'magenta');

/** What a turn changed: the case before and after, and the facts that did it. */
type Change = { before: Story; after: Story; types: EventType[] };

/** Plays the turns; a refused command changes nothing and is said in words. */
function play(landlord: Landlord, list: readonly Turn[], seen: (change: Change) => void): Story {
  let told = story(landlord).received('2026-01-05');
  for (const one of list) {
    const today = addDays(told.told.today, one.days) as LocalDate;
    const { state } = told;
    const stage = one.stray ? one.stage : state.timeline.stage1.respondedOn === null ? 1 : 2;
    const moves = { sensible: [sensible], onward, beside: besides }[one.kind];
    const move = moves[one.move % moves.length];
    const command = move?.({ state, today, stage, pick: one.pick });
    if (command === undefined) continue;
    const before = told.on(today).as(whoWould(told, one, stage, command.type));
    const decision = decide(command, state, before.deciding);
    if ('refusal' in decision) {
      const { why, instead } = sayRefusal(decision.refusal);
      assert.ok(why.length > 10 && instead.length > 10, decision.refusal.code);
      told = before;
      continue;
    }
    const after = before.happened(...decision.events);
    seen({ before, after, types: decision.events.map(event => event.type) });
    told = after;
  }
  return told;
}

/** Mostly the one whose work it is, so that stories get somewhere. */
function whoWould(told: Story, { who, stray }: Turn, stage: 1 | 2, type: string): Person {
  if (stray) return who;
  if (/Refuse|Accept|Assign|Suspen|Exclude|Resume/.test(type)) return 'lead';
  return (told.state.stages[stage].handlerId as Person | null) ?? who;
}

const runs = { numRuns: 150 };
const byId = (list: readonly Obligation[]) => new Map(list.map(one => [one.id, one]));

test('whatever is asked in whatever order, deciding, evolving and deriving never fail', () => {
  fc.assert(
    fc.property(landlords, turns, (landlord, list) => {
      const end = play(landlord, list, ({ after }) => {
        const ids = obligations(after.state, after.deciding).map(one => one.id);
        assert.equal(new Set(ids).size, ids.length, 'each obligation has its own name');
      });
      assert.equal(end.state.version, end.events.length);
      assert.deepEqual(end.events.reduce(evolve, story(landlord).state), end.state);
      nextSteps(end.state, end.deciding);
      answeredState(end.state, end.deciding, end.told.today);
    }),
    runs,
  );
});

test('beyond the calendar’s data deciding says so, and that is the only thing it throws', () => {
  const late = story().received('2028-12-20');
  assert.throws(() => obligations(late.state, late.deciding), BeyondCalendar);
  assert.throws(
    () =>
      late.does({
        type: 'DecideExtension',
        extensionId: 'x',
        stage: 1,
        newDueOn: '2028-12-29',
        reason: { textId: 'x', commitment: 'x' },
        agreement: 'agreed',
        goodReason: null,
        approvedBy: null,
      }),
    BeyondCalendar,
  );
});

/** What can make something owed again that was done: each says so in its rule. */
const reopening: EventType[] = ['LetterReturned', 'AcceptanceDirected', 'ComplaintRevived', 'EscalationRequested'];

test('[R14] what was done does not become owed again by something else that happens', () => {
  fc.assert(
    fc.property(landlords, turns, (landlord, list) => {
      play(landlord, list, ({ before, after, types }) => {
        if (types.some(type => reopening.includes(type))) return;
        const now = byId(obligations(after.state, after.deciding));
        for (const one of obligations(before.state, after.deciding)) {
          const later = now.get(one.id);
          if (one.dischargedOn !== null && later !== undefined)
            assert.ok(!isOpen(later), `${one.id} is owed again after ${types}`);
        }
      });
    }),
    runs,
  );
});

/** The only facts that move the date of an answer: letters that went or came back, a corrected receipt, a new start. */
const moving: EventType[] = [
  'LetterSent',
  'LetterReturned',
  'ReceivedDateCorrected',
  'AcceptanceDirected',
  'ComplaintRevived',
];

test('[R4] nothing stops or moves a clock: not a question, an absence, a suspension, a conflict or a withdrawal', () => {
  fc.assert(
    fc.property(landlords, turns, (landlord, list) => {
      play(landlord, list, ({ before, after, types }) => {
        if (types.some(type => moving.includes(type) || type === 'EscalationRequested')) return;
        const now = byId(obligations(after.state, after.deciding));
        for (const one of obligations(before.state, after.deciding)) {
          if (one.kind !== 'respond' && one.kind !== 'acknowledge') continue;
          assert.equal(now.get(one.id)?.dueOn, one.dueOn, `${one.id} moved by ${types}`);
        }
      });
    }),
    runs,
  );
});

test('[MAG-27][MGL-48] no sequence of commands reaches a third stage', () => {
  fc.assert(
    fc.property(landlords, turns, (landlord, list) => {
      const end = play(landlord, list, ({ before, types }) => {
        const over = before.state.timeline.stage2.respondedOn !== null;
        assert.ok(!(over && types.includes('EscalationRequested')), 'nothing follows the stage 2 answer');
      });
      for (const { stage } of obligations(end.state, end.deciding))
        assert.ok(stage === null || stage === 1 || stage === 2);
      assert.deepEqual(Object.keys(end.state.stages), ['1', '2']);
    }),
    runs,
  );
});

test('[R30] whoever decided or signed at stage 1 never decides or signs at stage 2', () => {
  fc.assert(
    fc.property(landlords, turns, (landlord, list) => {
      const end = play(landlord, list, () => {});
      const decided = (stage: 1 | 2) =>
        end.events.flatMap(event => {
          if (event.type === 'PointDecided' && event.body.stage === stage) return [event.body.by];
          const signs = event.type === 'LetterIssued' && event.body.kind === 'response' && event.body.stage === stage;
          return signs ? [event.body.signedBy] : [];
        });
      const first = new Set(decided(1));
      for (const person of decided(2)) assert.ok(!first.has(person), `${person} was part of stage 1`);
    }),
    runs,
  );
});

test('the random stories get far enough to mean something', () => {
  const reached = { answered: 0, escalated: 0, over: 0, refused: 0, withdrawn: 0, extended: 0, suspended: 0 };
  for (const [landlord, list] of fc.sample(fc.tuple(landlords, turns), { numRuns: 300, seed: 5 })) {
    const { state } = play(landlord, list, () => {});
    if (state.timeline.stage1.respondedOn !== null) reached.answered += 1;
    if (state.timeline.stage2.startedOn !== null) reached.escalated += 1;
    if (state.timeline.stage2.respondedOn !== null) reached.over += 1;
    if (state.refusal !== null) reached.refused += 1;
    if (state.withdrawal !== null) reached.withdrawn += 1;
    if (state.timeline.stage1.extensions.length > 0) reached.extended += 1;
    if (state.suspensions.length > 0) reached.suspended += 1;
  }
  for (const [what, times] of Object.entries(reached)) assert.ok(times >= 3, `${what}: ${times} of 300`);
});
