/** A complaint told step by step, through real decisions: given what happened, when somebody asks, then facts or a refusal. */
import assert from 'node:assert/strict';
import type { LocalDate } from '../src/domain/calendar/dates.ts';
import type { Calendar } from '../src/domain/calendar/working-days.ts';
import type { Command, CommandOf } from '../src/domain/complaint/commands.ts';
import { decide } from '../src/domain/complaint/decide.ts';
import type { Deciding, Decision, PersonFacts } from '../src/domain/complaint/deciding.ts';
import type { ComplaintEvent, DecidedFinding, DefinedPoint, Stage } from '../src/domain/complaint/events.ts';
import { replayEvents } from '../src/domain/complaint/evolve.ts';
import { type Obligation, type ObligationStatus, statusOn } from '../src/domain/complaint/obligation.ts';
import type { EarlierCalendar } from '../src/domain/complaint/obligation-context.ts';
import { obligations } from '../src/domain/complaint/obligations.ts';
import { type Refusal, type RefusalCode, sayRefusal } from '../src/domain/complaint/refusals.ts';
import type { CaseState } from '../src/domain/complaint/state.ts';
import type { LetterKind } from '../src/domain/policy/letter-rules.ts';
import { castOf, type Landlord, type Person, type Rulebook, rulebooks, text } from './complaint-cast.ts';
import { englandAndWales } from './fixtures/calendars.ts';

type Told = {
  landlord: Landlord;
  book: Rulebook;
  calendar: Calendar;
  earlierCalendars?: readonly EarlierCalendar[];
  people: Readonly<Record<string, PersonFacts>>;
  actor: Person;
  today: LocalDate;
  events: readonly ComplaintEvent[];
};

/** A story of a case of one of the shipped policies. Each step gives a new story; nothing is changed in place. */
export class Story {
  readonly told: Told;

  constructor(told: Told) {
    this.told = told;
  }

  get events(): readonly ComplaintEvent[] {
    return this.told.events;
  }

  get state(): CaseState {
    return replayEvents(this.told.events);
  }

  get deciding(): Deciding {
    const { book, calendar, earlierCalendars = [], people, actor, today } = this.told;
    const who = people[actor];
    assert.ok(who, `nobody called ${actor}`);
    return { ...book, calendar, earlierCalendars, people, today, actor: who };
  }

  /** From that day on. */
  on(today: LocalDate): Story {
    return new Story({ ...this.told, today });
  }

  /** Done by that person. */
  as(actor: Person): Story {
    return new Story({ ...this.told, actor });
  }

  /** With another policy, calendar or people than the shipped ones. */
  with(changed: Partial<Pick<Told, 'book' | 'calendar' | 'earlierCalendars' | 'people'>>): Story {
    return new Story({ ...this.told, ...changed });
  }

  /** What comes of a command; nothing is kept of it. */
  asks(command: Command): Decision {
    return decide(command, this.state, this.deciding);
  }

  /** The command is done: fails the test where it is refused. */
  does(command: Command): Story {
    const decision = this.asks(command);
    if ('refusal' in decision)
      assert.fail(`${command.type} on ${this.told.today}: ${sayRefusal(decision.refusal).why}`);
    return new Story({ ...this.told, events: [...this.told.events, ...decision.events] });
  }

