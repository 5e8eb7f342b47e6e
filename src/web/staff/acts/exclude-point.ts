import { groundsFor } from '../../../domain/complaint/exclusion.ts';
import type { ExclusionGround } from '../../../domain/policy/exclusion-rules.ts';
import { textarea } from '../../components/govuk/textarea.ts';
import { longTextField } from '../../forms/fields.ts';
import { html } from '../../html.ts';
import { type ActContext, actPage } from './act-page.ts';
import { aboutPoint, pointField, pointInAddress, pointRadios, startPoint } from './choose-point.ts';
import { groundAnswers, groundField, groundRadios, wrongAnswers } from './ground-questions.ts';

/** One point not taken, on a ground whose questions are answered; the rest goes on (R20, MAG-16 to MAG-20, MGL-05 to MGL-10). */
export const excludePointPage = actPage({
  act: 'exclude-point',
  command: 'ExcludePoint',
  title: () => 'Not accept a point',
  hint: () =>
    'The other points go on. The acknowledgement tells the resident which point is not taken, why, and of the Ombudsman where they have the right.',
  submit: 'Record that it is not accepted',
  submitKind: 'warning',
  about: aboutPoint,
  subject: context => pointInAddress(context)?.pointId ?? null,
  shape: context => ({
    point: pointField,
    ground: groundField(groundsForPoints(context)),
    reasons: longTextField({ label: 'The reasons', required: 'Give the reasons as the resident will read them' }),
  }),
  start: startPoint,
  check: (_values, context) => wrongAnswers(context, groundsForPoints(context)),
  fields: (form, context) => html`${pointRadios(form, context, 'Which point?')}
${groundRadios(form, context, groundsForPoints(context))}
${textarea({ ...form.text('reasons'), label: 'The reasons, as the resident will read them', rows: 4 })}`,
  make({ point, ground, reasons }, { keep }, context) {
    const read = groundAnswers(context, groundsForPoints(context));
    return {
      type: 'ExcludePoint',
      stage: context.stage,
      pointId: point,
      groundId: ground,
      answers: 'answers' in read ? read.answers : {},
      reasons: keep(reasons, 'refusal'),
    };
  },
  done: 'Point recorded as not accepted. The acknowledgement says so, with the reasons.',
});

function groundsForPoints({ file }: ActContext): ExclusionGround[] {
  return groundsFor(file.context.policy, file.state).filter(ground => ground.scope !== 'complaint');
}
