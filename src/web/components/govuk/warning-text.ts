import { type Attributes, attrs, classes, type Html, html, type Words } from '../../html.ts';

export interface WarningTextProps {
  readonly text: Words;
  readonly iconFallbackText?: string | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

/** Something with consequences: what happens if you go on. */
export function warningText(props: WarningTextProps): Html {
  return html`<div class="${classes('govuk-warning-text', props.classes)}"${attrs(props.attributes)}>
<span class="govuk-warning-text__icon" aria-hidden="true">!</span>
<strong class="govuk-warning-text__text"><span class="govuk-visually-hidden">${props.iconFallbackText ?? 'Warning'}</span> ${props.text}</strong>
</div>`;
}
