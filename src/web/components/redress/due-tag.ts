import { classes, type Html, html, type Words } from '../../html.ts';

/** How pressing something is, decided by whoever knows: `late`, `soon` (today or tomorrow), `calm`, `done`, `plain`. */
export type Tone = 'late' | 'soon' | 'calm' | 'done' | 'plain';

export interface DueTagProps {
  /** Ready words: "due tomorrow", "2 working days late", "done on day 2". */
  readonly words: string;
  readonly tone: Tone;
  /** The full date in words, beside or below the tag; the words alone age badly on paper. */
  readonly date?: Words | undefined;
  /** `beside` in a line of text, `below` in a table. */
  readonly place?: 'beside' | 'below' | undefined;
}

/** When something is due, as people say it, with the date. It computes nothing: words and tone come ready. */
export function dueTag(props: DueTagProps): Html {
  const date =
    props.date !== undefined &&
    html` <span class="${classes('rd-due__date', props.place !== 'below' && 'rd-due__date--beside')}">${props.date}</span>`;
  return html`<span class="rd-due rd-due--${props.tone}">${props.words}</span>${date}`;
}
