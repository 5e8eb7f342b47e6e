import { workloads } from '../../../application/queries/workload.ts';
import type { Reading } from '../../../application/reading.ts';
import { titleOf } from '../../../application/staff-choices.ts';
import { loadStaffRecord } from '../../../application/staff-record.ts';
import { holds } from '../../../domain/access/permissions.ts';
import { sayDate } from '../../../domain/calendar/dates.ts';
import { trainingOf } from '../../../domain/policy/training.ts';
import { awayOn, sayAway } from '../../../domain/staff/absence.ts';
import type { HandOver, StaffRecord } from '../../../domain/staff/record.ts';
import { trainingNeeded } from '../../../domain/staff/training.ts';
import { whyNotAbout, whyNotTrain } from '../../../domain/staff/who.ts';
import { summaryList } from '../../components/govuk/summary-list.ts';
import { tag } from '../../components/govuk/tag.ts';
import { type Html, html } from '../../html.ts';
import { paths } from '../../paths.ts';
import type { Answer, Visit } from '../../visit.ts';
import { sayLoad } from './say-load.ts';
import { teamName } from './team-name.ts';
import { type Member, maySee, memberIn, refusedPage } from './who.ts';

const done: Readonly<Record<string, string>> = {
  absence: 'The absence is recorded. What is due meanwhile stands with the cover as well.',
  changed: 'The absence is changed.',
  back: 'Recorded as back. Their work stands with them alone again.',
  training: 'The training is recorded.',
};

/** `/team/:person`. */
export async function showMember(visit: Visit, tx: Reading): Promise<Answer> {
  const member = memberIn(visit);
  if (member === null) return null;
  if (!maySee(visit, member))
    return refusedPage(visit, 'Team', `The page of ${member.name} is for them and for who answers for them.`);
  const { viewer, today } = visit;
  const [loads, { record }] = await Promise.all([
    workloads(tx, viewer.landlordId, today),
    loadStaffRecord(tx, viewer.landlordId, member.personId),
  ]);
  const content = html`<h1 class="govuk-heading-l">${member.name}</h1>
${facts(visit, member, sayLoad(loads.get(member.personId)))}
${absences(visit, member, record)}
${training(visit, member)}
${handOvers(visit, member, record)}`;
  return visit.page({ title: member.name, content, width: 'reading', done: done[visit.query['done'] ?? ''] });
}

function facts({ landlord, viewer, today }: Visit, member: Member, load: string): Html {
  const { personId, jobTitle, roles, team, managerId, leftOn } = member;
  const manager = landlord.staff.find(one => one.personId === managerId)?.name;
  const reports = landlord.staff.filter(one => one.active && one.managerId === personId).map(one => one.name);
  const hands = holds(viewer.roles, 'assign', landlord.policy);
  const move = { href: paths.teamHandOver({ person: personId }), text: 'Hand over', visuallyHiddenText: 'their work' };
  const away = awayOn(member, today);
  return summaryList({
    rows: [
      leftOn !== null && { key: 'Has left', value: sayDate(leftOn) },
      away !== null && {
        key: 'Today',
        value: html`${tag({ text: 'Away', colour: 'yellow' })} ${sayAway(away, today)}`,
      },
      {
        key: 'Role',
        value: [jobTitle, ...roles.map(id => titleOf(landlord.policy, id))].filter(Boolean).join(', ') || 'None',
      },
      { key: 'Team', value: teamName(landlord, team) ?? 'None recorded' },
      { key: 'Manager', value: manager ?? 'None recorded' },
      reports.length > 0 && { key: 'Manages', value: reports.join(', ') },
      { key: 'Work', value: load, ...(hands ? { actions: { items: [move] } } : {}) },
    ],
  });
}

function absences({ landlord, viewer, today }: Visit, member: Member, record: StaffRecord): Html {
  const may = member.leftOn === null && whyNotAbout(viewer, member, landlord.policy) === null;
  const shown = record.absences.filter(one => one.to === null || one.to >= today);
  const before = record.absences.length - shown.length;
  const name = (id: string | null) => landlord.staff.find(one => one.personId === id)?.name ?? 'nobody';
  const { personId: person } = member;
  return html`<h2 class="govuk-heading-m" id="absence">Absence</h2>
${
  shown.length === 0
    ? html`<p class="govuk-body">None is recorded from today on${before > 0 && `; ${before} before`}.</p>`
    : html`<ul class="govuk-list govuk-list--spaced">${shown.map(
        one =>
          html`<li>${sayDate(one.from)} to ${one.to === null ? 'a day not known yet' : sayDate(one.to)}; ${name(one.coverId)} covers. ${
            may &&
            html`<a class="govuk-link" href="${paths.teamAbsence({ person, absence: one.absenceId })}">Change<span class="govuk-visually-hidden"> the absence from ${sayDate(one.from)}</span></a> · <a class="govuk-link" href="${paths.teamBack({ person, absence: one.absenceId })}">${one.from > today ? 'Call it off' : 'Back at work'}</a>`
          }</li>`,
      )}</ul>`
}
${may && html`<p class="govuk-body"><a class="govuk-link" href="${paths.teamAbsenceNew({ person })}">Record an absence</a></p>`}`;
}

function training({ landlord, viewer, today }: Visit, member: Member): Html {
  const needed = trainingNeeded(member, landlord);
  const held = trainingOf(landlord).filter(kind => member.training.some(one => one.trainingId === kind.id));
  const all = [...new Set([...needed, ...held])];
  const may = member.leftOn === null && whyNotTrain(viewer, member, landlord.policy) === null;
  return html`<h2 class="govuk-heading-m" id="training">Training</h2>
${
  all.length === 0
    ? html`<p class="govuk-body">Their role needs none.</p>`
    : summaryList({
        rows: all.map(kind => {
          const found = member.training.find(one => one.trainingId === kind.id);
          const over = found?.expiresOn !== undefined && found.expiresOn !== null && found.expiresOn < today;
          return {
            key: kind.label,
            value:
              found === undefined
                ? html`${tag({ text: 'Not recorded', colour: 'red' })} needed for what their role does (${kind.clause})`
                : html`Done ${sayDate(found.on)}${found.expiresOn !== null && html`, ${over ? html`${tag({ text: 'Run out', colour: 'red' })} on` : 'counts until'} ${sayDate(found.expiresOn)}`}`,
          };
        }),
      })
}
${may && html`<p class="govuk-body"><a class="govuk-link" href="${paths.teamTrainingNew({ person: member.personId })}">Record training</a></p>`}`;
}

function handOvers({ landlord, viewer }: Visit, member: Member, { handOvers: all }: StaffRecord): Html | false {
  if (all.length === 0 || !holds(viewer.roles, 'assign', landlord.policy)) return false;
  return html`<h2 class="govuk-heading-m">Handed over</h2>
<ul class="govuk-list govuk-list--bullet">${all.toReversed().map(one => line(member, one))}</ul>`;
}

function line({ personId }: Member, { handOverId, on, moved, stayed }: HandOver): Html {
  const href = paths.teamHandedOver({ person: personId, handover: handOverId });
  return html`<li><a class="govuk-link" href="${href}">${sayDate(on)}</a>: ${moved.length} went${stayed.length > 0 && `, ${stayed.length} stayed for a decision`}</li>`;
}
