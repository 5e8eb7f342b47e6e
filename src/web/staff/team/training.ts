/** Training of those who handle complaints: the list of what is lacking since when, and recording what somebody has (MAG-08). */
import { actOnStaff } from '../../../application/act-on-staff.ts';
import { workloads } from '../../../application/queries/workload.ts';
import type { Reading } from '../../../application/reading.ts';
import { sayDate } from '../../../domain/calendar/dates.ts';
import { type TrainingKind, trainingOf } from '../../../domain/policy/training.ts';
import { type Load, noLoad } from '../../../domain/staff/load.ts';
import { type TrainingGap, type TrainingHeld, trainingGaps, trainingNeeded } from '../../../domain/staff/training.ts';
import { whyNotTrain } from '../../../domain/staff/who.ts';
import { dateInput } from '../../components/govuk/date-input.ts';
import { radios } from '../../components/govuk/radios.ts';
import { tag } from '../../components/govuk/tag.ts';
import { textInput } from '../../components/govuk/text-input.ts';
import { dataTable } from '../../components/redress/data-table.ts';
import { emptyState } from '../../components/redress/empty-state.ts';
import { dateField, optionalDateField } from '../../forms/date-field.ts';
import { choiceField, lineField } from '../../forms/fields.ts';
import { formPage } from '../../forms/form-page.ts';
import { FormView, newForm } from '../../forms/form-view.ts';
import { readForm } from '../../forms/read-form.ts';
import { commandIdOf, payloadOf } from '../../forms/sent-form.ts';
import { type Html, html } from '../../html.ts';
import { paths, withQuery } from '../../paths.ts';
import type { Answer, Visit } from '../../visit.ts';
import { capped } from './say-load.ts';
import { leads, type Member, memberIn, refusedPage } from './who.ts';

type Needed = { member: Member; kind: TrainingKind; gap: TrainingGap | null; held: TrainingHeld | undefined };

/** `/team/training`: who needs training, what they have, and what they have been given without it. */
export async function showTraining(visit: Visit, tx: Reading): Promise<Answer> {
  if (!leads(visit)) return refusedPage(visit, 'Training', 'The training of everybody is for those who lead others.');
  const { landlord, viewer, today } = visit;
  const loads = await workloads(tx, viewer.landlordId, today);
  const rows = landlord.staff
    .filter(one => one.active)
    .flatMap(member => neededBy(visit, member))
    .toSorted((a, b) => Number(a.gap === null) - Number(b.gap === null));
  const lacking = rows.filter(row => row.gap !== null).length;
  const content = html`<h1 class="govuk-heading-l">Training of those who handle complaints</h1>
${trainingOf(landlord).map(kind => html`<p class="govuk-body-s">${kind.label} (${kind.clause}): ${kind.note}</p>`)}
<p class="govuk-body">${lacking === 0 ? 'Nobody lacks what their role needs.' : `${lacking} of ${rows.length} lack it, or it has run out.`}</p>
${
  rows.length === 0
    ? emptyState({ title: 'The policy asks for none', text: 'What handlers need is part of the policy’s pack.' })
    : neededTable(rows, loads)
}
<p class="govuk-body"><a class="govuk-link" href="${paths.team()}">Back to the team</a></p>`;
  return visit.page({ title: 'Training', content });
}

function neededBy({ landlord, today }: Visit, member: Member): Needed[] {
  const gaps = trainingGaps(member, landlord, today);
  return trainingNeeded(member, landlord).map(kind => ({
    member,
    kind,
    gap: gaps.find(one => one.kind.id === kind.id) ?? null,
    held: member.training.find(one => one.trainingId === kind.id),
  }));
}

function neededTable(rows: readonly Needed[], loads: ReadonlyMap<string, Load>): Html {
  return dataTable({
    caption: 'Who needs what',
    captionHidden: true,
    rows,
    tone: row => (row.gap === null ? undefined : 'late'),
    columns: [
      {
        heading: 'Name',
        isRowHeader: true,
        cell: ({ member }) =>
          html`<a class="govuk-link rd-table__main" href="${paths.teamMember({ person: member.personId })}">${member.name}</a>`,
      },
      { heading: 'Training', cell: ({ kind }) => kind.label },
      { heading: 'Done', cell: ({ held }) => (held === undefined ? 'Not recorded' : sayDate(held.on)) },
      { heading: 'Counts until', cell: countsUntil },
      {
        heading: 'Open complaints',
        format: 'number',
        cell: ({ member }) => capped((loads.get(member.personId) ?? noLoad).cases),
      },
    ],
  });
}

