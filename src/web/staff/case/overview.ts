/** The overview of a case: what to do next and why, the complaint, its points, and what we promised. */

import type { CaseFile } from '../../../application/case-file.ts';
import type { HomeBuilding } from '../../../application/queries/buildings.ts';
import type { LinkedCase } from '../../../application/queries/linked-cases.ts';
import type { PossiblyConnected } from '../../../application/queries/possibly-connected.ts';
import type { KnownReferral } from '../../../application/queries/referrals.ts';
import type { LinkedRequest } from '../../../application/queries/request-file.ts';
import { type Instant, type LocalDate, sayDate } from '../../../domain/calendar/dates.ts';
import { sayDue } from '../../../domain/calendar/say-due.ts';
import { sayObligation, whyThisDate } from '../../../domain/complaint/in-words.ts';
import type { NextStep } from '../../../domain/complaint/next-step.ts';
import type { Obligation } from '../../../domain/complaint/obligation.ts';
import { answeredState } from '../../../domain/complaint/outcome.ts';
import { sayRefusal } from '../../../domain/complaint/refusals.ts';
import { button } from '../../components/govuk/button.ts';
import { insetText } from '../../components/govuk/inset-text.ts';
import type { Tone } from '../../components/redress/due-tag.ts';
import { obligationCard, obligationList } from '../../components/redress/obligation-card.ts';
import { type Html, html } from '../../html.ts';
import { paths } from '../../paths.ts';
import type { Visit } from '../../visit.ts';
import { buildingCard } from '../buildings/card.ts';
import { sayMoment, sayUntil } from '../my-work/moment-tag.ts';
import { referralsCard } from '../referrals/view.ts';
import { headActs, moreActs } from './acts-offered.ts';
import { caseAside } from './aside.ts';
import { caseHead, toneOf } from './case-head.ts';
import { caseClock } from './clock.ts';
import { type CameFrom, complaintSection } from './complaint.ts';
import { connectedCard } from './connected.ts';
import { endedWithout } from './ended.ts';
import { caseParts, wordsOf } from './parts.ts';
import { pointsSection } from './points.ts';
import { promisesSection } from './promises.ts';
import { nameOf } from './say-event.ts';
import { stepLink } from './step-link.ts';

export type OverviewProps = {
  visit: Visit;
  file: CaseFile;
  steps: readonly NextStep[];
  asOf: LocalDate | null;
  /** The complaints it is linked to that this person may see. */
  linked: readonly LinkedCase[];
  /** The requests for a service that it has to do with. */
  requests: readonly LinkedRequest[];
  /** What may belong with it and is not linked. */
  connected: PossiblyConnected;
  /** The restricted referrals they may know of. */
  referrals: readonly KnownReferral[];
  /** What was written down before it was judged to be a complaint. */
  contact: CameFrom;
  /** The building of its home; null where none is known, and on another day. */
  building: HomeBuilding | null;
  done: string | undefined;
};

export function overviewPage(props: OverviewProps): Html {
  const { visit, file, steps, asOf, linked, requests, connected, referrals, contact, building, done } = props;
  const today = asOf ?? visit.today;
  const content = html`${asOf !== null && pastBanner(file, asOf)}
${caseParts(file, 'overview')}
<div class="rd-split">
<div>
<section aria-label="The clock">${caseClock(file, today, asOf !== null)}</section>
${asOf === null && nextSection(file, steps, visit)}
${complaintSection(file, asOf === null, contact)}
${pointsSection(file, asOf === null)}
${promisesSection(file, today, asOf === null)}
</div>
<aside class="rd-split__side" aria-label="Facts">${referralsCard(file, referrals)}${caseAside(file, today, linked, requests)}${connectedCard(file, connected)}${building !== null && buildingCard(visit, building)}</aside>
</div>`;
  const offered = asOf === null ? { acts: headActs(file), more: moreActs(file) } : {};
  return visit.page({
    title: `${file.name} ${file.reference}`,
    content,
    done,
    sticky: caseHead(file, today, offered),
    nav: { current: 'cases' },
  });
}

function pastBanner(file: CaseFile, asOf: LocalDate): Html {
  return insetText({
    text: html`This is the complaint as it stood at the end of ${sayDate(asOf)}: only what had been recorded by then.
<a class="govuk-link" href="${paths.case({ reference: file.reference })}">Show it as it is today</a>`,
  });
}

