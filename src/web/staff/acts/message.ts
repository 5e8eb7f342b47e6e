/** "Thanks, but it still leaks": a message after the answer that may ask for stage 2, and what it meant (R43). */
import { sayDate } from '../../../domain/calendar/dates.ts';
import type { Message } from '../../../domain/complaint/duty-state.ts';
import { radios } from '../../components/govuk/radios.ts';
import { select } from '../../components/govuk/select.ts';
import { textarea } from '../../components/govuk/textarea.ts';
import { choiceField, longTextField } from '../../forms/fields.ts';
import { html } from '../../html.ts';
import { type ActContext, actPage } from './act-page.ts';
import { channelField, channelItems } from './choose-channel.ts';
import { statedDay, statedDayBoxes, todayIn } from './stated-day.ts';

export const recordMessagePage = actPage({
  act: 'record-message',
  command: 'RecordMessage',
  title: () => 'Record a message after the answer',
  hint: () =>
    'For a message that may mean that they are not satisfied, such as thanks with a but. They are asked soon what they meant. Where it is plain that they are not satisfied, record a request for stage 2: they need not ask for it by name.',
  submit: 'Record the message',
  about: () => ({}),
  shape: context => ({
    words: longTextField({ label: 'What they said', required: 'Enter what they said, in their own words' }),
    channel: channelField(context),
    on: statedDay(context, 'The day of the message'),
  }),
  start: todayIn,
  fields: (
    form,
    context,
  ) => html`${textarea({ ...form.text('words'), label: 'What they said', hint: 'In their own words.', rows: 4 })}
${select({ ...form.choice('channel'), label: 'How did it reach us?', items: channelItems(context) })}
${statedDayBoxes(form, 'When?')}`,
  make: ({ words, channel, on }, { keep }) => ({
    type: 'RecordMessage',
    messageId: crypto.randomUUID(),
    on,
    channel,
    words: keep(words, 'escalation'),
  }),
  done: 'Recorded. Ask them what they meant.',
});

export const settleMessagePage = actPage({
  act: 'settle-message',
  command: 'SettleMessage',
  title: () => 'Record what their message meant',
  hint: context => {
    const message = messageIn(context);
    if (message === undefined) return 'There is no message to ask about.';
    const words = context.file.texts[message.words.textId] ?? '';
    return html`<p class="govuk-body">On ${sayDate(message.on)} they said: “${words}”</p>`;
  },
  submit: 'Record it',
  about: context => ({ messageId: messageIn(context)?.messageId ?? '' }),
  shape: context => ({
    meant: choiceField(['yes', 'no'], 'Choose what they meant'),
    note: longTextField({ label: 'What they said', required: 'Enter what they said when they were asked' }),
    on: statedDay(context, 'The day it became clear'),
  }),
  start: todayIn,
  fields: (form, context) => html`${radios({
    ...form.choice('meant'),
    fieldset: { legend: 'Do they want it looked at again?' },
    items: [
      { value: 'yes', text: 'Yes', hint: `Stage 2 counts from the day of the message${dayOf(context)}.` },
      { value: 'no', text: 'No' },
    ],
  })}
${textarea({ ...form.text('note'), label: 'What they said when they were asked', rows: 3 })}
${statedDayBoxes(form, 'When?')}`,
  make: ({ meant, note, on }, { keep }, context) => ({
    type: 'SettleMessage',
    messageId: messageIn(context)?.messageId ?? '',
    on,
    escalation: meant === 'yes',
    note: keep(note, 'escalation'),
  }),
  done: 'Recorded. What is owed now is below.',
});

function messageIn({ visit, file }: ActContext): Message | undefined {
  const open = file.state.messages.filter(one => one.settled === null);
  return open.find(one => one.messageId === visit.query['message']) ?? open[0];
}

function dayOf(context: ActContext): string {
  const on = messageIn(context)?.on;
  return on === undefined ? '' : `, ${sayDate(on)}`;
}
