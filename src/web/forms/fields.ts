import { z } from 'zod';
import { isEmail } from '../../application/contact-details.ts';
import { sayNumber } from '../../domain/say-number.ts';
import { allValues, oneValue, type RawForm } from './raw-form.ts';
import { textLength } from './text-length.ts';

/** How one field of a form is read: what to take from the form, and what it must be. */
export interface FormField<T> {
  readonly pick: (raw: RawForm, name: string) => unknown;
  readonly schema: z.ZodType<T>;
}

export interface TextRules {
  /** The sentence when nothing was typed: "Enter what went wrong". Left out, the field may be empty. */
  readonly required?: string | undefined;
  /** Most characters; 500 for one line when left out. */
  readonly max?: number | undefined;
  /** What the field is called at the start of a sentence: "What went wrong". */
  readonly label: string;
}

const oneLine = 500;
const longText = 20_000;

function limit(label: string, max: number): string {
  return `${label} must be ${sayNumber(max)} characters or fewer`;
}

function textSchema(rules: TextRules, max: number): z.ZodType<string> {
  const required = rules.required;
  return z
    .string()
    .trim()
    .refine(text => required === undefined || text !== '', { error: required ?? '', abort: true })
    .refine(text => textLength(text) <= max, { error: () => limit(rules.label, max) });
}

function pickOne(raw: RawForm, name: string): string {
  return oneValue(raw, name);
}

/** One line of text; line breaks become spaces. */
export function lineField(rules: TextRules): FormField<string> {
  return {
    pick: (raw, name) => oneValue(raw, name).replaceAll(/\s+/g, ' '),
    schema: textSchema(rules, rules.max ?? oneLine),
  };
}

/** Text of several lines, line breaks kept; up to 20,000 characters unless it says otherwise. */
export function longTextField(rules: TextRules): FormField<string> {
  return { pick: pickOne, schema: textSchema(rules, rules.max ?? longText) };
}

/** An email address, or empty unless required. */
export function emailField(rules: TextRules): FormField<string> {
  const schema = textSchema(rules, rules.max ?? 254).refine(text => text === '' || isEmail(text), {
    error: `${rules.label} must be an email address like name@example.org`,
  });
  return { pick: (raw, name) => oneValue(raw, name).replaceAll(/\s+/g, ''), schema };
}

/** One of a few values, from radios or a list. `required` is the sentence when none was chosen. */
export function choiceField<const V extends string>(values: readonly V[], required: string): FormField<V> {
  return { pick: pickOne, schema: z.enum(values, { error: required }) };
}

/** One of a few values, or null when none was chosen. */
export function optionalChoiceField<const V extends string>(values: readonly V[]): FormField<V | null> {
  const error = 'Choose one of the answers on this page';
  return {
    pick: (raw, name) => oneValue(raw, name) || null,
    schema: z.enum(values, { error }).nullable(),
  };
}

/** Any of a few values, in the order they were sent. `required` is the sentence when none was chosen. */
export function choicesField<const V extends string>(values: readonly V[], required?: string): FormField<V[]> {
  const list = z.array(z.enum(values, { error: 'Choose from the answers on this page' }));
  return {
    pick: allValues,
    schema: required === undefined ? list : list.refine(chosen => chosen.length > 0, { error: required }),
  };
}

/** A single box to tick: true when it was ticked. `required` is the sentence when it must be and was not. */
export function tickField(required?: string): FormField<boolean> {
  const schema = z.boolean().refine(ticked => required === undefined || ticked, { error: required ?? '' });
  return { pick: (raw, name) => allValues(raw, name).length > 0, schema };
}

export interface NumberRules {
  readonly label: string;
  readonly required: string;
  readonly min: number;
  readonly max: number;
}

/** A whole number within limits; spaces and thousands commas are taken out first. */
export function wholeNumberField(rules: NumberRules): FormField<number> {
  const range = `${rules.label} must be between ${sayNumber(rules.min)} and ${sayNumber(rules.max)}`;
  const schema = z
    .string()
    .refine(text => text !== '', { error: rules.required, abort: true })
    .refine(text => /^-?\d{1,12}$/.test(text), { error: `${rules.label} must be a whole number`, abort: true })
    .transform(Number)
    .refine(number => number >= rules.min && number <= rules.max, { error: range });
  return { pick: (raw, name) => oneValue(raw, name).replaceAll(/[\s,]/g, ''), schema };
}

/** An amount in pounds, as pence: "1,250", "£12.50". Zero unless `min` says otherwise. */
export function moneyField(rules: NumberRules): FormField<number> {
  const range = `${rules.label} must be between £${sayNumber(rules.min / 100)} and £${sayNumber(rules.max / 100)}`;
  const schema = z
    .string()
    .refine(text => text !== '', { error: rules.required, abort: true })
    .refine(text => /^\d{1,9}(\.\d{2})?$/.test(text), {
      error: `${rules.label} must be an amount in pounds, like 250 or 12.50`,
      abort: true,
    })
    .transform(text => Math.round(Number(text) * 100))
    .refine(pence => pence >= rules.min && pence <= rules.max, { error: range });
  return { pick: (raw, name) => oneValue(raw, name).replaceAll(/[\s,£]/g, ''), schema };
}

/** An identifier from a hidden field or a list that the page made itself: kept only if it looks like one. */
export function idField(required: string): FormField<string> {
  return { pick: pickOne, schema: z.string().regex(/^[A-Za-z0-9_.:-]{1,100}$/, { error: required }) };
}
