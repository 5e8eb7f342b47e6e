import type { Person, Standing } from '../../../application/accounts/manage-people.ts';
import { titleOf } from '../../../application/staff-choices.ts';
import { sayShortDate } from '../../../domain/calendar/dates.ts';
import type { Policy } from '../../../domain/policy/policy.ts';
import { button } from '../../components/govuk/button.ts';
import { type TagColour, tag } from '../../components/govuk/tag.ts';
import { dataTable } from '../../components/redress/data-table.ts';
import { type Html, html } from '../../html.ts';
import { paths } from '../../paths.ts';
import { sayMoment } from '../say-moment.ts';

const words: Readonly<Record<Standing, readonly [string, TagColour]>> = {
  'signed-in': ['Has an account', 'green'],
  invited: ['Invited', 'blue'],
  none: ['Not invited', 'yellow'],
  left: ['Left', 'grey'],
};

/** How somebody stands, as a word on a ground. */
export function standingTag(standing: Standing): Html {
  const [text, colour] = words[standing];
  return tag({ text, colour });
}

/** Those who work here first, then those who have left. */
export function peopleView(people: readonly Person[], policy: Policy): Html {
  const [here, gone] = [people.filter(one => one.standing !== 'left'), people.filter(one => one.standing === 'left')];
  return html`<h1 class="govuk-heading-l">People</h1>
<p class="govuk-body">Who works here, what they may do, and whether they can come in.</p>
${button({ text: 'Add a person', href: paths.personNew() })}
${peopleTable('Who works here', here, policy)}
${gone.length > 0 && peopleTable('Who has left', gone, policy)}`;
}

function peopleTable(caption: string, people: readonly Person[], policy: Policy): Html {
  return dataTable<Person>({
    caption,
    columns: [
      {
        heading: 'Name',
        isRowHeader: true,
        cell: ({ personId, name, jobTitle }) =>
          html`<a class="govuk-link" href="${paths.person({ person: personId })}">${name}</a>${jobTitle !== null && html`<br><span class="rd-quiet-text">${jobTitle}</span>`}`,
      },
      { heading: 'Roles', cell: ({ roles }) => roles.map(id => titleOf(policy, id)).join(', ') || 'None' },
      { heading: 'Email address', cell: ({ email }) => email ?? 'None' },
      { heading: 'Standing', cell: ({ standing }) => standingTag(standing) },
      { heading: 'Last signed in', cell: lastSeen },
    ],
    rows: people,
  });
}

function lastSeen({ signedInAt, leftOn }: Person): string {
  if (leftOn !== null) return `Left ${sayShortDate(leftOn)}`;
  return signedInAt === null ? 'Never' : sayMoment(signedInAt);
}
