import { dateInput } from '../../components/govuk/date-input.ts';
import { select } from '../../components/govuk/select.ts';
import { textInput } from '../../components/govuk/text-input.ts';
import { textarea } from '../../components/govuk/textarea.ts';
import { dateField } from '../../forms/date-field.ts';
import { choiceField, lineField, longTextField } from '../../forms/fields.ts';
import { html } from '../../html.ts';
import { actPage } from './act-page.ts';
import { wayBox, wayIn, wayMissing, wayShape } from './contact-way.ts';
import { intervalFor, intervalIds, intervalItems, spanOf } from './intervals.ts';
import { reachingBox, reachingIn, reachingMissing, reachingShape } from './reaching-box.ts';
import { statedDay, statedDayBoxes, todayIn } from './stated-day.ts';

const how = lineField({ label: 'How', required: 'Enter how they hear from us', max: 200 });

/** Where the answer will be late even so: intervals at which the resident hears from us until it is ready (MAG-36, MGL-30, Code 5.9). */
export const agreeUpdatesPage = actPage({
  act: 'agree-updates',
  command: 'AgreeUpdates',
  title: ({ stage }) => `Agree updates until the stage ${stage} answer`,
  hint: () =>
    'Agreed with the resident. Each update is then owed by its date until the answer is sent; it makes no late answer less late.',
  submit: 'Record what was agreed',
  about: ({ stage }) => ({ stage }),
  shape: context => ({
    every: choiceField([...intervalIds], 'Choose how often'),
    first: dateField({
      label: 'The first update',
      required: 'Enter the day of the first update',
      today: context.visit.today,
      when: 'future',
    }),
    how,
    ...wayShape,
    note: longTextField({ label: 'What was agreed', required: 'Enter what was agreed', max: 4000 }),
    on: statedDay(context, 'The day of the agreement'),
  }),
  start: context => ({ ...todayIn(context), every: intervalFor(context.file.context.policy.updates.defaultEvery) }),
  check: ({ way }, context) => wayMissing(way, context),
  fields: (
    form,
    context,
  ) => html`${wayBox(form, context)}${select({ ...form.choice('every'), label: 'How often', items: intervalItems('Choose') })}
${dateInput({ ...form.date('first'), fieldset: { legend: 'The first update, on' } })}
${textInput({ ...form.text('how'), label: 'How they want to hear from us', hint: 'For example: by phone after four.' })}
${textarea({ ...form.text('note'), label: 'What was agreed, in a sentence', rows: 2, classes: 'rd-textarea--small' })}
${statedDayBoxes(form, 'When was it agreed?')}`,
  make: ({ every, first, how, note, on, way }, { keep }, { stage }) => ({
    type: 'AgreeUpdates',
    stage,
    on,
    every: spanOf(every) ?? { value: 5, unit: 'working-days' },
    firstOn: first,
    how,
    note: keep(note, 'contact'),
    ...wayIn(way),
  }),
  done: 'Updates agreed. The first is on the list of work by its date.',
});

/** An update given, in writing or by word of mouth; the next one is owed from it (MGL-15, Code 5.9). */
export const giveUpdatePage = actPage({
  act: 'give-update',
  command: 'GiveUpdate',
  title: () => 'Record an update to the resident',
  hint: () => 'What they were told by word of mouth or a message. An update letter counts by itself once it is sent.',
  submit: 'Record the update',
  minds: false,
  about: ({ stage }) => ({ stage }),
  shape: context => ({
    note: longTextField({ label: 'What they were told', required: 'Enter what they were told' }),
    how,
    ...reachingShape,
    on: statedDay(context, 'The day of the update'),
  }),
  start: context => ({ ...todayIn(context), how: context.file.state.stages[context.stage].updates?.how ?? '' }),
  check: reachingMissing,
  fields: (
    form,
    context,
  ) => html`${reachingBox(form, context)}${textarea({ ...form.text('note'), label: 'What they were told', rows: 4 })}
${textInput({ ...form.text('how'), label: 'How', hint: 'For example: by phone, or by email.' })}
${statedDayBoxes(form, 'When?')}`,
  make: ({ note, how, on, ...values }, { keep }, { stage }) => ({
    type: 'GiveUpdate',
    stage,
    on,
    how,
    note: keep(note, 'contact'),
    ...reachingIn(values, keep),
  }),
  done: 'Update recorded. The next one is owed from it.',
});
