import { type Attributes, attrs, classes, type Html, html, type Words } from '../../html.ts';

export interface BadgeProps {
  readonly text: Words;
  readonly colour?: 'purple' | 'bright-purple' | 'red' | 'green' | 'blue' | 'black' | 'grey' | undefined;
  readonly attributes?: Attributes | undefined;
}

/** A word in an outline: quieter than a tag, for what is always true of a thing ("Awaab’s Law", "Joint with another landlord"). */
export function badge(props: BadgeProps): Html {
  const colour = props.colour !== undefined && `moj-badge--${props.colour}`;
  return html`<span class="${classes('moj-badge', colour)}"${attrs(props.attributes)}>${props.text}</span>`;
}
