/** Read and understood (MGL-37): a person's own confirmation on the policy's page, and who has and who has not, for those who lead. */
import { actOnStaff } from '../../../application/act-on-staff.ts';
import type { Landlord } from '../../../application/landlord.ts';
import { later, policyAskedOf, readersOf } from '../../../application/queries/policy-readers.ts';
import type { LoadedVersion } from '../../../application/queries/policy-versions.ts';
import { loadedVersions } from '../../../application/queries/policy-versions.ts';
import type { Reading } from '../../../application/reading.ts';
import { titleOf } from '../../../application/staff-choices.ts';
import { type LocalDate, sayDate } from '../../../domain/calendar/dates.ts';
import { sayDue } from '../../../domain/calendar/say-due.ts';
import { dutyTime } from '../../../domain/policy/duty-times.ts';
import { isConcerned, readingDuty, type StaffDuty } from '../../../domain/staff/duties.ts';
import { button } from '../../components/govuk/button.ts';
import { checkboxes } from '../../components/govuk/checkboxes.ts';
import { tag } from '../../components/govuk/tag.ts';
import { dataTable } from '../../components/redress/data-table.ts';
import { dueTag } from '../../components/redress/due-tag.ts';
import { tickField } from '../../forms/fields.ts';
import { formPage, sealFields } from '../../forms/form-page.ts';
import { type FormView, newForm } from '../../forms/form-view.ts';
import { readForm } from '../../forms/read-form.ts';
import { commandIdOf } from '../../forms/sent-form.ts';
import { type Html, html } from '../../html.ts';
import { paths, withQuery } from '../../paths.ts';
import type { Answer, Visit } from '../../visit.ts';
import { toneOf } from '../case/case-head.ts';
import { leads, refusedPage } from '../team/who.ts';

const words = 'I have read this version of the complaints policy, and know what it asks of me';
const nav = { current: 'policy' } as const;

/** The part of `/policy` that is about whoever looks. */
export async function ownReading(visit: Visit, tx: Reading): Promise<Html> {
  const { landlord, viewer, today } = visit;
  const { policy, calendar, landlordId } = landlord;
  const self = landlord.staff.find(one => one.personId === viewer.personId);
  const everybody =
    leads(visit) &&
    html`<p class="govuk-body"><a class="govuk-link" href="${paths.policyReaders()}">Who has read it, and who has not</a></p>`;
  if (self === undefined || !isConcerned(self, policy))
    return html`<p class="govuk-body">You have no part in this policy, so nothing is asked of you.</p>${everybody}`;
  const version = { policyId: policy.id, version: policy.version.version };
  const asked = await policyAskedOf(tx, landlordId, version, self);
  if (asked.confirmedOn !== null)
    return html`<p class="govuk-body">${tag({ text: 'Confirmed', colour: 'green' })} You confirmed version ${version.version} on ${sayDate(asked.confirmedOn)}.</p>${everybody}`;
  const duty = readingDuty(self, landlord, calendar, asked);
  return html`<p class="govuk-body">You have not confirmed version ${version.version} yet.${duty !== null && duty.dueOn !== null && html` It is asked of you by ${sayDate(duty.dueOn)}: ${dueTag({ words: sayDue(duty.dueOn, today, calendar), tone: toneOf(duty.dueOn, today), date: sayDate(duty.dueOn) })}`}</p>
<form method="post" action="${paths.policyConfirm()}" novalidate>${sealFields(visit.seal())}
${tick(newForm())}
${button({ text: 'Confirm it', preventDoubleClick: true })}</form>
<p class="govuk-body-s">${dutyTime('read-policy', landlord).note}</p>${everybody}`;
}

function tick(form: FormView): Html {
  return checkboxes({ ...form.choices('read'), items: [{ value: 'yes', text: words }] });
}

/** `/policy/confirm`. */
export const confirmPages = {
  show: (visit: Visit): Answer => confirmPage(visit, newForm()),
  async send(visit: Visit): Promise<Answer> {
    const read = readForm({ read: tickField('Tick the box once you have read it') }, visit.body);
    if (!read.ok) return { status: 422, html: confirmPage(visit, read.form) };
    const { viewer, landlord, app } = visit;
    const payload = { act: 'confirm-policy', version: landlord.policy.version.version };
    const form = { commandId: commandIdOf(visit.body), payload };
    const outcome = await actOnStaff(app, viewer, viewer.personId, form, () => ({ type: 'ConfirmPolicy' }));
    if (outcome.kind === 'done') return { redirect: withQuery(paths.policy(), { done: 'read' }) };
    const text =
      outcome.kind === 'refused' ? outcome.sentence : 'This form was sent before. Look at the policy’s page.';
    return { status: 422, html: confirmPage(visit, read.form.withErrors({ field: undefined, text })) };
  },
};

