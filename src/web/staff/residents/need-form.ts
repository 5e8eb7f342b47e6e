/** The form for one thing that somebody needs: what to do, what lies behind it, with what consent, until when. */
import type { NeedTold } from '../../../application/needs/needs.ts';
import { sayNeed } from '../../../domain/complaint/say-need.ts';
import type { ToldBy } from '../../../domain/needs/events.ts';
import { NEED_KINDS } from '../../../domain/needs/kinds.ts';
import type { Need } from '../../../domain/needs/needs.ts';
import { checkboxes } from '../../components/govuk/checkboxes.ts';
import { dateInput } from '../../components/govuk/date-input.ts';
import { radios } from '../../components/govuk/radios.ts';
import { select } from '../../components/govuk/select.ts';
import { textInput } from '../../components/govuk/text-input.ts';
import { textarea } from '../../components/govuk/textarea.ts';
import { dateField, dateValues, optionalDateField } from '../../forms/date-field.ts';
import { choiceField, choicesField, lineField, longTextField, tickField } from '../../forms/fields.ts';
import type { FormError, FormView } from '../../forms/form-view.ts';
import type { FormValues } from '../../forms/read-form.ts';
import { type Html, html } from '../../html.ts';
import type { Visit } from '../../visit.ts';
import { asTime, timeField, wrongTime } from './hours.ts';
import { PREFERRED_WAYS, preferredWords, toldByWords } from './need-words.ts';

const toldBys = [
  'themselves',
  'representative',
  'family',
  'professional',
  'colleague',
] as const satisfies readonly ToldBy[];
const consents = ['yes', 'no', 'not-asked'] as const;

/** The fields. A change asks for its reason instead of the day we were told. */
export function needShape({ today }: Visit, isChange: boolean) {
  return {
    kind: choiceField(NEED_KINDS, 'Choose what they need'),
    todo: lineField({ label: 'What to do', required: 'Enter what to do', max: 200 }),
    ways: choicesField(PREFERRED_WAYS),
    from: timeField('From'),
    to: timeField('Until'),
    until: optionalDateField({ label: 'The last day', today, when: 'future' }),
    behind: longTextField({ label: 'What lies behind it', max: 4000 }),
    away: tickField(),
    keep: choiceField(consents, 'Say whether they agree to it being kept'),
    share: choiceField(consents, 'Say whether contractors may know what to do'),
    by: choiceField(toldBys, 'Choose who told us'),
    on: isChange
      ? optionalDateField({ label: 'The day', today, when: 'past' })
      : dateField({ label: 'The day they told us', required: 'Enter the day they told us', today, when: 'past' }),
    reason: longTextField({
      label: 'Why it changes',
      ...(isChange ? { required: 'Enter why it changes' } : {}),
      max: 2000,
    }),
  };
}

export type NeedValues = FormValues<ReturnType<typeof needShape>>;

/** What must hold between the fields: what is to be followed has to be said. */
export function checkNeed({ kind, ways, from, to }: NeedValues): FormError[] {
  const wrong = [wrongTime('from', from), wrongTime('to', to)].flatMap(one => one ?? []);
  if (wrong.length > 0) return wrong;
  if (kind === 'contact' && ways.length === 0) return [{ field: 'ways', text: 'Choose the ways that suit them' }];
  if (kind !== 'contact-times') return [];
  if (from === '' || to === '') return [{ field: from === '' ? 'from' : 'to', text: 'Enter the hours that suit them' }];
  return [];
}

/** The need that was typed. */
export function needFrom(values: NeedValues): NeedTold {
  const { kind, todo, ways, from, to, until, behind, keep, share, by } = values;
  return {
    ...{ kind, todo, until },
    behind: behind === '' ? null : behind,
    ways: kind === 'contact' ? ways : [],
    hours: kind === 'contact-times' ? { from: asTime(from), to: asTime(to) } : null,
    ...{ toldBy: by, consentToKeep: keep, consentToShare: share },
  };
}

