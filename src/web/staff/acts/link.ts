import { linkTo } from '../../../application/link-case.ts';
import { radios } from '../../components/govuk/radios.ts';
import { textInput } from '../../components/govuk/text-input.ts';
import { choiceField, lineField } from '../../forms/fields.ts';
import { html } from '../../html.ts';
import { actPage } from './act-page.ts';

/** Two complaints that belong together are linked, never merged (MAG-21, R64). */
export const linkPage = actPage({
  act: 'link',
  command: 'LinkCase',
  title: () => 'Link another complaint',
  hint: () => 'Both stay complaints of their own, with their own dates, letters and people.',
  submit: 'Link it',
  about: () => ({}),
  shape: () => ({
    reference: lineField({ label: 'Reference', required: 'Enter the other complaint’s reference', max: 40 }),
    why: choiceField(['earlier', 'household', 'duplicate'], 'Choose what it has to do with this one'),
  }),
  start: ({ visit }): Record<string, string> => {
    const other = visit.query['other'];
    return other === undefined ? {} : { reference: other };
  },
  fields: form => html`${textInput({
    ...form.text('reference'),
    label: 'Reference of the other complaint',
    hint: 'Like 7K3M-9QPA-T.',
    classes: 'govuk-input--width-10',
    autocomplete: 'off',
    spellcheck: false,
  })}
${radios({
  ...form.choice('why'),
  fieldset: { legend: 'What has it to do with this one?' },
  items: [
    { value: 'earlier', text: 'It came before', hint: 'Background: the same problem, reported earlier.' },
    { value: 'household', text: 'It comes from the same household', hint: 'Neither is told of the other’s.' },
    { value: 'duplicate', text: 'It is the same complaint, told twice', hint: 'The earliest receipt counts.' },
  ],
})}`,
  make: ({ reference, why }, making, { visit, file }, tx) =>
    linkTo(visit.app, tx, visit.viewer, visit.scope, making, { caseId: file.caseId, reference, why }),
  done: 'Linked.',
});
