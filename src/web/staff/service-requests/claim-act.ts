/** A claim about repairs: the complaint is offered first, and the claim goes on whatever they answer (MAG-50). */

import { dateInput } from '../../components/govuk/date-input.ts';
import { radios } from '../../components/govuk/radios.ts';
import { textarea } from '../../components/govuk/textarea.ts';
import { dateField, dateValues } from '../../forms/date-field.ts';
import { choiceField, longTextField } from '../../forms/fields.ts';
import { html } from '../../html.ts';
import type { RequestActDefinition } from './acts.ts';

const shape = (today: Parameters<typeof dateField>[0]['today']) => ({
  claim: choiceField(['compensation', 'disrepair'], 'Choose what kind of claim it is'),
  answer: choiceField(['complains', 'both', 'claims-only', 'no-answer'], 'Choose what they said'),
  words: longTextField({ label: 'What was said', required: 'Enter what was said, and who was referred where' }),
  on: dateField({ label: 'The day', required: 'Enter the day', today, when: 'past' }),
});

export const claimAct: RequestActDefinition<ReturnType<typeof shape>> = {
  act: 'claim',
  command: 'OfferClaimRoute',
  title: 'A claim about repairs: offer the complaint first',
  hint: 'A complaint is often the quicker way to put things right, and they may be referred to it. It is never a condition: the claim goes on, and nothing here waits for it.',
  submit: 'Record the offer',
  shape: ({ today }) => shape(today),
  start: ({ today }) => dateValues('on', today),
  fields: form => html`${radios({
    ...form.choice('claim'),
    fieldset: { legend: 'What do they claim?' },
    items: [
      { value: 'compensation', text: 'Compensation for a repair' },
      {
        value: 'disrepair',
        text: 'Disrepair, as a legal claim',
        hint: 'A solicitor’s letter is no reason to turn a complaint away.',
      },
    ],
  })}
${radios({
  ...form.choice('answer'),
  fieldset: { legend: 'They were offered a complaint first. What did they say?' },
  items: [
    { value: 'complains', text: 'They complain first', hint: 'Log the complaint from the request afterwards.' },
    { value: 'both', text: 'They complain, and the claim goes on as well' },
    { value: 'claims-only', text: 'They only want to claim' },
    { value: 'no-answer', text: 'They have not said' },
  ],
})}
${textarea({ ...form.text('words'), label: 'What was said, and who was referred where', rows: 4 })}
${dateInput({ ...form.date('on'), fieldset: { legend: 'When?' } })}`,
  make: ({ claim, answer, words, on }) => ({ kind: 'claim', claim, answer, words, on }),
  done: 'The offer is recorded. The claim goes on whatever they said.',
};
