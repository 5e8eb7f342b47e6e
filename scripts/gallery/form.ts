import { characterCount } from '../../src/web/components/govuk/character-count.ts';
import { checkboxes } from '../../src/web/components/govuk/checkboxes.ts';
import { dateInput } from '../../src/web/components/govuk/date-input.ts';
import { radios } from '../../src/web/components/govuk/radios.ts';
import { select } from '../../src/web/components/govuk/select.ts';
import { textInput } from '../../src/web/components/govuk/text-input.ts';
import { textarea } from '../../src/web/components/govuk/textarea.ts';
import { refusalPanel } from '../../src/web/components/redress/refusal-panel.ts';
import { dateField } from '../../src/web/forms/date-field.ts';
import { choiceField, choicesField, lineField, longTextField } from '../../src/web/forms/fields.ts';
import { formPage } from '../../src/web/forms/form-page.ts';
import type { FormView } from '../../src/web/forms/form-view.ts';
import { type Html, html } from '../../src/web/html.ts';

export const galleryForm = {
  name: lineField({ label: 'Name', required: 'Enter the name of the person who complains', max: 200 }),
  received: dateField({
    label: 'Date received',
    required: 'Enter the day we were first told',
    today: '2026-03-18',
    when: 'past',
  }),
  channel: choiceField(['phone', 'email', 'visit'], 'Choose how we were told'),
  needs: choicesField(['large-print', 'interpreter', 'none']),
  category: lineField({ label: 'What it is about' }),
  words: longTextField({
    label: 'What went wrong',
    required: 'Enter what went wrong, in the person’s own words',
    max: 2000,
  }),
  letter: longTextField({ label: 'Letter' }),
};

function fields(form: FormView): Html {
  return html`${textInput({ ...form.text('name'), label: 'Name of the person who complains', classes: 'govuk-input--width-20', autocomplete: 'off' })}
${dateInput({ ...form.date('received'), fieldset: { legend: 'When were we first told?' }, hint: 'The first word to anybody, not the day it was logged. For example, 9 3 2026.' })}
${radios({
  ...form.choice('channel'),
  fieldset: { legend: 'How were we told?' },
  items: [
    {
      value: 'phone',
      text: 'By telephone',
      conditional: textInput({
        ...form.text('number'),
        label: 'Number they called from',
        classes: 'govuk-input--width-10',
      }),
    },
    { value: 'email', text: 'By email' },
    { divider: 'or' },
    { value: 'visit', text: 'In person', hint: 'At home, at the office, or to a contractor' },
  ],
})}
${checkboxes({
  ...form.choices('needs'),
  classes: 'govuk-checkboxes--small',
  fieldset: { legend: 'What does this person need?' },
  items: [
    { value: 'large-print', text: 'Large print' },
    { value: 'interpreter', text: 'An interpreter' },
    { divider: 'or' },
    { value: 'none', text: 'Nothing that we know of', behaviour: 'exclusive' },
  ],
})}
${select({
  ...form.choice('category'),
  label: 'What is it about?',
  items: [
    { value: '', text: 'Choose' },
    { value: 'repairs', text: 'Repairs' },
    { value: 'asb', text: 'Antisocial behaviour' },
  ],
})}
${characterCount({ ...form.text('words'), label: 'What went wrong?', hint: 'In their own words.', maxlength: 2000, rows: 5, threshold: 75 })}
${textarea({ ...form.text('letter'), label: 'The letter', classes: 'rd-textarea--letter', rows: 12 })}`;
}

/** A form with one of everything, a draft, and a refusal where it is asked for. */
export function formContent(form: FormView, refused: boolean): Html {
  return formPage({
    caption: 'K7QF-2MXA, Mrs Adaeze Okonkwo',
    title: 'Log a complaint',
    hint: 'It takes under a minute. Only the name, the day and the words are needed; the rest can follow.',
    action: '/form',
    seal: { csrf: 'x', commandId: '0190-gallery', expectedVersion: 12 },
    above:
      refused &&
      refusalPanel({
        sentence: 'The response cannot be sent yet: point 2, “missed appointments”, has no decision.',
        allowed: html`You can <a class="govuk-link" href="/form">decide point 2</a>, or <a class="govuk-link" href="/form">extend the response</a> by up to 10 working days.`,
        clause: 'Stage 1, 5.9: every point is answered',
      }),
    fields: fields(form),
    submit: 'Log the complaint',
    cancelHref: '/',
    draft: { href: '/drafts/gallery' },
  });
}
