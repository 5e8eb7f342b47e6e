import type { Keep } from '../../../application/one-act.ts';
import { alsoThere, promiseThereToo } from '../../../application/shared-works.ts';
import { sayDate } from '../../../domain/calendar/dates.ts';
import type { ActionOwner } from '../../../domain/complaint/events.ts';
import { householdOf } from '../../../domain/complaint/household.ts';
import { checkboxes } from '../../components/govuk/checkboxes.ts';
import { dateInput } from '../../components/govuk/date-input.ts';
import { radios } from '../../components/govuk/radios.ts';
import { select } from '../../components/govuk/select.ts';
import { textInput } from '../../components/govuk/text-input.ts';
import { textarea } from '../../components/govuk/textarea.ts';
import { dateField, optionalDateField } from '../../forms/date-field.ts';
import { choiceField, lineField, longTextField, tickField } from '../../forms/fields.ts';
import type { FormView } from '../../forms/form-view.ts';
import { type Html, html } from '../../html.ts';
import { type ActContext, actPage } from './act-page.ts';
import { aboutAction, actionField, actionInAddress, actionRadios } from './choose-action.ts';
import { staffItems } from './choose-person.ts';
import { pointInAddress } from './choose-point.ts';
import { statedDay, statedDayBoxes, todayIn } from './stated-day.ts';
import { forWhichPoint, whichPoint, whichPointField } from './which-point.ts';

/** Something we will do, by somebody, by a day; it outlives the answer until it is proven done (MAG-35, MGL-16, R53). */
export const promiseActionPage = actPage({
  act: 'promise-action',
  command: 'PromiseAction',
  title: () => 'Promise an action',
  hint: () =>
    'It stands in the response with its owner and its day, and stays on the list of work until it is done and shown to be done.',
  submit: 'Promise it',
  about: ({ stage }) => ({ stage }),
  subject: context => pointInAddress(context)?.pointId ?? null,
  shape: context => ({
    what: longTextField({ label: 'What will be done', required: 'Say what will be done', max: 4000 }),
    owner: choiceField(['person', 'team', 'contractor'], 'Choose who will do it'),
    person: choiceField(['', ...staff(context)], 'Choose who will do it'),
    team: lineField({ label: 'The team', max: 200 }),
    contractor: lineField({ label: 'The contractor', max: 200 }),
    when: choiceField(['date', 'later'], 'Choose whether the day is known'),
    due: optionalDateField({ label: 'The day', today: context.visit.today, when: 'future' }),
    'given-by': optionalDateField({
      label: 'The day by which they are told',
      today: context.visit.today,
      when: 'future',
    }),
    point: whichPointField(context),
    shared: tickField(),
  }),
  start: context => ({ point: pointInAddress(context)?.pointId ?? '', when: 'date' }),
  check: values => [
    ...(values[values.owner] === '' ? [{ field: values.owner, text: 'Name who will do it' }] : []),
    ...(values.when === 'date' && values.due === null ? [{ field: 'due', text: 'Enter the day it will be done' }] : []),
    ...(values.when === 'later' && values['given-by'] === null
      ? [{ field: 'given-by', text: 'Enter the day by which the resident is told when it will be done' }]
      : []),
  ],
  fields: (
    form,
    context,
  ) => html`${textarea({ ...form.text('what'), label: 'What will be done, as the resident will read it', rows: 3, classes: 'rd-textarea--small' })}
${radios({
  ...form.choice('owner'),
  fieldset: { legend: 'Who will do it?' },
  items: [
    {
      value: 'person',
      text: 'Somebody here',
      conditional: select({ ...form.choice('person'), label: 'Name', items: staffItems(context, staff(context)) }),
    },
    { value: 'team', text: 'A team', conditional: textInput({ ...form.text('team'), label: 'Team' }) },
    {
      value: 'contractor',
      text: 'A contractor',
      conditional: textInput({ ...form.text('contractor'), label: 'Contractor' }),
    },
  ],
})}
${radios({
  ...form.choice('when'),
  fieldset: { legend: 'By when?' },
  items: [
    {
      value: 'date',
      text: 'By a day we know',
      conditional: dateInput({ ...form.date('due'), fieldset: { legend: 'It will be done by' } }),
    },
    {
      value: 'later',
      text: 'We do not know yet, and will tell them',
      conditional: dateInput({ ...form.date('given-by'), fieldset: { legend: 'They are told the day by' } }),
    },
  ],
})}
${whichPoint(form, context)}
${sharedBox(form, context)}`,
  async make(values, making, { stage, visit }, tx) {
    const promise = {
      type: 'PromiseAction' as const,
      actionId: crypto.randomUUID(),
      owner: ownerIn(values),
      dueOn: values.when === 'date' ? values.due : null,
      dateGivenBy: values.when === 'later' ? values['given-by'] : null,
    };
    if (values.shared) await promiseThereToo(visit.app, tx, visit.viewer, making, promise, values.what);
    return { ...promise, stage, pointId: forWhichPoint(values.point), what: making.keep(values.what, 'action') };
  },
  done: 'Promised. It stays on the list of work until it is done.',
});

