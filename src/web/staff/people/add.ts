import { addColleague } from '../../../application/accounts/manage-people.ts';
import { choicesField } from '../../forms/fields.ts';
import { formPage } from '../../forms/form-page.ts';
import { FormView, newForm } from '../../forms/form-view.ts';
import { readForm } from '../../forms/read-form.ts';
import { commandIdOf } from '../../forms/sent-form.ts';
import { type Html, html } from '../../html.ts';
import { paths } from '../../paths.ts';
import type { Answer, Visit } from '../../visit.ts';
import { proofInput, proven } from '../prove-again.ts';
import { detailFields, detailShape } from './detail-fields.ts';
import { linkPage } from './link-view.ts';
import { roleBoxes, roleIds } from './role-boxes.ts';

const shapeFor = (visit: Visit) => ({ ...detailShape(visit), roles: choicesField(roleIds(visit)) });

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
      team,
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
  const content = formPage({
    title: 'Add a person',
    hint: 'They get a link to choose a password with, which you pass on.',
    action: paths.personNew(),
    seal: visit.seal(),
    fields: html`${detailFields(visit, form)}
${roleBoxes(visit, form)}
${proofInput(visit, form)}`,
    submit: 'Add them and make the link',
    cancelHref: paths.people(),
  });
  return visit.page({ title: 'Add a person', content, width: 'reading', errors: form.summary() });
}
