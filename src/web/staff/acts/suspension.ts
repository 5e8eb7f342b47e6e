import { checkboxes } from '../../components/govuk/checkboxes.ts';
import { dateInput } from '../../components/govuk/date-input.ts';
import { radios } from '../../components/govuk/radios.ts';
import { select } from '../../components/govuk/select.ts';
import { textInput } from '../../components/govuk/text-input.ts';
import { textarea } from '../../components/govuk/textarea.ts';
import { dateField } from '../../forms/date-field.ts';
import { choiceField, choicesField, lineField, longTextField } from '../../forms/fields.ts';
import type { FormView } from '../../forms/form-view.ts';
import { type Html, html } from '../../html.ts';
import { type ActContext, actPage } from './act-page.ts';
import { openPoints, shortened } from './choose-point.ts';
import { intervalIds, intervalItems, spanOf } from './intervals.ts';

/** Points that stand in a filed claim wait for the court; the others go on, and it is looked at again at intervals (R23, MGL-08). */
export const suspendPage = actPage({
  act: 'suspend',
  command: 'SuspendPoints',
  title: () => 'Suspend points for court proceedings',
  hint: () =>
    'Only points that are in the particulars of a claim filed at court. A solicitor’s letter, the pre-action protocol or mediation suspend nothing. The other points go on, and no date moves.',
  submit: 'Suspend them',
  submitKind: 'warning',
  about: () => ({}),
  shape: context => ({
    points: choicesField(pointIds(context, false), 'Choose the points that are pleaded'),
    court: lineField({
      label: 'The court’s reference',
      required: 'Enter the court’s reference of the claim',
      max: 100,
    }),
    filed: dateField({
      label: 'The day the claim was filed',
      required: 'Enter the day on which the claim was filed',
      today: context.visit.today,
      when: 'past',
    }),
    every: choiceField([...intervalIds], 'Choose how often it is looked at again'),
    reason: longTextField({ label: 'The reason', required: 'Give the reason, as the resident is told' }),
  }),
  start: () => ({ every: 'month' }),
  fields: (form, context) => html`${pointBoxes(form, context, 'Which points are pleaded?', false)}
${textInput({ ...form.text('court'), label: 'The court’s reference of the claim', classes: 'govuk-input--width-20' })}
${dateInput({ ...form.date('filed'), fieldset: { legend: 'When were the claim form and particulars filed?' } })}
${select({ ...form.choice('every'), label: 'How often it is looked at again', items: intervalItems('Choose') })}
${textarea({ ...form.text('reason'), label: 'The reason, as the resident is told', rows: 3, classes: 'rd-textarea--small' })}`,
  make: ({ points, court, filed, every, reason }, { keep }) => ({
    type: 'SuspendPoints',
    points,
    courtReference: court,
    filedOn: filed,
    reviewEvery: spanOf(every) ?? { value: 1, unit: 'months' },
    reason: keep(reason, 'suspension'),
  }),
  done: 'Suspended. The other points go on.',
});

/** Whether the suspension still stands (R23). */
export const reviewSuspensionPage = actPage({
  act: 'review-suspension',
  command: 'ReviewSuspension',
  title: () => 'Review the suspension',
  submit: 'Record the review',
  about: () => ({}),
  shape: () => ({
    outcome: choiceField(['goes-on', 'ends'], 'Choose whether it goes on'),
    note: longTextField({ label: 'What was found', required: 'Enter what was found', max: 4000 }),
  }),
  fields: form => html`${radios({
    ...form.choice('outcome'),
    fieldset: { legend: 'Is a court still considering it?' },
    items: [
      { value: 'goes-on', text: 'Yes: the suspension goes on' },
      { value: 'ends', text: 'No: every suspended point is taken up again' },
    ],
  })}
${textarea({ ...form.text('note'), label: 'What was found', rows: 3, classes: 'rd-textarea--small' })}`,
  make: ({ outcome, note }, { keep }) => ({ type: 'ReviewSuspension', outcome, note: keep(note, 'suspension') }),
  done: 'Review recorded.',
});

/** Single points taken up again (R23). */
export const resumePage = actPage({
  act: 'resume',
  command: 'ResumePoints',
  title: () => 'Take suspended points up again',
  submit: 'Take them up again',
  about: () => ({}),
  shape: context => ({
    points: choicesField(pointIds(context, true), 'Choose the points to take up again'),
    reason: longTextField({ label: 'The reason', required: 'Give the reason', max: 4000 }),
  }),
  fields: (form, context) => html`${pointBoxes(form, context, 'Which points?', true)}
${textarea({ ...form.text('reason'), label: 'Why', rows: 3, classes: 'rd-textarea--small' })}`,
  make: ({ points, reason }, { keep }) => ({ type: 'ResumePoints', points, reason: keep(reason, 'suspension') }),
  done: 'Taken up again. They are answered with the rest.',
});

function pointIds(context: ActContext, suspended: boolean): string[] {
  return openPoints(context)
    .filter(point => point.suspended === suspended)
    .map(point => point.pointId);
}

function pointBoxes(form: FormView, context: ActContext, legend: string, suspended: boolean): Html {
  return checkboxes({
    ...form.choices('points'),
    fieldset: { legend },
    items: openPoints(context)
      .filter(point => point.suspended === suspended)
      .map(({ pointId, number, text }) => ({
        value: pointId,
        text: `${number}. ${shortened(context.file.texts[text.textId] ?? '')}`,
      })),
  });
}
