import { classes, type Html, type HtmlContent, html } from '../../html.ts';

export interface MoreMenuProps {
  readonly summary: string;
  readonly content: HtmlContent;
  /** Said before the summary to a screen reader. */
  readonly label?: string | undefined;
  readonly classes?: string | undefined;
}

/** A small menu that opens below its word. It is a `details` element, so it works without JavaScript; Escape closes it with. */
export function moreMenu(props: MoreMenuProps): Html {
  const label = props.label !== undefined && html`<span class="govuk-visually-hidden">${props.label}</span>`;
  return html`<details class="${classes('rd-menu', props.classes)}" data-menu>
<summary class="rd-menu__summary">${label}${props.summary}</summary>
<div class="rd-menu__panel">${props.content}</div>
</details>`;
}
