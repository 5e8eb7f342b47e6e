import { type Html, type HtmlContent, html } from '../../html.ts';

export interface EmptyStateProps {
  /** What is not there: "Nothing is unassigned". */
  readonly title: string;
  /** What that means, or what to do next. */
  readonly text: HtmlContent;
  /** A button or link that does it. */
  readonly action?: HtmlContent;
}

/** Stands where a list would be when it is empty, and says what to do next. */
export function emptyState(props: EmptyStateProps): Html {
  return html`<div class="rd-empty"><p class="rd-empty__title">${props.title}</p><p>${props.text}</p>${props.action}</div>`;
}
