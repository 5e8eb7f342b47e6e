import { type Html, type HtmlContent, html } from '../html.ts';
import { htmlDocument, titleText } from './document.ts';

export interface PrintPageProps {
  readonly title: string;
  readonly landlordName: string;
  /** When it was made, in words: "Printed on 3 March 2026 at 14:05". */
  readonly made: string;
  readonly content: HtmlContent;
  /** The way back to the screen page; not printed. */
  readonly backHref: string;
}

/** A page to be printed or saved as a file: always light, no navigation, says when it was made. */
export function printPage(props: PrintPageProps): Html {
  return htmlDocument({
    title: titleText(props.title, props.landlordName, false),
    colourScheme: 'light',
    bodyClasses: 'rd-print',
    body: html`<header class="rd-print__tools"><a class="govuk-back-link" href="${props.backHref}">Back</a> <button class="govuk-button govuk-button--secondary" type="button" data-print hidden>Print</button></header>
<main class="rd-main" id="content">
<p class="rd-print__whose">${props.landlordName}</p>
${props.content}
<p class="rd-print__made">${props.made}</p>
</main>`,
  });
}
