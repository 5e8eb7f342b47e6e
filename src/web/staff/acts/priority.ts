/** Safety first: onto the top of every list, and off it again (MAG-15). */
import { textarea } from '../../components/govuk/textarea.ts';
import { longTextField } from '../../forms/fields.ts';
import { actPage } from './act-page.ts';

export const priorityPage = actPage({
  act: 'priority',
  command: 'SetPriority',
  title: () => 'Put this complaint first for safety',
  hint: () =>
    'It goes to the top of every list, and making it safe becomes something to do at once. Anybody may ask for this.',
  submit: 'Put it first',
  about: () => ({}),
  shape: () => ({
    reason: longTextField({ label: 'What the danger is', required: 'Say what the danger is', max: 4000 }),
  }),
  fields: form =>
    textarea({
      ...form.text('reason'),
      label: 'What is the danger, and to whom?',
      rows: 3,
      classes: 'rd-textarea--small',
    }),
  make: ({ reason }, { keep, now }) => ({ type: 'SetPriority', reason: keep(reason, 'priority'), at: now }),
  done: 'This complaint now stands first.',
});

export const clearPriorityPage = actPage({
  act: 'clear-priority',
  command: 'ClearPriority',
  title: () => 'Take this complaint off the top',
  hint: () => 'Only once nobody is in danger any more. All other dates stay as they are.',
  submit: 'Take it off the top',
  about: () => ({}),
  shape: () => ({
    reason: longTextField({ label: 'Why it is safe', required: 'Say why nobody is in danger', max: 4000 }),
  }),
  fields: form =>
    textarea({
      ...form.text('reason'),
      label: 'Why is nobody in danger any more?',
      rows: 3,
      classes: 'rd-textarea--small',
    }),
  make: ({ reason }, { keep }) => ({ type: 'ClearPriority', reason: keep(reason, 'priority') }),
  done: 'This complaint no longer stands first.',
});
