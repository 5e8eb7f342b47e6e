import { attrs, type Html, type HtmlContent, html, type Words } from '../../html.ts';

export interface PrimaryNavigationProps {
  readonly label: string;
  readonly items: readonly { readonly text: Words; readonly href: string; readonly active?: boolean | undefined }[];
  readonly search?: HtmlContent;
}

/** The main entries of a site. Staff pages have their own in the layout; this one serves smaller sites. */
export function mojPrimaryNavigation(props: PrimaryNavigationProps): Html {
  const items = props.items.map(
    item =>
      html`<li class="moj-primary-navigation__item"><a class="moj-primary-navigation__link"${attrs({ 'aria-current': item.active === true && 'page' })} href="${item.href}">${item.text}</a></li>`,
  );
  const search = props.search !== undefined && html`<div class="moj-primary-navigation__search">${props.search}</div>`;
  return html`<div class="moj-primary-navigation"><div class="moj-primary-navigation__container"><div class="moj-primary-navigation__nav"><nav class="moj-primary-navigation" aria-label="${props.label}"><ul class="moj-primary-navigation__list">${items}</ul></nav></div>${search}</div></div>`;
}
