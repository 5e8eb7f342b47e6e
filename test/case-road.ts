/** A complaint driven along its road through the application, for page tests: each step is a real act by the right person. */
import { randomUUID, randomUUIDv7 } from 'node:crypto';
import { act, type Making } from '../src/application/act.ts';
import type { Viewer } from '../src/application/application.ts';
import { handOver } from '../src/application/hand-over.ts';
import { issueLetter, type LetterAsked } from '../src/application/letters.ts';
import type { NewComplaint } from '../src/application/log-complaint.ts';
import type { Keep } from '../src/application/one-act.ts';
import type { Command } from '../src/domain/complaint/commands.ts';
import type { DecidedFinding, HandedOver, Stage } from '../src/domain/complaint/events.ts';
import { sayRefusal } from '../src/domain/complaint/refusals.ts';
import type { LandlordName, StaffSite } from './staff-site.ts';

type Cast = { officer: Viewer; other: Viewer; lead: Viewer; reviewer: Viewer; colleague: Viewer; approver: Viewer };

/** Who does what at each landlord, by the roles of its policy. */
export function castOf(site: StaffSite, landlord: LandlordName): Cast {
  const { person } = site[landlord];
  if (landlord === 'magna') {
    return {
      officer: person('complaints-adviser'),
      other: person('complaints-adviser', 1),
      lead: person('complaints-resolution-lead'),
      reviewer: person('head-of-service'),
      colleague: person('colleague'),
      approver: person('director-of-customer-operations'),
    };
  }
  return {
    officer: person('complaint-resolution-officer'),
    other: person('complaint-resolution-officer', 1),
    lead: person('head-of-customer-voice'),
    reviewer: person('complaint-resolution-officer', 1),
    colleague: person('colleague'),
    approver: person('customer-director'),
  };
}

export type Road = Awaited<ReturnType<typeof roadOf>>;

/** A freshly logged complaint with the steps it can take. Steps happen on the day the site's clock shows. */
export async function roadOf(site: StaffSite, landlord: LandlordName, changes?: Partial<NewComplaint>) {
  const cast = castOf(site, landlord);
  const { caseId, reference } = await site.logged(cast.colleague, changes);
  const points: string[] = [];

  const ask = () => ({ caseId, versionSeen: null, commandId: randomUUIDv7(), payload: {} });
  async function does(who: Viewer, make: (keep: Keep, making: Making) => Command | Command[]): Promise<void> {
    const outcome = await act(site.app, who, ask(), making => make(making.keep, making));
    if (outcome.kind !== 'done') throw new Error(`Not done: ${wordsFor(outcome)}`);
  }

  async function assigned(who: Viewer = cast.officer, stage: Stage = 1): Promise<void> {
    await does(cast.lead, () => ({ type: 'AssignHandler', stage, personId: who.personId, reason: null }));
  }

  async function defined(texts: readonly string[] = ['The ceiling leaks.'], stage: Stage = 1): Promise<void> {
    const who = stage === 1 ? cast.officer : cast.reviewer;
    while (points.length < texts.length) points.push(randomUUID());
    await does(who, keep => ({
      type: 'DefineComplaint',
      stage,
      points: texts.map((text, index) => ({
        pointId: points[index] ?? '',
        number: index + 1,
        text: keep(text, 'point'),
        responsibility: 'ours',
        responsibleBody: null,
      })),
      outcomeSought: keep('A date on which it is mended, and kept.', 'outcome-sought'),
      leftOut: null,
      notPursued: [],
    }));
  }

  /** Issues a letter as its stage's handler and hands it over the same day. Gives its id. */
  async function letter(
    kind: LetterAsked['kind'],
    stage: Stage = 1,
    how: HandedOver | null = 'email',
  ): Promise<string> {
    const who = stage === 1 ? cast.officer : cast.reviewer;
    return letterBy(who, kind, stage, how);
  }

  async function letterBy(
    who: Viewer,
    kind: LetterAsked['kind'],
    stage: Stage,
    how: HandedOver | null,
  ): Promise<string> {
    const free = kind === 'update' ? { news: 'The plumber comes on Monday.' } : {};
    const asked = { kind, stage, free, how: how ?? 'email', extensionId: null, supersedes: null };
    const outcome = await issueLetter(site.app, who, ask(), asked);
    if (outcome.kind !== 'done') throw new Error(`The ${kind} was not issued: ${wordsFor(outcome)}`);
    const { letterId } = outcome;
    if (how !== null) await handOver(site.app, who, ask(), { letterId, how, on: null, evidence: '' });
    return letterId;
  }

  async function decided(finding: DecidedFinding = 'upheld', stage: Stage = 1): Promise<void> {
    const who = stage === 1 ? cast.officer : cast.reviewer;
    await does(who, keep => [
      ...points.map(
        (pointId): Command => ({
          type: 'DecidePoint',
          stage,
          pointId,
          finding,
          reasons: keep('The record shows three reports and no visit.', 'reasons'),
          reliedOn: keep('Our repairs policy, section 4.', 'relied-on'),
        }),
      ),
      {
        type: 'OfferRemedy',
        remedyId: randomUUIDv7(),
        stage,
        pointId: null,
        kind: 'apology',
        pence: null,
        what: keep('We are sorry that nobody came.', 'remedy'),
      },
      { type: 'RecordLearning', stage, what: keep('Every report now gets a date at once.', 'learning') },
    ]);
  }

  async function acknowledged(stage: Stage = 1): Promise<void> {
    await assigned(stage === 1 ? cast.officer : cast.reviewer, stage);
    await defined(undefined, stage);
    await letter('acknowledgement', stage);
  }

  async function answered(stage: Stage = 1): Promise<void> {
    await decided('upheld', stage);
    await letter('response', stage);
  }

  async function escalated(): Promise<void> {
    await does(cast.officer, (_keep, { deciding }) => ({
      type: 'RequestEscalation',
      on: deciding.today,
      channel: 'phone',
      points: 'all',
      words: null,
      forwardedBy: 'resident',
    }));
  }

  return {
    caseId,
    reference,
    cast,
    points,
    does,
    assigned,
    defined,
    letter,
    letterBy,
    decided,
    acknowledged,
    answered,
    escalated,
    href: (path = '') => `/cases/${reference}${path}`,
  };
}

function wordsFor(outcome: Parameters<typeof JSON.stringify>[0]): string {
  return typeof outcome === 'object' && outcome !== null && 'refusal' in outcome
    ? sayRefusal(outcome.refusal).why
    : JSON.stringify(outcome);
}
