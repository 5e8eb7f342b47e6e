/** How something in writing went to somebody, where it went by itself and not as one of our letters. */
import { radios } from '../../components/govuk/radios.ts';
import { choiceField } from '../../forms/fields.ts';
import type { FormView } from '../../forms/form-view.ts';
import type { Html } from '../../html.ts';

/** Reads `how`. `required` is the sentence when none was chosen. */
export function howItWent(required: string) {
  return choiceField(['email', 'post', 'by-hand'], required);
}

/** The choice. */
export function howItWentRadios(form: FormView): Html {
  return radios({
    ...form.choice('how'),
    classes: 'govuk-radios--inline',
    fieldset: { legend: 'How did it go?' },
    items: [
      { value: 'email', text: 'By email' },
      { value: 'post', text: 'By post' },
      { value: 'by-hand', text: 'By hand' },
    ],
  });
}
