import { changeDetails } from '../../../application/accounts/change-details.ts';
import { newForm } from '../../forms/form-view.ts';
import { readForm } from '../../forms/read-form.ts';
import { paths, withQuery } from '../../paths.ts';
import { askAbout } from './ask.ts';
import { detailFields, detailShape } from './detail-fields.ts';

/** `/people/:person/details`. */
export const detailsPages = askAbout({
  title: ({ name }) => `Change the details of ${name}`,
  hint: () =>
    'A new name stands from now on wherever they are named, in what they did before as well; letters that were issued stay as they were. That something was changed is kept with your name; what it was before is not.',
  action: paths.personDetails,
  fields: detailFields,
  first: ({ name, email, jobTitle, team, managerId }) =>
    newForm({ name, email: email ?? '', 'job-title': jobTitle ?? '', team: team ?? '', manager: managerId ?? '' }),
  submit: 'Change the details',
  async act(visit, person) {
    const read = readForm(detailShape(visit, person), visit.body);
    if (!read.ok) return read.form;
    const { name, email, team, manager } = read.values;
    const details = { name, email: email || null, jobTitle: read.values['job-title'] || null, team: team || null };
    const answer = await changeDetails(visit.app, visit.viewer, person.personId, { ...details, managerId: manager });
    if (answer.kind === 'refused') return answer;
    return { redirect: withQuery(paths.person({ person: person.personId }), { done: 'details' }) };
  },
});
