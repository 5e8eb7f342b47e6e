import type { InvestigationSection } from '../../../domain/complaint/events.ts';
import { textarea } from '../../components/govuk/textarea.ts';
import { longTextField } from '../../forms/fields.ts';
import type { FormView } from '../../forms/form-view.ts';
import { type Html, html } from '../../html.ts';
import { paths, withQuery } from '../../paths.ts';
import { type ActContext, actPage } from './act-page.ts';
import { aboutPoint, pointField, pointInAddress, pointRadios, startPoint } from './choose-point.ts';

/** The parts of an investigation, in the order in which one works (MAG-63, MAG-64). */
export const sections: readonly { id: InvestigationSection; label: string; hint: string }[] = [
  { id: 'account', label: 'The resident’s account', hint: 'Their side of it, in their words.' },
  {
    id: 'evidence',
    label: 'Evidence',
    hint: 'Records, visits, reports, photographs: what each shows and where it is kept.',
  },
  { id: 'chronology', label: 'Chronology', hint: 'What happened when.' },
  {
    id: 'not-available',
    label: 'What was not available, and why',
    hint: 'Records that are missing, people who could not be asked.',
  },
  { id: 'reasoning', label: 'Reasoning', hint: 'What follows from it, and what weighs against what.' },
  {
    id: 'comment-on-draft',
    label: 'What the resident said about our draft findings',
    hint: 'Where we put them to the resident before deciding.',
  },
];

/** The boxes of the form, one a part; what stays empty is not recorded. */
export function sectionBoxes(form: FormView): Html {
  return html`${sections.map(({ id, label, hint }) => textarea({ ...form.text(id), label, hint, rows: 4 }))}`;
}

const longText = (label: string) => longTextField({ label });

/** What was found out about one point; each part can be added to as often as need be (MAG-62 to MAG-64). */
export const recordInvestigationPage = actPage({
  act: 'record-investigation',
  command: 'RecordInvestigation',
  title: context => `Record the investigation${ofPoint(context)}`,
  hint: () => 'What is written is added to what is there: nothing recorded before is changed.',
  submit: 'Record it',
  minds: false,
  about: aboutPoint,
  subject: context => pointInAddress(context)?.pointId ?? null,
  shape: () => ({
    point: pointField,
    account: longText('The resident’s account'),
    evidence: longText('Evidence'),
    chronology: longText('Chronology'),
    'not-available': longText('What was not available'),
    reasoning: longText('Reasoning'),
    'comment-on-draft': longText('What the resident said'),
  }),
  start: startPoint,
  check: values =>
    sections.every(({ id }) => values[id] === '')
      ? [{ field: 'account', text: 'Write something in one of the boxes' }]
      : [],
  fields: (form, context) => html`${pointChosen(form, context)}${sectionBoxes(form)}`,
  make: (values, { keep }, { stage }) =>
    sections
      .filter(({ id }) => values[id] !== '')
      .map(({ id }) => ({
        type: 'RecordInvestigation' as const,
        stage,
        pointId: values.point,
        section: id,
        text: keep(values[id], 'investigation'),
      })),
  done: 'Recorded.',
  next: context => pointPage(context),
});

/** The point as a hidden field where the address names it, else a choice. */
export function pointChosen(form: FormView, context: ActContext): Html {
  const point = pointInAddress(context);
  return point === undefined
    ? pointRadios(form, context, 'Which point?')
    : html`<input type="hidden" name="point" value="${point.pointId}">`;
}

export function ofPoint(context: ActContext): string {
  const point = pointInAddress(context);
  return point === undefined ? '' : ` of point ${point.number}`;
}

/** Back to the point's page, or to the case where the address names no point. */
export function pointPage(context: ActContext): string {
  const { reference } = context.file;
  const point = pointInAddress(context);
  if (point === undefined) return paths.case({ reference });
  return withQuery(paths.casePoint({ reference, point: point.pointId }), { stage: context.stage });
}
