import { correctContact } from '../../../application/correct-contact.ts';
import { textInput } from '../../components/govuk/text-input.ts';
import { textarea } from '../../components/govuk/textarea.ts';
import { emailField, lineField, longTextField } from '../../forms/fields.ts';
import { html } from '../../html.ts';
import { type ActContext, actPage } from './act-page.ts';

/** Where the resident, or who acts for them, is reached from now on; what was known before is kept (R66). */
export const correctContactPage = actPage({
  act: 'correct-contact',
  command: 'CorrectContact',
  title: context => `Correct the contact details of ${personOf(context).name}`,
  hint: () =>
    'They hold for this person in every complaint from now on. What was recorded before stays on record, and letters that went stay as they went.',
  submit: 'Save the contact details',
  about: context => ({ personId: personOf(context).id }),
  subject: context => personOf(context).id,
  shape: () => ({
    email: emailField({ label: 'Email' }),
    phone: lineField({ label: 'Phone', max: 60 }),
    address: longTextField({ label: 'The address', max: 400 }),
    reason: longTextField({ label: 'How we know', required: 'Say how we know', max: 2000 }),
  }),
  start(context) {
    const { details } = personOf(context);
    return {
      email: details?.email ?? '',
      phone: details?.phone ?? '',
      address: details?.addressLines.join('\n') ?? '',
    };
  },
  fields: form => html`${textInput({ ...form.text('email'), label: 'Email', autocomplete: 'off', spellcheck: false })}
${textInput({ ...form.text('phone'), label: 'Phone', classes: 'govuk-input--width-20', autocomplete: 'off' })}
${textarea({ ...form.text('address'), label: 'Address for letters', hint: 'Each line of the address on a line of its own. Leave it empty for the home that the complaint is about.', rows: 4 })}
${textarea({ ...form.text('reason'), label: 'How do we know?', hint: 'For example: they told us on the phone, or a letter came back.', rows: 2, classes: 'rd-textarea--small' })}`,
  make(values, making, context) {
    const { id, details } = personOf(context);
    return correctContact(id, details, values, making);
  },
  done: 'Contact details corrected.',
});

/** Whom the page is about: the resident, unless the address names who acts for them. */
function personOf({ visit, file }: ActContext) {
  const { complainantId, representative } = file.state;
  const asked = visit.query['person'];
  const id = (asked !== undefined && asked === representative?.personId ? asked : complainantId) ?? '';
  const details = file.residents.get(id);
  return { id, details, name: details?.name ?? 'the resident' };
}
