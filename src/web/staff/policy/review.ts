/** `/policy/review`: recording that the policy was reviewed and approved. That, and nothing else, makes the review done (MAG-61, MGL-44). */
import { recordedReviews, recordPolicyReview } from '../../../application/policy-reviews.ts';
import type { Reading } from '../../../application/reading.ts';
import { sayDate } from '../../../domain/calendar/dates.ts';
import { approversOf, reviewOutcomes } from '../../../domain/landlord/record-review.ts';
import { policyReview } from '../../../domain/policy/policy-review.ts';
import { dateInput } from '../../components/govuk/date-input.ts';
import { radios } from '../../components/govuk/radios.ts';
import { textInput } from '../../components/govuk/text-input.ts';
import { dateField } from '../../forms/date-field.ts';
import { choiceField, lineField } from '../../forms/fields.ts';
import { formPage } from '../../forms/form-page.ts';
import { type FormView, newForm } from '../../forms/form-view.ts';
import { readForm } from '../../forms/read-form.ts';
import { commandIdOf } from '../../forms/sent-form.ts';
import { html } from '../../html.ts';
import { paths, withQuery } from '../../paths.ts';
import type { Answer, Visit } from '../../visit.ts';

const title = 'Record a review of the policy';
const nav = { current: 'policy' } as const;

export const reviewPages = {
  show: async (visit: Visit, tx: Reading): Promise<Answer> => shown(visit, tx, newForm(), 200),

  async send(visit: Visit): Promise<Answer> {
    const read = readForm(shapeOf(visit), visit.body);
    if (!read.ok) return visit.read(tx => shown(visit, tx, read.form, 422));
    const ask = { ...read.values, commandId: commandIdOf(visit.body) };
    const outcome = await recordPolicyReview(visit.app, visit.viewer, ask);
    if (outcome.kind === 'done') return { redirect: withQuery(paths.policy(), { done: 'review' }) };
    const form = read.form.withErrors({ field: undefined, text: outcome.sentence });
    return visit.read(tx => shown(visit, tx, form, 422));
  },
};

const shapeOf = ({ landlord, today }: Visit) => ({
  approvedOn: dateField({
    label: 'The day of the approval',
    required: 'Enter the day of the approval',
    when: 'past',
    today,
  }),
  approvedBy: choiceField(
    approversOf(landlord.policy).map(role => role.id),
    'Choose who approved it',
  ),
  outcome: choiceField(reviewOutcomes, 'Choose what came of it'),
  evidence: lineField({ label: 'Where it is recorded', required: 'Say where the approval is recorded', max: 300 }),
});

async function shown(visit: Visit, tx: Reading, form: FormView, status: number): Promise<Answer> {
  const { landlord, today } = visit;
  const { policy, landlordId } = landlord;
  const owed = policyReview(policy, today, await recordedReviews(tx, landlordId));
  const content = formPage({
    title,
    hint: html`<p class="govuk-body">${
      owed === null
        ? 'The policy does not say how often it is reviewed.'
        : `A review ${owed.dueOn < today ? 'was' : 'is'} owed by ${sayDate(owed.dueOn)}: ${owed.why} (${owed.clause}).`
    } The next one is counted from the approval that you record here.</p>`,
    action: paths.policyReview(),
    seal: visit.seal(),
    fields: html`${dateInput({ ...form.date('approvedOn'), fieldset: { legend: 'On which day was it approved?' } })}
${radios({
  ...form.choice('approvedBy'),
  fieldset: { legend: 'Who approved it?' },
  items: approversOf(policy).map(role => ({ value: role.id, text: role.title })),
})}
${radios({
  ...form.choice('outcome'),
  fieldset: { legend: 'What came of it?' },
  items: [
    { value: 'kept', text: 'The text stays as it is' },
    {
      value: 'changed',
      text: 'The text changes',
      hint: 'The new version is loaded as a pack, and complaints received before keep this one.',
    },
  ],
})}
${textInput({ ...form.text('evidence'), label: 'Where is the approval recorded?', hint: 'For example the minutes of the meeting, with their number.' })}`,
    submit: 'Record the review',
    cancelHref: paths.policy(),
  });
  return { status, html: visit.page({ title, content, width: 'reading', errors: form.summary(), nav }) };
}
