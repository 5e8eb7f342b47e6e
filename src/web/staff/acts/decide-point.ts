import { findingWords } from '../../../domain/complaint/say-point.ts';
import { insetText } from '../../components/govuk/inset-text.ts';
import { radios } from '../../components/govuk/radios.ts';
import { textarea } from '../../components/govuk/textarea.ts';
import { choiceField, longTextField } from '../../forms/fields.ts';
import type { FormView } from '../../forms/form-view.ts';
import { type Html, html } from '../../html.ts';
import { type ActContext, actPage } from './act-page.ts';
import { aboutPoint, pointField, pointInAddress, startPoint } from './choose-point.ts';
import { ofPoint, pointChosen, pointPage } from './investigation.ts';

const findings = ['upheld', 'partly-upheld', 'not-upheld', 'not-our-responsibility'] as const;

/** A finding on one point, with reasons and the policy, law or good practice it rests on (MAG-43, MGL-22, Code 6.7, R21). */
export const decidePointPage = actPage({
  act: 'decide-point',
  command: 'DecidePoint',
  title: context =>
    `Decide${context.visit.query['point'] === undefined ? ' a point' : ofPoint(context).replace(' of', '')}`,
  hint: context => {
    const point = pointInAddress(context);
    return html`${point !== undefined && insetText({ text: context.file.texts[point.text.textId] ?? '' })}It can be changed until the response is sent.`;
  },
  submit: 'Decide it',
  about: aboutPoint,
  subject: context => pointInAddress(context)?.pointId ?? null,
  shape: () => ({
    point: pointField,
    finding: choiceField(findings, 'Choose the finding'),
    reasons: longTextField({ label: 'The reasons', required: 'Give the reasons as the resident will read them' }),
    relied: longTextField({
      label: 'What it rests on',
      required: 'Name the policy, law or good practice it rests on',
      max: 4000,
    }),
  }),
  start: startDecision,
  fields: (form, context) => html`${pointChosen(form, context)}${decisionFields(form)}`,
  make: ({ point, finding, reasons, relied }, { keep }, { stage }) => ({
    type: 'DecidePoint',
    stage,
    pointId: point,
    finding,
    reasons: keep(reasons, 'reasons'),
    reliedOn: keep(relied, 'relied-on'),
  }),
  done: 'Decided. It can be changed until the response is sent.',
  next: context => pointPage(context),
});

/** The decision as it stands, to be changed. */
export function startDecision(context: ActContext): Readonly<Record<string, string>> {
  const decision = pointInAddress(context)?.decisions[context.stage] ?? null;
  if (decision === null) return startPoint(context);
  const { texts } = context.file;
  return {
    ...startPoint(context),
    finding: decision.finding,
    reasons: texts[decision.reasons.textId] ?? '',
    relied: texts[decision.reliedOn.textId] ?? '',
  };
}

/** The fields of a decision, for its own page and the point's. */
export function decisionFields(form: FormView): Html {
  return html`${radios({
    ...form.choice('finding'),
    classes: 'govuk-radios--inline',
    fieldset: { legend: 'What do you find?' },
    items: Object.entries(findingWords).map(([value, text]) => ({ value, text })),
  })}
${textarea({ ...form.text('reasons'), label: 'The reasons, as the resident will read them', rows: 6 })}
${textarea({
  ...form.text('relied'),
  label: 'What it rests on',
  hint: 'The policy, law or good practice, with its section.',
  rows: 2,
  classes: 'rd-textarea--small',
})}`;
}
