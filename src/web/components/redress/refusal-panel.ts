import { type Html, type HtmlContent, html, type Words } from '../../html.ts';

export interface RefusalPanelProps {
  /** The sentence that says no, and why. */
  readonly sentence: Words;
  /** What would be allowed instead, with links to do it. */
  readonly allowed?: HtmlContent;
  /** The clause that says so. */
  readonly clause?: Words | undefined;
  /** "This cannot be done now" unless said. */
  readonly title?: string | undefined;
}

/** A "no" before the work is done: the reason, what can be done instead, and the clause. */
export function refusalPanel(props: RefusalPanelProps): Html {
  return html`<section class="rd-refusal" aria-label="Not possible">
<h2 class="rd-refusal__title">${props.title ?? 'This cannot be done now'}</h2>
<p>${props.sentence}</p>
${props.allowed !== undefined && html`<p>${props.allowed}</p>`}
${props.clause !== undefined && html`<p class="rd-refusal__clause">${props.clause}</p>`}
</section>`;
}
