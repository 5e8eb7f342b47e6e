/** Taking a bank holiday away: one page that shows every date that would move, and does it. */
import { previewCalendar } from '../../../application/preview-calendar.ts';
import type { Reading } from '../../../application/reading.ts';
import { isLocalDate, sayDate } from '../../../domain/calendar/dates.ts';
import { holidayOn } from '../../../domain/calendar/skipped-days.ts';
import { textInput } from '../../components/govuk/text-input.ts';
import { refusalPanel } from '../../components/redress/refusal-panel.ts';
import { formPage } from '../../forms/form-page.ts';
import { type FormView, newForm } from '../../forms/form-view.ts';
import { readForm } from '../../forms/read-form.ts';
import { html } from '../../html.ts';
import { paths } from '../../paths.ts';
import type { Answer, Visit } from '../../visit.ts';
import { doChange, reasonField } from './changing.ts';
import { movesView } from './moves.ts';

export const removePages = {
  show: (visit: Visit, tx: Reading): Promise<Answer> => shown(visit, tx, newForm(), 200),

  async send(visit: Visit): Promise<Answer> {
    const date = visit.params['date'] ?? '';
    if (!isLocalDate(date)) return null;
    const read = readForm({ reason: reasonField }, visit.body);
    if (!read.ok) return visit.read(tx => shown(visit, tx, read.form, 422));
    const done = await doChange(visit, { kind: 'remove', date }, read.values.reason);
    if ('redirect' in done) return done;
    const form = read.form.withErrors({ field: undefined, text: done.sentence });
    return visit.read(tx => shown(visit, tx, form, done.status));
  },
};

async function shown(visit: Visit, tx: Reading, form: FormView, status: number): Promise<Answer> {
  const date = visit.params['date'] ?? '';
  const holiday = isLocalDate(date) ? holidayOn(visit.landlord.calendar, date) : undefined;
  if (!isLocalDate(date) || (holiday === undefined && status === 200)) return null;
  const change = { kind: 'remove', date } as const;
  const preview = await previewCalendar(visit.app, tx, visit.landlord, visit.scope, change);
  const title = `Take away ${holiday?.title ?? 'a bank holiday'}, ${sayDate(date)}`;
  const frame = { title, errors: form.summary(), nav: { current: 'calendar' } } as const;
  if (preview.kind === 'refused') {
    const allowed = html`<a class="govuk-link" href="${paths.calendar()}">Back to the calendar</a>`;
    const content = html`<h1 class="govuk-heading-l">${title}</h1>${refusalPanel({ sentence: preview.sentence, allowed })}`;
    return { status, html: visit.page({ ...frame, content, width: 'reading' }) };
  }
  const content = formPage({
    title,
    hint: 'It becomes a working day, and dates that skipped it come forward.',
    action: paths.calendarRemove({ date }),
    seal: visit.seal(visit.landlord.calendarRevision),
    fields: html`${movesView(preview)}
${textInput({ ...form.text('reason'), label: 'Why is it a working day after all?' })}`,
    submit: 'Take the bank holiday away',
    submitKind: 'warning',
    cancelHref: paths.calendar(),
  });
  return { status, html: visit.page({ ...frame, content, width: preview.cases.length === 0 ? 'reading' : undefined }) };
}
