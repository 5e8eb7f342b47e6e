/** What adding and taking away have in common: doing it, and what to say where it was not done. */
import { changeCalendar } from '../../../application/change-calendar.ts';
import type { CalendarChange } from '../../../domain/calendar/change.ts';
import { lineField } from '../../forms/fields.ts';
import { hiddenFields } from '../../forms/form-page.ts';
import { commandIdOf } from '../../forms/sent-form.ts';
import { paths, withQuery } from '../../paths.ts';
import { formField, type Visit } from '../../visit.ts';

export const reasonField = lineField({
  label: 'Why',
  required: 'Say who announced it, or why it changes',
  max: 300,
});

/** Does the change: where to go then, or the sentence why it was not done. */
export async function doChange(
  visit: Visit,
  change: CalendarChange,
  reason: string,
): Promise<{ redirect: string } | { sentence: string; status: 409 | 422 }> {
  const seen = formField(visit.body, hiddenFields.version) ?? '';
  const revisionSeen = /^\d{1,9}$/.test(seen) ? Number(seen) : -1;
  const ask = { change, reason, revisionSeen, commandId: commandIdOf(visit.body) };
  const outcome = await changeCalendar(visit.app, visit.viewer, ask);
  if (outcome.kind === 'refused') return { sentence: outcome.sentence, status: 422 };
  if (outcome.kind === 'changed') {
    const sentence = 'The calendar was changed since you looked. Nothing was done. What would move now is shown below.';
    return { sentence, status: 409 };
  }
  const done = { add: 'added', remove: 'removed', extend: 'extended' }[change.kind];
  const query = { year: change.date.slice(0, 4), done, cases: outcome.moved, waiting: outcome.waiting };
  return { redirect: withQuery(paths.calendar(), query) };
}
