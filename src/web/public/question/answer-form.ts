/** What whoever was asked can say to a question: one form, for a colleague in their own work and for somebody with a link. */

import type { FileLimits } from '../../../application/files/take-in.ts';
import type { Reply } from '../../../application/questions/answer.ts';
import type { LocalDate } from '../../../domain/calendar/dates.ts';
import { dateInput } from '../../components/govuk/date-input.ts';
import { radios } from '../../components/govuk/radios.ts';
import { textarea } from '../../components/govuk/textarea.ts';
import { optionalDateField } from '../../forms/date-field.ts';
import { choiceField, longTextField } from '../../forms/fields.ts';
import { chooseAgain, fileErrors, fileField, takenFiles } from '../../forms/file-field.ts';
import type { FormError, FormView } from '../../forms/form-view.ts';
import type { SentForm } from '../../forms/multipart.ts';
import { readForm } from '../../forms/read-form.ts';
import { type HtmlContent, html } from '../../html.ts';

const ways = ['answer', 'longer', 'not-for-me'] as const;

/** The form before anybody filled it in. */
export const startReply = { reply: 'answer' };

/** Whether they answer for themselves, or a handler enters what they were told. */
type Speaker = 'self' | 'handler';

/** The three things that can be said, each with what it needs. */
export function replyFields(form: FormView, limits: FileLimits, speaker: Speaker = 'self'): HtmlContent {
  const own = speaker === 'self';
  return radios({
    ...form.choice('reply'),
    fieldset: { legend: own ? 'What would you like to say?' : 'What did they say?' },
    items: [
      {
        value: 'answer',
        text: own ? 'Here is the answer' : 'They gave the answer',
        conditional: html`${textarea({
          ...form.text('answer'),
          label: own ? 'Your answer' : 'What they answered',
          hint: `${own ? 'What you know and how you know it' : 'What they know and how they know it'}. Where something cannot be found, say what was looked for and why it is not there.`,
          rows: 8,
        })}${fileField({ form, limits, label: 'Files, if any' })}`,
      },
      {
        value: 'longer',
        text: own ? 'I need longer' : 'They need longer',
        conditional: html`${dateInput({ ...form.date('until'), fieldset: { legend: own ? 'You can answer by' : 'They can answer by' }, hint: 'The date that was asked for stays as it is; whoever asked is told when to expect it.' })}${textarea({ ...form.text('why-longer'), label: 'Why', rows: 3 })}`,
      },
      {
        value: 'not-for-me',
        text: own ? 'It is not for me' : 'It was not for them',
        conditional: textarea({ ...form.text('why-not'), label: 'Why, and who may know', rows: 3 }),
      },
    ],
  });
}

/** The reply that was sent, or what is wrong with it. */
export function readReply(
  { body, files }: SentForm,
  limits: FileLimits,
  today: LocalDate,
): { ok: true; reply: Reply; form: FormView } | { ok: false; form: FormView } {
  const shape = {
    reply: choiceField(ways, 'Choose what you would like to say'),
    answer: longTextField({ label: 'The answer' }),
    until: optionalDateField({ label: 'The day by which they can answer', today, when: 'future' }),
    'why-longer': longTextField({ label: 'Why', max: 4000 }),
    'why-not': longTextField({ label: 'Why', max: 4000 }),
  };
  const result = readForm(shape, body, values => lacking(values));
  const wrong = fileErrors(files, limits);
  if (!result.ok || wrong.length > 0) {
    return { ok: false, form: result.form.withErrors(...wrong, ...(wrong.length > 0 ? [] : chooseAgain(files))) };
  }
  const { reply, answer, until } = result.values;
  const { form } = result;
  if (reply === 'answer') return { ok: true, form, reply: { kind: 'answer', words: answer, files: takenFiles(files) } };
  if (reply === 'longer' && until !== null)
    return { ok: true, form, reply: { kind: 'longer', until, reason: result.values['why-longer'] } };
  return { ok: true, form, reply: { kind: 'not-for-me', reason: result.values['why-not'] } };
}

type Said = { reply: (typeof ways)[number]; answer: string; until: LocalDate | null } & Record<
  'why-longer' | 'why-not',
  string
>;

/** What was chosen needs its own words; what stands in the other boxes is not asked about. */
function lacking(said: Said): FormError[] {
  if (said.reply === 'answer') return said.answer === '' ? [{ field: 'answer', text: 'Enter the answer' }] : [];
  if (said.reply === 'not-for-me')
    return said['why-not'] === '' ? [{ field: 'why-not', text: 'Enter why it is not for you' }] : [];
  return [
    ...(said.until === null
      ? [{ field: 'until', part: 'day' as const, text: 'Enter the day by which you can answer' }]
      : []),
    ...(said['why-longer'] === '' ? [{ field: 'why-longer', text: 'Enter why you need longer' }] : []),
  ];
}