function countsUntil({ held, gap }: Needed): Html {
  if (held === undefined) return tag({ text: 'Lacking', colour: 'red' });
  const until = held.expiresOn === null ? 'For good' : sayDate(held.expiresOn);
  return html`${until} ${gap !== null && tag({ text: 'Run out', colour: 'red' })}`;
}

const shapeFor = (visit: Visit) => ({
  training: choiceField(
    trainingOf(visit.landlord).map(kind => kind.id),
    'Choose the training',
  ),
  on: dateField({
    label: 'The day',
    required: 'Enter the day on which it was done',
    when: 'past',
    today: visit.today,
  }),
  expires: optionalDateField({ label: 'The last day for which it counts', today: visit.today }),
  evidence: lineField({ label: 'What shows it', required: 'Say what shows it', max: 300 }),
});

/** `/team/:person/training`. */
export const trainingPages = {
  async show(visit: Visit): Promise<Answer> {
    const member = memberIn(visit);
    if (member === null) return null;
    return closed(visit, member) ?? asking(visit, member, newForm(onlyKind(visit)));
  },
  async send(visit: Visit): Promise<Answer> {
    const member = memberIn(visit);
    if (member === null) return null;
    const refused = closed(visit, member);
    if (refused !== null) return refused;
    const read = readForm(shapeFor(visit), visit.body);
    if (!read.ok) return { status: 422, html: asking(visit, member, read.form) };
    const { training: trainingId, on, expires: expiresOn, evidence } = read.values;
    const form = {
      commandId: commandIdOf(visit.body),
      payload: payloadOf(read.form.raw, `training-${member.personId}`),
    };
    const outcome = await actOnStaff(visit.app, visit.viewer, member.personId, form, keep => ({
      type: 'RecordTraining',
      ...{ trainingId, on, expiresOn, evidence: keep(evidence, 'training') },
    }));
    if (outcome.kind === 'done')
      return { redirect: withQuery(paths.teamMember({ person: member.personId }), { done: 'training' }) };
    const text =
      outcome.kind === 'refused'
        ? outcome.sentence
        : 'This form was sent before with something else in it. That was recorded; this was not.';
    const shown = new FormView(read.form.raw, [{ field: undefined, text }]);
    return { status: outcome.kind === 'refused' ? 422 : 409, html: asking(visit, member, shown) };
  },
};

function closed(visit: Visit, member: Member): Answer {
  const sentence = whyNotTrain(visit.viewer, member, visit.landlord.policy);
  return sentence === null ? null : refusedPage(visit, 'Record training', sentence);
}

function onlyKind({ landlord }: Visit): Record<string, string> {
  const [only, ...more] = trainingOf(landlord);
  return only === undefined || more.length > 0 ? {} : { training: only.id };
}

function asking(visit: Visit, member: Member, form: FormView): Html {
  const title = `Record training of ${member.name}`;
  const kinds = trainingOf(visit.landlord);
  const content = formPage({
    title,
    hint: 'Where the last day for which it counts is left empty, the policy’s time is counted from the day it was done.',
    action: paths.teamTrainingNew({ person: member.personId }),
    seal: visit.seal(),
    fields: html`${radios({
      ...form.choice('training'),
      fieldset: { legend: 'Which training?' },
      items: kinds.map(kind => ({ value: kind.id, text: kind.label, hint: `${kind.clause}: ${kind.note}` })),
    })}
${dateInput({ ...form.date('on'), fieldset: { legend: 'When was it done?' } })}
${dateInput({ ...form.date('expires'), fieldset: { legend: 'Until when does it count, if that is said?' } })}
${textInput({ ...form.text('evidence'), label: 'What shows it', hint: 'For example the certificate, with its number.' })}`,
    submit: 'Record the training',
    cancelHref: paths.teamMember({ person: member.personId }),
  });
  return visit.page({ title, content, width: 'reading', errors: form.summary() });
}
