import { attrs, type Html, html } from '../../html.ts';
import { textInput } from '../govuk/text-input.ts';

/** The names of its fields and buttons: a page that has it in a form looks for these (see `web/staff/find/step.ts`). */
export const finderFields = {
  /** What is looked for. */
  sought: 'find',
  /** What was looked for when the list below was made. */
  found: 'found',
  /** The button that looks. */
  look: 'look',
  /** A button of the list: whom or which home it means. */
  use: 'use',
  /** The button that lets go of what was chosen. */
  letGo: 'let-go',
  /** Who was chosen, and in which home. */
  resident: 'resident',
  home: 'home',
  /** How they are shown once they are chosen. */
  chosen: 'chosen',
} as const;

export interface KnownFinderProps {
  readonly sought: string;
  readonly found: string;
  /** Where the list is asked for as one types. */
  readonly href: string;
  /** The list, once something was looked for. */
  readonly results: Html | null;
  /** Who was chosen, in a line; null while nobody is. */
  readonly chosen: { readonly resident: string; readonly home: string; readonly line: string } | null;
}

/** Finds somebody or a home that is known, within a form: by a button, and with script as one types. */
export function knownFinder(props: KnownFinderProps): Html {
  const { chosen, results, sought, found, href } = props;
  if (chosen !== null) return chosenOne(chosen);
  const look = html`<button class="govuk-button govuk-button--secondary rd-finder__look" name="${finderFields.look}" value="1" data-finder-look>Find</button>`;
  return html`<div class="rd-finder"${attrs({ 'data-finder': href })}>
<input type="hidden" name="${finderFields.found}" value="${found}" data-finder-found>
${textInput({
  name: finderFields.sought,
  type: 'search',
  value: sought,
  label: 'Find a person or a home we know',
  hint: 'Part of a name or an address, a postcode, a phone number, an email address or a UPRN.',
  autocomplete: 'off',
  spellcheck: false,
  attributes: { 'data-finder-input': true },
  formGroup: { after: look },
})}
<div class="rd-finder__results" data-finder-results>${results}</div></div>`;
}

function chosenOne({ resident, home, line }: NonNullable<KnownFinderProps['chosen']>): Html {
  return html`<div class="rd-finder rd-finder--chosen">
<input type="hidden" name="${finderFields.resident}" value="${resident}">
<input type="hidden" name="${finderFields.home}" value="${home}">
<input type="hidden" name="${finderFields.chosen}" value="${line}">
<p class="govuk-body"><strong>${line}</strong></p>
<button class="govuk-button govuk-button--secondary" name="${finderFields.letGo}" value="1">Somebody or somewhere else</button></div>`;
}

/** One of the list. `value` says whom the button means. */
export interface KnownResult {
  readonly value: string;
  readonly name: string;
  readonly details: string;
}

/** The list of what was found, each a button; also what the script asks for. */
export function knownResults({
  results,
  more,
  sought,
}: {
  readonly results: readonly KnownResult[];
  readonly more: boolean;
  readonly sought: string;
}): Html {
  const count = results.length === 1 ? 'One is found.' : `${results.length} are found.`;
  const says =
    results.length === 0
      ? `Nobody and no home is known for “${sought}”. Fill in what they tell you.`
      : more
        ? `More than ${results.length} are found. Another word finds the others.`
        : count;
  return html`<p class="govuk-hint rd-finder__says" role="status">${says}</p>
${
  results.length > 0 &&
  html`<ul class="rd-finder__list">${results.map(
    ({ value, name, details }) =>
      html`<li><button class="rd-finder__result" name="${finderFields.use}" value="${value}"><strong>${name}</strong> <span>${details}</span></button></li>`,
  )}</ul>`
}`;
}

/**
 * The first button of a form, which Enter presses: what the form is for, and not to look for somebody. Put it before the finder. It is
 * for the browser alone.
 */
export function enterPresses(): Html {
  return html`<button class="rd-enter" tabindex="-1" aria-hidden="true">Send</button>`;
}
