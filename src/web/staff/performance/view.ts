import type { CorrectionRow } from '../../../application/queries/corrections.ts';
import type { MeasuredDuty } from '../../../application/queries/performance.ts';
import type { AreaTurnaround } from '../../../application/queries/turnaround.ts';
import { type LocalDate, sayDate, sayMonth } from '../../../domain/calendar/dates.ts';
import type { PolicyReview } from '../../../domain/policy/policy-review.ts';
import { details } from '../../components/govuk/details.ts';
import { dueTag } from '../../components/redress/due-tag.ts';
import { sideCard, statTile, statTiles } from '../../components/redress/stat-tile.ts';
import { type Html, html } from '../../html.ts';
import { paths } from '../../paths.ts';
import { dutyHref } from '../cases/selection.ts';
import { correctionsTable } from './corrections.ts';
import { sayPercent } from './figures.ts';
import { stageSection } from './stage.ts';
import { turnaroundTable } from './turnaround.ts';

export type PerformanceProps = {
  duties: readonly MeasuredDuty[];
  review: PolicyReview | null;
  corrections: readonly CorrectionRow[];
  turnaround: readonly AreaTurnaround[];
  areas: readonly { id: string; label: string }[];
  today: LocalDate;
  /** Whether this person may open the cases behind the numbers. */
  opens: boolean;
};

/** The month so far, then each stage over thirteen months, drawn and in figures. */
export function performanceView(props: PerformanceProps): Html {
  const { duties, review, today } = props;
  return html`<h1 class="govuk-heading-l">Performance</h1>
<div class="rd-split"><div>
<h2 class="govuk-heading-m">${sayMonth(today)} so far</h2>
${statTiles(duties.filter(one => one.measure.by === 'extended').map(one => tile(one, props)))}
${howCounted()}
</div><div class="rd-split__side">${review !== null && reviewCard(review)}</div></div>
${stageSection(1, props)}
${stageSection(2, props)}
${turnaroundTable(props)}
${correctionsTable(props)}`;
}

function tile(duty: MeasuredDuty, { opens }: PerformanceProps): Html {
  const { measure, target } = duty;
  const [month] = duty.months;
  if (month === undefined) return html``;
  const { met, missed, notYetDue } = month.tally;
  const due = met + missed;
  const behind = target !== null && month.percent !== null && month.percent < target.percent;
  const selection = { ...measure, month: month.month, months: 1, result: 'counted' } as const;
  return statTile({
    number: sayPercent(month.percent),
    label: measure.label,
    href: opens && due > 0 ? dutyHref(selection) : undefined,
    note: html`${met} of ${due} that fell due${notYetDue > 0 && html`; ${notYetDue} not due yet`}<br>${
      target === null ? 'No target is set' : `Target ${target.percent}% (${target.year})`
    } · ${duty.clause}`,
    tone: missed === 0 ? 'calm' : behind || target === null ? 'soon' : 'calm',
  });
}

function howCounted(): Html {
  return details({
    summary: 'How this is counted',
    content: html`<p class="govuk-body">A duty counts in the month in which it fell due, whenever the complaint came in. It is in time when the letter was handed over on or before that day; what is overdue and still unanswered counts as not in time. What is not due yet, what fell away because a complaint was withdrawn or not accepted, and what cannot be judged stand beside the count, never in it (R10).</p>
<p class="govuk-body"><strong>With extension</strong> goes by the date after a proper extension; an extension without notice in time, reason, new date and the Ombudsman’s details moves nothing. <strong>Without extension</strong> goes by the first date of each answer, in the month of that date.</p>`,
  });
}

/** When the policy itself has to be looked at again (MAG-61, MGL-44). */
function reviewCard(review: PolicyReview): Html {
  const { dueOn, overdue, by, why, clause, disagreements } = review;
  return sideCard({
    title: 'Review of the policy',
    content: html`<p class="govuk-body">${dueTag({ words: overdue ? 'overdue' : 'due', tone: overdue ? 'late' : 'calm', date: sayDate(dueOn) })}</p>
<p class="govuk-body-s">By ${by}, ${why} (${clause}).${disagreements.length > 0 && html` The policy’s own dates do not agree with each other.`}</p>
<p class="govuk-body-s"><a class="govuk-link" href="${paths.policy()}#review">See the policy’s review and versions</a></p>`,
  });
}
