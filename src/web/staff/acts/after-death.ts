/** When a resident dies: that we were told, and who goes on with the complaint (R62). */
import { inEachCase } from '../../../application/person-wide.ts';
import { dateInput } from '../../components/govuk/date-input.ts';
import { radios } from '../../components/govuk/radios.ts';
import { textInput } from '../../components/govuk/text-input.ts';
import { optionalDateField } from '../../forms/date-field.ts';
import { choiceField, lineField, longTextField } from '../../forms/fields.ts';
import { html } from '../../html.ts';
import { type ActContext, actPage } from './act-page.ts';
import { newPersonBoxes, newPersonFrom, newPersonMissing, newPersonShape } from './new-person.ts';
import { statedDay, statedDayBoxes, todayIn } from './stated-day.ts';

/** The complaint goes on and its dates stay; letters go to the estate until somebody is named. */
export const recordDeathPage = actPage({
  act: 'record-death',
  command: 'RecordDeath',
  title: () => 'Record that the resident has died',
  hint: () =>
    'The complaint goes on, and its dates stay as they are. From now on nothing is written to the resident: letters go to their personal representatives, and letters that have not gone are held.',
  submit: 'Record the death',
  submitKind: 'warning',
  about: () => ({}),
  shape: context => ({
    told: lineField({ label: 'Who told us', required: 'Enter who told us', max: 300 }),
    on: statedDay(context, 'The day we were told'),
    died: optionalDateField({ label: 'The day they died', today: context.visit.today, when: 'past' }),
    contact: choiceField(['nobody', 'known', 'new'], 'Choose whom we may ask'),
    ...newPersonShape,
  }),
  start: context => ({ ...todayIn(context), contact: 'nobody' }),
  check: (values, context) => [
    ...(values.contact === 'new' ? newPersonMissing(values) : []),
    ...(values.contact === 'known' && actingFor(context) === null
      ? [{ field: 'contact', text: 'Nobody else is recorded: enter who it is' }]
      : []),
  ],
  fields: (
    form,
    context,
  ) => html`${textInput({ ...form.text('told'), label: 'Who told us', hint: 'For example: her son, by phone.' })}
${statedDayBoxes(form, 'When were we told?')}
${dateInput({ ...form.date('died'), fieldset: { legend: 'When did they die, if we know?' } })}
${radios({
  ...form.choice('contact'),
  fieldset: { legend: 'Whom may we ask about the complaint?' },
  items: [
    actingFor(context) !== null && {
      value: 'known',
      text: nameIn(context, actingFor(context)),
      hint: 'Acted for the resident. That authority ended with the death.',
    },
    { value: 'new', text: 'Somebody else', conditional: newPersonBoxes(form) },
    { value: 'nobody', text: 'Nobody is known yet' },
  ],
})}`,
  async make(values, making, context, tx) {
    const { visit, file } = context;
    const { told, on, died: diedOn, contact } = values;
    const fresh = contact === 'new' ? newPersonFrom(values) : null;
    const contactId = contact === 'known' ? actingFor(context) : (fresh?.personId ?? null);
    const personId = file.state.complainantId ?? '';
    const commands = await inEachCase(visit.app, tx, visit.viewer, making, {
      caseId: file.caseId,
      personId,
      skips: state => state.death !== null,
      commands: ({ keep }) => [{ type: 'RecordDeath', personId, on, diedOn, toldBy: keep(told, 'death'), contactId }],
    });
    return { commands, texts: fresh?.texts ?? [] };
  },
  done: 'Recorded. Nothing more is written to the resident; letters go to the estate.',
});

/** Who goes on with it, in what right, and what shows it. */
export const successorPage = actPage({
  act: 'successor',
  command: 'RecordSuccessor',
  title: () => 'Record who goes on with the complaint',
  hint: () =>
    'From now on letters go to them. The right to go to the Ombudsman stays with the resident’s estate, and money is owed to it.',
  submit: 'Record it',
  about: () => ({}),
  shape: context => ({
    who: choiceField([...othersIn(context), 'new'], 'Choose who goes on with it'),
    ...newPersonShape,
    capacity: choiceField(['personal-representative', 'next-of-kin'], 'Choose in what right'),
    evidence: longTextField({ label: 'What shows it', required: 'Say what shows it', max: 4000 }),
  }),
  start: context => ({ who: othersIn(context)[0] ?? 'new' }),
  check: values => (values.who === 'new' ? newPersonMissing(values) : []),
  fields: (form, context) => html`${radios({
    ...form.choice('who'),
    fieldset: { legend: 'Who goes on with it?' },
    items: [
      ...othersIn(context).map(id => ({ value: id, text: nameIn(context, id) })),
      { value: 'new', text: 'Somebody else', conditional: newPersonBoxes(form) },
    ],
  })}
${radios({
  ...form.choice('capacity'),
  fieldset: { legend: 'In what right?' },
  items: [
    {
      value: 'personal-representative',
      text: 'Personal representative',
      hint: 'Executor or administrator of the estate.',
    },
    { value: 'next-of-kin', text: 'Next of kin', hint: 'Where nobody is appointed. Money is paid to the estate only.' },
  ],
})}
${textInput({ ...form.text('evidence'), label: 'What shows it', hint: 'For example: the grant of probate of 3 May, or the will and the death certificate.' })}`,
  async make(values, making, { visit, file }, tx) {
    const { who, capacity, evidence } = values;
    const fresh = who === 'new' ? newPersonFrom(values) : null;
    const personId = fresh?.personId ?? who;
    const commands = await inEachCase(visit.app, tx, visit.viewer, making, {
      caseId: file.caseId,
      personId: file.state.complainantId ?? '',
      skips: state => state.death === null || state.successor !== null,
      commands: ({ keep }) => [{ type: 'RecordSuccessor', personId, capacity, evidence: keep(evidence, 'authority') }],
    });
    return { commands, texts: fresh?.texts ?? [] };
  },
  done: 'Recorded. Letters go to them from now on.',
});

function actingFor({ file }: ActContext): string | null {
  return file.state.representative?.personId ?? null;
}

/** Everybody known in the case beside the resident. */
function othersIn({ file }: ActContext): string[] {
  const { death, representative, successor } = file.state;
  const ids = [death?.contactId, representative?.personId, successor?.personId];
  return [...new Set(ids.filter(id => id !== null && id !== undefined))];
}

function nameIn({ file }: ActContext, id: string | null): string {
  return file.residents.get(id ?? '')?.name ?? 'Details removed';
}
