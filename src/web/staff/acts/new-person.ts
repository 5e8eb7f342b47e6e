/** Somebody new beside the resident: their name and how to reach them, as fields of several acts. */
import { newPerson } from '../../../application/new-person.ts';
import { textInput } from '../../components/govuk/text-input.ts';
import { emailField, lineField } from '../../forms/fields.ts';
import type { FormError, FormView } from '../../forms/form-view.ts';
import { type Html, html } from '../../html.ts';

/** The fields; none is required by itself, see `newPersonMissing`. */
export const newPersonShape = {
  name: lineField({ label: 'Name', max: 200 }),
  phone: lineField({ label: 'Phone', max: 60 }),
  email: emailField({ label: 'Email' }),
  address: lineField({ label: 'Address', max: 300 }),
};

export type NewPersonValues = { name: string; phone: string; email: string; address: string };

/** A name and one way to reach them. */
export function newPersonMissing({ name, phone, email, address }: NewPersonValues): FormError[] {
  if (name === '') return [{ field: 'name', text: 'Enter their name' }];
  return phone + email + address === ''
    ? [{ field: 'phone', text: 'Give a phone number, an email address or an address, so that we can reach them' }]
    : [];
}

export function newPersonBoxes(form: FormView): Html {
  return html`${textInput({ ...form.text('name'), label: 'Name', autocomplete: 'off' })}
<div class="rd-fields">${textInput({ ...form.text('phone'), label: 'Phone', type: 'tel', autocomplete: 'off' })}
${textInput({ ...form.text('email'), label: 'Email', type: 'email', autocomplete: 'off', spellcheck: false })}</div>
${textInput({ ...form.text('address'), label: 'Address for letters', hint: 'Lines separated by commas, with the postcode.', autocomplete: 'off' })}`;
}

/** Their new id, and their details to be stored with the act. */
export function newPersonFrom({ name, phone, email, address }: NewPersonValues): ReturnType<typeof newPerson> {
  return newPerson({ name, phone: phone || null, email: email || null, address: address || null });
}
