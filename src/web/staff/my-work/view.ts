import type { Landlord } from '../../../application/landlord.ts';
import type { QueueCount } from '../../../application/queries/contacts.ts';
import type { LateAnswer } from '../../../application/queries/late-answers.ts';
import type { WorkList, WorkRow } from '../../../application/queries/my-work.ts';
import type { DutyReferral } from '../../../application/queries/referrals.ts';
import { addDays, type Instant, type LocalDate, sayDate } from '../../../domain/calendar/dates.ts';
import { sayDue } from '../../../domain/calendar/say-due.ts';
import type { Calendar } from '../../../domain/calendar/working-days.ts';
import { sayObligation } from '../../../domain/complaint/in-words.ts';
import type { LandlordDuty } from '../../../domain/landlord/duties.ts';
import { sayAway } from '../../../domain/staff/absence.ts';
import type { StaffDuty } from '../../../domain/staff/duties.ts';
import { tag } from '../../components/govuk/tag.ts';
import { adjustmentBadges } from '../../components/redress/adjustment-badges.ts';
import { dataTable } from '../../components/redress/data-table.ts';
import { dueTag, type Tone } from '../../components/redress/due-tag.ts';
import { emptyState } from '../../components/redress/empty-state.ts';
import { statTile, statTiles } from '../../components/redress/stat-tile.ts';
import { type Html, html } from '../../html.ts';
import { paths, withQuery } from '../../paths.ts';
import { recordPages } from '../../record-pages.ts';
import { toneOf } from '../case/case-head.ts';
import type { Covered } from './cover.ts';
import { dangersTable } from './dangers.ts';
import { landlordDutiesTable } from './landlord-duties.ts';
import { lateAnswersTable } from './late-answers.ts';
import { referralsTable } from './referrals.ts';
import { staffDutiesTable } from './staff-duties.ts';
import { triageNotice } from './triage-notice.ts';

export type MyWorkProps = {
  mine: WorkList;
  /** Dangers to be made safe, for whoever is on call; null for others. */
  dangers: WorkList | null;
  /** Restricted referrals, for whoever is on duty or named for one. */
  referrals: readonly DutyReferral[];
  now: Instant;
  team: WorkList | null;
  /** What the landlord itself owes and this person's role sees to. */
  landlordOwes: readonly LandlordDuty[];
  /** Late answers of the people this person manages, or for them. */
  lateAnswers: readonly LateAnswer[];
  areas: readonly { id: string; label: string }[];
  /** Whether they may open the complaints of these. */
  opens: boolean;
  /** Work of others that they cover for today. */
  covered: readonly Covered[];
  /** Training and the policy: their own, and of those they manage. */
  staffOwes: readonly StaffDuty[];
  /** That they are recorded as away themselves. */
  away: Html | false;
  viewerId: string;
  staff: Landlord['staff'];
  today: LocalDate;
  calendar: Calendar;
  needs: boolean;
  /** What nobody has judged yet. */
  triage: QueueCount;
};

/** My work: late first, then today, the next seven days, and later; below it what the team's queue owes. */
export function myWorkView(props: MyWorkProps): Html {
  const { mine, team, needs } = props;
  return html`<div class="rd-listhead"><h1 class="govuk-heading-l">My work</h1>
<p class="govuk-body-s"><a class="govuk-link" href="${withQuery(paths.myWork(), { needs: needs ? '' : '1' })}">${
    needs ? 'Show everybody' : 'Only people with adjustments or support needs'
  }</a></p></div>
${props.away}
${dangersTable(props)}
${referralsTable(props)}
${triageNotice(props.triage)}
${tiles(mine, props)}
${landlordDutiesTable(props)}
${mine.rows.length > 0 ? workGroups(mine, props) : owesNothing(props) && nothing()}
${lateAnswersTable(props)}
${props.covered.map(one => coveredSection(one, props))}
${staffDutiesTable(props)}
${team !== null && html`<h2 class="govuk-heading-m">The complaints team’s queue</h2>${team.rows.length === 0 ? html`<p class="govuk-body">Everything has somebody’s name on it.</p>` : workTable(team.rows, 'Not assigned to anybody', props)}`}`;
}

/** What somebody away would have to do meanwhile: it stays theirs, and whoever covers sees to it. */
function coveredSection({ name, absence, rows, more }: Covered, props: MyWorkProps): Html {
  const away = sayAway(absence, props.today);
  return html`<h2 class="govuk-heading-m">For ${name}, ${away}</h2>
${
  rows.length === 0
    ? html`<p class="govuk-body">Nothing of theirs is due until then.</p>`
    : workTable(rows, `Due meanwhile, for ${name} (${rows.length})`, props, true)
}${more && html`<p class="govuk-body">There is more later on.</p>`}`;
}

/** Nothing stands above either: no danger to be made safe, no referral, nothing of the landlord's own. */
function owesNothing({ dangers, referrals, landlordOwes }: MyWorkProps): boolean {
  return (dangers?.rows.length ?? 0) + referrals.length + landlordOwes.length === 0;
}

