import { dateInput } from '../../components/govuk/date-input.ts';
import { radios } from '../../components/govuk/radios.ts';
import { textInput } from '../../components/govuk/text-input.ts';
import { optionalDateField } from '../../forms/date-field.ts';
import { choiceField, longTextField } from '../../forms/fields.ts';
import type { FormView } from '../../forms/form-view.ts';
import { type Html, html } from '../../html.ts';
import { type ActContext, actPage } from './act-page.ts';
import { newPersonBoxes, newPersonFrom, newPersonMissing, newPersonShape } from './new-person.ts';

/** Authority to act for the resident: what shows it, how far it goes, until when (MAG-03, MGL-12, R22). */
export const representativePage = actPage({
  act: 'representative',
  command: 'RecordRepresentative',
  title: () => 'Record authority to act for the resident',
  hint: () =>
    'From now on letters go to whom the authority says. Before it is recorded they go to the resident, and nothing is disclosed to anybody else.',
  submit: 'Record the authority',
  about: () => ({}),
  shape: ({ visit }) => ({
    who: choiceField(['known', 'new'], 'Choose who has the authority'),
    ...newPersonShape,
    scope: choiceField(['full', 'correspondence-only'], 'Choose how far the authority goes'),
    gets: choiceField(['letters', 'copies'], 'Choose what goes to them'),
    evidence: longTextField({ label: 'What shows it', required: 'Say what shows the authority', max: 4000 }),
    until: optionalDateField({ label: 'The last day of the authority', today: visit.today, when: 'future' }),
  }),
  start: context => ({ who: known(context) === null ? 'new' : 'known', gets: 'letters' }),
  check: (values, context) => [
    ...(values.who === 'known' && known(context) === null
      ? [{ field: 'who', text: 'Nobody is recorded yet: enter who it is' }]
      : []),
    ...(values.who === 'new' ? newPersonMissing(values) : []),
  ],
  fields: (form, context) => html`${who(form, context)}
${radios({
  ...form.choice('scope'),
  fieldset: { legend: 'How far does it go?' },
  items: [
    { value: 'full', text: 'They act for the resident', hint: 'They may speak and decide, and letters go to them.' },
    { value: 'correspondence-only', text: 'They only receive letters', hint: 'The resident decides.' },
  ],
})}
${radios({
  ...form.choice('gets'),
  fieldset: { legend: 'What goes to them?' },
  items: [
    { value: 'letters', text: 'The letters', hint: 'In place of the resident, and of whoever got them before.' },
    { value: 'copies', text: 'Copies', hint: 'The letters go to the resident, or to whoever acts; they get a copy.' },
  ],
})}
${textInput({ ...form.text('evidence'), label: 'What shows it', hint: 'For example: a letter signed by the resident on 2 May, or a power of attorney. An MP or councillor needs no signed form to ask.' })}
${dateInput({ ...form.date('until'), fieldset: { legend: 'Its last day, if it has one' } })}`,
  make(values, { keep }, context) {
    const { scope, evidence, until, gets } = values;
    const before = values.who === 'known' ? known(context) : null;
    const { personId, texts } = before === null ? newPersonFrom(values) : { personId: before.personId, texts: [] };
    const record = {
      type: 'RecordRepresentative' as const,
      personId,
      scope,
      evidence: keep(evidence, 'authority'),
      until,
      ...(gets === 'copies' ? { gets } : {}),
    };
    return { commands: [record], texts };
  },
  done: 'Authority recorded. Letters follow it from now on.',
});

/** Whoever complained for the resident, with their name. */
function known({ file }: ActContext): { personId: string; name: string } | null {
  const personId = file.state.representative?.personId;
  return personId === undefined ? null : { personId, name: file.residents.get(personId)?.name ?? 'Details removed' };
}

function who(form: FormView, context: ActContext): Html {
  const before = known(context);
  return radios({
    ...form.choice('who'),
    fieldset: { legend: 'Who has it?' },
    items: [
      before !== null && { value: 'known', text: before.name, hint: 'Complained for the resident.' },
      { value: 'new', text: before === null ? 'Somebody new' : 'Somebody else', conditional: newPersonBoxes(form) },
    ],
  });
}
