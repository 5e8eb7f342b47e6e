/** Who approved a correction: somebody else who may. */
import { holds } from '../../../domain/access/permissions.ts';
import { select } from '../../components/govuk/select.ts';
import type { FormField } from '../../forms/fields.ts';
import type { FormView } from '../../forms/form-view.ts';
import type { Html } from '../../html.ts';
import type { ActContext } from './act-page.ts';
import { staffField, staffItems } from './choose-person.ts';

/** Reads the field `approver`. */
export function approverField(context: ActContext): FormField<string> {
  return staffField(context, 'Choose who approved it');
}

/** The list to choose from. */
export function approverSelect(form: FormView, context: ActContext): Html {
  const { visit, file } = context;
  const approvers = file.staff
    .filter(person => person.active && person.personId !== visit.viewer.personId)
    .filter(person => holds(person.roles, 'approve-correction', file.context.policy))
    .map(person => person.personId);
  return select({
    ...form.choice('approver'),
    label: 'Who approved the correction',
    hint: 'Somebody other than you.',
    items: staffItems(context, approvers),
  });
}
