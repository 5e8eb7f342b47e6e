import { historyOf, listPeople, type Person } from '../../../application/accounts/manage-people.ts';
import { type Held, type HeldWork, heldWork } from '../../../application/queries/held-work.ts';
import type { Reading } from '../../../application/reading.ts';
import { titleOf } from '../../../application/staff-choices.ts';
import { holds } from '../../../domain/access/permissions.ts';
import { sayDate } from '../../../domain/calendar/dates.ts';
import { sayList } from '../../../domain/complaint/refusals/words.ts';
import { button, buttonGroup } from '../../components/govuk/button.ts';
import { insetText } from '../../components/govuk/inset-text.ts';
import { summaryList } from '../../components/govuk/summary-list.ts';
import { type Html, html } from '../../html.ts';
import { paths } from '../../paths.ts';
import type { Answer, Visit } from '../../visit.ts';
import { sayMoment } from '../say-moment.ts';
import { teamName } from '../team/team-name.ts';
import { standingTag } from './view.ts';

/** `/people/:person`. */
export async function showPerson(visit: Visit, tx: Reading): Promise<Answer> {
  const person = (await listPeople(tx, visit.landlord, visit.now)).find(one => one.personId === visit.params['person']);
  if (person === undefined) return null;
  const history = await historyOf(tx, visit.viewer, person.personId);
  const content = html`<h1 class="govuk-heading-l">${person.name}</h1>
${facts(visit, person)}
${stillHeld(visit, person, await heldWork(tx, visit.viewer.landlordId, person.personId, visit.today))}
${person.standing !== 'left' && acts(visit, person)}
<h2 class="govuk-heading-m">What has been changed</h2>
${
  history.length === 0
    ? html`<p class="govuk-body">Nothing since accounts are kept here.</p>`
    : html`<ul class="govuk-list govuk-list--spaced">${history.map(change => html`<li>${sayMoment(change.at)}: ${sayChange(visit, change)}</li>`)}</ul>`
}
<p class="govuk-body"><a class="govuk-link" href="${paths.people()}">Back to people</a></p>`;
  const done = sentences[visit.query['done'] ?? ''];
  return visit.page({ title: person.name, content, width: 'reading', done });
}

const sentences: Readonly<Record<string, string>> = {
  details: 'Their details are changed.',
  roles: 'Their roles are changed. It holds from their next page on.',
  left: 'It is recorded that they have left. Their sessions have ended, and nothing lets them in any more.',
};

function facts({ landlord }: Visit, person: Person): Html {
  const { jobTitle, email, team, managerId, roles, standing, signedInAt, leftOn } = person;
  const manager = landlord.staff.find(one => one.personId === managerId)?.name;
  const change = { href: paths.personRoles({ person: person.personId }), text: 'Change', visuallyHiddenText: 'roles' };
  return summaryList({
    rows: [
      { key: 'Standing', value: standingTag(standing) },
      { key: 'Email address', value: email ?? 'None' },
      jobTitle !== null && { key: 'Job title', value: jobTitle },
      { key: 'Team', value: teamName(landlord, team) ?? 'None' },
      { key: 'Manager', value: manager ?? 'None' },
      {
        key: 'Roles',
        value: roles.map(id => titleOf(landlord.policy, id)).join(', ') || 'None',
        ...(standing === 'left' ? {} : { actions: { items: [change] } }),
      },
      { key: 'Last signed in', value: signedInAt === null ? 'Never' : sayMoment(signedInAt) },
      leftOn !== null && { key: 'Left', value: sayDate(leftOn) },
    ],
  });
}

/** What is theirs, by number alone: an administrator sees no complaint (MAG-11). Handed over by whoever hands work out. */
function stillHeld(
  { viewer, landlord }: Visit,
  { personId, name, standing }: Person,
  { held, more }: HeldWork,
): Html | false {
  if (held.length === 0) return false;
  const count = (kind: Held['thing']['kind']): number => held.filter(one => one.thing.kind === kind).length;
  const kinds = [
    [count('complaint'), 'complaint'],
    [count('promise'), 'promise'],
    [count('question'), 'question'],
    [count('record'), 'record of dissatisfaction'],
  ] as const;
  const said = kinds
    .filter(([found]) => found > 0)
    .map(([found, word]) => `${found} ${found === 1 ? word : plural(word)}`);
  const assigns = holds(viewer.roles, 'assign', landlord.policy);
  const who = landlord.policy.roles.filter(role => role.may.includes('assign')).map(role => role.title);
  return insetText({
    text: html`<strong>${name} ${standing === 'left' ? 'still holds' : 'holds'} ${more && 'more than '}${sayList(said)}.</strong> ${
      assigns
        ? html`<a class="govuk-link" href="${paths.teamHandOver({ person: personId })}">Hand it over</a>`
        : `It is handed over by ${who.join(' or ')}, on whose page of what is unassigned it stands once they have left.`
    }`,
  });
}

function plural(word: string): string {
  return word.startsWith('record') ? word.replace('record', 'records') : `${word}s`;
}

function acts({ viewer }: Visit, { personId, standing }: Person): Html {
  const invite = standing === 'none' ? 'Invite them' : 'Make a new link';
  const secondary = 'govuk-button--secondary';
  const left = button({ text: 'They have left', href: paths.personLeft({ person: personId }), classes: secondary });
  return buttonGroup(
    button({ text: 'Change the details', href: paths.personDetails({ person: personId }), classes: secondary }),
    button({ text: invite, href: paths.personInvite({ person: personId }), classes: secondary }),
    ...(personId === viewer.personId ? [] : [left]),
  );
}

type Change = Awaited<ReturnType<typeof historyOf>>[number];

const detailWords: Readonly<Record<string, string>> = { email: 'email address', 'job-title': 'job title' };

function sayChange({ landlord }: Visit, { kind, actor, roles, details }: Change): string {
  const id = /^person:(.*)$/.exec(actor)?.[1];
  const machine =
    actor === 'machine:sign-in-provider' ? (landlord.providerName ?? 'Sign-in provider') : 'From the terminal';
  const who = landlord.staff.find(one => one.personId === id)?.name ?? machine;
  const titles = (roles ?? []).map(role => titleOf(landlord.policy, role)).join(', ') || 'none';
  const what: Readonly<Record<Change['kind'], string>> = {
    added: `added, with the roles: ${titles}`,
    invited: 'a link was made',
    'account-made': 'a password was chosen and an app set up',
    'password-changed': 'the password was changed',
    'app-changed': 'another app was set up',
    'recovery-codes-made': 'new recovery codes were made',
    'recovery-code-used': 'came in with a recovery code',
    'roles-changed': `roles changed to: ${titles}`,
    'details-changed': `changed: ${(details ?? []).map(name => detailWords[name] ?? name).join(', ')}`,
    'identity-bound': 'came in through the landlord’s sign-in provider for the first time',
    left: 'recorded as having left',
  };
  return `${what[kind]} (${who})`;
}
