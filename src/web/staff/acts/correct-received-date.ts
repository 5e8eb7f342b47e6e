import { can } from '../../../domain/access/scope.ts';
import { sayDate } from '../../../domain/calendar/dates.ts';
import { dateInput } from '../../components/govuk/date-input.ts';
import { select } from '../../components/govuk/select.ts';
import { textarea } from '../../components/govuk/textarea.ts';
import { dateField } from '../../forms/date-field.ts';
import { longTextField } from '../../forms/fields.ts';
import { html } from '../../html.ts';
import { type ActContext, actPage } from './act-page.ts';
import { staffField, staffItems } from './choose-person.ts';

/** The day of receipt put right: reasoned, approved by somebody else, and in the record for good (R3, R24). */
export const correctReceivedDatePage = actPage({
  act: 'correct-received-date',
  command: 'CorrectReceivedDate',
  title: () => 'Correct the day it was received',
  hint: ({ file }) =>
    html`It is recorded as received on <strong>${file.state.receivedOn === null ? 'no day' : sayDate(file.state.receivedOn)}</strong>. The day counts on which dissatisfaction was first told to anybody here or to a contractor. Every date of the complaint moves with it, and the earlier record stays visible.`,
  submit: 'Correct the day',
  about: () => ({}),
  shape: context => {
    const { calendar } = context.file.context;
    return {
      to: dateField({
        label: 'The day it was received',
        required: 'Enter the day it was received',
        today: context.visit.today,
        when: 'past',
        notBefore: {
          on: calendar.from,
          sentence: `The day it was received must be in ${calendar.from.slice(0, 4)} or later: the bank holidays before it are not known here`,
        },
      }),
      reason: longTextField({ label: 'The reason', required: 'Say how you know', max: 4000 }),
      approver: staffField(context, 'Choose who approved it'),
    };
  },
  fields: (form, context) => html`${dateInput({ ...form.date('to'), fieldset: { legend: 'The day it was received' } })}
${textarea({ ...form.text('reason'), label: 'How do you know?', hint: 'For example: the email of that day, or the contractor’s visit report.', rows: 3, classes: 'rd-textarea--small' })}
${select({
  ...form.choice('approver'),
  label: 'Who approved the correction',
  hint: 'Somebody other than you.',
  items: staffItems(context, approvers(context)),
})}`,
  make: ({ to, reason, approver }, { keep }) => ({
    type: 'CorrectReceivedDate',
    to,
    reason: keep(reason, 'correction'),
    approvedBy: approver,
  }),
  done: 'Day of receipt corrected. The dates were worked out again.',
});

function approvers({ visit, file }: ActContext): string[] {
  return file.staff
    .filter(person => person.active && person.personId !== visit.viewer.personId)
    .filter(person => can(person.roles, 'approve-correction', file.context.policy))
    .map(person => person.personId);
}
