/** Where a clause is written out, so that whatever cites one can lead to it. */
import { type Html, html } from '../../html.ts';
import { paths, withQuery } from '../../paths.ts';

/** The place of a clause on its page: `MAG-34`, `Code-6.4`. */
export function clauseAnchor(id: string): string {
  return id.replaceAll(' ', '-');
}

/** The address of a clause of the policy or the Code; null for a reading of ours, which no register holds. */
export function clauseHref(id: string): string | null {
  if (/^R\d+$/.test(id)) return null;
  const page = id.startsWith('Code ') ? withQuery(paths.policy(), { of: 'code' }) : paths.policy();
  return `${page}#${clauseAnchor(id)}`;
}

/** A clause's id, leading to it where it is written out. */
export function clauseLink(id: string): Html {
  const href = clauseHref(id);
  return href === null
    ? html`<span class="rd-nowrap">${id}</span>`
    : html`<a class="govuk-link rd-nowrap" href="${href}">${id}</a>`;
}
