import { makeLink } from '../../../application/questions/links.ts';
import { checkboxes } from '../../components/govuk/checkboxes.ts';
import { textInput } from '../../components/govuk/text-input.ts';
import { textarea } from '../../components/govuk/textarea.ts';
import { choicesField, emailField, lineField, longTextField } from '../../forms/fields.ts';
import { commandIdOf } from '../../forms/sent-form.ts';
import { html } from '../../html.ts';
import { paths } from '../../paths.ts';
import { actPage } from './act-page.ts';
import { insteadOf, ownDate, questionFields, questionShape, startQuestion } from './asking.ts';
import { linkPage } from './question-link.ts';

/**
 * A question to somebody without an account: a contractor, another organisation. A link opens this question alone; of the resident they
 * are told nothing unless it is ticked, with a reason (MAG-10, MAG-11).
 */
export const askOutsidePage = actPage({
  act: 'ask-outside',
  command: 'AskOutsider',
  title: () => 'Ask somebody without an account',
  hint: context => html`${ownDate(context)} You get a link to send them yourself: no email is sent from here.`,
  submit: 'Ask, and show me the link',
  minds: false,
  about: ({ stage }) => ({ stage }),
  shape: context => ({
    name: lineField({ label: 'Their name', required: 'Enter their name', max: 200 }),
    email: emailField({ label: 'Their email address', required: 'Enter their email address' }),
    organisation: lineField({ label: 'The organisation', required: 'Enter whom they work for', max: 200 }),
    ...questionShape(context),
    tell: choicesField(['name', 'address']),
    'why-tell': longTextField({ label: 'Why they need it', max: 2000 }),
  }),
  start: startQuestion,
  check: ({ tell, 'why-tell': why }) =>
    tell.length > 0 && why === '' ? [{ field: 'why-tell', text: 'Enter why they need it' }] : [],
  fields: (form, context) => html`${textInput({ ...form.text('name'), label: 'Whom do you ask?' })}
${textInput({ ...form.text('email'), label: 'Their email address', hint: 'For you to write to, and so that it is known who was asked.', type: 'email' })}
${textInput({ ...form.text('organisation'), label: 'Whom they work for' })}
${questionFields(form, context)}
${checkboxes({
  ...form.choices('tell'),
  fieldset: { legend: 'What they are told of the resident' },
  hint: 'Nothing, unless they cannot answer without it.',
  items: [
    { value: 'name', text: 'The resident’s name' },
    { value: 'address', text: 'The address of the home' },
  ],
})}
${textarea({ ...form.text('why-tell'), label: 'If you ticked one: why they need it', rows: 2 })}`,
  make: (values, { keep }, context) => ({
    type: 'AskOutsider',
    // The form's own id, so that a second press of the button finds the same question.
    requestId: commandIdOf(context.visit.body),
    stage: context.stage,
    outsider: {
      name: keep(values.name, 'outsider'),
      email: keep(values.email, 'outsider'),
      organisation: keep(values.organisation, 'outsider'),
    },
    serviceArea: values.area,
    dueOn: values.due,
    question: keep(values.question, 'question'),
    told: {
      name: values.tell.includes('name'),
      address: values.tell.includes('address'),
      reason: values['why-tell'] === '' ? null : keep(values['why-tell'], 'reason'),
    },
    files: values['with-files'],
    insteadOf: insteadOf(context),
  }),
  done: 'Asked.',
  async finish({ visit, file }, again) {
    const requestId = commandIdOf(visit.body);
    if (again)
      return { redirect: `${paths.caseAct({ reference: file.reference, act: 'question-link' })}?request=${requestId}` };
    const ask = { caseId: file.caseId, versionSeen: null, commandId: crypto.randomUUID(), payload: { requestId } };
    const made = await makeLink(visit.app, visit.viewer, ask, requestId);
    return linkPage(visit, file.reference, made.kind === 'done' ? made.token : null);
  },
});
