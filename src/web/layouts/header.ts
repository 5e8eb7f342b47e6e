import { moreMenu } from '../components/redress/more-menu.ts';
import { attrs, type Html, html } from '../html.ts';
import { paths } from '../paths.ts';
import type { ColourScheme } from './document.ts';

/** Who is signed in, for the menu in the corner. */
export interface PagePerson {
  readonly name: string;
  /** In words: "Complaint officer". */
  readonly role: string;
}

export type NavigationKey =
  | 'my-work'
  | 'cases'
  | 'unassigned'
  | 'triage'
  | 'contact'
  | 'log'
  | 'requests'
  | 'performance'
  | 'policy'
  | 'calendar'
  | 'outbox';

/** Which entry is the current page, which entries this person has, and counts beside them. */
export interface Navigation {
  readonly current?: NavigationKey | undefined;
  /** Left out, all of them. */
  readonly allowed?: readonly NavigationKey[] | undefined;
  /** For example how many are late: a ready text such as "3", and what it counts for a screen reader. */
  readonly counts?: { readonly [key in NavigationKey]?: { readonly text: string; readonly means: string } } | undefined;
}

interface Entry {
  readonly key: NavigationKey;
  readonly text: string;
  readonly href: string;
  /** The letter after `g` that goes there. */
  readonly shortcut: string;
}

/** The main entries, in the order of a day's work. The keys help lists them from here too. */
export const navigationEntries: readonly Entry[] = [
  { key: 'my-work', text: 'My work', href: paths.myWork(), shortcut: 'w' },
  { key: 'triage', text: 'To triage', href: paths.contacts(), shortcut: 't' },
  { key: 'cases', text: 'All cases', href: paths.cases(), shortcut: 'a' },
  { key: 'unassigned', text: 'Unassigned', href: paths.unassigned(), shortcut: 'u' },
  { key: 'contact', text: 'Log for someone', href: paths.contactNew(), shortcut: 'l' },
  { key: 'log', text: 'Log a complaint', href: paths.logComplaint(), shortcut: 'n' },
  { key: 'requests', text: 'Requests', href: paths.serviceRequests(), shortcut: 'r' },
  { key: 'performance', text: 'Performance', href: paths.performance(), shortcut: 'f' },
  { key: 'policy', text: 'Policy', href: paths.policy(), shortcut: 'p' },
  { key: 'calendar', text: 'Calendar', href: paths.calendar(), shortcut: 'c' },
  { key: 'outbox', text: 'Outbox', href: paths.outbox(), shortcut: 'o' },
];

function entry(one: Entry, navigation: Navigation): Html {
  const count = navigation.counts?.[one.key];
  const current = navigation.current === one.key;
  return html`<li class="rd-nav__item"><a class="rd-nav__link" href="${one.href}"${attrs({ 'aria-current': current && 'page', 'data-go': one.shortcut })}>${one.text}${
    count !== undefined &&
    html` <span class="rd-nav__count">${count.text}<span class="govuk-visually-hidden"> ${count.means}</span></span>`
  }</a></li>`;
}

/** The main navigation. Without JavaScript it is always open; with it, a phone shows it behind a "Menu" button. */
export function primaryNavigation(navigation: Navigation): Html {
  const shown = navigationEntries.filter(one => navigation.allowed?.includes(one.key) ?? true);
  return html`<nav class="rd-nav" aria-label="Main">
<div class="rd-width">
<button class="rd-nav__toggle" type="button" aria-expanded="false" aria-controls="rd-nav-list" data-nav-toggle hidden>Menu</button>
<ul class="rd-nav__list" id="rd-nav-list">${shown.map(one => entry(one, navigation))}</ul>
</div>
</nav>`;
}

function searchBox(value: string | undefined): Html {
  return html`<search class="rd-search"><form action="${paths.cases()}" method="get">
<label class="govuk-visually-hidden" for="rd-search">Search cases, people and addresses</label>
<input class="rd-search__input" id="rd-search" name="q" type="search" placeholder="Search cases, people, addresses" autocomplete="off" spellcheck="false" aria-keyshortcuts="/" data-search${attrs({ value })}>
<button class="rd-search__button" type="submit">Search</button>
</form></search>`;
}

const schemes: readonly (readonly [ColourScheme, string])[] = [
  ['system', 'Same as my device'],
  ['light', 'Light'],
  ['dark', 'Dark'],
];

function appearanceForm(scheme: ColourScheme, back: string): Html {
  return html`<form class="rd-appearance" method="post" action="${paths.appearance()}">
<input type="hidden" name="back" value="${back}">
<p class="rd-appearance__title" id="rd-appearance">Colours</p>
<div class="rd-appearance__choices" role="group" aria-labelledby="rd-appearance">${schemes.map(
    ([value, text]) =>
      html`<button class="rd-appearance__choice" name="scheme" value="${value}" aria-pressed="${value === scheme ? 'true' : 'false'}">${text}</button>`,
  )}</div>
</form>`;
}

export interface HeaderProps {
  readonly landlordName: string;
  readonly person: PagePerson;
  readonly colourScheme?: ColourScheme | undefined;
  readonly search?: string | undefined;
  /** Where to come back to after choosing colours: this page's own address. */
  readonly here?: string | undefined;
  /** More places that the person's menu leads to. */
  readonly links?: readonly { readonly text: string; readonly href: string }[] | undefined;
  /** The hidden field that guards forms, for signing out. */
  readonly csrf?: Html | undefined;
}

/** The bar at the top: whose complaints these are, the search, and the person's menu. */
export function staffHeader(props: HeaderProps): Html {
  const menu = html`<p class="rd-menu__who"><strong>${props.person.name}</strong><br>${props.person.role}</p>
${(props.links ?? []).map(({ text, href }) => html`<p class="rd-menu__line"><a class="govuk-link" href="${href}">${text}</a></p>`)}
${appearanceForm(props.colourScheme ?? 'system', props.here ?? paths.myWork())}
<p class="rd-menu__line"><button class="rd-link-button" type="button" data-keys-open hidden>Keyboard shortcuts</button></p>
<form method="post" action="${paths.signOut()}">${props.csrf}<button class="govuk-button govuk-button--secondary rd-menu__sign-out">Sign out</button></form>`;
  return html`<header class="rd-header">
<div class="rd-width rd-header__row">
<a class="rd-header__home" href="${paths.home()}"><span class="rd-header__landlord">${props.landlordName}</span> <span class="rd-header__product">Redress</span></a>
${searchBox(props.search)}
${moreMenu({ summary: props.person.name, content: menu, classes: 'rd-header__person', label: 'Your menu: ' })}
</div>
</header>`;
}
