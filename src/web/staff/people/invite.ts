import { inviteAgain } from '../../../application/accounts/manage-people.ts';
import { paths } from '../../paths.ts';
import { askAbout } from './ask.ts';
import { linkPage } from './link-view.ts';

/** `/people/:person/invite`. */
export const invitePages = askAbout({
  title: ({ name }) => `Make a link for ${name}`,
  hint: () =>
    'For somebody who has not come in yet, has forgotten the password, or has lost their telephone. First make sure that it is really them who asks: ring them, or see them.',
  action: paths.personInvite,
  submit: 'Make the link',
  async act(visit, { personId, name }) {
    const answer = await inviteAgain(visit.app, visit.viewer, personId);
    if (answer.kind === 'refused') return answer;
    return answer.token === null
      ? { redirect: paths.person({ person: personId }) }
      : linkPage(visit, name, answer.token);
  },
});
