import { type ErrorSummaryItem, errorSummary } from '../components/govuk/error-summary.ts';
import { notificationBanner } from '../components/govuk/notification-banner.ts';
import { skipLink } from '../components/govuk/skip-link.ts';
import { type DemoBannerProps, demoBanner } from '../components/redress/demo-banner.ts';
import { classes, type Html, type HtmlContent, html, type Words } from '../html.ts';
import { htmlDocument, titleText } from './document.ts';
import { type HeaderProps, type Navigation, primaryNavigation, staffHeader } from './header.ts';
import { keysHelp } from './keys-help.ts';

/** What is the same on every page of one person's session: make it once a request and spread it into each page. */
export interface StaffShell extends HeaderProps {
  /** The landlord's accent colour from its policy pack, like `#1c4d5b`. */
  readonly accent?: string | undefined;
  readonly demo?: DemoBannerProps | undefined;
}

export interface StaffPageProps extends StaffShell {
  /** The page's title, also in the browser's tab. The `<h1>` belongs to the content. */
  readonly title: string;
  readonly nav?: Navigation | undefined;
  readonly content: HtmlContent;
  /** What is wrong with the form on the page; shown above everything, and the tab's title says "Error". */
  readonly errors?: readonly ErrorSummaryItem[] | undefined;
  /** What was just done: "Acknowledgement sent." Shown once, above the content. */
  readonly done?: Words | undefined;
  /** A back link or breadcrumbs. */
  readonly before?: HtmlContent;
  /** Stays at the top while the page scrolls: `caseHeader(…)`. */
  readonly sticky?: HtmlContent;
  /** `reading` keeps lines short, for forms and text; `wide` uses the screen, for lists and cases. */
  readonly width?: 'wide' | 'reading' | undefined;
}

/** The frame of every page for staff. */
export function staffPage(props: StaffPageProps): Html {
  const errors = asOnThePage(props.errors ?? [], props.content);
  const main = html`<main class="rd-main" id="content" tabindex="-1">
${props.done !== undefined && notificationBanner({ text: props.done, type: 'success', title: 'Done', classes: 'rd-done' })}
${errors.length > 0 && errorSummary({ errors })}
${props.content}
</main>`;
  return htmlDocument({
    title: titleText(props.title, props.landlordName, errors.length > 0),
    accent: props.accent,
    colourScheme: props.colourScheme,
    bodyClasses: 'rd-staff',
    body: html`${skipLink({ text: 'Skip to main content' })}
${props.demo !== undefined && demoBanner(props.demo)}
${staffHeader(props)}
${primaryNavigation(props.nav ?? {})}
${props.sticky}
<div class="${classes('rd-width', props.width === 'reading' && 'rd-width--reading')}">
${props.before !== undefined && html`<nav class="rd-before" aria-label="Back">${props.before}</nav>`}
${main}
</div>
${keysHelp()}`,
  });
}

/** Errors in the order in which their fields stand on the page; what belongs to no field comes first. */
function asOnThePage(errors: readonly ErrorSummaryItem[], content: HtmlContent): readonly ErrorSummaryItem[] {
  if (errors.length < 2) return errors;
  const page = html`${content}`.toString();
  const place = ({ href }: ErrorSummaryItem): number =>
    href?.startsWith('#') === true ? page.indexOf(` id="${href.slice(1)}"`) : -1;
  return errors.toSorted((a, b) => place(a) - place(b));
}
