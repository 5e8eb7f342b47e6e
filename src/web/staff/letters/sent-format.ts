/** In what a response went, where its reader needs an agreed format (R7): the question, its answer, and how it is told. */
import { sayDate } from '../../../domain/calendar/dates.ts';
import type { SentFormat } from '../../../domain/complaint/events.ts';
import { needsOf } from '../../../domain/complaint/follow-needs.ts';
import { formatsToCome, reachedOn } from '../../../domain/complaint/formats.ts';
import type { Letter } from '../../../domain/complaint/letter-state.ts';
import type { CaseState } from '../../../domain/complaint/state.ts';
import { AGREED_FORMATS, type AgreedFormat, FORMAT_NAMES } from '../../../domain/policy/formats.ts';
import { radios } from '../../components/govuk/radios.ts';
import { textInput } from '../../components/govuk/text-input.ts';
import { lineField, optionalChoiceField } from '../../forms/fields.ts';
import type { FormView } from '../../forms/form-view.ts';
import { type Html, html } from '../../html.ts';

const answers = [...AGREED_FORMATS, 'plain', 'plain-called'] as const;

/** Reads what it went in; nothing where the question was not asked. */
export const formatField = optionalChoiceField(answers);

/** What was answered; the call with a plain version was on the day it went. */
export function sentFormat(
  answer: (typeof answers)[number] | null,
  on: SentFormat['calledOn'],
): { format?: SentFormat } {
  if (answer === null) return {};
  if (answer === 'plain-called') return { format: { as: 'plain', calledOn: on } };
  return { format: { as: answer, calledOn: null } };
}

/** Reads why it did not go as its reader needs it. */
export const despiteField = lineField({ label: 'Why it did not go as they need it', max: 500 });

/** Asked only where the reader's needs can be missed: a way that suits them, or an agreed format. */
export function despiteQuestion(form: FormView, letter: Letter, state: CaseState): Html {
  const needs = needsOf(state, letter.to).filter(one => one.kind === 'contact' && one.ways !== undefined);
  if (needs.length === 0 && formatsToCome(letter, state).length === 0) return html``;
  return textInput({
    ...form.text('despite'),
    label: 'If it did not go as they need it: why?',
    hint: 'Another way than suits them, or in plain print. Kept with the letter; leave it empty where it did.',
  });
}

/** Whether the question arises: a response whose reader has not had it in every format agreed with them. */
export function asksFormat(letter: Letter, state: CaseState): boolean {
  return formatsToCome(letter, state).length > 0;
}

/** The question, where it arises. */
export function formatQuestion(form: FormView, letter: Letter, state: CaseState): Html {
  const formats = formatsToCome(letter, state);
  if (formats.length === 0) return html``;
  const plain = [
    {
      value: 'plain-called',
      text: 'Plain, and we called to read it to them that day',
      hint: 'It counts as the response. The agreed format is still owed by its date.',
    },
    { value: 'plain', text: 'Plain, without a call', hint: 'It does not count as a response to this reader.' },
  ];
  return radios({
    ...form.choice('format'),
    fieldset: { legend: 'In what did it go?' },
    items: [
      ...formats.map(format => ({ value: format, text: capital(FORMAT_NAMES[format]) })),
      ...(reachedOn(letter) === null || letter.returned !== null ? plain : []),
    ],
  });
}

/** In what it went, for the letter's facts; nothing where nothing was agreed. */
export function saidFormats({ sent, formats }: Letter): { key: string; value: string }[] {
  const plain = sent?.format?.as === 'plain' ? [plainWords(sent.format)] : [];
  const agreed = formats.map(({ as, on }) => `${capital(FORMAT_NAMES[as])}, ${sayDate(on)}`);
  return [...plain, ...agreed].map(value => ({ key: 'Went in', value }));
}

function plainWords({ calledOn }: SentFormat): string {
  return calledOn === null
    ? 'Plain, without a call: no response to this reader'
    : `Plain, with a call on ${sayDate(calledOn)}; the agreed format follows`;
}

function capital(words: AgreedFormat | string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
