import type { CalendarHistory } from '../../../application/queries/calendar-history.ts';
import type { RecountProgress } from '../../../application/recount-dates.ts';
import { type LocalDate, londonDateOf, sayDate } from '../../../domain/calendar/dates.ts';
import type { Calendar, Closure, Holiday } from '../../../domain/calendar/working-days.ts';
import type { LandlordDuty } from '../../../domain/landlord/duties.ts';
import { sayNumber } from '../../../domain/say-number.ts';
import { button } from '../../components/govuk/button.ts';
import { insetText } from '../../components/govuk/inset-text.ts';
import { summaryList } from '../../components/govuk/summary-list.ts';
import { tag } from '../../components/govuk/tag.ts';
import { warningText } from '../../components/govuk/warning-text.ts';
import { dataTable } from '../../components/redress/data-table.ts';
import { type Html, html } from '../../html.ts';
import { paths, withQuery } from '../../paths.ts';

export type CalendarProps = {
  calendar: Calendar;
  closures: readonly Closure[];
  history: CalendarHistory;
  /** How far the last change has been brought to the complaints. */
  recount: RecountProgress;
  /** When the years to come have to be loaded; null where nothing says when. */
  extendBy: LandlordDuty | null;
  year: number;
  today: LocalDate;
  /** Whether the reader may change it; else who may, in words. */
  may: true | string;
};

/** One year's bank holidays and closures, and where they are known from. */
export function calendarView(props: CalendarProps): Html {
  const { calendar, closures, history, extendBy, year, today, may } = props;
  const inYear = (one: { date: LocalDate }): boolean => one.date.startsWith(`${year}-`);
  const shut = closures.filter(inYear);
  return html`<div class="rd-listhead"><h1 class="govuk-heading-l">Calendar of ${year}</h1>${
    may === true && button({ text: 'Add a bank holiday', href: paths.calendarAdd() })
  }</div>
<p class="govuk-body">Working days are Monday to Friday without these bank holidays. Every date in working days counts by this list.</p>
${extendBy !== null && extendBy.startsOn <= today && reminder(calendar, extendBy)}
${props.recount.waiting > 0 && insetText({ text: `The last change is being brought to the complaints: ${sayNumber(props.recount.waiting)} ${props.recount.waiting === 1 ? 'is' : 'are'} still to be counted. This goes on by itself.` })}
${years(calendar, year)}
${holidayTable(calendar.holidays.filter(inYear), props)}
${may !== true && insetText({ text: `You cannot change the bank holidays: ${may}` })}
<h2 class="govuk-heading-m">Days we are closed</h2>
${
  shut.length === 0
    ? html`<p class="govuk-body">No closures are set for ${year}.</p>`
    : dataTable({ caption: `Closures in ${year}`, captionHidden: true, rows: shut, columns: closureColumns })
}
<p class="govuk-body">A closure lengthens no clock: dates are counted as if we were open. Closures stand in the policy.</p>
<h2 class="govuk-heading-m">Where this comes from</h2>
${summaryList({
  rows: [
    { key: 'Source', value: calendar.source },
    { key: 'Known from', value: sayDate(calendar.from) },
    {
      key: 'Known until',
      value: html`${sayDate(calendar.to)}. A date in working days after that is refused, not guessed.${
        may === true && html` <a class="govuk-link" href="${paths.calendarExtend()}">Load the years to come</a>`
      }`,
    },
    { key: 'Changed here', value: history.length === 0 ? 'Never' : changes(history) },
  ],
})}`;
}

const closureColumns = [
  { heading: 'Day', isRowHeader: true, cell: (row: Closure) => sayDate(row.date) },
  { heading: 'Why', cell: (row: Closure) => row.title },
];

function reminder({ to }: Calendar, { dueOn }: LandlordDuty): Html {
  return warningText({
    text: `Extend the calendar by ${sayDate(dueOn)}: the bank holidays are known until ${sayDate(to)} only. Dates that would fall after that cannot be worked out.`,
  });
}

function years({ from, to }: Calendar, chosen: number): Html {
  const first = Number(from.slice(0, 4));
  const all = Array.from({ length: Number(to.slice(0, 4)) - first + 1 }, (_, at) => first + at);
  const link = (year: number): Html =>
    year === chosen
      ? html`<strong class="govuk-!-padding-1" aria-current="page">${year}</strong> `
      : html`<a class="govuk-link govuk-!-padding-1" href="${withQuery(paths.calendar(), { year })}">${year}</a> `;
  return html`<nav aria-label="Years"><p class="govuk-body">${all.map(link)}</p></nav>`;
}

function holidayTable(rows: readonly Holiday[], { history, year, today, may }: CalendarProps): Html {
  const added = new Set(history.filter(one => one.kind === 'add').map(one => one.date));
  const changeable = may === true && rows.some(row => row.date > today);
  return dataTable({
    caption: `Bank holidays in ${year}`,
    captionHidden: true,
    rows,
    columns: [
      { heading: 'Day', isRowHeader: true, cell: row => sayDate(row.date) },
      {
        heading: 'Holiday',
        cell: row =>
          html`${row.title}${row.notes !== '' && html` ${tag({ text: row.notes, colour: 'blue' })}`}${
            added.has(row.date) && html` ${tag({ text: 'Added here', colour: 'purple' })}`
          }`,
      },
      ...(changeable
        ? [
            {
              heading: 'Change',
              headingHidden: true,
              cell: (row: Holiday) =>
                row.date > today &&
                html`<a class="govuk-link" href="${paths.calendarRemove({ date: row.date })}">Take away<span class="govuk-visually-hidden"> ${row.title}, ${sayDate(row.date)}</span></a>`,
            },
          ]
        : []),
    ],
  });
}

const changed = { add: 'added', remove: 'taken away', extend: 'loaded' } as const;

function changes(history: CalendarHistory): Html {
  return html`<ul class="govuk-list">${history.map(
    ({ kind, date, title, reason, by, recordedAt }) =>
      html`<li>${kind === 'extend' && 'The years from '}${sayDate(date)} ${changed[kind]}${title !== null && html` as ${title}`} by ${by} on ${sayDate(londonDateOf(recordedAt))}: ${reason}</li>`,
  )}</ul>`;
}
