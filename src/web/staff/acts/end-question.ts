import { checkboxes } from '../../components/govuk/checkboxes.ts';
import { radios } from '../../components/govuk/radios.ts';
import { textarea } from '../../components/govuk/textarea.ts';
import { choiceField, choicesField, longTextField } from '../../forms/fields.ts';
import { html } from '../../html.ts';
import { actPage } from './act-page.ts';
import { aboutRequest, requestChoice, requestField } from './chase-question.ts';
import { openPoints, pointWords } from './choose-point.ts';
import { requestIn } from './question-link.ts';

/**
 * A question that ends without an answer: taken back, or what it asked for is not to be had. The second, with why, becomes part of the
 * investigation of the points it is about (MAG-64).
 */
export const endQuestionPage = actPage({
  act: 'end-question',
  command: 'EndQuestion',
  title: () => 'End a question without an answer',
  hint: () =>
    'A late answer can still come by another way: ask again, or record what you were told in the investigation.',
  submit: 'End the question',
  minds: false,
  about: aboutRequest,
  subject: context => requestIn(context)?.requestId ?? null,
  shape: context => ({
    request: requestField(context),
    how: choiceField(['not-available', 'withdrawn'], 'Choose why it ends'),
    reason: longTextField({ label: 'Why', required: 'Enter why', max: 4000 }),
    points: choicesField(openPoints(context).map(point => point.pointId)),
  }),
  start: context => ({ request: requestIn(context)?.requestId ?? '' }),
  check: ({ how, points }, context) =>
    how === 'not-available' && points.length === 0 && openPoints(context).length > 0
      ? [{ field: 'points', text: 'Choose the points it was needed for' }]
      : [],
  fields: (form, context) => html`${requestChoice(form, context)}
${radios({
  ...form.choice('how'),
  fieldset: { legend: 'Why does it end?' },
  items: [
    {
      value: 'not-available',
      text: 'What it asks for is not to be had',
      hint: 'Lost, never recorded, or nobody gives it. It is told in the investigation.',
    },
    { value: 'withdrawn', text: 'It is not needed any more', hint: 'Found out otherwise, or asked by mistake.' },
  ],
})}
${textarea({ ...form.text('reason'), label: 'Why, and what was done to get it', rows: 4 })}
${
  openPoints(context).length > 0 &&
  checkboxes({
    ...form.choices('points'),
    fieldset: { legend: 'Points it was needed for' },
    hint: 'Where it is not to be had: it is recorded under “What was not available, and why”.',
    items: openPoints(context).map(point => ({ value: point.pointId, text: pointWords(context.file, point) })),
  })
}`,
  make({ request, how, reason, points }, { keep }, { file, stage }) {
    const asked = file.state.information.find(one => one.requestId === request);
    const end = { type: 'EndQuestion' as const, requestId: request, how, reason: keep(reason, 'investigation') };
    if (how === 'withdrawn') return end;
    const told = points.map(pointId => ({
      type: 'RecordInvestigation' as const,
      ...{ stage: asked?.stage ?? stage, pointId, section: 'not-available' as const },
      text: keep(reason, 'investigation'),
    }));
    return [end, ...told];
  },
  done: 'The question is ended.',
});
