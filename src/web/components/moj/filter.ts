import { type Html, type HtmlContent, html, type Words } from '../../html.ts';
import { button } from '../govuk/button.ts';

export interface SelectedFilters {
  readonly heading: Words;
  readonly clearHref: string;
  readonly clearText: string;
  readonly categories: readonly {
    readonly heading: Words;
    /** Each links to the same list without it. */
    readonly items: readonly { readonly text: string; readonly href: string }[];
  }[];
}

export interface FilterProps {
  readonly heading: Words;
  readonly selected?: SelectedFilters | undefined;
  readonly submitText?: string | undefined;
  /** The fields. The filter must stand inside a `<form method="get">`. */
  readonly options: HtmlContent;
}

function selectedFilters(selected: SelectedFilters): Html {
  const categories = selected.categories.map(
    category => html`<h3 class="govuk-heading-s govuk-!-margin-bottom-0">${category.heading}</h3>
<ul class="moj-filter-tags">${category.items.map(
      item =>
        html`<li><a class="moj-filter__tag" href="${item.href}"><span class="govuk-visually-hidden">Remove this filter</span> ${item.text}</a></li>`,
    )}</ul>`,
  );
  return html`<div class="moj-filter__selected"><div class="moj-filter__selected-heading"><div class="moj-filter__heading-title"><h2 class="govuk-heading-m">${selected.heading}</h2></div><div class="moj-filter__heading-action"><p><a class="govuk-link govuk-link--no-visited-state" href="${selected.clearHref}">${selected.clearText}</a></p></div></div>${categories}</div>`;
}

/** What narrows a list: the filters that are on, each to be taken off with one click, and the fields to set more. */
export function filter(props: FilterProps): Html {
  return html`<div class="moj-filter" data-module="moj-filter">
<div class="moj-filter__header"><div class="moj-filter__header-title"><h2 class="govuk-heading-m">${props.heading}</h2></div><div class="moj-filter__header-action"></div></div>
<div class="moj-filter__content">${props.selected !== undefined && selectedFilters(props.selected)}
<div class="moj-filter__options">${button({ text: props.submitText ?? 'Apply filters' })}${props.options}</div></div>
</div>`;
}
