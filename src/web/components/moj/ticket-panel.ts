import { classes, type Html, type HtmlContent, html } from '../../html.ts';

export interface TicketPanelProps {
  readonly items: readonly {
    readonly content: HtmlContent;
    readonly colour?: 'blue' | 'red' | 'yellow' | 'green' | 'purple' | 'orange' | undefined;
  }[];
}

/** Boxes with a coloured edge for the few facts that must not be overlooked. */
export function ticketPanel(props: TicketPanelProps): Html {
  const sections = props.items.map(
    item =>
      html`<section class="${classes('moj-ticket-panel__content', item.colour && `moj-ticket-panel__content--${item.colour}`)}">${item.content}</section>`,
  );
  return html`<article class="moj-ticket-panel">${sections}</article>`;
}
