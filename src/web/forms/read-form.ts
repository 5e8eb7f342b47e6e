import type { FormField } from './fields.ts';
import { type FormError, FormView } from './form-view.ts';
import { rawForm } from './raw-form.ts';

/** The fields of a form by name. */
export type FormShape = { readonly [name: string]: FormField<unknown> };

/** What the form gives when everything in it is right. */
export type FormValues<S extends FormShape> = {
  readonly [name in keyof S]: S[name] extends FormField<infer T> ? T : never;
};

/**
 * Either typed values, or what is wrong. `form` holds what was typed in both cases, so that the page can be shown again
 * (with status 422), also when the domain refuses what the form allowed.
 */
export type FormResult<V> =
  | { readonly ok: true; readonly values: V; readonly form: FormView }
  | { readonly ok: false; readonly form: FormView };

/** A rule over several fields, run only when each field alone is right. */
export type FormCheck<V> = (values: V) => readonly FormError[];

/** Reads a form that was sent. Every field's first error is collected, in the order of the fields. */
export function readForm<const S extends FormShape>(
  shape: S,
  body: unknown,
  check?: FormCheck<FormValues<S>>,
): FormResult<FormValues<S>> {
  const raw = rawForm(body);
  const values: Record<string, unknown> = {};
  const errors: FormError[] = [];
  for (const [name, field] of Object.entries(shape)) {
    const result = field.schema.safeParse(field.pick(raw, name));
    if (result.success) {
      values[name] = result.data;
      continue;
    }
    const [issue] = result.error.issues;
    const part = issue?.path.at(-1);
    const isPart = part === 'day' || part === 'month' || part === 'year';
    errors.push({ field: name, part: isPart ? part : undefined, text: issue?.message ?? 'Check this answer' });
  }
  if (errors.length > 0) return { ok: false, form: new FormView(raw, errors) };
  const whole = values as FormValues<S>;
  const together = check?.(whole) ?? [];
  if (together.length > 0) return { ok: false, form: new FormView(raw, together) };
  return { ok: true, values: whole, form: new FormView(raw, []) };
}
