import { groundsFor } from '../../../domain/complaint/exclusion.ts';
import type { ExclusionGround } from '../../../domain/policy/exclusion-rules.ts';
import { dateInput } from '../../components/govuk/date-input.ts';
import { textarea } from '../../components/govuk/textarea.ts';
import { dateField, optionalDateField } from '../../forms/date-field.ts';
import { longTextField } from '../../forms/fields.ts';
import { html } from '../../html.ts';
import { paths, withQuery } from '../../paths.ts';
import { type ActContext, actPage } from './act-page.ts';
import { groundAnswers, groundField, groundRadios, wrongAnswers } from './ground-questions.ts';

/** The whole complaint not taken, on a ground whose questions and exceptions are answered (MAG-16 to MAG-20, MGL-05 to MGL-11, MGL-46). */
export const refusePage = actPage({
  act: 'refuse',
  command: 'RefuseComplaint',
  title: () => 'Not accept the complaint',
  hint: () =>
    'Each ground asks its own questions, and the answers may show that it does not apply. Where only part of the complaint is outside the policy, leave out that point and answer the rest. The resident gets the reasons in writing, and the way to the Ombudsman where they have it.',
  submit: 'Decide not to accept it',
  submitKind: 'warning',
  about: () => ({}),
  shape: context => ({
    ground: groundField(groundsForWhole(context)),
    reasons: longTextField({ label: 'The reasons', required: 'Give the reasons as the resident will read them' }),
  }),
  check: (_values, context) => wrongAnswers(context, groundsForWhole(context)),
  fields: (form, context) => html`${groundRadios(form, context, groundsForWhole(context))}
${textarea({ ...form.text('reasons'), label: 'The reasons, as the resident will read them', rows: 5 })}`,
  make({ ground, reasons }, { keep }, context) {
    const read = groundAnswers(context, groundsForWhole(context));
    const answers = 'answers' in read ? read.answers : {};
    return { type: 'RefuseComplaint', groundId: ground, answers, reasons: keep(reasons, 'refusal') };
  },
  done: 'Decided. The resident is told in writing, with the reasons.',
  next: ({ file }) => withQuery(paths.caseLetterDraft({ reference: file.reference, kind: 'refusal' }), { stage: 1 }),
});

/** A claim at court bars the whole only where it pleads every point, which its questions ask. */
function groundsForWhole({ file }: ActContext): ExclusionGround[] {
  return groundsFor(file.context.policy, file.state).filter(
    ground => ground.scope !== 'point' || ground.test === 'claim-filed',
  );
}

/** The Ombudsman told us to take it: the receipt stays, new clocks run from the direction (R20). */
export const directAcceptancePage = actPage({
  act: 'direct-acceptance',
  command: 'DirectAcceptance',
  title: () => 'The Ombudsman directed us to accept it',
  hint: () =>
    'The day we first received it stays on record. The clocks begin anew on the day of the direction, or end on the Ombudsman’s own date where that is sooner.',
  submit: 'Record the direction',
  about: () => ({}),
  shape: ({ visit }) => ({
    directed: dateField({
      label: 'The day of the direction',
      required: 'Enter the day of the direction',
      today: visit.today,
      when: 'past',
    }),
    deadline: optionalDateField({ label: 'The Ombudsman’s date', today: visit.today }),
    note: longTextField({ label: 'What was directed', required: 'Enter what was directed' }),
  }),
  fields: form => html`${dateInput({ ...form.date('directed'), fieldset: { legend: 'The day of the direction' } })}
${dateInput({ ...form.date('deadline'), fieldset: { legend: 'The Ombudsman’s own date, if it gives one' } })}
${textarea({ ...form.text('note'), label: 'What was directed', rows: 4 })}`,
  make: ({ directed, deadline, note }, { keep }) => ({
    type: 'DirectAcceptance',
    directedOn: directed,
    deadline,
    note: keep(note, 'ombudsman'),
  }),
  done: 'Recorded. The complaint is taken up, with new dates.',
});
