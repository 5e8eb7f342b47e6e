/** Grounds for not taking something, each with its own questions (MAG-16 to MAG-20, MGL-05 to MGL-11, R20): fields of several acts. */
import { asked } from '../../../domain/complaint/exclusion.ts';
import type { ExclusionGround, GroundQuestion } from '../../../domain/policy/exclusion-rules.ts';
import { checkboxes } from '../../components/govuk/checkboxes.ts';
import { dateInput } from '../../components/govuk/date-input.ts';
import { radios } from '../../components/govuk/radios.ts';
import { textInput } from '../../components/govuk/text-input.ts';
import { textarea } from '../../components/govuk/textarea.ts';
import { optionalDateField } from '../../forms/date-field.ts';
import {
  choiceField,
  choicesField,
  type FormField,
  lineField,
  longTextField,
  optionalChoiceField,
} from '../../forms/fields.ts';
import type { FormError, FormView } from '../../forms/form-view.ts';
import { oneValue, rawForm } from '../../forms/raw-form.ts';
import { readForm } from '../../forms/read-form.ts';
import { type Html, html } from '../../html.ts';
import { actHref } from '../case/step-link.ts';
import type { ActContext } from './act-page.ts';
import { openPoints, shortened } from './choose-point.ts';

export type Answers = Record<string, string>;

/** Reads the ground chosen. */
export function groundField(grounds: readonly ExclusionGround[], besides: readonly string[] = []): FormField<string> {
  return choiceField([...besides, ...grounds.map(ground => ground.id)], 'Choose the ground');
}

/** The answers to the chosen ground's questions, or what is wrong with them. Questions of other grounds are not looked at. */
export function groundAnswers(
  context: ActContext,
  grounds: readonly ExclusionGround[],
): { answers: Answers } | { errors: readonly FormError[] } {
  const { body } = context.visit;
  const ground = grounds.find(one => one.id === oneValue(rawForm(body), 'ground'));
  if (ground === undefined) return { answers: {} };
  const shape = Object.fromEntries(
    asked(ground).map(question => [nameOf(ground, question), answerField(question, context)]),
  );
  const result = readForm(shape, body);
  if (!result.ok) return { errors: result.form.errors };
  const given = asked(ground).map(question => [question.id, result.values[nameOf(ground, question)] ?? '']);
  return { answers: Object.fromEntries(given.filter(([, answer]) => answer !== '')) };
}

/** What is wrong with the answers, for an act's `check`. */
export function wrongAnswers(context: ActContext, grounds: readonly ExclusionGround[]): readonly FormError[] {
  const read = groundAnswers(context, grounds);
  return 'errors' in read ? read.errors : [];
}

/** A choice beside the grounds that asks nothing, such as a request that came late. */
type Plain = { value: string; text: string; hint?: string };

/** The grounds, each opening its questions; `first` stands before them. */
export function groundRadios(
  form: FormView,
  context: ActContext,
  grounds: readonly ExclusionGround[],
  first: readonly Plain[] = [],
): Html {
  return radios({
    ...form.choice('ground'),
    fieldset: { legend: 'On what ground?' },
    hint: 'Where the policy is stricter than the Ombudsman’s Code, the Code’s reading is used.',
    items: [
      ...first,
      ...grounds.map(ground => ({
        value: ground.id,
        text: `${ground.label.charAt(0).toUpperCase()}${ground.label.slice(1)}`,
        hint: ground.sentTo === null ? ground.clause : `${ground.clause}. They are sent to: ${ground.sentTo}`,
        conditional: html`${asked(ground).map(question => questionFields(form, ground, question, context))}`,
      })),
    ],
  });
}

function nameOf(ground: ExclusionGround, question: GroundQuestion): string {
  return `q-${ground.id}-${question.id}`;
}

/** Every answer as the text that the domain reads: dates as ISO, points by their ids with commas between. */
function answerField(question: GroundQuestion, context: ActContext): FormField<string> {
  const { kind, ask, required } = question;
  const label = `“${ask}”`;
  const sentence = `Answer the question ${label}`;
  if (kind === 'text') return longTextField({ label, max: 4000, required: required ? sentence : undefined });
  if (kind === 'case-reference') return lineField({ label, max: 100, required: required ? sentence : undefined });
  if (kind === 'yes-no')
    return required
      ? choiceField(['yes', 'no'], sentence)
      : asText(optionalChoiceField(['yes', 'no']), one => one ?? '');
  if (kind === 'points') {
    const ids = openPoints(context).map(point => point.pointId);
    const missing = ids.length === 0 ? `Define the complaint first, then answer the question ${label}` : sentence;
    return asText(choicesField(ids, required ? missing : undefined), chosen => chosen.join(','));
  }
  const date = optionalDateField({ label: `The answer to ${label}`, today: context.visit.today });
  return asText(date, on => on ?? '', required ? sentence : undefined);
}

function asText<T>(field: FormField<T>, say: (value: T) => string, required?: string): FormField<string> {
  const text = field.schema.transform(say);
  const schema = required === undefined ? text : text.refine(answer => answer !== '', { error: required });
  return { pick: field.pick, schema };
}

function questionFields(form: FormView, ground: ExclusionGround, question: GroundQuestion, context: ActContext): Html {
  const name = nameOf(ground, question);
  const label = question.required ? question.ask : `${question.ask} (if known)`;
  if (question.kind === 'date') return dateInput({ ...form.date(name), fieldset: { legend: label } });
  if (question.kind === 'text') return textarea({ ...form.text(name), label, rows: 2, classes: 'rd-textarea--small' });
  if (question.kind === 'case-reference')
    return textInput({ ...form.text(name), label, classes: 'govuk-input--width-20' });
  if (question.kind === 'points') return pointBoxes(form, name, label, context);
  return radios({
    ...form.choice(name),
    classes: 'govuk-radios--inline',
    fieldset: { legend: label },
    items: [
      { value: 'yes', text: 'Yes' },
      { value: 'no', text: 'No' },
    ],
  });
}

/** Points to tick; a complaint that is not defined yet has none, and says what comes first. */
function pointBoxes(form: FormView, name: string, label: string, context: ActContext): Html {
  const points = openPoints(context);
  if (points.length === 0)
    return html`<p class="govuk-body" id="${name}" tabindex="-1">${label} The complaint has no points yet: <a class="govuk-link" href="${actHref(context.file.reference, 'DefineComplaint', null)}">define the complaint</a> first.</p>`;
  return checkboxes({
    ...form.choices(name),
    fieldset: { legend: label },
    items: points.map(({ pointId, number, text }) => ({
      value: pointId,
      text: `${number}. ${shortened(context.file.texts[text.textId] ?? '')}`,
    })),
  });
}
