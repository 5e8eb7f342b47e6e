/** Adding a bank holiday: asked for first, then every date that would move is shown, then it is done. */
import { type CalendarPreview, previewCalendar } from '../../../application/preview-calendar.ts';
import { type LocalDate, sayDate } from '../../../domain/calendar/dates.ts';
import { dateInput } from '../../components/govuk/date-input.ts';
import { textInput } from '../../components/govuk/text-input.ts';
import { dateField, dateValues } from '../../forms/date-field.ts';
import { lineField } from '../../forms/fields.ts';
import { formPage } from '../../forms/form-page.ts';
import { type FormView, newForm } from '../../forms/form-view.ts';
import { type FormValues, readForm } from '../../forms/read-form.ts';
import { type Html, html } from '../../html.ts';
import { paths } from '../../paths.ts';
import { type Answer, formField, type Visit } from '../../visit.ts';
import { doChange, reasonField } from './changing.ts';
import { movesView } from './moves.ts';

const shapeOn = (today: LocalDate) => ({
  date: dateField({ label: 'The day', required: 'Enter the day that is taken off', today }),
  title: lineField({ label: 'Its name', required: 'Enter what the holiday is called', max: 100 }),
  reason: reasonField,
});

type Values = FormValues<ReturnType<typeof shapeOn>>;

export const addPages = {
  show: (visit: Visit): Answer => asking(visit, newForm()),

  async send(visit: Visit): Promise<Answer> {
    const read = readForm(shapeOn(visit.today), visit.body);
    if (!read.ok) return { status: 422, html: asking(visit, read.form) };
    const { date, title, reason } = read.values;
    const change = { kind: 'add', date, title } as const;
    const sure = formField(visit.body, 'sure') === '1';
    const done = sure ? await doChange(visit, change, reason) : null;
    if (done !== null && 'redirect' in done) return done;
    const preview = await visit.read(tx => previewCalendar(visit.app, tx, visit.landlord, visit.scope, change));
    if (preview.kind === 'refused') {
      const form = read.form.withErrors({ field: 'date', text: preview.sentence });
      return { status: 422, html: asking(visit, form) };
    }
    const html = shown(visit, read.values, preview, done?.sentence);
    return done === null ? html : { status: done.status, html };
  },
};

function asking(visit: Visit, form: FormView): Html {
  const content = formPage({
    title: 'Add a bank holiday',
    hint: 'You are shown which dates would move before anything is changed.',
    action: paths.calendarAdd(),
    seal: visit.seal(visit.landlord.calendarRevision),
    fields: html`${dateInput({ ...form.date('date'), fieldset: { legend: 'Which day is taken off?' }, hint: 'For example 15 5 2028' })}
${textInput({ ...form.text('title'), label: 'What is it called?', hint: 'It is shown wherever a date skips the day.' })}
${textInput({ ...form.text('reason'), label: 'Who announced it, and when?' })}`,
    submit: 'Show what would move',
    cancelHref: paths.calendar(),
  });
  return framed(visit, 'Add a bank holiday', content, form);
}

function shown(
  visit: Visit,
  { date, title, reason }: Values,
  preview: Extract<CalendarPreview, { kind: 'moves' }>,
  notDone: string | undefined,
): Html {
  const values = { ...dateValues('date', date), title, reason, sure: '1' };
  const moves = preview.cases.length + preview.hidden;
  const form = notDone === undefined ? newForm() : newForm().withErrors({ field: undefined, text: notDone });
  const content = formPage({
    title: `${sayDate(date)}: ${title}`,
    action: paths.calendarAdd(),
    seal: visit.seal(visit.landlord.calendarRevision),
    fields: html`${movesView(preview)}${Object.entries(values).map(
      ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
    )}`,
    submit: moves === 0 ? 'Add the bank holiday' : 'Add it and move these dates',
    cancelHref: paths.calendar(),
  });
  return framed(visit, 'Add a bank holiday', content, form, 'wide');
}

function framed(
  visit: Visit,
  title: string,
  content: Html,
  form: FormView,
  width: 'wide' | 'reading' = 'reading',
): Html {
  return visit.page({ title, content, width, errors: form.summary(), nav: { current: 'calendar' } });
}
