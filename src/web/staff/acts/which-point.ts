/** Whether something is about one point or about the whole complaint. */
import type { PointId } from '../../../domain/complaint/events.ts';
import { select } from '../../components/govuk/select.ts';
import { choiceField, type FormField } from '../../forms/fields.ts';
import type { FormView } from '../../forms/form-view.ts';
import { type Html, noHtml } from '../../html.ts';
import type { ActContext } from './act-page.ts';
import { openPoints, shortened } from './choose-point.ts';

/** Reads the choice; empty is the whole complaint. */
export function whichPointField(context: ActContext): FormField<string> {
  return choiceField(['', ...openPoints(context).map(point => point.pointId)], 'Choose what it is about');
}

/** The list; nothing where there is no choice to make. */
export function whichPoint(form: FormView, context: ActContext): Html {
  const points = openPoints(context);
  if (points.length === 0) return noHtml;
  return select({
    ...form.choice('point'),
    label: 'What is it about?',
    items: [
      { value: '', text: 'The whole complaint' },
      ...points.map(({ pointId, number, text }) => ({
        value: pointId,
        text: `Point ${number}: ${shortened(context.file.texts[text.textId] ?? '').slice(0, 70)}`,
      })),
    ],
  });
}

/** As a command holds it. */
export function forWhichPoint(value: string): PointId | null {
  return value === '' ? null : value;
}
