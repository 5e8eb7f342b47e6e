import { recordLeaving } from '../../../application/accounts/manage-people.ts';
import { paths, withQuery } from '../../paths.ts';
import { askAbout } from './ask.ts';

/** `/people/:person/left`. */
export const leftPages = askAbout({
  title: ({ name }) => `Record that ${name} has left`,
  hint: () =>
    'Their sessions end at once, and their password, app and links open nothing any more. What they did stays in the record under their name. What they hold is shown on their page, and stands with those who hand work out until it is handed over. This cannot be taken back.',
  action: paths.personLeft,
  submit: 'Record that they have left',
  warning: true,
  async act(visit, { personId }) {
    const answer = await recordLeaving(visit.app, visit.viewer, personId);
    if (answer.kind === 'refused') return answer;
    return { redirect: withQuery(paths.person({ person: personId }), { done: 'left' }) };
  },
});
