import { classes, type Html, html } from '../../html.ts';

export interface Adjustment {
  /** Short: "Large print", "Phone after 4pm", "Interpreter: Urdu". */
  readonly text: string;
  /** For safety: "Unsafe to visit alone", "No heating, baby in the home". */
  readonly urgent?: boolean | undefined;
}

/** What this person needs and how to treat them, wherever their name is. Nothing at all when there is nothing to say. */
export function adjustmentBadges(adjustments: readonly Adjustment[]): Html {
  if (adjustments.length === 0) return html``;
  const badges = adjustments.map(
    one =>
      html`<li class="${classes('rd-badges__one', one.urgent === true && 'rd-badges__one--urgent')}">${one.text}</li>`,
  );
  return html`<ul class="rd-badges" aria-label="Adjustments and needs">${badges}</ul>`;
}