/** What is owed by this person in any right. A number opens what is theirs, or what they see to for the landlord where that is all. */
function tiles({ rows, more }: WorkList, { today, landlordOwes }: MyWorkProps): Html {
  const week = addDays(today, 7);
  const tile = (part: string, label: string, holds: (date: LocalDate) => boolean, tone?: Tone): Html => {
    const own = rows.filter(row => row.dueOn !== null && holds(dateOf(row))).length;
    const found = own + landlordOwes.filter(({ dueOn }) => holds(dueOn)).length;
    const number = more && own === rows.length ? `${found}+` : String(found);
    const href = found === 0 ? undefined : own === 0 ? '#landlord' : `#${part}`;
    // None is no alarm.
    return statTile({ number, label, href, tone: found === 0 ? undefined : tone });
  };
  return statTiles(
    [
      tile('late', 'late', date => date < today, 'late'),
      tile('today', 'due today', date => date === today, 'soon'),
      tile('week', 'in the next seven days', date => date > today && date <= week),
      tile('later', 'later', date => date > week),
    ],
    { inPairs: true },
  );
}

function nothing(): Html {
  return emptyState({
    title: 'Nothing is owed by you today',
    text: 'What you are asked for, or given to handle, appears here with its date.',
    action: html`<a class="govuk-link" href="${paths.cases()}">Look through all cases</a>`,
  });
}

function workGroups({ rows, more }: WorkList, props: MyWorkProps): Html {
  const { today } = props;
  const week = addDays(today, 7);
  const groups: [string, string, (row: WorkRow) => boolean][] = [
    ['late', 'Late', row => row.dueOn !== null && dateOf(row) < today],
    ['today', 'Today', row => dateOf(row) === today],
    ['week', 'The next seven days', row => dateOf(row) > today && dateOf(row) <= week],
    ['later', 'Later', row => dateOf(row) > week],
  ];
  return html`${groups.map(([id, caption, belongs]) => {
    const own = rows.filter(belongs);
    return own.length === 0
      ? html``
      : html`<section id="${id}">${workTable(own, `${caption} (${own.length})`, props)}</section>`;
  })}${more && html`<p class="govuk-body">There is more. These are the first ${rows.length}.</p>`}`;
}

/** `brief`: with the way to the hand-over brief of each complaint. */
function workTable(rows: readonly WorkRow[], caption: string, { today, calendar }: MyWorkProps, brief = false): Html {
  return dataTable({
    caption,
    rows,
    tone: row => (dateOf(row) < today ? 'late' : dateOf(row) === today ? 'soon' : undefined),
    columns: [
      {
        heading: 'Due',
        cell: row => {
          if (row.dueOn === null) return 'No date';
          const date = dateOf(row);
          const words = sayDue(date, today, calendar);
          return dueTag({ words, tone: toneOf(date, today), date: sayDate(date), place: 'below' });
        },
      },
      {
        heading: 'What to do',
        isRowHeader: true,
        cell: row =>
          html`<a class="govuk-link rd-table__main" href="${hrefOf(row)}">${sayObligation(row)}</a>${
            row.priority && html` ${tag({ text: 'Safety first', colour: 'red' })}`
          }<span class="rd-table__second">${row.rule} (${row.clause})</span>`,
      },
      {
        heading: 'For whom',
        cell: row =>
          row.kind === 'supply-information'
            ? html`<span class="rd-quiet-text">Whoever asked</span>`
            : html`${row.name} ${row.adjustments !== null && adjustmentBadges(row.adjustments.split(', ').map(text => ({ text })))}<span class="rd-table__second">${row.address ?? ''}</span>`,
      },
      {
        heading: 'Stage',
        cell: row =>
          row.stage === null ? '' : tag({ text: `Stage ${row.stage}`, colour: row.stage === 2 ? 'purple' : 'blue' }),
      },
      {
        heading: 'Case',
        cell: row =>
          html`<span class="rd-nowrap">${row.reference ?? (row.record && recordPages[row.record].label)}</span>${
            brief &&
            row.reference !== null &&
            html`<a class="govuk-link rd-block" href="${paths.caseHandOver({ reference: row.reference })}">Brief<span class="govuk-visually-hidden"> for taking over ${row.reference}</span></a>`
          }`,
      },
    ],
  });
}

/** The date to work to (R5, R11); last where there is none. */
function dateOf({ workOn, dueOn }: WorkRow): LocalDate {
  return workOn ?? dueOn ?? '9999-12-31';
}

/** Where it is done. A question is answered on its own page, whose reader may see nothing else of the complaint (MAG-10). */
function hrefOf({ kind, reference, record, obligationId, caseId }: WorkRow): string {
  if (reference === null) return record === null ? paths.cases() : recordPages[record].page(caseId);
  if (kind !== 'supply-information') return paths.case({ reference });
  const request = obligationId.replace('supply-information-', '');
  return withQuery(paths.caseAct({ reference, act: 'give-information' }), { request });
}
