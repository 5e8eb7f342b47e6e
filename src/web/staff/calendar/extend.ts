/** Loading the bank holidays of the years to come: a list as it was published, whole years at a time. */
import type { CalendarChange } from '../../../domain/calendar/change.ts';
import { addDays, type LocalDate, sayDate } from '../../../domain/calendar/dates.ts';
import { type NamedDay, readDays } from '../../../domain/calendar/extend.ts';
import { textInput } from '../../components/govuk/text-input.ts';
import { textarea } from '../../components/govuk/textarea.ts';
import { lineField, longTextField } from '../../forms/fields.ts';
import { formPage } from '../../forms/form-page.ts';
import { type FormView, newForm } from '../../forms/form-view.ts';
import { readForm } from '../../forms/read-form.ts';
import { type Html, html } from '../../html.ts';
import { paths } from '../../paths.ts';
import type { Answer, Visit } from '../../visit.ts';
import { doChange } from './changing.ts';

const title = 'Load the years to come';

const shape = {
  days: longTextField({ label: 'The bank holidays', required: 'Enter the bank holidays', max: 10_000 }),
  reason: lineField({ label: 'The source', required: 'Say where the list was published', max: 300 }),
};

export const extendPages = {
  show: (visit: Visit): Answer => asking(visit, newForm()),

  async send(visit: Visit): Promise<Answer> {
    const read = readForm(shape, visit.body);
    if (!read.ok) return { status: 422, html: asking(visit, read.form) };
    const days = readDays(read.values.days);
    if ('refused' in days) return wrong(visit, read.form, days.refused, 422);
    const change: CalendarChange = { kind: 'extend', date: firstNewDay(visit, days.days), holidays: days.days };
    const done = await doChange(visit, change, read.values.reason);
    return 'redirect' in done ? done : wrong(visit, read.form, done.sentence, done.status);
  },
};

/** By the list itself, so that the same form sent twice says the same. */
function firstNewDay({ landlord }: Visit, days: readonly NamedDay[]): LocalDate {
  const [first] = days.map(({ date }) => date).toSorted();
  return first === undefined ? addDays(landlord.calendar.to, 1) : (`${first.slice(0, 4)}-01-01` as LocalDate);
}

function wrong(visit: Visit, form: FormView, sentence: string, status: number): Answer {
  return { status, html: asking(visit, form.withErrors({ field: 'days', text: sentence })) };
}

function asking(visit: Visit, form: FormView): Html {
  const { calendar, calendarRevision } = visit.landlord;
  const content = formPage({
    title,
    hint: html`<p class="govuk-body">The bank holidays are known until ${sayDate(calendar.to)}. GOV.UK publishes those of the coming years; enter whole years, each holiday of England and Wales with its day. Where one falls at a weekend, give the weekday taken off for it.</p>
<p class="govuk-body">No date moves by it: every date there is was counted on days that are known, and those stay as they are. Dates that fall after ${sayDate(calendar.to)} can be worked out from then on.</p>`,
    action: paths.calendarExtend(),
    seal: visit.seal(calendarRevision),
    fields: html`${textarea({
      ...form.text('days'),
      label: 'The bank holidays, one to a line',
      hint: 'For example: 2029-01-01 New Year’s Day',
      rows: 12,
    })}
${textInput({ ...form.text('reason'), label: 'Where was the list published?', hint: 'For example gov.uk/bank-holidays, and the day you looked.' })}`,
    submit: 'Load these years',
    cancelHref: paths.calendar(),
  });
  return visit.page({ title, content, width: 'reading', errors: form.summary(), nav: { current: 'calendar' } });
}
