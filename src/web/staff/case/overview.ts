/** The overview of a case: what to do next and why, the complaint, its points, and what we promised. */
import type { CaseFile } from '../../../application/case-file.ts';
import { type LocalDate, sayDate } from '../../../domain/calendar/dates.ts';
import { sayDue } from '../../../domain/calendar/say-due.ts';
import { sayObligation, whyThisDate } from '../../../domain/complaint/in-words.ts';
import type { NextStep } from '../../../domain/complaint/next-steps.ts';
import { answeredState } from '../../../domain/complaint/outcome.ts';
import { sayRefusal } from '../../../domain/complaint/refusals.ts';
import { button } from '../../components/govuk/button.ts';
import { insetText } from '../../components/govuk/inset-text.ts';
import { obligationCard, obligationList } from '../../components/redress/obligation-card.ts';
import { type Html, html } from '../../html.ts';
import { paths } from '../../paths.ts';
import type { Visit } from '../../visit.ts';
import { headActs, moreActs } from './acts-offered.ts';
import { caseAside } from './aside.ts';
import { caseHead, toneOf } from './case-head.ts';
import { caseClock } from './clock.ts';
import { complaintSection } from './complaint.ts';
import { caseParts } from './parts.ts';
import { pointsSection } from './points.ts';
import { promisesSection } from './promises.ts';
import { nameOf } from './say-event.ts';
import { stepLink } from './step-link.ts';

export type OverviewProps = {
  visit: Visit;
  file: CaseFile;
  steps: readonly NextStep[];
  asOf: LocalDate | null;
  done: string | undefined;
};

export function overviewPage({ visit, file, steps, asOf, done }: OverviewProps): Html {
  const today = asOf ?? visit.today;
  const content = html`${asOf !== null && pastBanner(file, asOf)}
${caseParts(file, 'overview')}
<div class="rd-case">
<div class="rd-case__main">
<section aria-label="The clock">${caseClock(file, today)}</section>
${asOf === null && nextSection(file, steps, today)}
${complaintSection(file)}
${pointsSection(file, asOf === null)}
${promisesSection(file, today, asOf === null)}
</div>
<aside class="rd-case__side" aria-label="Facts">${caseAside(file, today)}</aside>
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

/** What to do next, each with its date, why that date, and the button; what waits for somebody else says so. */
function nextSection(file: CaseFile, steps: readonly NextStep[], today: LocalDate): Html {
  const word = answeredState(file.state, file.context, today);
  if (steps.length === 0) {
    return html`<section><h2 class="govuk-heading-m">What to do next</h2>
<p class="govuk-body">Nothing is owed on this complaint today. It is ${word}.</p></section>`;
  }
  return html`<section><h2 class="govuk-heading-m">What to do next</h2>${obligationList(steps.slice(0, 6).map(step => stepCard(step, file, today)))}
${steps.length > 6 && html`<p class="govuk-body-s">And ${steps.length - 6} more after these.</p>`}</section>`;
}

function stepCard(step: NextStep, file: CaseFile, today: LocalDate): Html {
  const obligation = file.obligations.find(one => one.id === step.obligationId);
  const link = stepLink(step, file.reference);
  const why = obligation === undefined ? null : whyThisDate(obligation, file.context.calendar);
  const owner = obligation?.owner.personId ?? null;
  const closed = step.closed === null ? null : sayRefusal(step.closed);
  return obligationCard({
    title: obligation === undefined ? (link?.text ?? '') : sayObligation(obligation),
    tone: toneOf(step.dueOn, today),
    due: step.dueOn === null ? 'now' : sayDue(step.dueOn, today, file.context.calendar),
    date: step.dueOn === null ? '' : sayDate(step.dueOn),
    why: html`${why === null ? step.why : whyWords(why)}${closed !== null && html` <span class="rd-quiet-text">${closed.why}</span>`}`,
    clause: obligation?.clause,
    owner: owner === null ? undefined : `With ${nameOf(owner, file)}`,
    acts: link !== null && closed === null && button({ text: link.text, href: link.href }),
  });
}

/** Why a date is what it is, in one sentence, and the days that did not count behind it. */
function whyWords({ rule, from, skipped }: ReturnType<typeof whyThisDate>): Html {
  const holidays = skipped.filter(day => !/weekend/i.test(day.why));
  return html`${rule}${from !== null && html`, counted from ${from}`}${
    holidays.length > 0 &&
    html`; not counting ${holidays.map((day, index) => html`${index > 0 ? ', ' : ''}${sayDate(day.date)} (${day.why})`)}`
  }.`;
}