/** What to do next, each with its date, why that date, and its buttons; what waits for somebody else says so. */
function nextSection(file: CaseFile, steps: readonly NextStep[], { today, now }: Visit): Html {
  if (steps.length === 0) {
    const ended = endedWithout(file.state);
    const word = ended === null ? `is ${answeredState(file.state, file.context, today)}` : `was ${ended.toLowerCase()}`;
    return html`<section><h2 class="govuk-heading-m">What to do next</h2>
<p class="govuk-body">Nothing is owed on this complaint today. It ${word}.</p></section>`;
  }
  const things = Object.values(Object.groupBy(steps, step => step.obligationId ?? `${step.act} ${step.about}`));
  const cards = things.flatMap(thing => (thing === undefined ? [] : [stepsCard(thing, file, { today, now })]));
  return html`<section><h2 class="govuk-heading-m">What to do next</h2>${obligationList(cards)}</section>`;
}

/** One thing that is owed, or that the rest waits for, with a button for each way to it that is open to whoever looks. */
function stepsCard(steps: readonly NextStep[], file: CaseFile, at: Pick<Visit, 'today' | 'now'>): Html {
  const [first] = steps;
  if (first === undefined) return html``;
  const obligation = file.obligations.find(one => one.id === first.obligationId);
  const links = steps.flatMap(step =>
    step.closed === null ? (stepLink(step, file.reference, pointNumber(file, step)) ?? []) : [],
  );
  const closed = steps.find(step => step.closed !== null)?.closed ?? null;
  const why = obligation === undefined ? null : whyThisDate(obligation, file.context.calendar);
  const owner = obligation === undefined ? undefined : ownerOf(obligation, file);
  return obligationCard({
    title: obligation === undefined ? (links[0]?.text ?? 'Before anything else') : sayObligation(obligation),
    ...dueWords(obligation?.dueAt ?? null, first.dueOn, file, at),
    why: html`${why === null ? first.why : whyWords(why)}${links.length === 0 && closed !== null && html` <span class="rd-quiet-text">${sayRefusal(closed).why}</span>`}`,
    clause: obligation?.clause,
    owner: owner === undefined ? undefined : `With ${owner}`,
    about: obligation === undefined ? undefined : aboutWords(obligation, first, file),
    acts:
      links.length > 0 &&
      html`${links.map(({ text, href }, index) => button({ text, href, classes: index === 0 ? undefined : 'govuk-button--secondary' }))}`,
  });
}

/** When it is due: by the hour where it is due at a moment (R13), else by the day. */
function dueWords(
  dueAt: Instant | null,
  dueOn: LocalDate | null,
  { context }: CaseFile,
  { today, now }: Pick<Visit, 'today' | 'now'>,
): { tone: Tone; due: string; date: string } {
  if (dueAt !== null) {
    const { words, tone } = sayUntil(dueAt, now);
    return { tone, due: words, date: sayMoment(dueAt) };
  }
  if (dueOn === null) return { tone: 'plain', due: 'now', date: '' };
  return { tone: toneOf(dueOn, today), due: sayDue(dueOn, today, context.calendar), date: sayDate(dueOn) };
}

/** Which promise, or which question: several may be owed at once. */
function aboutWords({ kind }: Obligation, { about }: NextStep, file: CaseFile): Html | undefined {
  const { actions, information } = file.state;
  if (kind === 'do-action' || kind === 'give-action-date') {
    const action = actions.find(one => one.actionId === about);
    return action === undefined ? undefined : wordsOf(file, action.what);
  }
  const asked = kind === 'supply-information' ? information.find(one => one.requestId === about) : undefined;
  return asked === undefined ? undefined : wordsOf(file, asked.question);
}

/** A promise may be a team's or a contractor's, who has no name here. */
function ownerOf({ owner, kind }: Obligation, file: CaseFile): string | undefined {
  if (owner.personId !== null) return nameOf(owner.personId, file);
  return kind === 'do-action' || kind === 'give-action-date' ? owner.team : undefined;
}

/** The number of the point a step is about, to tell its button from the others. */
function pointNumber(file: CaseFile, step: NextStep): number | null {
  return file.state.points.find(point => point.pointId === step.about)?.number ?? null;
}

/** Why a date is what it is, in one sentence, and the days that did not count behind it. */
function whyWords({ rule, from, skipped }: ReturnType<typeof whyThisDate>): Html {
  const holidays = skipped.filter(day => !/weekend/i.test(day.why));
  return html`${rule}${from !== null && html`, counted from ${from}`}${
    holidays.length > 0 &&
    html`; not counting ${holidays.map((day, index) => html`${index > 0 ? ', ' : ''}${sayDate(day.date)} (${day.why})`)}`
  }.`;
}
