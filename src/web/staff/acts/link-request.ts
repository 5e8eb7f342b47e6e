import { linkRequestTo } from '../../../application/link-request.ts';
import { radios } from '../../components/govuk/radios.ts';
import { textInput } from '../../components/govuk/text-input.ts';
import { choiceField, lineField } from '../../forms/fields.ts';
import { html } from '../../html.ts';
import { actPage } from './act-page.ts';

/** An older request for a service is background to a complaint, or what it is about; the request goes on (MAG-14, MAG-21). */
export const linkRequestPage = actPage({
  act: 'link-request',
  command: 'LinkServiceRequest',
  title: () => 'Link a service request',
  hint: () => 'The request goes on beside the complaint, with its own owner and reviews.',
  submit: 'Link it',
  about: ({ visit }) => (visit.query['request'] === undefined ? {} : { requestId: visit.query['request'] }),
  shape: ({ visit }) => ({
    'housing-reference': lineField({
      label: 'Reference',
      max: 200,
      ...(visit.query['request'] === undefined ? { required: 'Enter what it is called in the housing system' } : {}),
    }),
    why: choiceField(['about', 'background'], 'Choose what it has to do with the complaint'),
  }),
  fields: (form, { visit }) => html`${
    visit.query['request'] === undefined &&
    textInput({
      ...form.text('housing-reference'),
      label: 'What it is called in the housing system',
      hint: 'One without such a reference is linked from its own page.',
      classes: 'govuk-input--width-20',
      autocomplete: 'off',
      spellcheck: false,
    })
  }
${radios({
  ...form.choice('why'),
  fieldset: { legend: 'What has it to do with the complaint?' },
  items: [
    { value: 'about', text: 'The complaint is about how it was dealt with' },
    { value: 'background', text: 'It came before', hint: 'Background: the same problem, reported earlier.' },
  ],
})}`,
  make: ({ 'housing-reference': housingReference, why }, making, { visit, file }, tx) => {
    const requestId = visit.query['request'];
    const which = requestId === undefined ? { housingReference } : { requestId };
    return linkRequestTo(visit.app, tx, visit.viewer, visit.scope, making, { caseId: file.caseId, which, why });
  },
  done: 'Linked. The request goes on.',
});
