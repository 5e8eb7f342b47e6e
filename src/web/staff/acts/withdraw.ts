import { checkboxes } from '../../components/govuk/checkboxes.ts';
import { select } from '../../components/govuk/select.ts';
import { textarea } from '../../components/govuk/textarea.ts';
import { longTextField, tickField } from '../../forms/fields.ts';
import { html } from '../../html.ts';
import { paths, withQuery } from '../../paths.ts';
import { actPage } from './act-page.ts';
import { channelField, channelItems } from './choose-channel.ts';
import { statedDay, statedDayBoxes, todayIn } from './stated-day.ts';

/** The resident no longer wants the complaint answered. Silence is no withdrawal, and neither is a settled repair (R26, R65). */
export const withdrawPage = actPage({
  act: 'withdraw',
  command: 'WithdrawComplaint',
  title: () => 'Record that the complaint is withdrawn',
  hint: () =>
    'Only where the resident says so of their own wish. No reply is no withdrawal. It is confirmed to them in writing, and they can take it up again.',
  submit: 'Record the withdrawal',
  submitKind: 'warning',
  about: () => ({}),
  shape: context => ({
    evidence: longTextField({ label: 'What shows it', required: 'Say what shows that they wish it', max: 4000 }),
    channel: channelField(context),
    on: statedDay(context, 'The day of the withdrawal'),
  }),
  start: todayIn,
  fields: (form, context) => html`${textarea({
    ...form.text('evidence'),
    label: 'What shows that they wish it',
    hint: 'For example: their email of today, or a call that they confirmed in writing.',
    rows: 3,
    classes: 'rd-textarea--small',
  })}
${select({ ...form.choice('channel'), label: 'How did they tell us?', items: channelItems(context) })}
${statedDayBoxes(form, 'When?')}`,
  make: ({ evidence, channel, on }, { keep }) => ({
    type: 'WithdrawComplaint',
    on,
    evidence: keep(evidence, 'withdrawal'),
    channel,
  }),
  done: 'Recorded as withdrawn. It is confirmed to the resident in writing.',
  next: ({ file, stage }) =>
    withQuery(paths.caseLetterDraft({ reference: file.reference, kind: 'withdrawal-confirmed' }), { stage }),
});

/** Taken up again: the same complaint with its first day, and a fresh acknowledgement (R65). */
export const revivePage = actPage({
  act: 'revive',
  command: 'ReviveComplaint',
  title: () => 'Take the complaint up again',
  hint: () =>
    'It stays the same complaint, received on the same day. It is acknowledged afresh, and the time in between is shown.',
  submit: 'Take it up again',
  about: () => ({}),
  shape: context => ({
    words: longTextField({ label: 'What they said', required: 'Enter what they said' }),
    broken: tickField(),
    on: statedDay(context, 'The day they asked'),
  }),
  start: todayIn,
  fields: form => html`${textarea({ ...form.text('words'), label: 'What they said', rows: 4 })}
${checkboxes({
  ...form.choices('broken'),
  items: [
    {
      value: 'yes',
      text: 'It was withdrawn on a promise of ours that was not kept',
      hint: 'That is then a point of the complaint.',
    },
  ],
})}
${statedDayBoxes(form, 'When did they ask?')}`,
  make: ({ words, broken, on }, { keep }) => ({
    type: 'ReviveComplaint',
    on,
    words: keep(words, 'complaint'),
    brokenPromise: broken,
  }),
  done: 'Taken up again. It is acknowledged afresh.',
});
