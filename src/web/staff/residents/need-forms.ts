/** What each form about somebody's needs asks, and the act it makes. */
import type { NeedsAct } from '../../../application/needs/needs.ts';
import { sayAdjustment } from '../../../domain/complaint/say-need.ts';
import { holding } from '../../../domain/needs/needs.ts';
import { dateInput } from '../../components/govuk/date-input.ts';
import { textarea } from '../../components/govuk/textarea.ts';
import { dateField, dateValues } from '../../forms/date-field.ts';
import { longTextField } from '../../forms/fields.ts';
import type { FormView } from '../../forms/form-view.ts';
import { readForm } from '../../forms/read-form.ts';
import { type Html, html } from '../../html.ts';
import type { About } from './need-acts.ts';
import { checkNeed, needFields, needFrom, needShape, needStart } from './need-form.ts';

type Read = { act: NeedsAct; form: FormView } | { wrong: FormView };

export type NeedForm = {
  title(name: string): string;
  hint: string;
  submit: string;
  start(about: About): Record<string, string | readonly string[]>;
  read(about: About): Read;
  fields(form: FormView, about: About): Html;
};

/** A new need, or one that is there with what changes. */
export function recordForm(isChange: boolean): NeedForm {
  return {
    title: name => (isChange ? `Change what is recorded: ${name}` : 'Record a need'),
    hint: 'It holds from now on in everything they have with us: it sets the format of letters and is shown to whoever reaches them.',
    submit: isChange ? 'Change it' : 'Record it',
    start: ({ visit, need, file }) => needStart(visit, need, file.texts[need?.todo.textId ?? ''] ?? ''),
    fields: (form, { need }) => needFields(form, isChange, need?.behind != null),
    read({ visit, need }) {
      const result = readForm(needShape(visit, isChange), visit.body, checkNeed);
      if (!result.ok) return { wrong: result.form };
      const { values, form } = result;
      const told = needFrom(values);
      if (need === null) return { act: { kind: 'record', on: values.on ?? visit.today, need: told }, form };
      const { needId } = need;
      const { reason, away } = values;
      return { act: { kind: 'change', needId, need: told, keepBehind: !away && told.behind === null, reason }, form };
    },
  };
}

function day(about: About, label: string) {
  return dateField({ label, required: 'Enter the day', today: about.visit.today, when: 'past' });
}

/** It holds no longer. */
export const endForm: NeedForm = {
  title: name => `It has ended: ${name}`,
  hint: 'It is no longer shown to whoever reaches them. What was recorded stays in the history.',
  submit: 'Record that it has ended',
  start: ({ visit }) => dateValues('on', visit.today),
  fields:
    form => html`${textarea({ ...form.text('reason'), label: 'Why does it end?', rows: 3, classes: 'rd-textarea--small' })}
${dateInput({ ...form.date('on'), fieldset: { legend: 'When did it end?' } })}`,
  read(about) {
    const shape = {
      reason: longTextField({ label: 'Why it ends', required: 'Enter why it ends', max: 2000 }),
      on: day(about, 'The day it ended'),
    };
    const result = readForm(shape, about.visit.body);
    if (!result.ok) return { wrong: result.form };
    return { act: { kind: 'end', needId: about.need?.needId ?? '', ...result.values }, form: result.form };
  },
};

/** All that holds, gone through with them. */
export const reviewForm: NeedForm = {
  title: () => 'Go through what they need',
  hint: 'Ask them about each. What changed or ended is recorded first, on its own form; what is left holds on.',
  submit: 'Record that it all holds',
  start: ({ visit }) => dateValues('on', visit.today),
  fields: (form, { file }) => html`<ul class="govuk-list govuk-list--bullet">${(
    file.needs === null ? [] : holding(file.needs.record)
  ).map(one => html`<li><strong>${sayAdjustment(one.kind)}</strong>: ${file.texts[one.todo.textId] ?? ''}</li>`)}</ul>
${textarea({ ...form.text('note'), label: 'With whom, and what they said', rows: 3, classes: 'rd-textarea--small' })}
${dateInput({ ...form.date('on'), fieldset: { legend: 'When?' } })}`,
  read(about) {
    const shape = {
      note: longTextField({ label: 'What they said', required: 'Enter with whom it was gone through', max: 2000 }),
      on: day(about, 'The day of the review'),
    };
    const result = readForm(shape, about.visit.body);
    return result.ok ? { act: { kind: 'review', ...result.values }, form: result.form } : { wrong: result.form };
  },
};
