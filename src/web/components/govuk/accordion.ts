import { type Attributes, attrs, classes, type Html, html, type Words } from '../../html.ts';

export interface AccordionSection {
  readonly heading: Words;
  readonly summary?: Words | undefined;
  /** A string is one paragraph; `Html` is laid out as it is. */
  readonly content: Words;
  readonly expanded?: boolean | undefined;
}

export interface AccordionProps {
  /** Unique in the site: the browser remembers by it which sections were open. */
  readonly id: string;
  readonly items: readonly (AccordionSection | false | null | undefined)[];
  readonly headingLevel?: 2 | 3 | 4 | 5 | 6 | undefined;
  readonly rememberExpanded?: boolean | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

function section(props: AccordionProps, item: AccordionSection, index: number): Html {
  const level = props.headingLevel ?? 2;
  const n = index + 1;
  const content = typeof item.content === 'string' ? html`<p class="govuk-body">${item.content}</p>` : item.content;
  const summary =
    item.summary !== undefined &&
    html`<div class="govuk-accordion__section-summary govuk-body" id="${props.id}-summary-${n}">${item.summary}</div>`;
  return html`<div class="${classes('govuk-accordion__section', item.expanded === true && 'govuk-accordion__section--expanded')}">
<div class="govuk-accordion__section-header"><h${level} class="govuk-accordion__section-heading"><span class="govuk-accordion__section-button" id="${props.id}-heading-${n}">${item.heading}</span></h${level}>${summary}</div>
<div id="${props.id}-content-${n}" class="govuk-accordion__section-content">${content}</div>
</div>`;
}

/** Sections to open one by one, all open without JavaScript. */
export function accordion(props: AccordionProps): Html {
  const remember = attrs({
    'data-remember-expanded': props.rememberExpanded === undefined ? undefined : String(props.rememberExpanded),
  });
  return html`<div class="${classes('govuk-accordion', props.classes)}" data-module="govuk-accordion" id="${props.id}"${remember}${attrs(props.attributes)}>
${props.items.map((item, index) => item && section(props, item, index))}
</div>`;
}