/** Values to start from: today, or the need as it stands. What lies behind it is never filled in: it is not shown here. */
export function needStart(visit: Visit, need: Need | null, todo: string): Record<string, string | readonly string[]> {
  if (need === null) return { ...dateValues('on', visit.today), share: 'not-asked', by: 'themselves' };
  const { kind, ways, hours, until, toldBy, consentToKeep, consentToShare } = need;
  return {
    ...{ kind, todo, ways, from: hours?.from ?? '', to: hours?.to ?? '' },
    ...(until === null ? {} : dateValues('until', until)),
    ...{ keep: consentToKeep, share: consentToShare, by: toldBy === 'earlier-complaint' ? '' : toldBy },
  };
}

/** The fields, in the order in which a conversation goes. */
export function needFields(form: FormView, isChange: boolean, hasBehind: boolean): Html {
  return html`${select({
    ...form.choice('kind'),
    label: 'What do they need?',
    items: [{ value: '', text: 'Choose' }, ...NEED_KINDS.map(value => ({ value, text: sayNeed(value) }))],
  })}
${textInput({
  ...form.text('todo'),
  label: 'What to do',
  hint: 'For everybody who reaches them. What we do, and not why: “18 point”, “ring after four”, “an Urdu interpreter”.',
})}
${reaching(form)}
${dateInput({ ...form.date('until'), fieldset: { legend: 'The last day it is expected to hold, if it is temporary' }, hint: 'They are asked about it on that day. It does not end by itself.' })}
${behind(form, hasBehind)}
${consent(form)}
${radios({ ...form.choice('by'), fieldset: { legend: 'Who told us?' }, items: toldBys.map(value => ({ value, text: toldByWords[value] })) })}
${
  isChange
    ? textarea({ ...form.text('reason'), label: 'Why does it change?', rows: 2, classes: 'rd-textarea--small' })
    : dateInput({ ...form.date('on'), fieldset: { legend: 'When?' } })
}`;
}

function reaching(form: FormView): Html {
  const time = (name: string, label: string) =>
    textInput({ ...form.text(name), label, classes: 'govuk-input--width-5', autocomplete: 'off' });
  return html`${checkboxes({
    ...form.choices('ways'),
    classes: 'govuk-checkboxes--small',
    fieldset: { legend: 'Ways that suit them' },
    hint: 'Where it is about how to contact them. Letters and calls by another way then ask why.',
    items: PREFERRED_WAYS.map(value => ({ value, text: preferredWords[value] })),
  })}
<fieldset class="govuk-fieldset"><legend class="govuk-fieldset__legend">Hours that suit them</legend>
<div class="govuk-hint">Where it is about when to contact them. By the clock of 24 hours, for example 16:00.</div>
<div class="rd-fields">${time('from', 'From')}${time('to', 'Until')}</div></fieldset>`;
}

function behind(form: FormView, hasBehind: boolean): Html {
  return html`${textarea({
    ...form.text('behind'),
    label: 'What lies behind it, if they want us to know',
    hint: `A disability, their health, what they are going through. Kept apart, and shown to whoever deals with their complaint only.${hasBehind ? ' Something is recorded; what you enter here takes its place.' : ''}`,
    rows: 3,
    classes: 'rd-textarea--small',
  })}
${hasBehind && checkboxes({ ...form.choices('away'), items: [{ value: '1', text: 'Take away what is recorded behind it' }] })}`;
}

function consent(form: FormView): Html {
  return html`${radios({
    ...form.choice('keep'),
    classes: 'govuk-radios--inline',
    fieldset: { legend: 'Do they agree to it being kept?' },
    items: [
      { value: 'yes', text: 'Yes' },
      { value: 'no', text: 'No' },
      { value: 'not-asked', text: 'Not asked yet' },
    ],
  })}
${radios({
  ...form.choice('share'),
  classes: 'govuk-radios--inline',
  fieldset: { legend: 'May contractors and others who work for us know what to do?' },
  hint: 'They are never told what lies behind it.',
  items: [
    { value: 'yes', text: 'Yes' },
    { value: 'no', text: 'No' },
    { value: 'not-asked', text: 'Not asked yet' },
  ],
})}`;
}
