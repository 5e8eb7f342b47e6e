import { administratorRole, administratorTitle } from '../../../domain/access/administrator.ts';
import { checkboxes } from '../../components/govuk/checkboxes.ts';
import type { FormView } from '../../forms/form-view.ts';
import type { Html } from '../../html.ts';
import type { Visit } from '../../visit.ts';

/** The roles of the landlord's policy, each with its duty, and the installation's administrator. */
export function roleBoxes({ landlord }: Visit, form: FormView): Html {
  const own = landlord.policy.roles.map(({ id, title, duty }) => ({ value: id, text: title, hint: { text: duty } }));
  const administrator = {
    value: administratorRole,
    text: administratorTitle,
    hint: {
      text: 'Of this installation: says who may come in and in which role. Sees no complaints by this role alone.',
    },
  };
  return checkboxes({
    ...form.choices('roles'),
    fieldset: { legend: 'What are their roles?' },
    items: [...own, administrator],
    classes: 'govuk-checkboxes--small',
  });
}

/** Every role that may be given. */
export function roleIds({ landlord }: Visit): readonly string[] {
  return [...landlord.policy.roles.map(role => role.id), administratorRole];
}
