import type { RemedyKind } from '../../../domain/complaint/events.ts';
import { radios } from '../../components/govuk/radios.ts';
import { textInput } from '../../components/govuk/text-input.ts';
import { textarea } from '../../components/govuk/textarea.ts';
import { choiceField, lineField, longTextField } from '../../forms/fields.ts';
import { html } from '../../html.ts';
import { actPage } from './act-page.ts';
import { pointInAddress } from './choose-point.ts';
import { forWhichPoint, whichPoint, whichPointField } from './which-point.ts';

const kinds = [
  'apology',
  'fault-acknowledged',
  'explanation',
  'action-taken',
  'decision-changed',
  'record-corrected',
  'money',
  'practice-changed',
] as const satisfies readonly RemedyKind[];

const words: Record<RemedyKind, string> = {
  apology: 'An apology',
  'fault-acknowledged': 'Saying what we got wrong',
  explanation: 'An explanation',
  'action-taken': 'Something done',
  'decision-changed': 'A decision changed',
  'record-corrected': 'A record corrected',
  money: 'Money',
  'practice-changed': 'A change in how we work',
};

/** Something to put it right, of the kinds the Code names; it stands in the response (MAG-43, MGL-22, Code 7.1). */
export const offerRemedyPage = actPage({
  act: 'offer-remedy',
  command: 'OfferRemedy',
  title: () => 'Offer a remedy',
  hint: () =>
    'It stands in the response in these words. What has to be done later is a promise, with somebody’s name and a date.',
  submit: 'Record the remedy',
  about: ({ stage }) => ({ stage }),
  subject: context => pointInAddress(context)?.pointId ?? null,
  shape: context => ({
    kind: choiceField(kinds, 'Choose the kind of remedy'),
    sum: lineField({ label: 'The sum', max: 20 }),
    what: longTextField({ label: 'What is offered', required: 'Say what is offered, as the resident will read it' }),
    point: whichPointField(context),
  }),
  start: context => ({ point: pointInAddress(context)?.pointId ?? '' }),
  check: ({ kind, sum }) =>
    kind === 'money' && penceIn(sum) === null
      ? [{ field: 'sum', text: 'Enter the sum in pounds, like 250 or 12.50' }]
      : [],
  fields: (form, context) => html`${radios({
    ...form.choice('kind'),
    fieldset: { legend: 'What kind of remedy?' },
    items: kinds.map(value => ({
      value,
      text: words[value],
      ...(value === 'money'
        ? {
            conditional: textInput({
              ...form.text('sum'),
              label: 'Sum in pounds',
              prefix: '£',
              inputmode: 'decimal',
              classes: 'govuk-input--width-10',
            }),
          }
        : {}),
    })),
  })}
${textarea({ ...form.text('what'), label: 'What is offered, as the resident will read it', rows: 4 })}
${whichPoint(form, context)}`,
  make: ({ kind, sum, what, point }, { keep }, { stage }) => ({
    type: 'OfferRemedy',
    remedyId: crypto.randomUUID(),
    stage,
    pointId: forWhichPoint(point),
    kind,
    pence: kind === 'money' ? penceIn(sum) : null,
    what: keep(what, 'remedy'),
  }),
  done: 'Remedy recorded. It stands in the response.',
});

/** A sum typed in pounds, as pence; null where it is none. */
function penceIn(text: string): number | null {
  const plain = text.replaceAll(/[\s,£]/g, '');
  if (!/^\d{1,7}(\.\d{2})?$/.test(plain)) return null;
  const pence = Math.round(Number(plain) * 100);
  return pence > 0 ? pence : null;
}

/** What changes so that it does not happen to anybody again (MGL-22). */
export const recordLearningPage = actPage({
  act: 'record-learning',
  command: 'RecordLearning',
  title: () => 'Record what we change',
  hint: () => 'What will be done differently so that it does not happen to anybody again. It stands in the response.',
  submit: 'Record the change',
  about: ({ stage }) => ({ stage }),
  shape: () => ({ what: longTextField({ label: 'What changes', required: 'Enter what changes' }) }),
  fields: form => textarea({ ...form.text('what'), label: 'What changes, as the resident will read it', rows: 4 }),
  make: ({ what }, { keep }, { stage }) => ({ type: 'RecordLearning', stage, what: keep(what, 'learning') }),
  done: 'Change recorded. It stands in the response.',
});