function confirmPage(visit: Visit, form: FormView): Html {
  const title = 'Confirm that you have read the policy';
  const content = formPage({
    title,
    hint: html`<a class="govuk-link" href="${paths.policy()}">The policy as it is worked to</a>, version ${visit.landlord.policy.version.version}.`,
    action: paths.policyConfirm(),
    seal: visit.seal(),
    fields: tick(form),
    submit: 'Confirm it',
    cancelHref: paths.policy(),
  });
  return visit.page({ title, content, width: 'reading', errors: form.summary(), nav });
}

type Reader = { person: Landlord['staff'][number]; confirmedOn: LocalDate | null; owed: StaffDuty | null };

/** `/policy/readers`: of the present version, or of an earlier one by its name in the address. */
export async function showReaders(visit: Visit, tx: Reading): Promise<Answer> {
  const title = 'Who has read the policy';
  if (!leads(visit)) return refusedPage(visit, title, 'Who has read the policy is for those who lead others.');
  const { landlord } = visit;
  const { policy, landlordId } = landlord;
  const loaded = await loadedVersions(tx, landlordId, policy.id);
  const names = [...new Set([policy.version.version, ...loaded.map(one => one.version)])];
  const version = names.find(one => one === visit.query['version']) ?? policy.version.version;
  const rows = readerRows(visit, version, loaded, await readersOf(tx, landlordId, { policyId: policy.id, version }));
  const missing = rows.filter(row => row.confirmedOn === null).length;
  const asks =
    version === policy.version.version
      ? dutyTime('read-policy', landlord).note
      : 'It is not the present version: nobody is asked any more.';
  const content = html`<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">Version ${version}: ${rows.length - missing} of ${rows.length} have confirmed that they read it. ${asks}</p>
${names.length > 1 && html`<ul class="govuk-list">${names.map(name => html`<li>${versionLink(name, version)}</li>`)}</ul>`}
${readersTable(rows, visit)}
<p class="govuk-body"><a class="govuk-link" href="${paths.policy()}">Back to the policy</a></p>`;
  return visit.page({ title, content, nav });
}

function versionLink(name: string, shown: string): Html {
  if (name === shown) return html`<strong>Version ${name}</strong>`;
  return html`<a class="govuk-link" href="${withQuery(paths.policyReaders(), { version: name })}">Version ${name}</a>`;
}

/** Everybody concerned and everybody who confirmed, those who have not first. */
function readerRows(
  { landlord }: Visit,
  version: string,
  loaded: readonly LoadedVersion[],
  readers: ReadonlyMap<string, LocalDate>,
): Reader[] {
  const { policy, calendar, staff } = landlord;
  const present = version === policy.version.version;
  return staff
    .filter(one => (one.active && isConcerned(one, policy)) || readers.has(one.personId))
    .map(person => {
      const confirmedOn = readers.get(person.personId) ?? null;
      const askedOn = later(person.since, firstLoaded(loaded, version));
      const owed = present && person.active ? readingDuty(person, landlord, calendar, { askedOn, confirmedOn }) : null;
      return { person, confirmedOn, owed };
    })
    .toSorted((a, b) => Number(a.confirmedOn !== null) - Number(b.confirmedOn !== null));
}

function readersTable(rows: readonly Reader[], { landlord, today }: Visit): Html {
  const { policy } = landlord;
  return dataTable({
    caption: 'Who is concerned',
    captionHidden: true,
    rows,
    tone: ({ owed }) => ((owed?.dueOn ?? today) < today ? 'late' : undefined),
    columns: [
      { heading: 'Name', isRowHeader: true, cell: ({ person }) => person.name },
      {
        heading: 'Role',
        cell: ({ person }) => person.jobTitle ?? person.roles.map(id => titleOf(policy, id)).join(', '),
      },
      {
        heading: 'Confirmed',
        cell: ({ confirmedOn }) =>
          confirmedOn === null ? tag({ text: 'Not yet', colour: 'yellow' }) : sayDate(confirmedOn),
      },
      { heading: 'Asked for by', cell: ({ owed }) => (owed?.dueOn ? dueWords(owed.dueOn, today, landlord) : '') },
    ],
  });
}

function dueWords(dueOn: LocalDate, today: LocalDate, { calendar }: Landlord): Html {
  const words = sayDue(dueOn, today, calendar);
  return dueTag({ words, tone: toneOf(dueOn, today), date: sayDate(dueOn), place: 'below' });
}

function firstLoaded(loaded: readonly LoadedVersion[], version: string): LoadedVersion['loadedAt'] | null {
  return (
    loaded
      .filter(one => one.version === version)
      .map(one => one.loadedAt)
      .toSorted()[0] ?? null
  );
}
