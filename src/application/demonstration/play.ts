/** Plays one invented complaint, step by step, as real commands under a clock that stands at each step's day. */
import { randomUUIDv7 } from 'node:crypto';
import { addHours, type Instant, type LocalDate, londonInstant } from '../../domain/calendar/dates.ts';
import { addWorkingDays, type Calendar } from '../../domain/calendar/working-days.ts';
import type { Command } from '../../domain/complaint/commands.ts';
import { act, type Making } from '../act.ts';
import type { Application, Viewer } from '../application.ts';
import { loadCase } from '../load-case.ts';
import { logComplaint } from '../log-complaint.ts';
import { reading } from '../reading.ts';
import { decideActor } from './acting.ts';
import { done } from './done.ts';
import { addDemonstrationFile } from './files.ts';
import { issueDemonstrationLetter } from './letters.ts';
import type { Matter } from './matters.ts';
import { recordDemonstrationNeeds } from './needs.ts';
import { resident } from './people.ts';
import type { Beat, Road, Step } from './roads.ts';
import { commandsFor } from './steps.ts';

export type Cast = { landlordId: string; staff: readonly Viewer[]; calendar: Calendar };
/** `today` is the last day that is played, and nothing happens after `now`. */
export type Story = {
  number: number;
  road: Road;
  matter: Matter;
  receivedOn: LocalDate;
  today: LocalDate;
  now: Instant;
};

/** Plays a story as far as its `today`. Throws when a step is refused: a demonstration that cannot happen is a fault. */
export async function playStory(app: Application, cast: Cast, story: Story): Promise<void> {
  let caseId: string | null = null;
  let minutes = 0;
  const beats = beatsOf(story);
  for (const [day, step] of beats) {
    const on = addWorkingDays(cast.calendar, story.receivedOn, day);
    if (on > story.today) return;
    minutes += step === 'make-safe' ? 150 : 7;
    const at = atTime(on, minutes, story);
    const stage = { ...app, clock: { now: () => at } };
    if (step === 'log') caseId = await log(stage, cast, story);
    else if (caseId !== null) await take(stage, cast, story, caseId, step, on);
  }
}

/** A danger is made safe the same day; one that was told today is still to be. */
function beatsOf({ number, road, receivedOn, today }: Story): Beat[] {
  const beats = [...road.beats];
  if (isDangerous(number) && receivedOn < today) beats.splice(1, 0, [0, 'make-safe']);
  return beats.sort((a, b) => a[0] - b[0]);
}

function isDangerous(number: number): boolean {
  return number % 13 === 0;
}

/** A moment in office hours, a little later for every step and different for every story; before they have begun it is now. */
function atTime(on: LocalDate, minutes: number, { number, now }: Story): Instant {
  const start = londonInstant(on, `09:${String(5 + (number % 50)).padStart(2, '0')}`);
  const planned = addHours(start, minutes / 60);
  if (planned > now) return now;
  return planned;
}

async function log(app: Application, cast: Cast, { number, matter, receivedOn }: Story): Promise<string> {
  const who = decideActor(cast.staff, app, 'log', number);
  const { address, postcode, ...contact } = resident(number);
  const logged = await logComplaint(
    app,
    who,
    {
      receivedOn,
      channel: ['phone', 'email', 'web', 'letter'][number % 4] ?? 'phone',
      toldTo: number % 6 === 5 && matter.contractor !== null ? 'contractor' : 'staff',
      complainant: { ...contact, knownAs: null },
      complainantType: matter.category === 'charges' ? 'leaseholder' : 'tenant',
      representative:
        number % 11 === 7
          ? {
              name: 'Mr Joseph Okafor',
              email: 'j.okafor@advice.example.org',
              phone: '01632 960777',
              authority: { scope: 'full', evidence: 'A signed form, seen at the front desk.', until: null },
            }
          : null,
      home: { address, postcode },
      words: matter.words,
      category: matter.category,
      serviceArea: matter.serviceArea,
      contractor: matter.contractor,
      complainedOf: [],
      flags: isDangerous(number) ? ['safety'] : [],
      needs: [],
      earlierCaseIds: [],
      splitFrom: null,
    },
    { commandId: randomUUIDv7(), payload: {} },
  );
  return done(logged, 'log').caseId;
}

async function take(
  app: Application,
  cast: Cast,
  story: Story,
  caseId: string,
  step: Step,
  on: LocalDate,
): Promise<void> {
  const letter = letterOf(step);
  const who = (await handlerOf(app, cast, caseId, step)) ?? decideActor(cast.staff, app, step, story.number);
  if (step === 'add-file') return addDemonstrationFile(app, who, caseId);
  if (step === 'needs') return recordDemonstrationNeeds(app, who, caseId, story.number, on);
  if (letter !== null) return issueDemonstrationLetter(app, who, caseId, letter, on);
  const make = (making: Making): readonly Command[] => commandsFor(step, making, story, on, who);
  const ask = { caseId, versionSeen: null, commandId: randomUUIDv7(), payload: {} };
  done(await act(app, who, ask, make), `${story.road.name}: ${step}`);
  if (step === 'extend') await issueDemonstrationLetter(app, who, caseId, { kind: 'extension', stage: 1 }, on);
}

const byOthers: readonly Step[] = [
  ...(['assign', 'assign-2', 'refuse', 'refusal-letter', 'suspend', 'log', 'escalate'] as const),
  ...(['restrict', 'disclose', 'about-colleague'] as const),
];

/** Whoever handles the stage that a step belongs to, once it has somebody. */
async function handlerOf(app: Application, cast: Cast, caseId: string, step: Step): Promise<Viewer | undefined> {
  if (byOthers.includes(step)) return undefined;
  const { state } = await reading(app, cast.landlordId, tx => loadCase(app, tx, cast.landlordId, caseId));
  const { handlerId } = state.stages[step.endsWith('-2') ? 2 : 1];
  return cast.staff.find(person => person.personId === handlerId);
}

type LetterStep = { kind: 'acknowledgement' | 'response' | 'refusal' | 'extension'; stage: 1 | 2 };

function letterOf(step: Step): LetterStep | null {
  switch (step) {
    case 'acknowledge':
      return { kind: 'acknowledgement', stage: 1 };
    case 'acknowledge-2':
      return { kind: 'acknowledgement', stage: 2 };
    case 'respond':
      return { kind: 'response', stage: 1 };
    case 'respond-2':
      return { kind: 'response', stage: 2 };
    case 'refusal-letter':
      return { kind: 'refusal', stage: 1 };
    default:
      return null;
  }
}
