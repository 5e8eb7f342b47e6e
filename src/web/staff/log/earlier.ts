/** Between the form and the complaint: earlier ones of the same person or home are shown, to be linked, never merged (MAG-21). */
import type { EarlierCase } from '../../../application/queries/earlier-cases.ts';
import type { EarlierRequest } from '../../../application/queries/earlier-requests.ts';
import { sayDate } from '../../../domain/calendar/dates.ts';
import { button } from '../../components/govuk/button.ts';
import { radios } from '../../components/govuk/radios.ts';
import { tag } from '../../components/govuk/tag.ts';
import { hiddenFields } from '../../forms/form-page.ts';
import { type FormError, FormView } from '../../forms/form-view.ts';
import { oneValue, type RawForm } from '../../forms/raw-form.ts';
import { type Html, html } from '../../html.ts';
import { paths } from '../../paths.ts';
import type { EarlierChoice } from './form.ts';
import { sameWords } from './same-words.ts';

/** The hidden field with the cases that were shown, and the button that goes back to the form. */
export const earlierShown = 'earlier-shown';
export const backButton = 'back';
const choicePrefix = 'earlier-';

/** What was found that may have to do with the new complaint. */
export type Found = { cases: readonly EarlierCase[]; requests: readonly EarlierRequest[] };

/** Whether each of them was shown already: a new one that appeared meanwhile is shown first. */
export function allShown(raw: RawForm, found: Found): boolean {
  const shown = oneValue(raw, earlierShown).split(' ');
  return namesOf(found).every(one => shown.includes(one));
}

function namesOf({ cases, requests }: Found): string[] {
  return [...cases.map(one => one.reference), ...requests.map(one => one.requestId)];
}

/** What was chosen for each; only what was found counts, whatever the form names. An error where two people are "the same". */
export function choiceIn(raw: RawForm, { cases, requests }: Found): EarlierChoice | FormError {
  const chosen = (what: string) => cases.filter(one => oneValue(raw, fieldOf(one)) === what);
  const same = chosen('same-person');
  const [first] = same;
  const other = same.find(one => one.residentId !== first?.residentId);
  if (other !== undefined) {
    const text = `${other.reference} is recorded for another person than ${first?.reference}: choose “same person” for one of them and link the other`;
    return { field: fieldOf(other), text };
  }
  const linked = [...same, ...chosen('link')].map(one => one.caseId);
  const background = requests.filter(one => oneValue(raw, requestField(one)) === 'link').map(one => one.requestId);
  return { knownAs: first?.residentId ?? null, linked, requests: background };
}

function requestField({ requestId }: EarlierRequest): string {
  return `${choicePrefix}request-${requestId}`;
}

function fieldOf({ reference }: EarlierCase): string {
  return `${choicePrefix}${reference}`;
}

/** The step's content: each earlier complaint with enough to know it by, and what it is to the new one. */
export function earlierFields(
  form: FormView,
  found: Found,
  label: { category: (id: string | null) => string; area: (id: string) => string },
): Html {
  const references = namesOf(found).join(' ');
  const seal: readonly string[] = Object.values(hiddenFields);
  const typed = [...withoutStep(form.raw).raw].filter(([name]) => !seal.includes(name));
  return html`${typed.map(([name, values]) => values.map(value => html`<input type="hidden" name="${name}" value="${value}">`))}
<input type="hidden" name="${earlierShown}" value="${references}">
<div class="rd-split__side">${found.cases.map(one => oneEarlier(form, one, label.category))}${found.requests.map(one => oneRequest(form, one, label.area))}</div>`;
}

function oneRequest(form: FormView, one: EarlierRequest, area: (id: string) => string): Html {
  const field = requestField(one);
  const ended = one.endedHow === 'stopped' ? 'Stopped' : 'Completed';
  return html`<section class="rd-card" aria-label="Service request of ${one.name}"><h2 class="rd-card__title"><a class="govuk-link" href="${paths.serviceRequest({ request: one.requestId })}">${one.name}, service request</a> ${one.endedOn === null ? tag({ text: 'Open', colour: 'blue' }) : tag({ text: ended, colour: 'grey' })}</h2>
<p class="govuk-body-s">${one.address ?? 'No address'}. ${area(one.serviceArea)}, asked ${sayDate(one.askedOn)}. <strong>${sameWords(one.same)}</strong></p>
${one.words !== null && html`<p class="govuk-body-s">“${one.words}${one.words.length >= 240 ? '…' : ''}”</p>`}
${radios({
  ...form.choice(field),
  value: oneValue(form.raw, field) || 'no',
  idPrefix: field,
  classes: 'govuk-radios--small',
  fieldset: { legend: 'What is it to the new complaint?' },
  items: [
    { value: 'link', text: 'It came before: link it as background, and it goes on' },
    { value: 'no', text: 'It has nothing to do with it' },
  ],
})}</section>`;
}

function oneEarlier(form: FormView, one: EarlierCase, label: (category: string | null) => string): Html {
  const field = fieldOf(one);
  return html`<section class="rd-card" aria-label="${one.reference}"><h2 class="rd-card__title"><a class="govuk-link" href="${paths.case({ reference: one.reference })}">${one.name}, ${one.reference}</a> ${stateTag(one)}</h2>
<p class="govuk-body-s">${one.address ?? 'No address'}. ${label(one.category)}, received ${sayDate(one.receivedOn)}. <strong>${sameWords(one.same)}</strong></p>
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

/** The way back to the form with everything in it. */
export function backToForm(): Html {
  return button({ text: 'Back to the form', name: backButton, value: '1', classes: 'govuk-button--secondary' });
}

/** What was typed, without what belongs to this step alone. */
export function withoutStep(raw: RawForm): FormView {
  return new FormView(new Map([...raw].filter(([name]) => name !== backButton && !name.startsWith(choicePrefix))), []);
}
