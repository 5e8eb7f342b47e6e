import { attrs, classes, type Html, type HtmlContent, html, type Words } from '../../html.ts';

export interface TimelineItem {
  readonly label: Words;
  /** The date for machines, ISO. */
  readonly timestamp: string;
  /** The date in words: "30 November 2026, 2:05pm". */
  readonly date: Words;
  readonly by?: Words | undefined;
  readonly content?: HtmlContent;
  readonly id?: string | undefined;
  readonly classes?: string | undefined;
}

export interface TimelineProps {
  readonly items: readonly TimelineItem[];
  readonly headingLevel?: 2 | 3 | 4 | undefined;
}

/** What has happened, newest first. */
export function timeline(props: TimelineProps): Html {
  const level = props.headingLevel ?? 2;
  const items = props.items.map(
    item => html`<div class="${classes('moj-timeline__item', item.classes)}"${attrs({ id: item.id })}>
<div class="moj-timeline__header"><h${level} class="moj-timeline__title">${item.label}</h${level}>${item.by !== undefined && html` <p class="moj-timeline__byline">by ${item.by}</p>`}</div>
<p class="moj-timeline__date"><time datetime="${item.timestamp}">${item.date}</time></p>
<div class="moj-timeline__description">${item.content}</div>
</div>
`,
  );
  return html`<div class="moj-timeline">${items}</div>`;
}
