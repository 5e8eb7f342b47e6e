import { cleanText } from '../../domain/clean-text.ts';

/** What was sent, cleaned but otherwise as typed, so that a form can be shown again with every keystroke. */
export type RawForm = ReadonlyMap<string, readonly string[]>;

/** Reads a parsed form body. What is not text (a nested object, a number from JSON) is left out: no form sends it. */
export function rawForm(body: unknown): RawForm {
  const raw = new Map<string, readonly string[]>();
  if (typeof body !== 'object' || body === null) return raw;
  for (const [name, value] of Object.entries(body)) {
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    const texts = values.filter(one => typeof one === 'string').map(cleanText);
    if (texts.length > 0) raw.set(name, texts);
  }
  return raw;
}

/** The one value of a field, or the empty string. Of several, the last one counts, as the browser sends them in order. */
export function oneValue(raw: RawForm, name: string): string {
  return raw.get(name)?.at(-1) ?? '';
}

/** All values of a field, empty ones left out. */
export function allValues(raw: RawForm, name: string): readonly string[] {
  return (raw.get(name) ?? []).filter(value => value !== '');
}
