import { type Attributes, attrs, classes, type Html, html, type Words } from '../../html.ts';

export interface NotificationBannerProps {
  /** A string is one bold line; `Html` is laid out as it is. */
  readonly text: Words;
  readonly title?: Words | undefined;
  /** `success` is read out at once and takes the focus. */
  readonly type?: 'success' | undefined;
  readonly role?: string | undefined;
  readonly titleId?: string | undefined;
  readonly titleHeadingLevel?: 1 | 2 | 3 | 4 | 5 | 6 | undefined;
  readonly disableAutoFocus?: boolean | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

/** Tells what has just happened, or what matters on every page, above the content. */
export function notificationBanner(props: NotificationBannerProps): Html {
  const success = props.type === 'success';
  const titleId = props.titleId ?? 'govuk-notification-banner-title';
  const level = props.titleHeadingLevel ?? 2;
  const own = attrs({
    class: classes('govuk-notification-banner', success && 'govuk-notification-banner--success', props.classes),
    role: props.role ?? (success ? 'alert' : 'region'),
    'aria-labelledby': titleId,
    'data-module': 'govuk-notification-banner',
    'data-disable-auto-focus': props.disableAutoFocus === undefined ? undefined : String(props.disableAutoFocus),
  });
  const content =
    typeof props.text === 'string' ? html`<p class="govuk-notification-banner__heading">${props.text}</p>` : props.text;
  return html`<div${own}${attrs(props.attributes)}>
<div class="govuk-notification-banner__header"><h${level} class="govuk-notification-banner__title" id="${titleId}">${props.title ?? (success ? 'Success' : 'Important')}</h${level}></div>
<div class="govuk-notification-banner__content">${content}</div>
</div>`;
}
