import { whyNot } from '../../../domain/complaint/decide.ts';
import { details } from '../../components/govuk/details.ts';
import { radios } from '../../components/govuk/radios.ts';
import { textInput } from '../../components/govuk/text-input.ts';
import { textarea } from '../../components/govuk/textarea.ts';
import { choiceField, lineField, longTextField } from '../../forms/fields.ts';
import type { FormView } from '../../forms/form-view.ts';
import { oneValue } from '../../forms/raw-form.ts';
import { type Html, html } from '../../html.ts';
import { type ActContext, actPage } from './act-page.ts';
import { touchAgreed, touchFields, touchShape } from './keep-in-touch.ts';
import { reachingBox, reachingIn, reachingMissing, reachingShape } from './reaching-box.ts';
import { statedDay, statedDayBoxes, todayIn } from './stated-day.ts';

const kinds = ['discussion', 'attempt', 'meeting'] as const;

/** A word with the resident, or an attempt at one; an early one is owed by the owner (MAG-62, MGL-18). It is no acknowledgement. */
export const recordContactPage = actPage({
  act: 'record-contact',
  command: 'RecordContact',
  title: () => 'Record a contact with the resident',
  hint: () => 'A call is not the acknowledgement: that is sent in writing by its own date all the same.',
  submit: 'Record the contact',
  about: ({ stage }) => ({ stage }),
  shape: context => ({
    kind: choiceField(kinds, 'Choose what kind of contact it was'),
    note: longTextField({ label: 'What was said', required: 'Enter what was said or tried' }),
    outcome: lineField({ label: 'What they want put right', max: 1000 }),
    timescale: lineField({ label: 'When they hope for it', max: 500 }),
    company: lineField({ label: 'Who came with them', max: 200 }),
    ...touchShape(context),
    ...reachingShape,
    on: statedDay(context, 'The day of the contact'),
  }),
  start: todayIn,
  check: ({ method, every, next, ...values }, context) => [
    ...reachingMissing(values, context),
    ...(method === '' && (every !== null || next !== null)
      ? [{ field: 'method', text: 'Enter how they want to be kept in touch, or clear what is below it' }]
      : []),
  ],
  fields: (form, context) => html`${reachingBox(form, context)}${radios({
    ...form.choice('kind'),
    fieldset: { legend: 'What was it?' },
    items: [
      { value: 'discussion', text: 'We spoke' },
      { value: 'attempt', text: 'We tried to reach them' },
      {
        value: 'meeting',
        text: 'We met',
        conditional: textInput({
          ...form.text('company'),
          label: 'Who came with them?',
          hint: 'They may bring somebody to any meeting. Leave it empty where nobody came.',
        }),
      },
    ],
  })}
${textarea({ ...form.text('note'), label: 'What was said, or tried', rows: 5 })}
${aFirstTalk(form, context)}
${statedDayBoxes(form, 'When?')}`,
  make(values, { keep }, { stage }) {
    const { on, kind, method, company } = values;
    const note = keep(wholeNote(values), 'contact');
    const accompaniedBy = kind === 'meeting' && company !== '' ? { accompaniedBy: keep(company, 'contact') } : {};
    const reaching = reachingIn(values, keep);
    const contact = { type: 'RecordContact' as const, stage, on, kind, note, ...reaching, ...accompaniedBy };
    return method === '' ? [contact] : [contact, touchAgreed(stage, on, values)];
  },
  done: 'Contact recorded.',
});

/** What a first talk covers, beside what was said: so that nothing of it is forgotten (MGL-18). */
function aFirstTalk(form: FormView, context: ActContext): Html {
  const names = ['outcome', 'timescale', 'method', 'every', 'next-day', 'next-month', 'next-year'];
  const mayAgree = whyNot('AgreeContact', context.file.state, context.file.deciding, { stage: context.stage }) === null;
  return details({
    summary: 'What a first talk covers',
    open:
      names.some(name => oneValue(form.raw, name) !== '' || form.error(name) !== undefined) ||
      form.error('next') !== undefined,
    content: html`${textInput({ ...form.text('outcome'), label: 'What they want put right' })}
${textInput({ ...form.text('timescale'), label: 'When they hope for it' })}
${mayAgree && touchFields(form)}`,
  });
}

function wholeNote({ note, outcome, timescale }: { note: string; outcome: string; timescale: string }): string {
  const lines = [
    outcome && `What they want put right: ${outcome}`,
    timescale && `When they hope for it: ${timescale}`,
  ].filter(line => line !== '');
  return [note, ...lines].join('\n\n');
}
