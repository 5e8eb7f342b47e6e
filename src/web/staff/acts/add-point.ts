import type { Responsibility } from '../../../domain/complaint/events.ts';
import { radios } from '../../components/govuk/radios.ts';
import { textInput } from '../../components/govuk/text-input.ts';
import { textarea } from '../../components/govuk/textarea.ts';
import { choiceField, lineField, longTextField } from '../../forms/fields.ts';
import { html } from '../../html.ts';
import { paths } from '../../paths.ts';
import { actPage } from './act-page.ts';
import { statedDay, statedDayBoxes, todayIn } from './stated-day.ts';

const yesNo = ['yes', 'no'] as const;
const ours: readonly Responsibility[] = ['ours', 'shared', 'not-ours'];

/** Something raised before the answer joins it where it belongs there; otherwise it is a new complaint (MAG-37, MGL-23, R44, R47). */
export const addPointPage = actPage({
  act: 'add-point',
  command: 'AddPoint',
  title: ({ stage }) => `Add a point at stage ${stage}`,
  hint: () =>
    html`Related points raised before the answer is sent join it. Anything else is <a class="govuk-link" href="${paths.logComplaint()}">logged as a new complaint</a>, received the day it was raised, and linked to this one.`,
  submit: 'Add the point',
  about: ({ stage }) => ({ stage }),
  shape: context => ({
    text: longTextField({ label: 'The point', required: 'Enter the point', max: 4000 }),
    related: choiceField(yesNo, 'Say whether it is about the same matter'),
    delay: choiceField(yesNo, 'Say whether it would hold up the answer'),
    wanted: choiceField(yesNo, 'Say whether the resident wants it here'),
    responsibility: choiceField(ours, 'Choose whose responsibility it is'),
    body: lineField({ label: 'Who is responsible', max: 300 }),
    on: statedDay(context, 'The day it was raised'),
  }),
  start: context => ({ ...todayIn(context), wanted: context.stage === 1 ? 'yes' : '', responsibility: 'ours' }),
  check: ({ responsibility, body }) =>
    responsibility !== 'ours' && body === ''
      ? [{ field: 'body', text: 'Say who is responsible for it instead, or with us' }]
      : [],
  fields: (
    form,
    { stage },
  ) => html`${textarea({ ...form.text('text'), label: 'The point', rows: 3, classes: 'rd-textarea--small' })}
${statedDayBoxes(form, 'When did they raise it?')}
${yesNoRadios(form.choice('related'), 'Is it about the same matter as this complaint?')}
${yesNoRadios(form.choice('delay'), 'Would it hold up the answer to the rest without good reason?')}
${
  stage === 1
    ? html`<input type="hidden" name="wanted" value="yes">`
    : yesNoRadios(form.choice('wanted'), 'Does the resident want it here, knowing that it is then looked at once only?')
}
${radios({
  ...form.choice('responsibility'),
  fieldset: { legend: 'Whose responsibility is it?' },
  items: [
    { value: 'ours', text: 'Ours' },
    { value: 'shared', text: 'Partly ours' },
    { value: 'not-ours', text: 'Not ours' },
  ],
})}
${textInput({ ...form.text('body'), label: 'If not ours alone, whose it is' })}`,
  make: ({ text, related, delay, wanted, responsibility, body, on }, { keep, loaded }, { stage }) => ({
    type: 'AddPoint',
    stage,
    raisedOn: on,
    related: related === 'yes',
    wouldDelay: delay === 'yes',
    residentWantsItHere: wanted === 'yes',
    point: {
      pointId: crypto.randomUUID(),
      number: loaded.state.points.length + 1,
      text: keep(text, 'point'),
      responsibility,
      responsibleBody: responsibility === 'ours' ? null : keep(body, 'responsible-body'),
    },
  }),
  done: 'Point added. The amended understanding is sent to the resident.',
});

function yesNoRadios(field: { name: string; value: string }, legend: string) {
  return radios({
    ...field,
    classes: 'govuk-radios--inline',
    fieldset: { legend },
    items: [
      { value: 'yes', text: 'Yes' },
      { value: 'no', text: 'No' },
    ],
  });
}
