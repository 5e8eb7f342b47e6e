import { type Attributes, attrs, classes, type Html, html, isHtml, type Words } from '../../html.ts';

interface ButtonLook {
  readonly text: Words;
  readonly classes?: string | undefined;
  readonly id?: string | undefined;
  readonly attributes?: Attributes | undefined;
  readonly isStartButton?: boolean | undefined;
}

/** A link that looks like a button. */
export interface LinkButtonProps extends ButtonLook {
  readonly href: string;
}

export interface PushButtonProps extends ButtonLook {
  readonly href?: undefined;
  readonly type?: 'submit' | 'button' | 'reset' | undefined;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  readonly disabled?: boolean | undefined;
  /** Ignores a second click within a second (with JavaScript; the command id in the form guards without it). */
  readonly preventDoubleClick?: boolean | undefined;
}

const startIcon = html`<svg class="govuk-button__start-icon" xmlns="http://www.w3.org/2000/svg" width="17.5" height="19" viewBox="0 0 33 40" aria-hidden="true" focusable="false"><path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z"/></svg>`;

/** A button, or with `href` a link that looks like one. One main button a page; `govuk-button--secondary` for the others. */
export function button(props: LinkButtonProps | PushButtonProps): Html {
  const shared = html` class="${classes('govuk-button', props.classes, props.isStartButton === true && 'govuk-button--start')}" data-module="govuk-button"${attrs(props.attributes)}${attrs({ id: props.id })}`;
  const icon = props.isStartButton === true && startIcon;
  // Start buttons are flex boxes, which would lose the spaces between elements.
  const words = icon && isHtml(props.text) ? html`<span>${props.text}</span>` : props.text;
  if (props.href !== undefined) {
    return html`<a href="${props.href}" role="button" draggable="false"${shared}>${words}${icon}</a>`;
  }
  const own = attrs({
    type: props.type ?? 'submit',
    value: props.value,
    name: props.name,
    disabled: props.disabled,
    'aria-disabled': props.disabled === true ? 'true' : undefined,
    'data-prevent-double-click': props.preventDoubleClick === undefined ? undefined : String(props.preventDoubleClick),
  });
  return html`<button${own}${shared}>${words}${icon}</button>`;
}

/** Buttons side by side, under each other on a phone. */
export function buttonGroup(...buttons: readonly Html[]): Html {
  return html`<div class="govuk-button-group">${buttons}</div>`;
}
