import { type Attributes, attrs, classes, type Html, type HtmlContent, html, type Words } from '../../html.ts';

export interface DetailsProps {
  readonly summary: Words;
  readonly content: HtmlContent;
  readonly open?: boolean | undefined;
  readonly id?: string | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

/** Something to open for those who want to know more. */
export function details(props: DetailsProps): Html {
  return html`<details${attrs({ id: props.id })} class="${classes('govuk-details', props.classes)}"${attrs(props.attributes)}${attrs({ open: props.open })}>
<summary class="govuk-details__summary"><span class="govuk-details__summary-text">${props.summary}</span></summary>
<div class="govuk-details__text">${props.content}</div>
</details>`;
}
