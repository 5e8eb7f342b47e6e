import { type Attributes, attrs, classes, type Html, html, type Words } from '../../html.ts';

export interface BackLinkProps {
  readonly href: string;
  readonly text?: Words | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

/** One step back, above the page's heading. Say where it goes when that is not obvious. */
export function backLink(props: BackLinkProps): Html {
  return html`<a href="${props.href}" class="${classes('govuk-back-link', props.classes)}"${attrs(props.attributes)}>${props.text ?? 'Back'}</a>`;
}
