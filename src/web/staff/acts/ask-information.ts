import { select } from '../../components/govuk/select.ts';
import { html } from '../../html.ts';
import { paths } from '../../paths.ts';
import { type ActContext, actPage } from './act-page.ts';
import { insteadOf, ownDate, questionFields, questionShape, startQuestion } from './asking.ts';
import { staffField, staffItems } from './choose-person.ts';

/** A question to a colleague, with a day to answer by. They see the question and nothing else of the complaint (MAG-10, MAG-64). */
export const askInformationPage = actPage({
  act: 'ask-information',
  command: 'AskInformation',
  title: () => 'Ask a colleague',
  hint: context => {
    const outside = paths.caseAct({ reference: context.file.reference, act: 'ask-outside' });
    return html`${ownDate(context)} Is it for somebody without an account here, such as a contractor? <a class="govuk-link" href="${outside}">Ask them by a link</a>.`;
  },
  submit: 'Ask',
  minds: false,
  about: ({ stage }) => ({ stage }),
  shape: context => ({ of: staffField(context, 'Choose whom to ask'), ...questionShape(context) }),
  start: startQuestion,
  fields: (
    form,
    context,
  ) => html`${select({ ...form.choice('of'), label: 'Whom do you ask?', items: staffItems(context, colleagues(context)) })}
${questionFields(form, context)}`,
  make: ({ of, area, question, due, 'with-files': files }, { keep }, context) => ({
    type: 'AskInformation',
    requestId: crypto.randomUUID(),
    stage: context.stage,
    of,
    serviceArea: area,
    dueOn: due,
    question: keep(question, 'question'),
    files,
    insteadOf: insteadOf(context),
  }),
  done: 'Asked. It is on their list of work.',
});

function colleagues({ file }: ActContext): string[] {
  const { actor } = file.deciding;
  return file.staff.filter(one => one.active && one.personId !== actor.personId).map(one => one.personId);
}
