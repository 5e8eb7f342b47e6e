import { type Attributes, attrs, classes, type Html, html, type Words } from '../../html.ts';

export interface Tab {
  readonly label: string;
  readonly id?: string | undefined;
  /** A string is one paragraph; `Html` is laid out as it is. */
  readonly panel: Words;
  readonly panelAttributes?: Attributes | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface TabsProps {
  readonly items: readonly (Tab | false | null | undefined)[];
  readonly id?: string | undefined;
  readonly idPrefix?: string | undefined;
  readonly title?: string | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

/** Parts of one page, one at a time; without JavaScript a list of links above all of them. */
export function tabs(props: TabsProps): Html {
  const items = props.items.flatMap((tab, index) =>
    tab ? [{ tab, index, id: tab.id ?? `${props.idPrefix ?? 'tab'}-${index + 1}` }] : [],
  );
  const list = items.map(
    ({ tab, index, id }) =>
      html`<li class="${classes('govuk-tabs__list-item', index === 0 && 'govuk-tabs__list-item--selected')}"><a class="govuk-tabs__tab" href="#${id}"${attrs(tab.attributes)}>${tab.label}</a></li>`,
  );
  const panels = items.map(
    ({ tab, index, id }) =>
      html`<div class="${classes('govuk-tabs__panel', index > 0 && 'govuk-tabs__panel--hidden')}" id="${id}"${attrs(tab.panelAttributes)}>${typeof tab.panel === 'string' ? html`<p class="govuk-body">${tab.panel}</p>` : tab.panel}</div>`,
  );
  return html`<div${attrs({ id: props.id })} class="${classes('govuk-tabs', props.classes)}"${attrs(props.attributes)} data-module="govuk-tabs">
<h2 class="govuk-tabs__title">${props.title ?? 'Contents'}</h2>
${items.length > 0 && html`<ul class="govuk-tabs__list">${list}</ul>`}
${panels}
</div>`;
}
