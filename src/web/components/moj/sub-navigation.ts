import { type Attributes, attrs, type Html, html, type Words } from '../../html.ts';

export interface SubNavigationProps {
  /** Says which navigation it is: "Parts of this case". */
  readonly label: string;
  readonly items: readonly {
    readonly text: Words;
    readonly href: string;
    readonly active?: boolean | undefined;
    readonly attributes?: Attributes | undefined;
  }[];
}

/** The parts of one thing, each a page of its own: Overview, Letters (6), Promises (3). */
export function subNavigation(props: SubNavigationProps): Html {
  const items = props.items.map(
    item =>
      html`<li class="moj-sub-navigation__item"><a class="moj-sub-navigation__link"${attrs({ 'aria-current': item.active === true && 'page' })} href="${item.href}"${attrs(item.attributes)}>${item.text}</a></li>`,
  );
  return html`<nav class="moj-sub-navigation" aria-label="${props.label}"><ul class="moj-sub-navigation__list">${items}</ul></nav>`;
}
