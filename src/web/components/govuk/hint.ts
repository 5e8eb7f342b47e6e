import { attrs, classes, type Html, html, type Words } from '../../html.ts';
import { type WordsProps, wordsOf } from './words.ts';

/** A hint as an option of a field. */
export type HintOption = Words | WordsProps;

/** Grey help text under a label. The id is what the field's `aria-describedby` names. */
export function hint(option: HintOption, id?: string): Html {
  const props: WordsProps = wordsOf<WordsProps>(option);
  return html`<div${attrs({ id })} class="${classes('govuk-hint', props.classes)}"${attrs(props.attributes)}>${props.text}</div>`;
}
