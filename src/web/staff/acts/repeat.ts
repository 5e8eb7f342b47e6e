import { select } from '../../components/govuk/select.ts';
import { textarea } from '../../components/govuk/textarea.ts';
import { dateField } from '../../forms/date-field.ts';
import { longTextField } from '../../forms/fields.ts';
import { html } from '../../html.ts';
import { actHref } from '../case/step-link.ts';
import { actPage } from './act-page.ts';
import { channelField, channelItems } from './choose-channel.ts';
import { statedDayBoxes, todayIn } from './stated-day.ts';

/** The same complaint by phone and online is one case: the earliest day counts, both texts are kept, one letter names both (R64). */
export const repeatPage = actPage({
  act: 'repeat',
  command: 'RecordRepeat',
  title: () => 'Record that the same complaint came again',
  hint: ({ file }) =>
    html`From the same person, about the same thing, by another way. It stays one complaint: the earliest day counts, all their words are kept, and the acknowledgement names each time. If somebody else complains of it, log that as a complaint of its own and link the two. Where it was logged a second time already, <a class="govuk-link" href="${actHref(file.reference, 'CorrectRecord', null)}">put the record right</a> on the one that came later.`,
  submit: 'Record it',
  about: () => ({}),
  shape: context => ({
    channel: channelField(context),
    words: longTextField({ label: 'Their own words', required: 'Enter what they said, in their own words' }),
    on: dateField({
      label: 'The day they told us',
      required: 'Enter the day they told us',
      today: context.visit.today,
      when: 'past',
    }),
  }),
  start: todayIn,
  fields: (
    form,
    context,
  ) => html`${select({ ...form.choice('channel'), label: 'How did they tell us?', items: channelItems(context) })}
${textarea({ ...form.text('words'), label: 'Their own words', rows: 6 })}
${statedDayBoxes(form, 'When did they tell us?')}`,
  make: ({ channel, words, on }, { keep }) => ({ type: 'RecordRepeat', on, channel, words: keep(words, 'complaint') }),
  done: 'Recorded. It is one complaint, counted from the earliest day.',
});
