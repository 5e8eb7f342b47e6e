import { attrs, classes, type Html, html, type Words } from '../../html.ts';
import { type WordsProps, wordsOf } from './words.ts';

export interface ErrorMessageProps extends WordsProps {
  /** What a screen reader hears first; "Error" when left out, nothing when empty. */
  readonly visuallyHiddenText?: string | undefined;
}

/** An error as an option of a field. */
export type ErrorOption = Words | ErrorMessageProps;

/** The sentence beside a field that says what to put right. */
export function errorMessage(option: ErrorOption, id?: string): Html {
  const props: ErrorMessageProps = wordsOf<ErrorMessageProps>(option);
  const prefix = props.visuallyHiddenText ?? 'Error';
  const spoken = prefix !== '' && html`<span class="govuk-visually-hidden">${prefix}:</span> `;
  return html`<p${attrs({ id })} class="${classes('govuk-error-message', props.classes)}"${attrs(props.attributes)}>${spoken}${props.text}</p>`;
}
