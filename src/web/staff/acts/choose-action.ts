/** Promises to choose from on an act's page. */
import type { Action } from '../../../domain/complaint/point-state.ts';
import { radios } from '../../components/govuk/radios.ts';
import { idField } from '../../forms/fields.ts';
import type { FormView } from '../../forms/form-view.ts';
import type { Html } from '../../html.ts';
import type { ActContext } from './act-page.ts';
import { shortened } from './choose-point.ts';

/** Reads the promise chosen. */
export const actionField = idField('Choose the promise');

/** The promise named in the address, where it names one of this complaint; the only one open where none is named. */
export function actionInAddress({ visit, file }: ActContext): Action | undefined {
  const asked = visit.query['action'];
  const open = file.state.actions.filter(action => action.doneOn === null);
  return file.state.actions.find(action => action.actionId === asked) ?? (open.length === 1 ? open[0] : undefined);
}

/** What is known of the command before the form is filled in. Without any promise there is nothing to do it to. */
export function aboutAction(context: ActContext) {
  const action = actionInAddress(context);
  const none = context.file.state.actions.length === 0 ? { actionId: '' } : {};
  return action === undefined ? none : { actionId: action.actionId };
}

/** The open promises as radios. */
export function actionRadios(form: FormView, { file }: ActContext): Html {
  return radios({
    ...form.choice('action'),
    fieldset: { legend: 'Which promise?' },
    items: file.state.actions
      .filter(action => action.doneOn === null)
      .map(({ actionId, what }) => ({ value: actionId, text: shortened(file.texts[what.textId] ?? '') })),
  });
}
