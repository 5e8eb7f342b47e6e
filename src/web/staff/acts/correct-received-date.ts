import { sayDate } from '../../../domain/calendar/dates.ts';
import { dateInput } from '../../components/govuk/date-input.ts';
import { textarea } from '../../components/govuk/textarea.ts';
import { dateField, withinHolidays } from '../../forms/date-field.ts';
import { longTextField } from '../../forms/fields.ts';
import { html } from '../../html.ts';
import { actPage } from './act-page.ts';
import { approverField, approverSelect } from './choose-approver.ts';

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
        ...withinHolidays('The day it was received', calendar),
        required: 'Enter the day it was received',
        today: context.visit.today,
        when: 'past',
      }),
      reason: longTextField({ label: 'The reason', required: 'Say how you know', max: 4000 }),
      approver: approverField(context),
    };
  },
  fields: (form, context) => html`${dateInput({ ...form.date('to'), fieldset: { legend: 'The day it was received' } })}
${textarea({ ...form.text('reason'), label: 'How do you know?', hint: 'For example: the email of that day, or the contractor’s visit report.', rows: 3, classes: 'rd-textarea--small' })}
${approverSelect(form, context)}`,
  make: ({ to, reason, approver }, { keep }) => ({
    type: 'CorrectReceivedDate',
    to,
    reason: keep(reason, 'correction'),
    approvedBy: approver,
  }),
  done: 'Day of receipt corrected. The dates were worked out again.',
});
