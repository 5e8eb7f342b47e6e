import { classes, type Html, type HtmlContent, html, type Words } from '../../html.ts';
import { dueTag, type Tone } from './due-tag.ts';

export interface ObligationCardProps {
  /** What to do: "Send the stage 1 response to Mrs Okonkwo". */
  readonly title: Words;
  readonly tone: Tone;
  /** "due in 3 working days". */
  readonly due: string;
  /** "Friday 4 December 2026", or with a time where it is due at an instant. */
  readonly date: Words;
  /** What in particular it is about, in somebody's words: the promise, the question. */
  readonly about?: HtmlContent;
  /** Why that date, in one sentence. */
  readonly why?: HtmlContent;
  /** The clause, as a link to the policy page or words. */
  readonly clause?: Words | undefined;
  /** Whose it is, where it is not the reader's. */
  readonly owner?: Words | undefined;
  /** Buttons or links that do it. */
  readonly acts?: HtmlContent;
  readonly headingLevel?: 2 | 3 | 4 | undefined;
}

/** One thing that is owed: what, by when, why then, and the button that does it. */
export function obligationCard(props: ObligationCardProps): Html {
  const level = props.headingLevel ?? 3;
  const names = classes(
    'rd-obligation',
    `rd-obligation--${props.tone}`,
    props.acts !== undefined && 'rd-obligation--acts',
  );
  const owner = props.owner !== undefined && html`<span class="rd-quiet-text">${props.owner}</span>`;
  return html`<article class="${names}">
<h${level} class="rd-obligation__title">${props.title}</h${level}>
<p class="rd-obligation__due">${dueTag({ words: props.due, tone: props.tone })} <span>${props.date}</span> ${owner}</p>
${props.about !== undefined && html`<p class="rd-obligation__about">${props.about}</p>`}
${props.why !== undefined && html`<p class="rd-obligation__why">${props.why}</p>`}
${props.clause !== undefined && html`<p class="rd-obligation__clause">${props.clause}</p>`}
${props.acts !== undefined && html`<div class="rd-obligation__acts">${props.acts}</div>`}
</article>`;
}

/** Cards under each other, as a list. */
export function obligationList(cards: readonly Html[]): Html {
  return html`<ul class="rd-next">${cards.map(card => html`<li>${card}</li>`)}</ul>`;
}
