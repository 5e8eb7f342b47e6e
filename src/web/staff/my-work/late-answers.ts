import type { LateAnswer } from '../../../application/queries/late-answers.ts';
import { type LocalDate, sayDate } from '../../../domain/calendar/dates.ts';
import { sayDue } from '../../../domain/calendar/say-due.ts';
import type { Calendar } from '../../../domain/calendar/working-days.ts';
import { dataTable } from '../../components/redress/data-table.ts';
import { dueTag } from '../../components/redress/due-tag.ts';
import { type Html, html } from '../../html.ts';
import { paths } from '../../paths.ts';
import { toneOf } from '../case/case-head.ts';
import { labelOf } from '../case/parts.ts';

type Props = {
  lateAnswers: readonly LateAnswer[];
  today: LocalDate;
  calendar: Calendar;
  areas: readonly { id: string; label: string }[];
  /** Whether whoever looks may open the complaints. */
  opens: boolean;
};

/** Answers that are late, for the managers of who was asked and of who asked: theirs to know, not to give (MAG-10, MGL-52). */
export function lateAnswersTable({ lateAnswers, today, calendar, areas, opens }: Props): Html | null {
  if (lateAnswers.length === 0) return null;
  return html`<section id="late-answers">${dataTable({
    caption: `Late answers of your people, or for them (${lateAnswers.length})`,
    rows: lateAnswers,
    tone: () => 'late',
    columns: [
      {
        heading: 'Was due',
        narrow: true,
        cell: ({ dueOn }) => dueOf(dueOn, today, calendar),
      },
      {
        heading: 'Who was asked',
        isRowHeader: true,
        cell: row =>
          html`<span class="rd-table__main">${row.askedOf ?? 'Details removed'}</span><span class="rd-table__second">${labelOf(areas, row.serviceArea)}, asked by ${row.askedBy}</span>`,
      },
      {
        heading: 'Our own answer',
        cell: ({ answerDueOn }) =>
          answerDueOn === null
            ? html`<span class="rd-quiet-text">Has gone</span>`
            : dueOf(answerDueOn, today, calendar),
      },
      {
        heading: 'Case',
        cell: ({ reference }) =>
          opens
            ? html`<a class="govuk-link rd-nowrap" href="${paths.case({ reference })}">${reference}</a>`
            : html`<span class="rd-nowrap">${reference}</span>`,
      },
    ],
  })}</section>`;
}

function dueOf(date: LocalDate, today: LocalDate, calendar: Calendar): Html {
  return dueTag({
    words: sayDue(date, today, calendar),
    tone: toneOf(date, today),
    date: sayDate(date),
    place: 'below',
  });
}
