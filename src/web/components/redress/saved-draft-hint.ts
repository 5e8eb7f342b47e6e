import { type Html, html } from '../../html.ts';

export interface SavedDraftHintProps {
  /** When the draft was last saved, in words: "14:05". Left out when there is none yet. */
  readonly savedAt?: string | undefined;
}

/**
 * Inside a form with `data-draft`: says when the draft was saved. The script keeps it up to date as one types, and it is
 * read out politely; without script a button saves, and the page says it again.
 */
export function savedDraftHint(props: SavedDraftHintProps): Html {
  const said = props.savedAt === undefined ? '' : `Saved at ${props.savedAt}`;
  return html`<p class="rd-draft" role="status" data-draft-status>${said}</p>`;
}
