import { changeRoles } from '../../../application/accounts/manage-people.ts';
import { choicesField } from '../../forms/fields.ts';
import { newForm } from '../../forms/form-view.ts';
import { readForm } from '../../forms/read-form.ts';
import { paths, withQuery } from '../../paths.ts';
import { askAbout } from './ask.ts';
import { roleBoxes, roleIds } from './role-boxes.ts';

/** `/people/:person/roles`. */
export const rolesPages = askAbout({
  title: ({ name }) => `Change the roles of ${name}`,
  hint: () => 'It holds from their next page on, and is kept with your name.',
  action: paths.personRoles,
  fields: roleBoxes,
  first: ({ roles }) => newForm({ roles }),
  submit: 'Change the roles',
  async act(visit, { personId }) {
    const read = readForm({ roles: choicesField(roleIds(visit)) }, visit.body);
    if (!read.ok) return read.form;
    const answer = await changeRoles(visit.app, visit.viewer, personId, read.values.roles);
    if (answer.kind === 'refused') return answer;
    return { redirect: withQuery(paths.person({ person: personId }), { done: 'roles' }) };
  },
});
