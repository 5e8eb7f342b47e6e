import { type ErrorSummaryItem, errorSummary } from '../components/govuk/error-summary.ts';
import { skipLink } from '../components/govuk/skip-link.ts';
import { type DemoBannerProps, demoBanner } from '../components/redress/demo-banner.ts';
import { classes, type Html, type HtmlContent, html } from '../html.ts';
import { paths } from '../paths.ts';
import { type ColourScheme, htmlDocument, titleText } from './document.ts';

export interface PlainPageProps {
  readonly title: string;
  /** Left out where it is not known yet whose page it is: signing in, and faults. */
  readonly landlordName?: string | undefined;
  readonly accent?: string | undefined;
  readonly colourScheme?: ColourScheme | undefined;
  readonly demo?: DemoBannerProps | undefined;
  readonly before?: HtmlContent;
  readonly content: HtmlContent;
  readonly errors?: readonly ErrorSummaryItem[] | undefined;
  readonly width?: 'wide' | 'reading' | undefined;
}

/** A page for anybody: no navigation, no search, larger type. Signing in, errors, what residents see. */
export function plainPage(props: PlainPageProps): Html {
  const errors = props.errors ?? [];
  const name =
    props.landlordName === undefined
      ? html`<span class="rd-header__landlord">Redress</span>`
      : html`<span class="rd-header__landlord">${props.landlordName}</span> <span class="rd-header__product">Redress</span>`;
  return htmlDocument({
    title: titleText(props.title, props.landlordName, errors.length > 0),
    accent: props.accent,
    colourScheme: props.colourScheme,
    bodyClasses: 'rd-plain',
    body: html`${skipLink({ text: 'Skip to main content' })}
${props.demo !== undefined && demoBanner(props.demo)}
<header class="rd-header"><div class="rd-width rd-header__row"><a class="rd-header__home" href="${paths.home()}">${name}</a></div></header>
<div class="${classes('rd-width', props.width !== 'wide' && 'rd-width--reading')}">
${props.before !== undefined && html`<nav class="rd-before" aria-label="Back">${props.before}</nav>`}
<main class="rd-main" id="content" tabindex="-1">
${errors.length > 0 && errorSummary({ errors })}
${props.content}
</main>
</div>`,
  });
}
