import { textInput } from '../../components/govuk/text-input.ts';
import { lineField, wholeNumberField } from '../../forms/fields.ts';
import { html } from '../../html.ts';
import { actPage } from './act-page.ts';

/** Many ask for it together: how many signed and where their list is; the resident leads them and is answered for all (MGL-35). */
export const petitionPage = actPage({
  act: 'petition',
  command: 'RecordPetition',
  title: () => 'Record a petition',
  hint: ({ file }) =>
    `A petition that expresses dissatisfaction with us is a complaint. ${file.name}, who brought it, is its lead petitioner: letters go to them alone. If more people sign later, record the new number.`,
  submit: 'Record it',
  about: () => ({}),
  shape: () => ({
    signatories: wholeNumberField({
      label: 'How many people signed',
      required: 'Enter how many people signed',
      min: 2,
      max: 1_000_000,
    }),
    list: lineField({
      label: 'Where the list is kept',
      required: 'Enter where the list of signatories is kept',
      max: 500,
    }),
  }),
  start: ({ file }): Record<string, string> => {
    const { petition } = file.state;
    if (petition === null) return {};
    return { signatories: String(petition.signatories), list: file.texts[petition.listKept.textId] ?? '' };
  },
  fields: form => html`${textInput({
    ...form.text('signatories'),
    label: 'How many people signed?',
    hint: 'The lead petitioner among them.',
    classes: 'govuk-input--width-5',
    inputmode: 'numeric',
  })}
${textInput({
  ...form.text('list'),
  label: 'Where is the list of signatories kept?',
  hint: 'Such as a folder in the records system. Their names are not copied here.',
})}`,
  make: ({ signatories, list }, { keep }) => ({
    type: 'RecordPetition',
    signatories,
    listKept: keep(list, 'petition'),
  }),
  done: 'Recorded. Letters go to the lead petitioner.',
});
