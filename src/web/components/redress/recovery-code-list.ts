import { type Html, html } from '../../html.ts';

/** Recovery codes, shown this once, with a button to print them where there is a script for it. */
export function recoveryCodeList(codes: readonly string[]): Html {
  return html`<ol class="govuk-list rd-codes">${codes.map(code => html`<li><code>${code}</code></li>`)}</ol>
<p class="govuk-body"><button class="govuk-button govuk-button--secondary rd-codes__print" type="button" data-print hidden>Print the codes</button></p>`;
}

/** What they are for, before the list. */
export function aboutRecoveryCodes(): Html {
  return html`<p class="govuk-body">If your telephone is lost or broken, one of these codes lets you in instead of the code from the app. Each works once.</p>
<p class="govuk-body"><strong>They are shown only now.</strong> Print this page, write them down, or keep them in your password manager: somewhere that is not the telephone.</p>`;
}
