import { type LocalDate, sayDate } from '../../../domain/calendar/dates.ts';
import { addWorkingDays, BeyondCalendar, withinCalendar } from '../../../domain/calendar/working-days.ts';
import { respondOn } from '../../../domain/complaint/decide/clocks.ts';
import { dateInput } from '../../components/govuk/date-input.ts';
import { select } from '../../components/govuk/select.ts';
import { textarea } from '../../components/govuk/textarea.ts';
import { dateField, dateValues } from '../../forms/date-field.ts';
import { choiceField, longTextField } from '../../forms/fields.ts';
import { html } from '../../html.ts';
import { type ActContext, actPage } from './act-page.ts';
import { staffField, staffItems } from './choose-person.ts';

/** A question to a colleague, with a day to answer by. They see the question and nothing else of the complaint (MAG-10, MAG-64). */
export const askInformationPage = actPage({
  act: 'ask-information',
  command: 'AskInformation',
  title: () => 'Ask a colleague',
  hint: context => hint(context),
  submit: 'Ask',
  minds: false,
  about: ({ stage }) => ({ stage }),
  shape: context => ({
    of: staffField(context, 'Choose whom to ask'),
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
  }),
  start: context => ({ area: context.file.state.serviceArea, ...dateValues('due', inAFewDays(context)) }),
  fields: (
    form,
    context,
  ) => html`${select({ ...form.choice('of'), label: 'Whom do you ask?', items: staffItems(context, colleagues(context)) })}
${select({
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
${dateInput({ ...form.date('due'), fieldset: { legend: 'To be answered by' } })}`,
  make: ({ of, area, question, due }, { keep }, { stage }) => ({
    type: 'AskInformation',
    requestId: crypto.randomUUID(),
    stage,
    of,
    serviceArea: area,
    dueOn: due,
    question: keep(question, 'question'),
  }),
  done: 'Asked. It is on their list of work.',
});

function hint({ file, stage }: ActContext): string {
  const dueOn = respondOn(file.state, file.deciding, stage)?.dueOn ?? null;
  return dueOn === null ? '' : `Our own answer is due on ${sayDate(dueOn)}; the question has to be answered by then.`;
}

function colleagues({ file }: ActContext): string[] {
  const { actor } = file.deciding;
  return file.staff.filter(one => one.active && one.personId !== actor.personId).map(one => one.personId);
}

/** Three working days from now, or the day of our own answer where that is sooner. */
function inAFewDays({ visit, file, stage }: ActContext): LocalDate {
  const soon = withinCalendar(() => addWorkingDays(file.context.calendar, visit.today, 3));
  const day = soon instanceof BeyondCalendar ? visit.today : soon;
  const dueOn = respondOn(file.state, file.deciding, stage)?.dueOn ?? null;
  return dueOn !== null && dueOn >= visit.today && dueOn < day ? dueOn : day;
}
