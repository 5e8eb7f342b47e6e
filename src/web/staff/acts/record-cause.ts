import { causesOf } from '../../../domain/policy/causes.ts';
import { radios } from '../../components/govuk/radios.ts';
import { textarea } from '../../components/govuk/textarea.ts';
import { choiceField, longTextField } from '../../forms/fields.ts';
import { html } from '../../html.ts';
import { actPage } from './act-page.ts';

/** What was behind the complaint, once it is known: learning is built from it (R68). What was thought before stays in the timeline. */
export const recordCausePage = actPage({
  act: 'record-cause',
  command: 'RecordCause',
  title: () => 'Record the cause',
  hint: () =>
    'What was behind it, as far as is known. It can be changed when more is known; what was recorded before is kept.',
  submit: 'Record the cause',
  about: () => ({}),
  shape: ({ file }) => ({
    cause: choiceField(
      causesOf(file.context).map(one => one.id),
      'Choose the cause',
    ),
    note: longTextField({ label: 'How we know', required: 'Say how we know', max: 4000 }),
  }),
  start: ({ file }) => ({ cause: file.state.causes.at(-1)?.cause ?? '' }),
  fields: (form, { file }) => html`${radios({
    ...form.choice('cause'),
    fieldset: { legend: 'What was behind it?' },
    items: causesOf(file.context).map(one => ({ value: one.id, text: one.label })),
  })}
${textarea({ ...form.text('note'), label: 'How we know', rows: 3, classes: 'rd-textarea--small' })}`,
  make: ({ cause, note }, { keep }) => ({ type: 'RecordCause', cause, note: keep(note, 'cause') }),
  done: 'Cause recorded.',
});
