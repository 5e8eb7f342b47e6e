import type { DatePart } from '../components/govuk/date-input.ts';
import type { ErrorSummaryItem } from '../components/govuk/error-summary.ts';
import type { Words } from '../html.ts';
import { allValues, oneValue, type RawForm, rawForm } from './raw-form.ts';

/** One thing that is wrong with a form. */
export interface FormError {
  /** The field's name; undefined for the form as a whole. */
  readonly field: string | undefined;
  /** The box of a date that is wrong. */
  readonly part?: DatePart | undefined;
  readonly text: Words;
  /** Where the error summary's link goes, if not to the field. */
  readonly href?: string | undefined;
}

/**
 * A form as a page shows it: what was typed and what is wrong with it. Its methods give what a component needs, to be
 * spread into it: `textInput({ ...form.text('name'), label: 'Name' })`.
 */
export class FormView {
  readonly raw: RawForm;
  readonly errors: readonly FormError[];

  constructor(raw: RawForm, errors: readonly FormError[]) {
    this.raw = raw;
    this.errors = errors;
  }

  /** The same form with more errors: for a refusal that belongs to a field. */
  withErrors(...errors: readonly FormError[]): FormView {
    return new FormView(this.raw, [...this.errors, ...errors]);
  }

  error(name: string): Words | undefined {
    return this.errors.find(one => one.field === name)?.text;
  }

  /** For `textInput`, `textarea`, `characterCount`. */
  text(name: string): { name: string; value: string; error: Words | undefined } {
    return { name, value: oneValue(this.raw, name), error: this.error(name) };
  }

  /** For `radios` and `select`. */
  choice(name: string): { name: string; value: string; error: Words | undefined } {
    return this.text(name);
  }

  /** For `checkboxes`. */
  choices(name: string): { name: string; values: readonly string[]; error: Words | undefined } {
    return { name, values: allValues(this.raw, name), error: this.error(name) };
  }

  /** For `dateInput`: the three boxes, of which only the wrong one is marked where it is known which one is wrong. */
  date(name: string): {
    id: string;
    namePrefix: string;
    values: { [part in DatePart]: string };
    error: Words | undefined;
    day: { error?: true };
    month: { error?: true };
    year: { error?: true };
  } {
    const wrong = this.errors.find(one => one.field === name);
    const box = (part: DatePart) => oneValue(this.raw, `${name}-${part}`);
    const mark = (part: DatePart): { error?: true } => (wrong?.part === part ? { error: true } : {});
    return {
      id: name,
      namePrefix: name,
      values: { day: box('day'), month: box('month'), year: box('year') },
      error: wrong?.text,
      day: mark('day'),
      month: mark('month'),
      year: mark('year'),
    };
  }

  /** For `staffPage({ errors })`: each a link to its field. A date's link goes to the box that is wrong, or the first. */
  summary(dateFields: readonly string[] = []): readonly ErrorSummaryItem[] {
    return this.errors.map(({ field, part, text, href }) => {
      if (href !== undefined) return { text, href };
      if (field === undefined) return { text };
      if (part !== undefined) return { text, href: `#${field}-${part}` };
      const isDate = dateFields.includes(field) || this.raw.has(`${field}-day`);
      return { text, href: `#${field}${isDate ? '-day' : ''}` };
    });
  }
}

/** A form before anybody has sent it, with values to start from. */
export function newForm(values: { readonly [name: string]: string | readonly string[] } = {}): FormView {
  return new FormView(rawForm(values), []);
}
