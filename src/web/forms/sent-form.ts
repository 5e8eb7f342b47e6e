/** What comes along with every form that was sent: which press it was, what version it was filled in from, what was typed. */
import { isId } from '../../domain/ids.ts';
import { formField } from '../visit.ts';
import { hiddenFields } from './form-page.ts';
import type { RawForm } from './raw-form.ts';

/** The version the form was filled in from. */
export function versionSeen(body: unknown): number | null {
  const given = formField(body, hiddenFields.version);
  return given !== undefined && /^\d{1,9}$/.test(given) ? Number(given) : null;
}

/** The command id of a form; a form without a proper one gets a new one, and so is never taken for a second press. */
export function commandIdOf(body: unknown): string {
  const given = formField(body, hiddenFields.command) ?? '';
  return isId(given) ? given : crypto.randomUUID();
}

/** What was typed, without the hidden fields: two of these are the same when the same was typed. */
export function payloadOf(raw: RawForm, about: string): Record<string, string[]> {
  const hidden: readonly string[] = Object.values(hiddenFields);
  const typed = [...raw]
    .filter(([name]) => !hidden.includes(name))
    .map(([name, values]) => [name, [...values]] as const);
  return { ...Object.fromEntries(typed), act: [about] };
}
