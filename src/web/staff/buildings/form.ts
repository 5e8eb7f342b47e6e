/** What is asked of a building, and what comes of the answers. */
import { z } from 'zod';
import type { NewBuilding } from '../../../application/buildings.ts';
import type { WholeFacts } from '../../../application/queries/buildings.ts';
import { sayHeight } from '../../../domain/building/higher-risk.ts';
import { isLocalDate, type LocalDate } from '../../../domain/calendar/dates.ts';
import { dateValues, optionalDateField } from '../../forms/date-field.ts';
import { type FormField, lineField, tickField } from '../../forms/fields.ts';
import type { FormError, FormView } from '../../forms/form-view.ts';
import { oneValue, rawForm } from '../../forms/raw-form.ts';
import { readForm } from '../../forms/read-form.ts';
import type { Visit } from '../../visit.ts';

/** So many people may be accountable for a building, those before included. */
export const mostAccountable = 8;

/** A number that may be left out because it is not known. */
function optionalNumber(
  label: string,
  read: (text: string) => number | null,
  expected: string,
): FormField<number | null> {
  return {
    pick: (raw, name) => oneValue(raw, name).replaceAll(/[\s,]/g, ''),
    schema: z.string().transform((text, context): number | null => {
      const number = text === '' ? null : read(text);
      if (text === '' || number !== null) return number;
      context.issues.push({ code: 'custom', message: `${label} must be ${expected}`, input: text });
      return z.NEVER;
    }),
  };
}

const whole =
  (min: number, max: number) =>
  (text: string): number | null =>
    /^\d{1,5}$/.test(text) && Number(text) >= min && Number(text) <= max ? Number(text) : null;

/** Metres, to the centimetre: `18`, `18.5`, `18.50 m`. */
function heightIn(text: string): number | null {
  const [, metres] = /^(\d{1,3}(?:\.\d{1,2})?)m?$/i.exec(text) ?? [];
  const cm = metres === undefined ? 0 : Math.round(Number(metres) * 100);
  return cm > 0 ? cm : null;
}

const shape = {
  reference: lineField({ label: 'The reference', required: 'Enter the reference by which homes name it', max: 60 }),
  name: lineField({ label: 'The name', required: 'Enter what it is called', max: 200 }),
  address: lineField({ label: 'The address', max: 300 }),
  storeys: optionalNumber('Storeys', whole(1, 200), 'a whole number from 1 to 200'),
  height: optionalNumber('The height', heightIn, 'in metres, like 18 or 18.5'),
  homes: optionalNumber('Homes', whole(0, 99_999), 'a whole number'),
  evidence: lineField({ label: 'Where the figures come from', max: 500 }),
};

const personShape = (n: number, today: LocalDate) => ({
  [`ap-${n}-name`]: lineField({ label: 'Their name', max: 200 }),
  [`ap-${n}-principal`]: tickField(),
  [`ap-${n}-from`]: optionalDateField({ label: 'The day it began', today }),
  [`ap-${n}-until`]: optionalDateField({ label: 'The last day', today }),
});

/** How many rows of people the form has: those that are there, and one more. */
export function rowsIn(form: FormView): number {
  const named = Array.from({ length: mostAccountable }, (_, at) => oneValue(form.raw, `ap-${at + 1}-name`) !== '');
  return Math.min(mostAccountable, named.lastIndexOf(true) + 2);
}

export type ReadBuilding = { ok: true; building: NewBuilding; form: FormView } | { ok: false; form: FormView };

export function readBuilding({ body, today }: Visit): ReadBuilding {
  const read = readForm(shape, body);
  const errors: FormError[] = read.ok ? [] : [...read.form.errors];
  const accountable: NewBuilding['accountable'][number][] = [];
  for (let n = 1; n <= mostAccountable; n += 1) {
    const one = readPerson(body, n, today);
    if ('errors' in one) errors.push(...one.errors);
    else if (one.person !== null) accountable.push(one.person);
  }
  if (!read.ok || errors.length > 0) {
    const form = read.form;
    const known = new Set(form.errors);
    return { ok: false, form: form.withErrors(...errors.filter(error => !known.has(error))) };
  }
  const { reference, name, address, storeys, height, homes, evidence } = read.values;
  const facts = { reference, name, address: address || null, storeys, heightCm: height, homes };
  return { ok: true, form: read.form, building: { ...facts, accountable, evidence: evidence || null } };
}

type ReadPerson = { errors: readonly FormError[] } | { person: NewBuilding['accountable'][number] | null };

function readPerson(body: unknown, n: number, today: LocalDate): ReadPerson {
  const read = readForm(personShape(n, today), body);
  if (!read.ok) return { errors: read.form.errors };
  const name = String(read.values[`ap-${n}-name`] ?? '');
  const from = read.values[`ap-${n}-from`];
  const until = read.values[`ap-${n}-until`];
  const principal = read.values[`ap-${n}-principal`] === true;
  const raw = rawForm(body);
  const used =
    principal || [...raw].some(([key, values]) => key.startsWith(`ap-${n}-`) && values.some(one => one !== ''));
  if (name === '')
    return used
      ? { errors: [{ field: `ap-${n}-name`, text: 'Enter who is accountable, or clear the dates' }] }
      : { person: null };
  if (typeof from !== 'string' || !isLocalDate(from))
    return { errors: [{ field: `ap-${n}-from`, text: 'Enter the day from which they are accountable' }] };
  return { person: { name, principal, from, until: typeof until === 'string' && isLocalDate(until) ? until : null } };
}

/** What is known, as the form has it. */
export function valuesOf({
  reference,
  name,
  address,
  storeys,
  heightCm,
  homes,
  accountable,
}: WholeFacts): Record<string, string> {
  const people = accountable.slice(0, mostAccountable).map((one, at) => ({
    [`ap-${at + 1}-name`]: one.name,
    ...(one.principal ? { [`ap-${at + 1}-principal`]: 'yes' } : {}),
    ...dateValues(`ap-${at + 1}-from`, one.from),
    ...(one.until === null ? {} : dateValues(`ap-${at + 1}-until`, one.until)),
  }));
  const number = (value: number | null): string => (value === null ? '' : String(value));
  const height = heightCm === null ? '' : sayHeight(heightCm).replace(' m', '');
  return Object.assign(
    { reference, name, address: address ?? '', storeys: number(storeys), height, homes: number(homes) },
    ...people,
  );
}
