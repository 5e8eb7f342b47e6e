import { type Html, html, type Words } from '../../html.ts';
import { type AlertVariant, alertIcons } from './alert-icons.ts';

export interface AlertProps {
  readonly variant: AlertVariant;
  /** Says in a few words what it is about; read out, and shown when there is no text. */
  readonly title: string;
  readonly text?: Words | undefined;
  readonly showTitleAsHeading?: boolean | undefined;
  readonly headingTag?: 'h2' | 'h3' | 'h4' | undefined;
  /** `alert` to be read out at once; `region` unless said. */
  readonly role?: 'region' | 'alert' | 'status' | undefined;
}

/** A message in the flow of a page: information, success, warning, error. */
export function alert(props: AlertProps): Html {
  const tag = props.headingTag ?? 'h2';
  const heading = props.showTitleAsHeading === true && props.text !== undefined;
  const names = `moj-alert moj-alert--${props.variant}${heading ? ' moj-alert--with-heading' : ''}`;
  return html`<div role="${props.role ?? 'region'}" class="${names}" aria-label="${props.variant}: ${props.title}" data-module="moj-alert">
<div><svg class="moj-alert__icon" role="presentation" focusable="false" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 30" height="30" width="30">${alertIcons[props.variant]}</svg></div>
<div class="moj-alert__content">${heading && html`<${tag} class="moj-alert__heading">${props.title}</${tag}>`}${props.text ?? props.title}</div>
<div class="moj-alert__action"><button class="moj-alert__dismiss" hidden>Dismiss</button></div>
</div>`;
}
