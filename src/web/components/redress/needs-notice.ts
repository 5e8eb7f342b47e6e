import { type Html, html } from '../../html.ts';

export interface NeedShown {
  /** The kind, as everybody may know it: "Large print", "When to contact". */
  readonly name: string;
  /** What to do: "18 point", "16:00 to 20:00". */
  readonly todo: string;
}

export interface NeedsNoticeProps {
  /** Whose needs; left out where the page is about nobody else. */
  readonly name?: string | undefined;
  readonly needs: readonly NeedShown[];
  /** To the person's page, where needs are recorded and changed. */
  readonly href?: string | undefined;
}

/** What somebody needs from us, on every page where somebody is about to reach them. Nothing where nothing is recorded. */
export function needsNotice({ name, needs, href }: NeedsNoticeProps): Html {
  if (needs.length === 0) return html``;
  const items = needs.map(
    one =>
      html`<li><strong>${one.name}</strong>${one.todo !== '' && one.todo !== one.name && html`: ${one.todo}`}</li>`,
  );
  return html`<section class="rd-needs" aria-label="What they need from us">
<p class="rd-needs__title">${name === undefined ? 'They need' : html`${name} needs`}</p>
<ul class="govuk-list rd-needs__list">${items}</ul>
${href !== undefined && html`<p class="govuk-body-s rd-needs__link"><a class="govuk-link" href="${href}">All that is recorded</a></p>`}
</section>`;
}
