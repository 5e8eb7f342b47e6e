import { type Attributes, attrs, classes, type Html, html, type Words } from '../../html.ts';

export interface PanelProps {
  readonly title: Words;
  readonly text?: Words | undefined;
  readonly headingLevel?: 1 | 2 | 3 | 4 | 5 | 6 | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

/** Says at the end of a journey that it is done, for example with the new reference. */
export function panel(props: PanelProps): Html {
  const level = props.headingLevel ?? 1;
  const interruption = props.classes?.includes('govuk-panel--interruption') === true;
  return html`<div class="${classes('govuk-panel', !interruption && 'govuk-panel--confirmation', props.classes)}"${attrs(props.attributes)}>
<h${level} class="govuk-panel__title">${props.title}</h${level}>
${props.text !== undefined && html`<div class="govuk-panel__body">${props.text}</div>`}
</div>`;
}
