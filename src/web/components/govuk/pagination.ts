import { type Attributes, attrs, classes, type Html, html, type Words } from '../../html.ts';

export interface PaginationLink {
  readonly href: string;
  readonly text?: Words | undefined;
  /** A second line, for example the next page's title. */
  readonly labelText?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface PageNumber {
  readonly number: string | number;
  readonly href: string;
  readonly current?: boolean | undefined;
  readonly visuallyHiddenText?: string | undefined;
  readonly attributes?: Attributes | undefined;
  readonly ellipsis?: undefined;
}

export interface PageGap {
  readonly ellipsis: true;
}

export interface PaginationProps {
  readonly previous?: PaginationLink | undefined;
  readonly next?: PaginationLink | undefined;
  /** Left out where pages have no numbers (keyset paging): then the links stand under each other. */
  readonly items?: readonly (PageNumber | PageGap | false | null | undefined)[] | undefined;
  readonly landmarkLabel?: string | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

const arrows = {
  prev: html`<svg class="govuk-pagination__icon govuk-pagination__icon--prev" xmlns="http://www.w3.org/2000/svg" height="13" width="15" aria-hidden="true" focusable="false" viewBox="0 0 15 13"><path d="m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z"></path></svg>`,
  next: html`<svg class="govuk-pagination__icon govuk-pagination__icon--next" xmlns="http://www.w3.org/2000/svg" height="13" width="15" aria-hidden="true" focusable="false" viewBox="0 0 15 13"><path d="m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z"></path></svg>`,
};

function arrowLink(link: PaginationLink, type: 'prev' | 'next', block: boolean): Html {
  const first = block || type === 'prev';
  const decorated = block && link.labelText === undefined && 'govuk-pagination__link-title--decorated';
  const word = type === 'prev' ? 'Previous' : 'Next';
  const title = link.text ?? html`${word}<span class="govuk-visually-hidden"> page</span>`;
  const label =
    link.labelText !== undefined &&
    block &&
    html`<span class="govuk-visually-hidden">:</span> <span class="govuk-pagination__link-label">${link.labelText}</span>`;
  return html`<div class="govuk-pagination__${type}"><a class="govuk-link govuk-pagination__link" href="${link.href}" rel="${type}"${attrs(link.attributes)}>
${first && arrows[type]}
<span class="${classes('govuk-pagination__link-title', decorated)}">${title}</span>
${label}
${!first && arrows[type]}
</a></div>`;
}

function pageItem(item: PageNumber | PageGap): Html {
  if (item.ellipsis === true) {
    return html`<li class="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>`;
  }
  const current = item.current === true;
  const own = attrs({
    'aria-label': item.visuallyHiddenText ?? `Page ${item.number}`,
    'aria-current': current ? 'page' : undefined,
  });
  return html`<li class="${classes('govuk-pagination__item', current && 'govuk-pagination__item--current')}"><a class="govuk-link govuk-pagination__link" href="${item.href}"${own}${attrs(item.attributes)}>${item.number}</a></li>`;
}

/** Links to the other pages of a list. */
export function pagination(props: PaginationProps): Html {
  const { previous, next, items } = props;
  const block = items === undefined && (next !== undefined || previous !== undefined);
  const names = classes('govuk-pagination', block && 'govuk-pagination--block', props.classes);
  return html`<nav class="${names}" aria-label="${props.landmarkLabel ?? 'Pagination'}"${attrs(props.attributes)}>
${previous !== undefined && arrowLink(previous, 'prev', block)}
${items !== undefined && html`<ul class="govuk-pagination__list">${items.map(item => item && pageItem(item))}</ul>`}
${next !== undefined && arrowLink(next, 'next', block)}
</nav>`;
}
