import { classes, type Html, type HtmlContent, html } from '../../html.ts';
import type { Tone } from './due-tag.ts';

export interface StatTileProps {
  /** Ready to read: "12", "91.4%", "1,000+". */
  readonly number: string;
  /** What it counts: "late now". */
  readonly label: string;
  /** Where its cases are listed: every number opens. Left out only where there is nothing to open. */
  readonly href?: string | undefined;
  /** A second line: "of 131", "target 95%". */
  readonly note?: HtmlContent;
  readonly tone?: Tone | undefined;
}

/** A number that opens to the cases it counts. */
export function statTile(props: StatTileProps): Html {
  const number = html`<span class="rd-stat__number">${props.number}</span> <span class="rd-stat__label">${props.label}</span>`;
  const content = props.href === undefined ? number : html`<a class="rd-stat__link" href="${props.href}">${number}</a>`;
  const note = props.note !== undefined && html`<span class="rd-stat__note">${props.note}</span>`;
  return html`<div class="${classes('rd-stat', props.tone && `rd-stat--${props.tone}`)}">${content}${note}</div>`;
}

/** Tiles side by side, as a list. `inPairs`: their words are few, so that two stand side by side on a phone. */
export function statTiles(tiles: readonly Html[], { inPairs = false }: { readonly inPairs?: boolean } = {}): Html {
  return html`<ul class="${classes('rd-stats', inPairs && 'rd-stats--pairs')}">${tiles.map(tile => html`<li>${tile}</li>`)}</ul>`;
}

/** A titled box at the side of a page. */
export function sideCard(props: {
  readonly title: string;
  readonly content: HtmlContent;
  readonly headingLevel?: 2 | 3;
}): Html {
  const level = props.headingLevel ?? 2;
  return html`<section class="rd-card"><h${level} class="rd-card__title">${props.title}</h${level}>${props.content}</section>`;
}
