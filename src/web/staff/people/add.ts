import { addColleague } from '../../../application/accounts/manage-people.ts';
import { select } from '../../components/govuk/select.ts';
import { textInput } from '../../components/govuk/text-input.ts';
import { choicesField, emailField, lineField, optionalChoiceField } from '../../forms/fields.ts';
import { formPage } from '../../forms/form-page.ts';
import { FormView, newForm } from '../../forms/form-view.ts';
import { readForm } from '../../forms/read-form.ts';
import { type Html, html } from '../../html.ts';
import { paths } from '../../paths.ts';
import type { Answer, Visit } from '../../visit.ts';
import { commandIdOf } from '../acts/act-page.ts';
import { proofInput, proven } from '../prove-again.ts';
import { linkPage } from './link-view.ts';
import { roleBoxes, roleIds } from './role-boxes.ts';

const shapeFor = (visit: Visit) => ({
  name: lineField({ label: 'The name', required: 'Enter their name', max: 200 }),
  email: emailField({ label: 'The email address', required: 'Enter the email address they will sign in with' }),
  'job-title': lineField({ label: 'The job title', max: 200 }),
  team: lineField({ label: 'The team', max: 100 }),
  manager: optionalChoiceField(managers(visit).map(one => one.personId)),
  roles: choicesField(roleIds(visit)),
});

function managers({ landlord }: Visit) {
  return landlord.staff.filter(one => one.active);
}

/** `/people/new`. */
export const addPages = {
  show: (visit: Visit): Answer => asking(visit, newForm()),
  async send(visit: Visit): Promise<Answer> {
    const read = readForm(shapeFor(visit), visit.body);
    if (!read.ok) return { status: 422, html: asking(visit, read.form) };
    const proof = await proven(visit, read.form);
    if (!proof.ok) return { status: 422, html: asking(visit, proof.form) };
    const { name, email, team, manager, roles } = read.values;
    const colleague = {
      name,
      email,
      jobTitle: read.values['job-title'] || null,
      team: team || null,
      managerId: manager,
      roles,
    };
    const answer = await addColleague(visit.app, visit.viewer, colleague, commandIdOf(visit.body));
    if (answer.kind === 'refused') {
      const form = new FormView(read.form.raw, [{ field: answer.field, text: answer.sentence }]);
      return { status: 422, html: asking(visit, form) };
    }
    if (answer.token === null) return { redirect: paths.person({ person: answer.personId }) };
    return linkPage(visit, name, answer.token);
  },
};

function asking(visit: Visit, form: FormView): Html {
  const people = managers(visit).map(({ personId, name }) => ({ value: personId, text: name }));
  const content = formPage({
    title: 'Add a person',
    hint: 'They get a link to choose a password with, which you pass on.',
    action: paths.personNew(),
    seal: visit.seal(),
    fields: html`${textInput({ ...form.text('name'), label: 'Name', autocomplete: 'off', spellcheck: false })}
${textInput({ ...form.text('email'), label: 'Email address', hint: 'They sign in with it.', type: 'email', autocomplete: 'off', spellcheck: false })}
${textInput({ ...form.text('job-title'), label: 'Job title (if it helps)', autocomplete: 'off' })}
${textInput({ ...form.text('team'), label: 'Team (if there are teams)', autocomplete: 'off', classes: 'govuk-input--width-20' })}
${select({ ...form.choice('manager'), label: 'Manager', items: [{ value: '', text: 'Nobody, or not known' }, ...people] })}
${roleBoxes(visit, form)}
${proofInput(visit, form)}`,
    submit: 'Add them and make the link',
    cancelHref: paths.people(),
  });
  return visit.page({ title: 'Add a person', content, width: 'reading', errors: form.summary() });
}
