/** The record of a complaint put right: reasoned, approved by somebody else, reported, and never a deletion (R24). */
import { type CorrectionAsked, correction } from '../../../application/correct-record.ts';
import { asComplaintEvent } from '../../../application/load-case.ts';
import { sayDate } from '../../../domain/calendar/dates.ts';
import type { EventType } from '../../../domain/complaint/events.ts';
import { sentTo } from '../../../domain/complaint/evolve/letters.ts';
import { radios } from '../../components/govuk/radios.ts';
import { select } from '../../components/govuk/select.ts';
import { textInput } from '../../components/govuk/text-input.ts';
import { textarea } from '../../components/govuk/textarea.ts';
import { choiceField, emailField, lineField, longTextField, optionalChoiceField } from '../../forms/fields.ts';
import type { FormView } from '../../forms/form-view.ts';
import { type Html, html } from '../../html.ts';
import { sayEvent } from '../case/say-event.ts';
import { actHref } from '../case/step-link.ts';
import { type ActContext, actPage } from './act-page.ts';
import { approverField, approverSelect } from './choose-approver.ts';

const kinds = ['logged-in-error', 'duplicate', 'wrong-person', 'misfiled-document'] as const;

export const correctRecordPage = actPage({
  act: 'correct-record',
  command: 'CorrectRecord',
  title: () => 'Put the record right',
  hint: ({ file }) =>
    html`For a mistake in the record, never for a complaint that is not to be taken. Nothing is removed: what was recorded stays, with what was wrong about it, who approved the correction and why. Corrections are listed under Performance. Where the same complaint came again and was not logged a second time, <a class="govuk-link" href="${actHref(file.reference, 'RecordRepeat', null)}">record that it came again</a> instead.`,
  submit: 'Put it right',
  submitKind: 'warning',
  about: () => ({}),
  shape: context => ({
    kind: choiceField(kinds, 'Choose what is wrong'),
    reference: lineField({ label: 'The other complaint’s reference', max: 40 }),
    name: lineField({ label: 'The right person’s name', max: 200 }),
    phone: lineField({ label: 'Phone', max: 60 }),
    email: emailField({ label: 'Email' }),
    address: lineField({ label: 'Address', max: 300 }),
    letters: optionalChoiceField(['theirs', 'astray']),
    entry: optionalChoiceField(filed(context).map(one => one.value)),
    reason: longTextField({ label: 'The reason', required: 'Say what shows that it is wrong', max: 4000 }),
    approver: approverField(context),
  }),
  check: ({ kind, reference, name, letters, entry }, { file }) => {
    if (kind === 'duplicate' && reference === '')
      return [{ field: 'reference', text: 'Enter the reference of the complaint that goes on' }];
    if (kind === 'wrong-person' && name === '') return [{ field: 'name', text: 'Enter the name of the right person' }];
    if (kind === 'wrong-person' && letters === null && lettersSent(file).length > 0)
      return [{ field: 'letters', text: 'Choose who had the letters that were sent' }];
    return kind === 'misfiled-document' && entry === null
      ? [{ field: 'entry', text: 'Choose the entry that belongs elsewhere' }]
      : [];
  },
  fields: (form, context) => html`${whatIsWrong(form, context)}
${textarea({ ...form.text('reason'), label: 'What shows that it is wrong?', rows: 3, classes: 'rd-textarea--small' })}
${approverSelect(form, context)}`,
  make: (values, making, { visit, file }, tx) => {
    const asked: CorrectionAsked = { ...whatIsAsked(values), reason: values.reason, approvedBy: values.approver };
    return correction(visit.app, tx, visit.viewer, visit.scope, making, { caseId: file.caseId, asked });
  },
  done: 'Put right. What was recorded before stays in the timeline.',
});

type Values = {
  kind: (typeof kinds)[number];
  reference: string;
  name: string;
  phone: string;
  email: string;
  address: string;
  letters: 'theirs' | 'astray' | null;
  entry: string | null;
};

function whatIsAsked({ kind, reference, name, phone, email, address, letters, entry }: Values) {
  if (kind === 'duplicate') return { kind, reference };
  if (kind === 'misfiled-document') return { kind, entry: Number(entry) };
  if (kind === 'logged-in-error') return { kind };
  const person = { name, phone: phone || null, email: email || null, address: address || null };
  return { kind, person, lettersAstray: letters === 'astray' };
}

function whatIsWrong(form: FormView, context: ActContext): Html {
  const person = html`<div class="rd-fields">${textInput({ ...form.text('name'), label: 'Who complains', autocomplete: 'off' })}
${textInput({ ...form.text('phone'), label: 'Phone', type: 'tel', autocomplete: 'off' })}
${textInput({ ...form.text('email'), label: 'Email', type: 'email', autocomplete: 'off', spellcheck: false })}
${textInput({ ...form.text('address'), label: 'Address', autocomplete: 'off' })}</div>${whoHadThem(form, context)}`;
  const other = textInput({
    ...form.text('reference'),
    label: 'Reference of the complaint that goes on',
    hint: 'The one that was received first. The two are linked.',
    classes: 'govuk-input--width-10',
    autocomplete: 'off',
  });
  const entries = select({
    ...form.choice('entry'),
    label: 'Which entry?',
    items: [{ value: '', text: 'Choose' }, ...filed(context)],
  });
  return radios({
    ...form.choice('kind'),
    fieldset: { legend: 'What is wrong?' },
    items: [
      {
        value: 'logged-in-error',
        text: 'It is no complaint and was logged in error',
        hint: 'It goes no further. Promises and dangers stay owed.',
      },
      { value: 'duplicate', text: 'The same complaint is recorded twice', conditional: other },
      { value: 'wrong-person', text: 'It is recorded for the wrong person', conditional: person },
      { value: 'misfiled-document', text: 'An entry belongs to another complaint', conditional: entries },
    ],
  });
}

/** Letters that were sent may have told somebody else what is not theirs to know, and the right person nothing (R7, R66). */
function whoHadThem(form: FormView, { file }: ActContext): Html {
  const sent = lettersSent(file).length;
  if (sent === 0) return html``;
  return radios({
    ...form.choice('letters'),
    fieldset: {
      legend: sent === 1 ? 'Who had the letter that was sent?' : `Who had the ${sent} letters that were sent?`,
    },
    items: [
      { value: 'theirs', text: 'The person who complains: only the record named somebody else' },
      {
        value: 'astray',
        text: 'Somebody it was not for',
        hint: 'What they were to do is owed again, and each is a data incident until it is dealt with.',
      },
    ],
  });
}

function lettersSent({ state }: ActContext['file']): readonly unknown[] {
  return sentTo(state, state.complainantId);
}

const papers: readonly EventType[] = ['NoteAdded', 'InvestigationRecorded'];

/** What was filed here and could belong elsewhere: notes and what was found. */
function filed({ file }: ActContext): { value: string; text: string }[] {
  return file.events
    .map(stored => ({ stored, event: asComplaintEvent(stored) }))
    .filter(({ stored, event }) => papers.includes(event.type) && !file.state.misfiled.includes(stored.version))
    .map(({ stored, event }) => ({
      value: String(stored.version),
      text: `${stored.version}. ${sayEvent(event, file)}, ${sayDate(event.occurredOn)}`,
    }));
}