/** Two residents of one home, one job (R64). */
function sharedBox(form: FormView, { file }: ActContext): Html {
  if (householdOf(file.state).length === 0) return html``;
  return checkboxes({
    ...form.choices('shared'),
    items: [
      {
        value: 'yes',
        text: 'The same work is for the other complaint of this household too',
        hint: 'One job, promised to each resident in a letter of their own. Write nothing here of either complaint.',
      },
    ],
  });
}

function ownerIn(values: {
  owner: 'person' | 'team' | 'contractor';
  person: string;
  team: string;
  contractor: string;
}): ActionOwner {
  if (values.owner === 'person') return { kind: 'person', personId: values.person };
  return { kind: values.owner, name: values[values.owner] };
}

function staff({ file }: ActContext): string[] {
  return file.staff.filter(one => one.active).map(one => one.personId);
}

/** A promise moved to another day; the days it had before stay, and are judged (R11, R14). */
export const moveActionPage = actPage({
  act: 'move-action',
  command: 'MoveAction',
  title: () => 'Give a promise its date, or move it',
  hint: context => {
    const before = actionInAddress(context)?.dates.at(-1);
    return `${before === undefined ? '' : `It was promised for ${sayDate(before)}. `}The day the resident was told before stays on record: tell them of the new one, and why.`;
  },
  submit: 'Set the date',
  about: aboutAction,
  subject: context => actionInAddress(context)?.actionId ?? null,
  shape: context => ({
    action: actionField,
    due: dateField({ label: 'The new day', required: 'Enter the new day', today: context.visit.today, when: 'future' }),
    reason: longTextField({ label: 'Why', required: 'Say why, as the resident is told', max: 4000 }),
  }),
  start: context => ({ action: actionInAddress(context)?.actionId ?? '' }),
  fields: (form, context) => html`${actionRadios(form, context)}
${dateInput({ ...form.date('due'), fieldset: { legend: 'The new day' } })}
${textarea({ ...form.text('reason'), label: 'Why, as the resident is told', rows: 3, classes: 'rd-textarea--small' })}`,
  async make({ action, due, reason }, making, { visit }, tx) {
    const move = (keep: Keep) => ({
      type: 'MoveAction' as const,
      actionId: action,
      dueOn: due,
      reason: keep(reason, 'action'),
    });
    await alsoThere(visit.app, tx, visit.viewer, making, action, move);
    return move(making.keep);
  },
  done: 'The promise has its new date.',
});

const bothTold =
  'If the same work was promised to another resident of the home, the day by which both had been told: it is recorded as done in both complaints.';

/** Done means shown to be done, and the resident told (MAG-35, MGL-16). */
export const completeActionPage = actPage({
  act: 'complete-action',
  command: 'CompleteAction',
  title: () => 'Record that a promise is kept',
  submit: 'Record that it is done',
  about: aboutAction,
  subject: context => actionInAddress(context)?.actionId ?? null,
  shape: context => ({
    action: actionField,
    on: statedDay(context, 'The day it was done'),
    evidence: longTextField({ label: 'What shows it', required: 'Say what shows that it is done', max: 4000 }),
    told: dateField({
      label: 'The day the resident was told',
      required: 'Enter the day on which the resident was told',
      today: context.visit.today,
      when: 'past',
    }),
  }),
  start: context => ({ ...todayIn(context), action: actionInAddress(context)?.actionId ?? '' }),
  fields: (form, context) => html`${actionRadios(form, context)}
${statedDayBoxes(form, 'When was it done?')}
${textarea({ ...form.text('evidence'), label: 'What shows it', hint: 'For example: the job number and the visit that checked it.', rows: 3, classes: 'rd-textarea--small' })}
${dateInput({ ...form.date('told'), fieldset: { legend: 'When was the resident told?' }, hint: householdOf(context.file.state).length > 0 ? bothTold : undefined })}`,
  async make({ action, on, evidence, told }, making, { visit }, tx) {
    const complete = (keep: Keep) => ({
      type: 'CompleteAction' as const,
      actionId: action,
      on,
      evidence: keep(evidence, 'evidence'),
      residentToldOn: told,
    });
    await alsoThere(visit.app, tx, visit.viewer, making, action, complete);
    return complete(making.keep);
  },
  done: 'Recorded: the promise is kept.',
});
