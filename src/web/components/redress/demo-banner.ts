import { type Html, type HtmlContent, html } from '../../html.ts';

export interface DemoBannerProps {
  /** Who one is at the moment: "You are here as Priya Shah, complaint officer." */
  readonly text: HtmlContent;
  /** A way to come in as somebody else. */
  readonly action?: Html | undefined;
}

/** Said on every page of a demonstration, so that nobody takes invented people for real ones. */
export function demoBanner(props: DemoBannerProps): Html {
  return html`<div class="rd-demo" role="region" aria-label="Demonstration"><div class="rd-width rd-demo__row">
<p class="rd-demo__text"><strong class="rd-demo__word">Demonstration</strong> Invented people and homes. ${props.text}</p>
${props.action}
</div></div>`;
}