  /** The command is refused, and why in words. */
  refuses(command: Command, code: RefusalCode): { why: string; instead: string; refusal: Refusal } {
    const decision = this.asks(command);
    if (!('refusal' in decision)) assert.fail(`${command.type} was not refused`);
    assert.equal(decision.refusal.code, code, sayRefusal(decision.refusal).why);
    const said = sayRefusal(decision.refusal);
    assert.match(said.why, /^[A-Z£].*[.)]$/s, 'a refusal is a sentence');
    assert.match(said.instead, /^[A-Z].*\.$/s, 'a refusal says what would be allowed');
    return { ...said, refusal: decision.refusal };
  }

  /** Something that happened without being decided here, such as an event of long ago. */
  happened(...events: ComplaintEvent[]): Story {
    return new Story({ ...this.told, events: [...this.told.events, ...events] });
  }

  owed(id: string): Obligation {
    const found = this.obligations().find(one => one.id === id);
    assert.ok(found, `nothing called ${id} is owed; there is ${this.obligations().map(one => one.id)}`);
    return found;
  }

  obligations(): Obligation[] {
    return obligations(this.state, this.deciding);
  }

  isOwed(id: string): boolean {
    return this.obligations().some(one => one.id === id);
  }

  status(id: string, asOf: LocalDate = this.told.today): ObligationStatus {
    return statusOn(this.owed(id), asOf);
  }

  /** Logged that day, as received that day unless an earlier one is given. */
  received(receivedOn: LocalDate, more: Partial<CommandOf<'LogComplaint'>> = {}, loggedOn = receivedOn): Story {
    return this.on(loggedOn).as('colleague').does(logCommand(receivedOn, more)).as('officer');
  }

  assigned(person: Person = 'officer', stage: Stage = 1): Story {
    const { actor } = this.told;
    return this.as('lead').does({ type: 'AssignHandler', stage, personId: person, reason: null }).as(actor);
  }

  /** Defined with that many points, p1, p2, …; at stage 2 those not named as not pursued are pursued. */
  defined(count = 1, stage: Stage = 1, notPursued: string[] = []): Story {
    const points = Array.from({ length: count }, (_, index) => point(index + 1));
    const pursued = points.filter(({ pointId }) => !notPursued.includes(pointId));
    return this.does({ ...define(pursued, stage), notPursued });
  }

  issued(kind: LetterKind, stage: Stage, more: Partial<CommandOf<'IssueLetter'>> = {}): Story {
    return this.does(issue(kind, stage, more));
  }

  sent(letterId: string, how: 'email' | 'post' = 'email'): Story {
    return this.does(send(letterId, this.told.today, how));
  }

  /** Defined if it is not yet, and acknowledged by a letter that went that day. */
  acknowledged(date: LocalDate, stage: Stage = 1): Story {
    const at = this.on(date);
    const known = at.state.stages[stage].definition !== null;
    const count = Math.max(1, at.state.points.length);
    const defined = known ? at : at.defined(count, stage);
    return defined.issued('acknowledgement', stage).sent(`acknowledgement-${stage}`);
  }

  /** Every open point of the stage decided. */
  decided(finding: DecidedFinding = 'upheld', stage: Stage = 1): Story {
    return this.state.points
      .filter(one => one.ended === null && !one.suspended && !(stage === 2 && one.notPursued))
      .reduce<Story>((story, one) => story.does(decidePoint(one.pointId, finding, stage)), this);
  }

  /** Decided and answered by a letter that went that day, signed by the stage's handler. */
  responded(date: LocalDate, stage: Stage = 1, how: 'email' | 'post' = 'email'): Story {
    const at = this.on(date);
    const decided = at.state.points.some(one => one.decisions[stage] !== null) ? at : at.decided('upheld', stage);
    return decided.issued('response', stage).sent(`response-${stage}`, how);
  }

  escalated(date: LocalDate, points: 'all' | string[] = 'all'): Story {
    return this.on(date).does({
      type: 'RequestEscalation',
      on: date,
      channel: 'phone',
      points,
      words: null,
      forwardedBy: 'resident',
    });
  }
}

/** A story about to begin. */
export function story(landlord: Landlord = 'magna'): Story {
  const people = castOf(landlord);
  const book = rulebooks[landlord];
  const start = { landlord, book, calendar: englandAndWales, people, actor: 'officer', today: '2026-01-05' } as const;
  return new Story({ ...start, events: [] });
}

/** Received, assigned to the officer and acknowledged: Monday 5 January 2026, acknowledged Friday 9 January. */
export function acknowledgedStory(landlord: Landlord = 'magna', points = 1): Story {
  return story(landlord).received('2026-01-05').assigned().defined(points).acknowledged('2026-01-09');
}

/** The same, answered on Friday 23 January by email. */
export function answeredStory(landlord: Landlord = 'magna', points = 1): Story {
  return acknowledgedStory(landlord, points).responded('2026-01-23');
}

export function logCommand(
  receivedOn: LocalDate,
  more: Partial<CommandOf<'LogComplaint'>> = {},
): CommandOf<'LogComplaint'> {
  return {
    type: 'LogComplaint',
    reference: 'ABCD-EFGH',
    receivedOn,
    channel: 'phone',
    toldTo: 'staff',
    complainantId: 'resident',
    complainantType: 'tenant',
    representativeId: null,
    homeId: 'home',
    words: text('the tap drips'),
    category: 'property-condition',
    serviceArea: 'repairs',
    contractor: null,
    tenure: 'social rent',
    relevantStock: true,
    complainedOf: [],
    flags: [],
    packHash: 'pack',
    earlierCaseIds: [],
    splitFrom: null,
    ...more,
  };
}

export function point(number: number, more: Partial<DefinedPoint> = {}): DefinedPoint {
  const words = text(`point ${number}`);
  return { pointId: `p${number}`, number, text: words, responsibility: 'ours', responsibleBody: null, ...more };
}

export function define(points: DefinedPoint[], stage: Stage = 1): CommandOf<'DefineComplaint'> {
  const outcomeSought = text('mend it');
  return { type: 'DefineComplaint', stage, points, outcomeSought, leftOut: null, notPursued: [] };
}

export function decidePoint(
  pointId: string,
  finding: DecidedFinding = 'upheld',
  stage: Stage = 1,
): CommandOf<'DecidePoint'> {
  return {
    type: 'DecidePoint',
    stage,
    pointId,
    finding,
    reasons: text('because'),
    reliedOn: text('the repairs policy'),
  };
}

export function issue(
  kind: LetterKind,
  stage: Stage,
  more: Partial<CommandOf<'IssueLetter'>> = {},
): CommandOf<'IssueLetter'> {
  return {
    type: 'IssueLetter',
    letterId: `${kind}-${stage}`,
    kind,
    stage,
    sha256: 'bytes',
    renderer: 'typst',
    packHash: 'pack',
    to: 'resident',
    contents: ['stage', 'definition'],
    missing: [],
    quotesDate: null,
    extensionId: null,
    supersedes: null,
    ...more,
  };
}

export function send(letterId: string, on: LocalDate, how: 'email' | 'post' = 'email'): CommandOf<'SendLetter'> {
  return { type: 'SendLetter', letterId, on, how, dateProof: 'system', evidence: null };
}
