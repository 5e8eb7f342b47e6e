import { type Attributes, attrs, classes, type Html, html, type Words } from '../../html.ts';
import { type TagProps, tag } from './tag.ts';

export interface PhaseBannerProps {
  readonly tag: TagProps;
  readonly text: Words;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

/** A line under the header that says what state the service is in. */
export function phaseBanner(props: PhaseBannerProps): Html {
  const state = tag({ ...props.tag, classes: classes('govuk-phase-banner__content__tag', props.tag.classes) });
  return html`<div class="${classes('govuk-phase-banner govuk-width-container', props.classes)}"${attrs(props.attributes)}><p class="govuk-phase-banner__content">${state}<span class="govuk-phase-banner__text">${props.text}</span></p></div>`;
}
