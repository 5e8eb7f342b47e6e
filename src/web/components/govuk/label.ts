import { type Attributes, attrs, classes, type Html, html, noHtml, type Words } from '../../html.ts';
import { wordsOf } from './words.ts';

export interface LabelProps {
  readonly text: Words;
  readonly classes?: string | undefined;
  readonly isPageHeading?: boolean | undefined;
  readonly attributes?: Attributes | undefined;
}

/** A label as an option of a field: the words alone, or with a class or as the page's heading. */
export type LabelOption = Words | LabelProps;

/** A `<label>` for the field with that id; inside an `<h1>` when it is the page's heading. */
export function label(option: LabelOption, forId?: string): Html {
  const props: LabelProps = wordsOf<LabelProps>(option);
  if (props.text === '') return noHtml;
  const element = html`<label class="${classes('govuk-label', props.classes)}"${attrs(props.attributes)}${attrs({ for: forId })}>${props.text}</label>`;
  return props.isPageHeading === true ? html`<h1 class="govuk-label-wrapper">${element}</h1>` : element;
}
