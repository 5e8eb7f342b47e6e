/** What asking a colleague and asking somebody outside have in common: the day, the files that go with it, what it stands in for. */

import { type LocalDate, sayDate } from '../../../domain/calendar/dates.ts';
import { addWorkingDays, BeyondCalendar, withinCalendar } from '../../../domain/calendar/working-days.ts';
import { respondOn } from '../../../domain/complaint/decide/clocks.ts';
import type { EvidenceFile } from '../../../domain/complaint/file-events.ts';
import { checkboxes } from '../../components/govuk/checkboxes.ts';
import { dateInput } from '../../components/govuk/date-input.ts';
import { select } from '../../components/govuk/select.ts';
import { textarea } from '../../components/govuk/textarea.ts';
import { dateField, dateValues } from '../../forms/date-field.ts';
import { choiceField, choicesField, longTextField } from '../../forms/fields.ts';
import type { FormView } from '../../forms/form-view.ts';
import { type Html, html } from '../../html.ts';
import { isMisfiled, sayKind } from '../files/file-words.ts';
import type { ActContext } from './act-page.ts';

/** The fields of a question, whoever is asked. */
export function questionShape(context: ActContext) {
  return {
    area: choiceField(
      context.file.context.policy.serviceAreas.map(area => area.id),
      'Choose the service area',
    ),
    question: longTextField({ label: 'The question', required: 'Enter the question', max: 4000 }),
    due: dateField({
      label: 'The day to answer by',
      required: 'Enter the day to answer by',
      today: context.visit.today,
      when: 'future',
    }),
    'with-files': choicesField(filesToSend(context).map(one => one.fileId)),
  };
}

/** The values to start from: the complaint's service area, and three working days, or our own date where that is sooner. */
export function startQuestion(context: ActContext): Record<string, string> {
  return { area: context.file.state.serviceArea, ...dateValues('due', inAFewDays(context)) };
}

export function questionFields(form: FormView, context: ActContext): Html {
  const files = filesToSend(context);
  return html`${select({
    ...form.choice('area'),
    label: 'Service area',
    items: [
      { value: '', text: 'Choose' },
      ...context.file.context.policy.serviceAreas.map(({ id, label }) => ({ value: id, text: label })),
    ],
  })}
${textarea({
  ...form.text('question'),
  label: 'The question',
  hint: 'They see these words alone, so put in what they need to find it out, and no more about the resident than that.',
  rows: 5,
})}
${dateInput({ ...form.date('due'), fieldset: { legend: 'To be answered by' } })}
${
  files.length > 0 &&
  checkboxes({
    ...form.choices('with-files'),
    fieldset: { legend: 'Files that go with it' },
    hint: 'They can open these and no others.',
    items: files.map(one => ({
      value: one.fileId,
      text: `${context.file.texts[one.name.textId] ?? ''} (${sayKind(one)})`,
    })),
  })
}`;
}

/** When our own answer is due, so that the question is not asked too late. */
export function ownDate({ file, stage }: ActContext): string {
  const dueOn = respondOn(file.state, file.deciding, stage)?.dueOn ?? null;
  return dueOn === null ? '' : `Our own answer is due on ${sayDate(dueOn)}; the question has to be answered by then.`;
}

/** The question that was passed back and is asked of somebody else now, where the address names one. */
export function insteadOf({ visit, file }: ActContext): string | null {
  const asked = visit.query['instead'];
  return file.state.information.find(one => one.requestId === asked)?.requestId ?? null;
}

function filesToSend({ file }: ActContext): readonly EvidenceFile[] {
  return file.state.files.filter(one => !isMisfiled(file, one));
}

/** Three working days from now, or the day of our own answer where that is sooner. */
function inAFewDays({ visit, file, stage }: ActContext): LocalDate {
  const soon = withinCalendar(() => addWorkingDays(file.context.calendar, visit.today, 3));
  const day = soon instanceof BeyondCalendar ? visit.today : soon;
  const dueOn = respondOn(file.state, file.deciding, stage)?.dueOn ?? null;
  return dueOn !== null && dueOn >= visit.today && dueOn < day ? dueOn : day;
}
