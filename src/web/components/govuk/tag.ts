import { type Attributes, attrs, classes, type Html, html, type Words } from '../../html.ts';

export type TagColour = 'grey' | 'green' | 'teal' | 'blue' | 'purple' | 'magenta' | 'red' | 'orange' | 'yellow';

export interface TagProps {
  readonly text: Words;
  readonly colour?: TagColour | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

/** A short word on a coloured ground. The word carries the meaning, never the colour alone. */
export function tag(props: TagProps): Html {
  const colour = props.colour !== undefined && `govuk-tag--${props.colour}`;
  return html`<strong class="${classes('govuk-tag', colour, props.classes)}"${attrs(props.attributes)}>${props.text}</strong>`;
}
