import { type Attributes, attrs, classes, type Html, html, type Words } from '../../html.ts';

export interface Breadcrumb {
  readonly text: Words;
  /** Left out for the page itself. */
  readonly href?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface BreadcrumbsProps {
  readonly items: readonly Breadcrumb[];
  readonly collapseOnMobile?: boolean | undefined;
  readonly labelText?: string | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

function item(crumb: Breadcrumb): Html {
  if (crumb.href === undefined) {
    return html`<li class="govuk-breadcrumbs__list-item" aria-current="page">${crumb.text}</li>`;
  }
  return html`<li class="govuk-breadcrumbs__list-item"><a class="govuk-breadcrumbs__link" href="${crumb.href}"${attrs(crumb.attributes)}>${crumb.text}</a></li>`;
}

/** Where this page stands, from the start page down. */
export function breadcrumbs(props: BreadcrumbsProps): Html {
  const names = classes(
    'govuk-breadcrumbs',
    props.classes,
    props.collapseOnMobile === true && 'govuk-breadcrumbs--collapse-on-mobile',
  );
  return html`<nav class="${names}"${attrs(props.attributes)} aria-label="${props.labelText ?? 'Breadcrumb'}"><ol class="govuk-breadcrumbs__list">${props.items.map(item)}</ol></nav>`;
}
