import { type Attributes, attrs, classes, type Html, html, type Words } from '../../html.ts';

export interface ErrorSummaryItem {
  readonly text: Words;
  /** `#` and the id of the field to put right. */
  readonly href?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface ErrorSummaryProps {
  readonly errors: readonly ErrorSummaryItem[];
  readonly title?: Words | undefined;
  readonly description?: Words | undefined;
  readonly disableAutoFocus?: boolean | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

function item(error: ErrorSummaryItem): Html {
  if (error.href === undefined) return html`<li>${error.text}</li>`;
  return html`<li><a href="${error.href}"${attrs(error.attributes)}>${error.text}</a></li>`;
}

/** Everything that is wrong with a form, at the top of the page, each line a link to its field. */
export function errorSummary(props: ErrorSummaryProps): Html {
  const focus = attrs({
    'data-disable-auto-focus': props.disableAutoFocus === undefined ? undefined : String(props.disableAutoFocus),
  });
  const list =
    props.errors.length > 0 && html`<ul class="govuk-list govuk-error-summary__list">${props.errors.map(item)}</ul>`;
  return html`<div class="${classes('govuk-error-summary', props.classes)}"${focus}${attrs(props.attributes)} data-module="govuk-error-summary">
<div role="alert">
<h2 class="govuk-error-summary__title">${props.title ?? 'There is a problem'}</h2>
<div class="govuk-error-summary__body">${props.description !== undefined && html`<p>${props.description}</p>`}${list}</div>
</div>
</div>`;
}
