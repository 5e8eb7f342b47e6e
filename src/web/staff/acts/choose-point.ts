/** Points to choose from on an act's page. */
import type { CaseFile } from '../../../application/case-file.ts';
import type { Point } from '../../../domain/complaint/point-state.ts';
import { radios } from '../../components/govuk/radios.ts';
import { idField } from '../../forms/fields.ts';
import type { FormView } from '../../forms/form-view.ts';
import type { Html } from '../../html.ts';
import type { ActContext } from './act-page.ts';

/** The points that have not ended, in their order. */
export function openPoints({ file }: ActContext): Point[] {
  return file.state.points.filter(point => point.ended === null);
}

/** The point named in the address, where it names one of this complaint. */
export function pointInAddress({ visit, file }: ActContext): Point | undefined {
  const asked = visit.query['point'];
  return file.state.points.find(point => point.pointId === asked);
}

/** Reads the point chosen. */
export const pointField = idField('Choose the point');

/** What is known of the command before the form is filled in: the point, where one is named or only one is left. */
export function aboutPoint(context: ActContext) {
  const open = openPoints(context);
  const point = pointInAddress(context) ?? (open.length === 1 ? open[0] : undefined);
  return { stage: context.stage, ...(point === undefined ? {} : { pointId: point.pointId }) };
}

/** The values to start from. */
export function startPoint(context: ActContext): Readonly<Record<string, string>> {
  return { point: pointInAddress(context)?.pointId ?? '' };
}

/** The points as radios, each with its words. */
export function pointRadios(form: FormView, context: ActContext, legend: string): Html {
  return radios({
    ...form.choice('point'),
    fieldset: { legend },
    items: openPoints(context).map(({ pointId, number, text }) => ({
      value: pointId,
      text: pointWords(context.file, { number, text }),
    })),
  });
}

/** A point with its number, in a line or two. */
export function pointWords({ texts }: CaseFile, { number, text }: Pick<Point, 'number' | 'text'>): string {
  return `${number}. ${shortened(texts[text.textId] ?? '')}`;
}

/** Words that fit in a line or two. */
export function shortened(text: string): string {
  return text.length > 160 ? `${text.slice(0, 157)}…` : text;
}
