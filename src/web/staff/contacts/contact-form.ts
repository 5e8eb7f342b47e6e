/** What the forms of a contact's page have in common. */
import type { ContactAct } from '../../../application/contact-acts.ts';
import type { ContactFile } from '../../../application/queries/contact-file.ts';
import { dateField } from '../../forms/date-field.ts';
import type { FormError, FormView } from '../../forms/form-view.ts';
import { type FormShape, type FormValues, readForm } from '../../forms/read-form.ts';
import type { Html } from '../../html.ts';
import type { Visit } from '../../visit.ts';

export type Read = { act: ContactAct; form: FormView } | { wrong: FormView };

/** One form of a contact's page. */
export type ContactForm = {
  act: string;
  title: string;
  submit: string;
  /** Whether it is open on the contact as it is. */
  open(file: ContactFile, visit: Visit): boolean;
  /** Whether it stands behind a fold, because it is seldom what is to be done next. */
  folded?(file: ContactFile): boolean;
  start(file: ContactFile, visit: Visit): Record<string, string>;
  fields(form: FormView, visit: Visit, file: ContactFile): Html;
  read(visit: Visit, file: ContactFile): Read;
};

/** Reads a form into an act. */
export function reading<S extends FormShape>(
  visit: Visit,
  shape: S,
  act: (values: FormValues<S>) => ContactAct,
  check: (values: FormValues<S>) => FormError[] = () => [],
): Read {
  const result = readForm(shape, visit.body, check);
  return result.ok ? { act: act(result.values), form: result.form } : { wrong: result.form };
}

/** A day that has been, for a field of this form alone. */
export function pastDay({ today }: Visit) {
  return dateField({ label: 'The day', required: 'Enter the day', today, when: 'past' });
}
