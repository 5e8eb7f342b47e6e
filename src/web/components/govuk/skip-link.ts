import { type Attributes, attrs, classes, type Html, html, type Words } from '../../html.ts';

export interface SkipLinkProps {
  readonly text: Words;
  readonly href?: string | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

/** The first thing on a page for somebody with a keyboard: past the header, to the content. */
export function skipLink(props: SkipLinkProps): Html {
  return html`<a href="${props.href ?? '#content'}" class="${classes('govuk-skip-link', props.classes)}"${attrs(props.attributes)} data-module="govuk-skip-link">${props.text}</a>`;
}
