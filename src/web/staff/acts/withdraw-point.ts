import { textarea } from '../../components/govuk/textarea.ts';
import { longTextField } from '../../forms/fields.ts';
import { html } from '../../html.ts';
import { actPage } from './act-page.ts';
import { aboutPoint, pointField, pointInAddress, pointRadios, startPoint } from './choose-point.ts';

/** A point that the resident no longer wants answered; the others go on (R21, R40). */
export const withdrawPointPage = actPage({
  act: 'withdraw-point',
  command: 'WithdrawPoint',
  title: () => 'Record that a point is withdrawn',
  hint: () => 'Only where the resident says so of their own wish. The other points go on.',
  submit: 'Record the withdrawal',
  submitKind: 'warning',
  about: aboutPoint,
  subject: context => pointInAddress(context)?.pointId ?? null,
  shape: () => ({
    point: pointField,
    evidence: longTextField({ label: 'What shows it', required: 'Say what shows that they wish it', max: 4000 }),
  }),
  start: startPoint,
  fields: (form, context) => html`${pointRadios(form, context, 'Which point?')}
${textarea({
  ...form.text('evidence'),
  label: 'What shows that they wish it',
  hint: 'For example: their email of today, or a call that they confirmed in writing.',
  rows: 3,
  classes: 'rd-textarea--small',
})}`,
  make: ({ point, evidence }, { keep }, { stage }) => ({
    type: 'WithdrawPoint',
    stage,
    pointId: point,
    evidence: keep(evidence, 'withdrawal'),
  }),
  done: 'Point recorded as withdrawn.',
});
