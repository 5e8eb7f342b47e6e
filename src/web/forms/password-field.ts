import { z } from 'zod';
import type { FormField } from './fields.ts';
import { oneValue } from './raw-form.ts';

/** A password as it was typed: nothing is trimmed or taken out but what no field may hold. What it has to be is not asked here. */
export function passwordField(required: string): FormField<string> {
  return { pick: (raw, name) => oneValue(raw, name), schema: z.string().min(1, { error: required }) };
}
