import { attrs, type Html, html, type Words } from '../../html.ts';

export interface SideNavigationItem {
  readonly text: Words;
  readonly href: string;
  readonly active?: boolean | undefined;
}

export interface SideNavigationSection {
  readonly heading: Words;
  readonly headingLevel?: 2 | 3 | 4 | undefined;
  readonly items: readonly SideNavigationItem[];
}

export interface SideNavigationProps {
  readonly label: string;
  readonly items?: readonly SideNavigationItem[] | undefined;
  readonly sections?: readonly SideNavigationSection[] | undefined;
}

function list(items: readonly SideNavigationItem[]): Html {
  const lines = items.map(item => {
    const active = item.active === true;
    return html`<li class="moj-side-navigation__item${active && ' moj-side-navigation__item--active'}"><a href="${item.href}"${attrs({ 'aria-current': active && 'location' })}>${item.text}</a></li>`;
  });
  return html`<ul class="moj-side-navigation__list">${lines}</ul>`;
}

/** Places within one long page or section, at its side. */
export function sideNavigation(props: SideNavigationProps): Html {
  const sections = props.sections?.map(section => {
    const level = section.headingLevel ?? 4;
    return html`<h${level} class="moj-side-navigation__title">${section.heading}</h${level}>${list(section.items)}`;
  });
  return html`<nav class="moj-side-navigation" aria-label="${props.label}">${sections ?? list(props.items ?? [])}</nav>`;
}
