import type { Landlord } from '../../../application/landlord.ts';
import { titleOf } from '../../../application/staff-choices.ts';
import type { LocalDate } from '../../../domain/calendar/dates.ts';
import { awaySoon, sayAway } from '../../../domain/staff/absence.ts';
import { type Load, noLoad } from '../../../domain/staff/load.ts';
import { sayGap, trainingGaps } from '../../../domain/staff/training.ts';
import { tag } from '../../components/govuk/tag.ts';
import { dataTable } from '../../components/redress/data-table.ts';
import { type Html, html } from '../../html.ts';
import { paths } from '../../paths.ts';
import { capped } from './say-load.ts';
import { teamName } from './team-name.ts';

type Member = Landlord['staff'][number];
export type TeamProps = {
  landlord: Landlord;
  loads: ReadonlyMap<string, Load>;
  today: LocalDate;
  /** Whether the reader hands work out. */
  assigns: boolean;
};

/** Everybody with what they carry; first whoever has left and still holds work, which is nobody's until somebody is given it (R69). */
export function teamView(props: TeamProps): Html {
  const { landlord, loads, assigns } = props;
  const here = landlord.staff.filter(one => one.active);
  const gone = landlord.staff.filter(one => !one.active && loads.has(one.personId));
  return html`<div class="rd-listhead"><h1 class="govuk-heading-l">Team</h1>
<p class="govuk-body-s"><a class="govuk-link" href="${paths.teamTraining()}">Training of those who handle complaints</a></p></div>
${
  gone.length > 0 &&
  html`${table('Have left, and still hold work', gone, props)}
<p class="govuk-body">${assigns ? 'Hand it over: nobody sees to it as it is.' : 'Whoever hands work out has to give it to somebody.'}</p>`
}
${table('Work here', here, props)}`;
}

function table(caption: string, rows: readonly Member[], props: TeamProps): Html {
  const { landlord } = props;
  const load = (member: Member): Load => loadOf(member, props);
  return dataTable<Member>({
    caption,
    rows,
    tone: member => (load(member).late > 0 ? 'late' : undefined),
    columns: [
      {
        heading: 'Name',
        isRowHeader: true,
        cell: member =>
          html`<a class="govuk-link rd-table__main" href="${paths.teamMember({ person: member.personId })}">${member.name}</a><span class="rd-table__second">${member.jobTitle ?? member.roles.map(id => titleOf(landlord.policy, id)).join(', ')}</span>`,
      },
      {
        heading: 'Team and manager',
        cell: member =>
          html`${teamName(landlord, member.team) ?? 'No team'}<span class="rd-table__second">${landlord.staff.find(one => one.personId === member.managerId)?.name ?? 'No manager recorded'}</span>`,
      },
      { heading: 'Open complaints', format: 'number', cell: member => capped(load(member).cases) },
      { heading: 'Due in seven days', format: 'number', cell: member => capped(load(member).soon) },
      { heading: 'Late', format: 'number', cell: member => capped(load(member).late) },
      { heading: 'To know', cell: member => html`${member.active && toKnow(member, props)}${handOver(member, props)}` },
    ],
  });
}

function loadOf({ personId }: Member, { loads }: TeamProps): Load {
  return loads.get(personId) ?? noLoad;
}

/** Away now or soon, and training that is lacking. */
function toKnow(member: Member, { landlord, today }: TeamProps): Html {
  const absence = awaySoon(member, today);
  const cover = landlord.staff.find(one => one.personId === absence?.coverId)?.name;
  const covered = cover === undefined ? 'nobody covers' : `${cover} covers`;
  const gaps = trainingGaps(member, landlord, today).map(sayGap);
  return html`${
    absence !== null &&
    html`${tag({ text: absence.from > today ? 'Away soon' : 'Away', colour: 'yellow' })} <span class="rd-block">${sayAway(absence, today)}, ${covered}</span>`
  }${gaps.map(gap => html`<span class="rd-block">${gap.charAt(0).toUpperCase()}${gap.slice(1)}</span>`)}`;
}

function handOver(member: Member, props: TeamProps): Html | false {
  const { cases, soon, late } = loadOf(member, props);
  if (!props.assigns || cases + soon + late === 0) return false;
  return html`<a class="govuk-link" href="${paths.teamHandOver({ person: member.personId })}">Hand over<span class="govuk-visually-hidden"> the work of ${member.name}</span></a>`;
}
