/** Between the form and the complaint: earlier ones of the same person or home are shown, to be linked, never merged (MAG-21). */
import type { EarlierCase } from '../../../application/queries/earlier-cases.ts';
import { sayDate } from '../../../domain/calendar/dates.ts';
import { sayList } from '../../../domain/complaint/refusals/words.ts';
import { button } from '../../components/govuk/button.ts';
import { radios } from '../../components/govuk/radios.ts';
import { tag } from '../../components/govuk/tag.ts';
import { hiddenFields } from '../../forms/form-page.ts';
import { type FormError, FormView } from '../../forms/form-view.ts';
import { oneValue, type RawForm } from '../../forms/raw-form.ts';
import { type Html, html } from '../../html.ts';
import { paths } from '../../paths.ts';
import type { EarlierChoice } from './form.ts';

/** The hidden field with the cases that were shown, and the button that goes back to the form. */
export const earlierShown = 'earlier-shown';
export const backButton = 'back';
const choicePrefix = 'earlier-';

/** Whether each of the cases was shown already: a new one that appeared meanwhile is shown first. */
export function allShown(raw: RawForm, found: readonly EarlierCase[]): boolean {
  const shown = oneValue(raw, earlierShown).split(' ');
  return found.every(one => shown.includes(one.reference));
}

/** What was chosen for each; only what was found counts, whatever the form names. An error where two people are "the same". */
export function choiceIn(raw: RawForm, found: readonly EarlierCase[]): EarlierChoice | FormError {
  const chosen = (what: string) => found.filter(one => oneValue(raw, fieldOf(one)) === what);
  const same = chosen('same-person');
  const [first] = same;
  const other = same.find(one => one.residentId !== first?.residentId);
  if (other !== undefined) {
    const text = `${other.reference} is recorded for another person than ${first?.reference}: choose “same person” for one of them and link the other`;
    return { field: fieldOf(other), text };
  }
  const linked = [...same, ...chosen('link')].map(one => one.caseId);
  return { knownAs: first?.residentId ?? null, linked };
}

function fieldOf({ reference }: EarlierCase): string {
  return `${choicePrefix}${reference}`;
}

/** The step's content: each earlier complaint with enough to know it by, and what it is to the new one. */
export function earlierFields(
  form: FormView,
  found: readonly EarlierCase[],
  label: (category: string | null) => string,
): Html {
  const references = found.map(one => one.reference).join(' ');
  const seal: readonly string[] = Object.values(hiddenFields);
  const typed = [...withoutStep(form.raw).raw].filter(([name]) => !seal.includes(name));
  return html`${typed.map(([name, values]) => values.map(value => html`<input type="hidden" name="${name}" value="${value}">`))}
<input type="hidden" name="${earlierShown}" value="${references}">
<div class="rd-split__side">${found.map(one => oneEarlier(form, one, label))}</div>`;
}

function oneEarlier(form: FormView, one: EarlierCase, label: (category: string | null) => string): Html {
  const field = fieldOf(one);
  return html`<section class="rd-card" aria-label="${one.reference}"><h2 class="rd-card__title"><a class="govuk-link" href="${paths.case({ reference: one.reference })}">${one.name}, ${one.reference}</a> ${stateTag(one)}</h2>
<p class="govuk-body-s">${one.address ?? 'No address'}. ${label(one.category)}, received ${sayDate(one.receivedOn)}. <strong>${sameWords(one)}</strong></p>
${one.words !== null && html`<p class="govuk-body-s">“${one.words}${one.words.length >= 240 ? '…' : ''}”</p>`}
${radios({
  ...form.choice(field),
  value: oneValue(form.raw, field) || (one.same.includes('person') ? 'same-person' : 'no'),
  idPrefix: field,
  classes: 'govuk-radios--small',
  fieldset: { legend: 'What is it to the new complaint?' },
  items: [
    { value: 'same-person', text: 'The same person complains: link the two' },
    { value: 'link', text: 'Somebody else, but it has to do with it: link the two' },
    { value: 'no', text: 'It has nothing to do with it' },
  ],
})}</section>`;
}

function stateTag({ stage, answeredOn, closedOn }: EarlierCase): Html {
  if (closedOn !== null) return tag({ text: 'Closed', colour: 'grey' });
  if (answeredOn !== null) return tag({ text: `Stage ${stage} answered`, colour: 'grey' });
  return tag({ text: `Open at stage ${stage}`, colour: 'blue' });
}

const sames = { person: 'person', phone: 'phone number', email: 'email address', home: 'home' } as const;

/** `Same phone number and home, a name like theirs.` */
function sameWords({ same }: EarlierCase): string {
  const certain = same.flatMap(one => (one === 'name' ? [] : [sames[one]]));
  const likely = same.includes('name') ? ['a name like theirs'] : [];
  const words = [...(certain.length === 0 ? [] : [`the same ${sayList(certain)}`]), ...likely].join(', ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

/** The way back to the form with everything in it. */
export function backToForm(): Html {
  return button({ text: 'Back to the form', name: backButton, value: '1', classes: 'govuk-button--secondary' });
}

/** What was typed, without what belongs to this step alone. */
export function withoutStep(raw: RawForm): FormView {
  return new FormView(new Map([...raw].filter(([name]) => name !== backButton && !name.startsWith(choicePrefix))), []);
}
