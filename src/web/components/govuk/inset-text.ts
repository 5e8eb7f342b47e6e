import { type Attributes, attrs, classes, type Html, html, type Words } from '../../html.ts';

export interface InsetTextProps {
  readonly text: Words;
  readonly id?: string | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

/** Words set off from the rest by a bar: a quotation, or something to notice. */
export function insetText(props: InsetTextProps): Html {
  return html`<div${attrs({ id: props.id })} class="${classes('govuk-inset-text', props.classes)}"${attrs(props.attributes)}>${props.text}</div>`;
}
