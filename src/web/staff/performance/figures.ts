/** Numbers of the performance page in words, each a link to its cases. */

import type { DutySelection } from '../../../application/queries/duty-results.ts';
import type { MeasuredMonth } from '../../../application/queries/performance.ts';
import { sayNumber } from '../../../domain/say-number.ts';
import { type Html, html } from '../../html.ts';
import { dutyHref } from '../cases/selection.ts';

export type Opening = { opens: boolean; months: number };

/** `91.7%`; where nothing fell due there is no share. */
export function sayPercent(percent: number | null): string {
  return percent === null ? 'None due' : `${percent}%`;
}

/** The share with the numbers it is made of: `91.7%, 11 of 12, 1 late`. */
export function share({ month, tally, percent }: MeasuredMonth, opening: Opening): Html {
  const { measure, met, missed } = tally;
  const due = met + missed;
  if (due === 0) return html`<span class="rd-quiet-text">None due</span>`;
  const number = (count: number, result: DutySelection['result'], words = ''): Html =>
    opened(count, words, { ...measure, month, months: opening.months, result }, opening.opens);
  return html`<strong>${sayPercent(percent)}</strong> <span class="rd-nowrap">${number(met, 'met')} of ${number(due, 'counted')}</span>${
    missed > 0 && html`, <span class="rd-nowrap">${number(missed, 'missed', ' not in time')}</span>`
  }`;
}

/** What stands beside the count of several measures of one stage; each only where there is any. */
export function beside(months: readonly MeasuredMonth[], opening: Opening): Html {
  const parts = months.flatMap(({ month, tally }) => {
    const { measure, notYetDue, lapsed, cannotJudge } = tally;
    const what = measure.duty === 'acknowledge' ? 'acknowledgement' : 'answer';
    const part = (count: number, result: DutySelection['result'], words: string): Html[] =>
      count === 0
        ? []
        : [
            opened(
              count,
              ` ${what}${count === 1 ? '' : 's'} ${words}`,
              { ...measure, month, months: opening.months, result },
              opening.opens,
            ),
          ];
    return [
      ...part(notYetDue, 'not-yet-due', 'not due yet'),
      ...part(lapsed, 'lapsed', 'fell away'),
      ...part(cannotJudge, 'cannot-judge', 'cannot be judged'),
    ];
  });
  return parts.length === 0
    ? html`<span class="rd-quiet-text">None</span>`
    : html`${parts.map(part => html`<span class="rd-table__second rd-table__opening">${part}</span>`)}`;
}

function opened(count: number, words: string, selection: DutySelection, opens: boolean): Html {
  const text = `${sayNumber(count)}${words}`;
  return opens ? html`<a class="govuk-link" href="${dutyHref(selection)}">${text}</a>` : html`${text}`;
}
